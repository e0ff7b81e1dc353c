import { buildReports } from './building';
import { removeOldReports } from './made';

const LOOK_EVERY_MS = 2_000;
const CLEAR_EVERY_MS = 3_600_000;

/** Makes the reports that people ask for while the portal runs, and removes those whose days are over. */
export function startReports(): void {
  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await buildReports();
    } catch (error) {
      console.error('Reports: not made, trying again.', error instanceof Error ? error.message : '');
    } finally {
      busy = false;
    }
  }, LOOK_EVERY_MS).unref();
  setInterval(() => {
    removeOldReports(new Date()).catch((error) => console.error('Reports: old ones stay.', error?.message ?? ''));
  }, CLEAR_EVERY_MS).unref();
}
