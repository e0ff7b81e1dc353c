import { isId } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { failed } from '@/lib/domain/failure';
import { DOCX } from '@/lib/exchange/report-docx';
import { fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { eventReportFile } from '@/lib/portal/event-participation/queries';

/** Who came to the event, as a list for certificates: `?format=docx|xlsx`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return problem(caller.failure);
  const { id } = await params;
  if (!isId(id)) return problem(failed('NOT_FOUND', 'Мероприятие не найдено.').failure);
  const format = new URL(request.url).searchParams.get('format') === 'xlsx' ? 'xlsx' : 'docx';
  const file = await eventReportFile(caller.value, id, format, now);
  if (!file.ok) return problem(file.failure);
  return fileResponse(file.value.body, format === 'xlsx' ? XLSX_TYPE : DOCX, `${file.value.name}.${format}`);
}
