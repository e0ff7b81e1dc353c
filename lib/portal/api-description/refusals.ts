import type { FailureCode } from '@/lib/domain/failure';
import { type Operation, pathParameters } from './operation';
import { PROBLEMS, problemType } from './problems';
import { isForEverybody } from './roles';

/** A way in which an operation may refuse. */
export interface Refusal {
  status: number;
  type: string;
  title: string;
  when: string;
}

/** Every refusal of an operation: those that any call may meet and those of its own, by status. */
export function refusalsOf(operation: Operation): Refusal[] {
  const changes = operation.method !== 'GET';
  const sendsJson = operation.body !== undefined && 'json' in operation.body;
  const refusal = (code: FailureCode, when: string, status = PROBLEMS[code].status): Refusal => ({
    status,
    type: problemType(code),
    title: PROBLEMS[code].title,
    when,
  });
  const common: (Refusal | false)[] = [
    sendsJson && refusal('INVALID', 'тело запроса — не JSON', 400),
    operation.may !== null && refusal('UNAUTHENTICATED', 'нет сеанса, или токен недействителен'),
    !isForEverybody(operation.may) && refusal('FORBIDDEN', 'ваша роль этого не позволяет'),
    changes && refusal('FORBIDDEN', 'изменение по cookie пришло не со страниц портала'),
    pathParameters(operation.path).length > 0 && refusal('NOT_FOUND', 'такого нет, или оно вне вашего доступа'),
    sendsJson && refusal('TOO_LARGE', 'тело запроса больше 1 МБ'),
    (sendsJson || operation.query !== undefined) && refusal('INVALID', 'поля не годятся: они перечислены в `errors`'),
    operation.repeatable === true && refusal('INVALID', 'этот Idempotency-Key уже служил другому запросу'),
  ];
  const own = Object.entries(operation.failures ?? {}).map(([code, when]) => refusal(code as FailureCode, when));
  return [...common.filter((one) => one !== false), ...own].sort((a, b) => a.status - b.status);
}
