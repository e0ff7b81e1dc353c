import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { mailSettings } from '@/lib/env';

/** A letter to one person; results and names of pupils never stand in it, only a link to the portal. */
export interface NewLetter {
  recipient: string;
  subject: string;
  text: string;
  accountId?: string | null;
  /** whose outbox shows it; null: only the administrator's */
  municipalityId?: string | null;
}

/** A notice inside the portal for one account. */
export interface NewNotice {
  accountId: string;
  title: string;
  text: string;
  href: string;
}

/**
 * Puts letters into the outbox, in the transaction of what they tell: QUEUED when SMTP is configured, otherwise KEPT,
 * which the outbox page shows as not sent.
 */
export async function writeLetters(db: ScopedDatabase, letters: NewLetter[], now: Date): Promise<void> {
  const queued = mailSettings() !== null;
  await db.letter.createMany({
    data: letters.map((letter) => ({
      ...letter,
      status: queued ? ('QUEUED' as const) : ('KEPT' as const),
      nextAttemptAt: queued ? now : null,
      createdAt: now,
    })),
  });
}

/** Writes notices that the people see in the portal. */
export async function writeNotices(db: ScopedDatabase, notices: NewNotice[], now: Date): Promise<void> {
  await db.notice.createMany({ data: notices.map((notice) => ({ ...notice, createdAt: now })) });
}

/** Marks all notices of the viewer as read. */
export function readNotices(viewer: Viewer, now: Date): Promise<void> {
  return forViewer(viewer, async (db) => {
    await db.notice.updateMany({ where: { accountId: viewer.accountId, readAt: null }, data: { readAt: now } });
  });
}
