import { forSystem } from '@/lib/access/door';
import { type OutgoingLetter, sendLetter, UncertainDelivery } from '@/lib/work/mail';

const MOST_ATTEMPTS = 8;

/** Hands a letter over; calls `handingOver` just before it goes over the line. */
export type Send = (letter: OutgoingLetter, handingOver: () => Promise<void>) => Promise<void>;

interface ClaimedLetter extends OutgoingLetter {
  attempts: number;
}

/** The letter was cancelled, or taken by another worker, before it went over the line. */
class NoLongerOurs extends Error {}

/**
 * Takes the next letter that is due and puts its next attempt off by more than one attempt can last, so that a killed worker
 * leaves it to be tried again and two workers never take the same one.
 */
async function claimNext(): Promise<ClaimedLetter | undefined> {
  const rows = await forSystem(
    'outbox',
    (db) => db.$queryRaw<ClaimedLetter[]>`
      UPDATE letter SET attempts = attempts + 1, next_attempt_at = now() + interval '5 minutes'
      WHERE id = (SELECT id FROM letter WHERE status = 'QUEUED' AND next_attempt_at <= now()
                  ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, recipient, subject, text, attempts`,
  );
  return rows[0];
}

/** From here on a killed worker leaves a letter of which nobody knows whether it was sent. */
async function markSending({ id, attempts }: ClaimedLetter): Promise<void> {
  const { count } = await forSystem('outbox', (db) =>
    db.letter.updateMany({ where: { id, attempts, status: 'QUEUED' }, data: { status: 'SENDING' } }),
  );
  if (count === 0) throw new NoLongerOurs();
}

/** Letters whose worker was killed while it handed them over are never sent again by themselves. */
async function markUncertain(): Promise<void> {
  await forSystem(
    'outbox',
    (db) => db.$executeRaw`
      UPDATE letter SET status = 'UNCERTAIN', error = 'Портал остановился, пока передавал письмо.'
      WHERE status = 'SENDING' AND next_attempt_at <= now()`,
  );
}

/** What becomes of a letter that was not surely sent: again after 30 s, 1 min, 2 min … 1 h, eight times in all. */
async function putOff({ id, attempts }: ClaimedLetter, cause: unknown): Promise<void> {
  const error = cause instanceof Error ? cause.message : String(cause);
  const later = Math.min(3_600_000, 30_000 * 2 ** (attempts - 1));
  const status = cause instanceof UncertainDelivery ? 'UNCERTAIN' : attempts >= MOST_ATTEMPTS ? 'FAILED' : 'QUEUED';
  await forSystem('outbox', (db) =>
    db.letter.updateMany({
      where: { id, attempts, status: { in: ['QUEUED', 'SENDING'] } },
      data: { status, error, nextAttemptAt: new Date(Date.now() + later) },
    }),
  );
}

/** Sends what is due, letter by letter; gives how many the mail server took. */
export async function deliverLetters(send: Send = sendLetter): Promise<number> {
  await markUncertain();
  let sent = 0;
  for (let letter = await claimNext(); letter; letter = await claimNext()) {
    const claimed = letter;
    const { id, attempts } = claimed;
    try {
      await send(claimed, () => markSending(claimed));
    } catch (cause) {
      if (!(cause instanceof NoLongerOurs)) await putOff(claimed, cause);
      continue;
    }
    await forSystem('outbox', (db) =>
      db.letter.updateMany({ where: { id, attempts }, data: { status: 'SENT', sentAt: new Date(), error: null } }),
    );
    sent += 1;
  }
  return sent;
}
