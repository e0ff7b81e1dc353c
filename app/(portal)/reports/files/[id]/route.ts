import { isId } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { fileAnswer } from '@/app/api/file-answer';
import { problem } from '@/app/api/problem';
import { failed } from '@/lib/domain/failure';
import { madeReportFile } from '@/lib/portal/reports/queries';

/** The file of a made report. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const caller = await callerOf(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  const { id } = await params;
  if (!isId(id)) return problem(failed('NOT_FOUND', 'Отчёт не найден.').failure);
  const file = await madeReportFile(caller.value, id);
  return file.ok ? fileAnswer(file.value) : problem(file.failure);
}
