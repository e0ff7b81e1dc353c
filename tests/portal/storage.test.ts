/** Uploaded files behave alike in the data folder and in a bucket of an S3 server (which knows keys, not signatures). */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { discardFile, keepFile, pathOfFile, readFile, receiveFile, removeFile } from '@/lib/work/storage';
import { Bucket, requireBucket, StorageFault } from '@/lib/work/storage-bucket';

const folder = mkdtempSync(join(tmpdir(), 'moc-storage-'));
const CONTENTS = Buffer.alloc(12_000_000, 'ёж');
const settings = {
  endpoint: '',
  bucket: 'moc-files',
  region: 'us-east-1',
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
};
let server: S3rver;

beforeAll(async () => {
  server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') },
    configureBuckets: [{ name: settings.bucket, configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  settings.endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

async function* pieces(contents: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < contents.length; at += 65_536) yield contents.subarray(at, at + 65_536);
}

async function received(contents: Buffer) {
  const file = await receiveFile(pieces(contents), contents.length);
  if (file === 'too-large') throw new Error('too large');
  return file;
}

function stubBucket(endpoint = settings.endpoint, key = settings.accessKeyId) {
  vi.stubEnv('S3_ENDPOINT', endpoint);
  vi.stubEnv('S3_BUCKET', settings.bucket);
  vi.stubEnv('S3_ACCESS_KEY_ID', key);
  vi.stubEnv('S3_SECRET_ACCESS_KEY', settings.secretAccessKey);
}

const incoming = (directory: string) => readdirSync(join(directory, 'files', 'incoming'));

describe.each(['folder', 'bucket'])('in a %s', (place) => {
  const directory = join(folder, place);
  const enter = () => {
    vi.stubEnv('MOC_DATA_DIR', directory);
    if (place === 'bucket') stubBucket();
  };

  it('keeps a file, reads it as a stream and by a path, and removes it', async () => {
    enter();
    const file = await received(CONTENTS);
    expect(await readFile(file.key)).toBeNull();
    await keepFile(file);
    expect(incoming(directory)).toEqual([]);
    const stream = await readFile(file.key);
    expect(stream && (await buffer(stream)).equals(CONTENTS)).toBe(true);
    const [path] = await Promise.all([pathOfFile(file.key), pathOfFile(file.key)]);
    expect(path && readFileSync(path).equals(CONTENTS)).toBe(true);
    await removeFile(file.key);
    await removeFile(file.key);
    expect(await readFile(file.key)).toBeNull();
    expect(await pathOfFile(file.key)).toBeNull();
    expect(incoming(directory)).toEqual([]);
  });

  it('keeps nothing of a file that is too large or discarded', async () => {
    enter();
    expect(await receiveFile(pieces(CONTENTS), 100_000)).toBe('too-large');
    const file = await received(Buffer.from('short'));
    await discardFile(file);
    const kept = await received(Buffer.from('short'));
    await keepFile(kept);
    await discardFile(kept);
    expect(incoming(directory)).toEqual([]);
    expect(await readFile(kept.key)).toBeNull();
  });
});

describe('a bucket that does not serve', () => {
  const directory = join(folder, 'lost');

  it.each([
    ['is out of reach', 'http://127.0.0.1:1', 'S3RVER'],
    ['refuses the key', '', 'stranger'],
  ])('%s: the error says so and the file is not half kept', async (_what, endpoint, key) => {
    vi.stubEnv('MOC_DATA_DIR', directory);
    stubBucket(endpoint || settings.endpoint, key);
    const file = await received(Buffer.from('short'));
    await expect(keepFile(file)).rejects.toThrow(StorageFault);
    expect(incoming(directory)).toContain(file.key);
    await expect(readFile(file.key)).rejects.toThrow(/^S3: файл не прочитан/);
    stubBucket();
    expect(await readFile(file.key)).toBeNull();
    await discardFile(file);
    expect(incoming(directory)).toEqual([]);
  });

  it('stops the start with one line', async () => {
    await expect(requireBucket({ ...settings, bucket: 'another' })).rejects.toThrow(/^S3_BUCKET: .*another/);
    await expect(requireBucket({ ...settings, endpoint: 'http://127.0.0.1:1' })).rejects.toThrow(/^S3_ENDPOINT: /);
    await expect(requireBucket(settings)).resolves.toBeUndefined();
  });
});

it('goes whole into a folder for a backup and back', async () => {
  vi.stubEnv('MOC_DATA_DIR', join(folder, 'moving'));
  stubBucket();
  const files = [await received(Buffer.from('one')), await received(Buffer.from('two'))];
  for (const file of files) await keepFile(file);
  const bucket = new Bucket(settings);
  const copies = join(folder, 'copies');
  await bucket.copyTo(copies);
  for (const file of files) await removeFile(file.key);
  await bucket.copyFrom(copies);
  for (const [at, text] of ['one', 'two'].entries()) {
    const stream = await readFile(files[at]?.key ?? '');
    expect(stream && (await buffer(stream)).toString()).toBe(text);
  }
});
