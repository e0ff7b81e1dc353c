/**
 * Uploaded files, under MOC_DATA_DIR/files or in a bucket (S3_*). A file first stands in `incoming`, whole and synced to
 * the disk, and moves to its place when the database knows it; what a crash left in `incoming` is swept away after a day.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dataDirectory } from '../env';
import { type Bucket, ownBucket } from './storage-bucket';

const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** A file that was received and is not yet kept. */
export interface IncomingFile {
  /** the random key under which it will be kept */
  key: string;
  path: string;
  /** bytes */
  size: number;
  sha256: string;
}

const folder = (...parts: string[]) => join(dataDirectory(), 'files', ...parts);
const incoming = () => folder('incoming');
const placeOf = (key: string) => folder(key.slice(0, 2), key);

/**
 * Writes a stream to the disk piece by piece and never more than `limit` bytes: 'too-large' when it is longer. Nothing
 * stays behind when it is too large or breaks off.
 */
export async function receiveFile(
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<IncomingFile | 'too-large'> {
  await mkdir(incoming(), { recursive: true });
  await sweepAbandoned(new Date());
  const key = randomBytes(24).toString('hex');
  const path = join(incoming(), key);
  const hash = createHash('sha256');
  let size = 0;
  let received = false;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of source) {
      size += piece.byteLength;
      if (size > limit) return 'too-large';
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
    received = true;
    return { key, path, size, sha256: hash.digest('hex') };
  } finally {
    await file.close();
    if (!received) await rm(path, { force: true });
  }
}

/** Moves a received file to its place for good. Throws StorageFault when the bucket does not take it. */
export async function keepFile(file: IncomingFile): Promise<void> {
  const bucket = ownBucket();
  if (bucket) {
    await bucket.put(file.key, file.path);
    await rm(file.path, { force: true });
    return;
  }
  const place = placeOf(file.key);
  await mkdir(dirname(place), { recursive: true });
  await rename(file.path, place);
}

/** Removes a received file, wherever it stands by now; nothing happens when it is gone. */
export async function discardFile(file: IncomingFile): Promise<void> {
  await rm(file.path, { force: true });
  await removeFile(file.key);
}

/** A kept file's contents; null when the file is not there. Throws StorageFault when the bucket does not answer. */
export async function readFile(key: string): Promise<Readable | null> {
  const bucket = ownBucket();
  if (bucket) return bucket.read(key);
  const place = placeOf(key);
  const found = await stat(place).catch(() => null);
  return found ? createReadStream(place) : null;
}

/**
 * Where a kept file stands, for readers that go to and fro in it; null when it is not there. Out of a bucket it is a
 * copy in `incoming`: what stands under a key never changes, so a copy serves for the day until it is swept away.
 */
export async function pathOfFile(key: string): Promise<string | null> {
  const bucket = ownBucket();
  const place = bucket ? copyOf(key) : placeOf(key);
  if (await stat(place).catch(() => null)) return place;
  return bucket ? fetchCopy(bucket, key) : null;
}

/** Removes a kept file; nothing happens when it is gone. */
export async function removeFile(key: string): Promise<void> {
  const bucket = ownBucket();
  await rm(bucket ? copyOf(key) : placeOf(key), { force: true });
  await bucket?.remove(key);
}

const copyOf = (key: string) => join(incoming(), `${key}.copy`);

async function fetchCopy(bucket: Bucket, key: string): Promise<string | null> {
  await mkdir(incoming(), { recursive: true });
  await sweepAbandoned(new Date());
  const contents = await bucket.read(key);
  if (!contents) return null;
  const unfinished = `${copyOf(key)}.${randomBytes(6).toString('hex')}`;
  try {
    await pipeline(contents, createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, copyOf(key));
    return copyOf(key);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Removes what interrupted uploads left more than a day ago. */
async function sweepAbandoned(now: Date): Promise<void> {
  for (const name of await readdir(incoming())) {
    const path = join(incoming(), name);
    const found = await stat(path).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}
