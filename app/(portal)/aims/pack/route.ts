import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { failed } from '@/lib/domain/failure';
import { fileResponse } from '@/lib/exchange/table-export';
import { evidencePack } from '@/lib/portal/aims/queries';
import { aimsQuerySchema } from '@/lib/portal/aims/schema';

/** The evidence pack of a municipality's year, `?year=&municipality=`. */
export async function GET(request: Request): Promise<Response> {
  const caller = await callerOf(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  const query = new URL(request.url).searchParams;
  const asked = aimsQuerySchema.safeParse({
    schoolYear: query.get('year') ?? '',
    municipalityId: query.get('municipality') ?? '',
  });
  if (!asked.success) return problem(failed('NOT_FOUND', 'Такого года или муниципалитета нет.').failure);
  const made = await evidencePack(caller.value, asked.data);
  return made.ok ? fileResponse(made.value.bytes, made.value.mediaType, made.value.name) : problem(made.failure);
}
