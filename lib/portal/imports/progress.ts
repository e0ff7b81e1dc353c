/**
 * How far the reading of a file has come, for the one who sent it and waits: kept in the memory of this process, since it
 * is worth nothing when the process is gone.
 */
import type { Viewer } from '@/lib/access/viewer';

const FORGOTTEN_AFTER_MS = 10 * 60 * 1000;
const MOST_KEPT = 1000;

interface Reading {
  /** 0…1 */
  share: number;
  rows: number;
  at: number;
}

declare global {
  // the pages and the API are bundled apart and must see the same readings
  var mocImportReadings: Map<string, Reading> | undefined;
}

function readings(): Map<string, Reading> {
  globalThis.mocImportReadings ??= new Map();
  return globalThis.mocImportReadings;
}

const keyOf = (viewer: Viewer, key: string) => `${viewer.accountId} ${key}`;

/** A function that notes how far the reading is; `key` is chosen by the sender. */
export function progressOf(viewer: Viewer, key: string | null, now: () => number) {
  return (share: number, rows: number): void => {
    if (!key) return;
    const kept = readings();
    for (const [old, { at }] of kept) {
      if (kept.size < MOST_KEPT && now() - at < FORGOTTEN_AFTER_MS) break;
      kept.delete(old);
    }
    kept.set(keyOf(viewer, key), { share, rows, at: now() });
  };
}

/** How far the viewer's own file is read; null when nothing is being read under this key. */
export function readingShare(viewer: Viewer, key: string): { share: number; rows: number } | null {
  const found = readings().get(keyOf(viewer, key));
  return found ? { share: found.share, rows: found.rows } : null;
}
