import { z } from 'zod';
import type { FailureCode } from '@/lib/domain/failure';

/** Each failure of the domain as HTTP, once for the whole API. */
export const PROBLEMS: Record<FailureCode, { status: number; title: string }> = {
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

/** The `type` of a problem: tells failures of one status apart. */
export function problemType(code: FailureCode): string {
  return `urn:moc:problem:${code.toLowerCase().replaceAll('_', '-')}`;
}

/** RFC 9457 problem details; a failure may add members of its own (`current` of a stale version). */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
