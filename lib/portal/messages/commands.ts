import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { NoticeChannel, NoticeKind, Role } from '@/lib/db/generated/enums';
import { usualChannel } from '@/lib/domain/notices/channels';
import { kindOfNotice } from '@/lib/domain/notices/kind';
import { digestLineOf, type LetterWords, letterOf } from '@/lib/domain/notices/letter';
import { mailSettings, publicAddress } from '@/lib/env';

/** A letter to one person; results and names of pupils never stand in it, only a link to the portal. */
export interface NewLetter extends LetterWords {
  recipient: string;
  accountId?: string | null;
  /** whose outbox shows it; null: only the administrator's */
  municipalityId?: string | null;
}

/** News for one account; the page that it opens tells what it is about. */
export interface NewNotice {
  accountId: string;
  title: string;
  text: string;
  href: string;
  /** words for the letter, when its writer knows that no result stands in them */
  letter?: LetterWords;
}

/**
 * Puts letters into the outbox, in the transaction of what they tell: QUEUED when SMTP is configured, otherwise KEPT,
 * which the outbox page shows as not sent.
 */
export async function writeLetters(db: ScopedDatabase, letters: NewLetter[], now: Date): Promise<void> {
  if (letters.length === 0) return;
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

interface Way {
  account_id: string;
  role: Role;
  chosen: NoticeChannel | null;
  email: string;
  municipality_id: string | null;
}

/** Tells people in the portal and by letter, each as they chose for this kind of news; in the transaction of what is told. */
export async function writeNotices(db: ScopedDatabase, notices: readonly NewNotice[], now: Date): Promise<void> {
  for (const [kind, told] of Map.groupBy(notices, ({ href }) => kindOfNotice(href)))
    await tellOfKind(db, kind, told, now);
}

async function tellOfKind(db: ScopedDatabase, kind: NoticeKind, told: readonly NewNotice[], now: Date): Promise<void> {
  const accounts = [...new Set(told.map(({ accountId }) => accountId))];
  const ways = await db.$queryRaw<Way[]>`SELECT * FROM notice_ways(${accounts}::uuid[], ${kind}::notice_kind)`;
  const wayOf = new Map(ways.map((way) => [way.account_id, way]));
  const address = publicAddress();
  const heard = told.flatMap((notice) => {
    const way = wayOf.get(notice.accountId);
    if (!way) return [];
    const channel = way.chosen ?? usualChannel(way.role, kind);
    return channel === 'NONE' ? [] : [{ notice, way, channel }];
  });
  await db.notice.createMany({
    data: heard.map(({ notice: { letter: _, ...notice } }) => ({ ...notice, kind, createdAt: now })),
  });
  await writeLetters(
    db,
    heard
      .filter(({ channel }) => channel === 'LETTER')
      .map(({ notice, way }) => ({
        ...letterOf({ ...notice, kind }, address),
        recipient: way.email,
        accountId: way.account_id,
        municipalityId: way.municipality_id,
      })),
    now,
  );
  await db.digestLine.createMany({
    data: heard
      .filter(({ channel }) => channel === 'DIGEST')
      .map(({ notice, way }) => ({
        ...{ accountId: way.account_id, kind, text: digestLineOf({ ...notice, kind }), href: notice.href },
        createdAt: now,
      })),
  });
}

/** Marks all notices of the viewer as read. */
export function readNotices(viewer: Viewer, now: Date): Promise<void> {
  return forViewer(viewer, async (db) => {
    await db.notice.updateMany({ where: { accountId: viewer.accountId, readAt: null }, data: { readAt: now } });
  });
}

/** Marks one notice of the viewer as read; another person's is left alone. */
export function readNotice(viewer: Viewer, id: string, now: Date): Promise<void> {
  return forViewer(viewer, async (db) => {
    await db.notice.updateMany({ where: { id, accountId: viewer.accountId, readAt: null }, data: { readAt: now } });
  });
}
