import { isId } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { failed } from '@/lib/domain/failure';
import { isSchoolYear } from '@/lib/domain/school-year';
import { fileResponse } from '@/lib/exchange/table-export';
import { yearReportBytes } from '@/lib/portal/reports/queries';

/** The yearly report of a centre: `?year=&municipality=&format=docx|pdf`. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return problem(caller.failure);
  const query = new URL(request.url).searchParams;
  const year = query.get('year') ?? '';
  const municipalityId = query.get('municipality') || undefined;
  if (municipalityId && !isId(municipalityId)) return problem(failed('NOT_FOUND', 'Муниципалитет не найден.').failure);
  const format = query.get('format') === 'pdf' ? 'pdf' : 'docx';
  const asked = { municipalityId, schoolYear: isSchoolYear(year) ? year : undefined, format } as const;
  const file = await yearReportBytes(caller.value, asked, now);
  if (!file.ok) return problem(file.failure);
  return fileResponse(file.value.bytes, file.value.mediaType, `${file.value.name}.${format}`);
}
