import { forbidden, notFound } from 'next/navigation';
import type { Outcome } from '@/lib/domain/failure';

/** What a page was asked to show; outside the scope the page is not found, inside it the wrong role is turned away. */
export function opened<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  if (outcome.failure.code === 'FORBIDDEN') forbidden();
  notFound();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the text is an id as the portal makes them. */
export const isId = (text: string): boolean => UUID.test(text);

/** An id of the address; what is none names nothing. */
export function idOf(text: string): string {
  if (!isId(text)) notFound();
  return text;
}
