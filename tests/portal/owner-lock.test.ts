import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isHeld, lockHolder, takeLock } from '@/lib/db/embedded/owner-lock';
import { processStamp } from '@/lib/db/embedded/process-identity';

const folder = mkdtempSync(join(tmpdir(), 'moc-lock-'));
const path = join(folder, 'portal.lock');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function taken(note?: string) {
  const lock = takeLock(path, note);
  if (!isHeld(lock)) throw new Error(`held by ${lock.pid}`);
  return lock;
}

test('one holder at a time, who tells about itself', () => {
  const lock = taken('http://127.0.0.1:3000');
  expect(takeLock(path)).toMatchObject({ pid: process.pid, note: 'http://127.0.0.1:3000' });
  expect(lockHolder(path)?.pid).toBe(process.pid);
  lock.release();
  expect(lockHolder(path)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, stamp: 'x', note: '' })],
  ['of a number that was used again', JSON.stringify({ pid: process.pid, stamp: 'an earlier start', note: '' })],
  ['of a power cut', ''],
])('a lock %s is taken over', (_case, left) => {
  writeFileSync(path, left);
  const lock = taken();
  expect(JSON.parse(readFileSync(path, 'utf8')).stamp).toBe(processStamp(process.pid));
  lock.release();
});

test('releasing never removes the lock of another', () => {
  const lock = taken();
  writeFileSync(path, JSON.stringify({ pid: 1, stamp: 'other', note: '' }));
  lock.release();
  expect(readdirSync(folder)).toEqual(['portal.lock']);
});
