import { mailSettings } from '@/lib/env';
import { deliverLetters } from './delivery';
import { writeDigests } from './digest';
import { writeReminders } from './reminders';

const LOOK_EVERY_MS = 5_000;
const REMIND_EVERY_MS = 300_000;

/** Reminds, writes the letters of the day and delivers letters while the portal runs; without SMTP_URL letters are kept. */
export function startMessages(): void {
  repeat(REMIND_EVERY_MS, async () => {
    const now = new Date();
    await writeReminders(now);
    await writeDigests(now);
  });
  if (mailSettings()) repeat(LOOK_EVERY_MS, deliverLetters);
}

/** Runs the work again and again, never twice at once. */
function repeat(everyMs: number, work: () => Promise<unknown>): void {
  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await work();
    } catch (error) {
      console.error('Messages: not done, trying again.', error instanceof Error ? error.message : '');
    } finally {
      busy = false;
    }
  }, everyMs).unref();
}
