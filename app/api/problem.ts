import type { Failure, FailureCode } from '@/lib/domain/failure';

/** Each failure of the domain as HTTP, once for the whole API. */
const HTTP: Record<FailureCode, { status: number; title: string }> = {
  UNAUTHENTICATED: { status: 401, title: 'Требуется вход' },
  FORBIDDEN: { status: 403, title: 'Недостаточно прав' },
  NOT_FOUND: { status: 404, title: 'Не найдено' },
  NOT_EDITABLE: { status: 409, title: 'Изменение закрыто' },
  WRONG_STATE: { status: 409, title: 'Действие невозможно в этом состоянии' },
  STALE_VERSION: { status: 409, title: 'Данные изменены в другом окне' },
  CONFLICT: { status: 409, title: 'Противоречие с тем, что уже есть' },
  INCOMPLETE: { status: 422, title: 'Заполнено не всё' },
  INVALID: { status: 422, title: 'Неверные данные' },
  TOO_LARGE: { status: 413, title: 'Слишком большой объём' },
  UNSUPPORTED_TYPE: { status: 415, title: 'Тип файла не поддерживается' },
  TOO_MANY: { status: 429, title: 'Слишком много запросов' },
};

/** RFC 9457 problem details: type, title, status, detail in Russian, errors where fields are at fault. */
export function problem(failure: Failure, status = HTTP[failure.code].status): Response {
  const { title } = HTTP[failure.code];
  const type = `urn:moc:problem:${failure.code.toLowerCase().replaceAll('_', '-')}`;
  const body = { ...failure.extra, type, title, status, detail: failure.detail, errors: failure.errors };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
