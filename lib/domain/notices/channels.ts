/** How news reaches a person. */
import { dayOf } from '@/lib/domain/russian';
import type { NoticeKind } from './kind';

export const NOTICE_CHANNELS = {
  LETTER: 'на портале и письмом сразу',
  DIGEST: 'на портале и письмом раз в день',
  PORTAL: 'только на портале',
  NONE: 'никак',
} as const;

export type NoticeChannel = keyof typeof NOTICE_CHANNELS;

/**
 * For those who chose nothing: a principal comes once a year and is written to, a centre is here daily and is not flooded;
 * a new document asks nothing of anybody and waits for the letter of the day.
 */
export function usualChannel(role: string, kind: NoticeKind): NoticeChannel {
  return role === 'PRINCIPAL' && kind !== 'LIBRARY' ? 'LETTER' : 'DIGEST';
}

const DIGEST_HOUR = 8;

/** The latest moment at or before `now` at which daily letters are written: 8:00 in Moscow (UTC+3). */
export function latestDigest(now: Date): Date {
  const today = new Date(`${dayOf(now)}T${String(DIGEST_HOUR).padStart(2, '0')}:00:00+03:00`);
  return today <= now ? today : new Date(today.getTime() - 24 * 3_600_000);
}
