import { forbidden, notFound } from 'next/navigation';
import type { Outcome } from '@/lib/domain/failure';
import { isId } from '@/lib/domain/id';

/** What a page was asked to show; outside the scope the page is not found, inside it the wrong role is turned away. */
export function opened<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  if (outcome.failure.code === 'FORBIDDEN') forbidden();
  notFound();
}

export { isId };

/** An id of the address; what is none names nothing. */
export function idOf(text: string): string {
  if (!isId(text)) notFound();
  return text;
}
