import { isId } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { failed } from '@/lib/domain/failure';
import { madeReport } from '@/lib/portal/reports/queries';

/** How far a report is, `?id=`: for the bar of the page of reports. */
export async function GET(request: Request): Promise<Response> {
  const caller = await callerOf(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  const id = new URL(request.url).searchParams.get('id') ?? '';
  if (!isId(id)) return problem(failed('NOT_FOUND', 'Отчёт не найден.').failure);
  const report = await madeReport(caller.value, id);
  if (!report.ok) return problem(report.failure);
  const { state, progress, step } = report.value;
  return Response.json({ state, progress, step }, { headers: { 'cache-control': 'no-store' } });
}
