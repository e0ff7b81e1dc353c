import { forSystem } from '@/lib/access/door';
import { mailSettings } from '@/lib/env';
import { type OutgoingLetter, sendLetter } from '@/lib/work/mail';

const LOOK_EVERY_MS = 5_000;
const MOST_ATTEMPTS = 8;

interface ClaimedLetter extends OutgoingLetter {
  attempts: number;
}

/**
 * Takes the next letter that is due and puts its next attempt off (30 s, 1 min, 2 min … 1 h), so that a killed worker
 * leaves it to be tried again and two workers never take the same one.
 */
async function claimNext(): Promise<ClaimedLetter | undefined> {
  const rows = await forSystem(
    'outbox',
    (db) => db.$queryRaw<ClaimedLetter[]>`
      UPDATE letter SET attempts = attempts + 1,
        next_attempt_at = now() + least(interval '1 hour', interval '30 seconds' * power(2, attempts))
      WHERE id = (SELECT id FROM letter WHERE status = 'QUEUED' AND next_attempt_at <= now()
                  ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, recipient, subject, text, attempts`,
  );
  return rows[0];
}

/** Sends what is due, letter by letter; gives how many the mail server took. */
export async function deliverLetters(send: (letter: OutgoingLetter) => Promise<void> = sendLetter): Promise<number> {
  let sent = 0;
  for (let letter = await claimNext(); letter; letter = await claimNext()) {
    const { id, attempts } = letter;
    try {
      await send(letter);
      await forSystem('outbox', (db) =>
        db.letter.update({ where: { id }, data: { status: 'SENT', sentAt: new Date(), error: null } }),
      );
      sent += 1;
    } catch (cause) {
      const error = cause instanceof Error ? cause.message : String(cause);
      const status = attempts >= MOST_ATTEMPTS ? 'FAILED' : 'QUEUED';
      await forSystem('outbox', (db) => db.letter.update({ where: { id }, data: { status, error } }));
    }
  }
  return sent;
}

/** Delivers letters while the portal runs; without SMTP_URL there is nothing to do, letters are kept. */
export function startDelivery(): void {
  if (!mailSettings()) return;
  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await deliverLetters();
    } catch (error) {
      console.error(
        'Outbox: the database is not reachable, trying again.',
        error instanceof Error ? error.message : '',
      );
    } finally {
      busy = false;
    }
  }, LOOK_EVERY_MS).unref();
}
