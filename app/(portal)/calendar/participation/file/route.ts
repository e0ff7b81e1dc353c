import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { isSchoolYear } from '@/lib/domain/school-year';
import { fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { yearReportFile } from '@/lib/portal/event-participation/queries';

/** Supported schools and the events that they came to, `?year=`, as xlsx. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return problem(caller.failure);
  const year = new URL(request.url).searchParams.get('year') ?? '';
  const file = await yearReportFile(caller.value, isSchoolYear(year) ? year : undefined, now);
  return file.ok ? fileResponse(file.value.body, XLSX_TYPE, `${file.value.name}.xlsx`) : problem(file.failure);
}
