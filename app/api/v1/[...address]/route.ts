import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { failed } from '@/lib/domain/failure';

/** An address that the API does not have: a problem as everywhere in the API, not the page for people. */
async function unknownAddress(request: Request): Promise<Response> {
  const caller = await callerOf(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  return problem(
    failed('NOT_FOUND', 'Такого адреса в API нет. Список адресов — на странице «Настройки → API».').failure,
  );
}

export {
  unknownAddress as DELETE,
  unknownAddress as GET,
  unknownAddress as PATCH,
  unknownAddress as POST,
  unknownAddress as PUT,
};
