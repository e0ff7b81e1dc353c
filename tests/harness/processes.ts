import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether the process runs; one that has ended and only waits to be counted does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until the condition holds; throws after 45 s. */
export async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 45_000; !condition(); await pause(50)) {
    if (Date.now() > end) throw new Error('It did not happen in time.');
  }
}
