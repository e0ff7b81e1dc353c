/** When people are reminded of what is due. */
import { dayAfter } from '@/lib/domain/support/days';

/** Days before the day on which something is due: people are reminded once for each. */
export const REMINDED_BEFORE = [3, 1] as const;

/** For which of the reminders it is time, in days before; null when it is too early or the day has passed. Days are YYYY-MM-DD. */
export function reminderBefore(dueDay: string, today: string): (typeof REMINDED_BEFORE)[number] | null {
  if (dueDay < today) return null;
  return [...REMINDED_BEFORE].reverse().find((days) => dueDay <= dayAfter(today, days)) ?? null;
}
