/** Uploaded files in an S3-compatible bucket, under the names that they have in the data folder: `ab/abcdef…`. */
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import { type BucketSettings, bucketSettings, EnvironmentFault } from '../env';

/** Shorter than the longest transaction: a file is put before its row is committed. */
const LONGEST_REQUEST_MS = 20_000;

/** The storage does not answer or refuses; the message is for the journal of the server and names no key. */
export class StorageFault extends Error {
  constructor(doing: string, cause: unknown) {
    super(`S3: ${doing}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StorageFault';
  }
}

const objectOf = (key: string) => `${key.slice(0, 2)}/${key}`;

/** The bucket of this environment; null: files stay in the data folder. */
export function ownBucket(): Bucket | null {
  const settings = bucketSettings();
  return settings && new Bucket(settings);
}

/** Says at the start in one line what is wrong with the bucket, rather than at the first upload. Throws EnvironmentFault. */
export async function requireBucket(settings: BucketSettings | null = bucketSettings()): Promise<void> {
  if (!settings) return;
  const found = await new Bucket(settings).exists().catch(() => {
    throw new EnvironmentFault('S3_ENDPOINT', `хранилище ${settings.endpoint} не отвечает.`);
  });
  if (!found) {
    throw new EnvironmentFault('S3_BUCKET', `корзины «${settings.bucket}» нет или ключ S3_ACCESS_KEY_ID её не видит.`);
  }
}

export class Bucket {
  readonly #client: S3mini;
  readonly #reader: S3mini;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: BucketSettings) {
    const settings = { endpoint: `${endpoint}/${bucket}`, region, accessKeyId, secretAccessKey };
    this.#client = new S3mini({ ...settings, requestAbortTimeout: LONGEST_REQUEST_MS });
    // a person may take long to download: only the wait for the first byte is bounded
    this.#reader = new S3mini({ ...settings, fetch: fetchWithPatience });
  }

  exists(): Promise<boolean> {
    return this.#client.bucketExists();
  }

  /** Puts the file as a stream from the disk. Throws StorageFault; the bucket then has nothing under this key. */
  async put(key: string, path: string): Promise<void> {
    try {
      await this.#client.putObject(objectOf(key), await openAsBlob(path));
    } catch (error) {
      throw new StorageFault('файл не сохранён', error);
    }
  }

  async read(key: string): Promise<Readable | null> {
    try {
      const answer = await this.#reader.getObjectResponse(objectOf(key));
      return answer?.body ? Readable.fromWeb(answer.body as WebStream) : null;
    } catch (error) {
      throw new StorageFault('файл не прочитан', error);
    }
  }

  async remove(key: string): Promise<void> {
    try {
      await this.#client.deleteObject(objectOf(key));
    } catch (error) {
      throw new StorageFault('файл не удалён', error);
    }
  }

  /** Copies all files into a folder, for a backup; one that is removed meanwhile is left out. */
  async copyTo(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const { Key } of (await this.#client.listObjects('/', '')) ?? []) {
      const key = Key.slice(3);
      if (objectOf(key) !== Key || !/^[0-9a-f]+$/.test(key)) continue;
      const contents = await this.read(key);
      if (!contents) continue;
      const place = join(folder, Key);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await pipeline(contents, createWriteStream(place, { mode: 0o600 }));
    }
  }

  /** Puts all files of such a folder, for a restore; what cannot be put wholly is taken out again. */
  async copyFrom(folder: string): Promise<void> {
    const put: string[] = [];
    try {
      for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
        if (!entry.isFile()) continue;
        await this.put(entry.name, join(entry.parentPath, entry.name));
        put.push(entry.name);
      }
    } catch (error) {
      for (const key of put) await this.remove(key).catch(() => {});
      throw error;
    }
    await rm(folder, { recursive: true, force: true });
  }
}

const fetchWithPatience: typeof fetch = async (input, init) => {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(new Error('ответа не было 20 секунд')), LONGEST_REQUEST_MS);
  try {
    return await fetch(input, { ...init, signal: waiting.signal });
  } finally {
    clearTimeout(timer);
  }
};
