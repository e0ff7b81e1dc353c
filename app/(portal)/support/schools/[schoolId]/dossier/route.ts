import { idOf } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { isSchoolYear } from '@/lib/domain/school-year';
import { fileResponse } from '@/lib/exchange/table-export';
import { schoolDossier } from '@/lib/portal/support-cases/queries';

/** The dossier of a school, `?format=docx|pdf&year=`. */
export async function GET(request: Request, { params }: { params: Promise<{ schoolId: string }> }): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return problem(caller.failure);
  const query = new URL(request.url).searchParams;
  const year = query.get('year') ?? '';
  const asked = {
    format: query.get('format') === 'pdf' ? ('pdf' as const) : ('docx' as const),
    schoolYear: isSchoolYear(year) ? year : undefined,
  };
  const made = await schoolDossier(caller.value, idOf((await params).schoolId), asked, now);
  return made.ok ? fileResponse(made.value.bytes, made.value.mediaType, made.value.name) : problem(made.failure);
}
