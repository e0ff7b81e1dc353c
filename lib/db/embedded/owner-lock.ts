import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { processStamp } from './process-identity';

/** Who holds a lock: a process, told from a later one with the same number, and what it says of itself. */
export interface LockHolder {
  pid: number;
  stamp: string;
  /** free words of the holder, for example its address */
  note: string;
}

export interface HeldLock {
  /** changes the holder's note */
  note(text: string): void;
  release(): void;
}

/**
 * Takes the lock file for this process, or tells who holds it. The lock of a process that is gone (kill -9, power cut,
 * a number used again) is taken over.
 */
export function takeLock(path: string, note = ''): HeldLock | LockHolder {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  const write = (text: string) =>
    writeFileSync(mine, JSON.stringify({ pid: process.pid, stamp: processStamp(process.pid) ?? '', note: text }), {
      mode: 0o600,
    });
  write(note);
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        linkSync(mine, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 20) throw error;
        const holder = lockHolder(path);
        if (holder) return holder;
        removeStale(path);
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    note(text) {
      write(text);
      renameSync(mine, path);
    },
    release() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

export function isHeld(lock: HeldLock | LockHolder): lock is HeldLock {
  return 'release' in lock;
}

/** The living process that holds the lock, or null. */
export function lockHolder(path: string): LockHolder | null {
  const holder = readHolder(path);
  return holder && processStamp(holder.pid) === holder.stamp ? holder : null;
}

/** Moved away first: of two processes that find the same stale lock only one removes it, and never a fresh one. */
function removeStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && processStamp(moved.pid) === moved.stamp) {
    try {
      linkSync(aside, path);
    } catch {
      // somebody else has taken it meanwhile
    }
  }
  rmSync(aside, { force: true });
}

function readHolder(path: string): LockHolder | null {
  try {
    const { pid, stamp, note } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof pid === 'number' && typeof stamp === 'string' ? { pid, stamp, note: String(note ?? '') } : null;
  } catch {
    return null;
  }
}
