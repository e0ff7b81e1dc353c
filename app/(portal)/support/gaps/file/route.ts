import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { isSchoolYear } from '@/lib/domain/school-year';
import { CSV_TYPE, fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { gapsFile } from '@/lib/portal/support-cases/queries';

/** The gaps of support as a file, `?format=csv|xlsx&year=&who=`. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return problem(caller.failure);
  const query = new URL(request.url).searchParams;
  const year = query.get('year') ?? '';
  const format = query.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  const asked = { schoolYear: isSchoolYear(year) ? year : undefined, who: query.get('who') ?? '', format } as const;
  const file = await gapsFile(caller.value, asked, now);
  if (!file.ok) return problem(file.failure);
  return fileResponse(file.value.body, format === 'xlsx' ? XLSX_TYPE : CSV_TYPE, `${file.value.name}.${format}`);
}
