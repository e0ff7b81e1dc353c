/** Files beside the things of support: who puts them there, who reads them, who takes them away, what stays on the disk. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { attachSupportFile, removeSupportFile } from '@/lib/portal/support-files/commands';
import { supportFile, supportFilesOf } from '@/lib/portal/support-files/queries';
import type { FileSubject } from '@/lib/portal/support-files/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let neighbour: SchoolWithCard;
let programme: string;
let network: string;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
  neighbour = await world.school();
  const municipalityId = world.city.head.municipalityId ?? '';
  const changed = { changedBy: 'Кто-то', changedAt: NOW };
  programme = await forViewer(school.principal, async (db) => {
    const place = { schoolId: school.principal.schoolId ?? '', municipalityId };
    return (
      await db.programme.create({ data: { ...place, ...changed, schoolYear: '2020-2021', title: 'П', content: {} } })
    ).id;
  });
  network = await forViewer(world.city.head, async (db) => {
    return (await db.network.create({ data: { municipalityId, ...changed, kind: 'COMMUNITY', title: 'Сеть' } })).id;
  });
});
afterAll(() => database.close());

async function* pieces(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

const attach = (viewer: Viewer, type: FileSubject, id: string, name = 'Отчёт.pdf', contents: Uint8Array = PDF) =>
  attachSupportFile(viewer, { type, id }, name, { announced: contents.byteLength, contents: pieces(contents) }, NOW);

const named = async (viewer: Viewer, type: FileSubject, id: string) =>
  (await forViewer(viewer, (db) => supportFilesOf(db, viewer, type, [id]))).get(id)?.map(({ name }) => name) ?? [];

async function filesOnDisk(): Promise<number> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(join(database.dataDirectory, 'files'), options).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
}

describe('a file beside a programme', () => {
  it('is read by the school and its centre, and by nobody else', async () => {
    const stored = await attach(school.principal, 'programme', programme, '../Отчёт\u202E<b>.pdf');
    if (!stored.ok) throw new Error(stored.failure.detail);
    expect(stored.value.name).toBe('Отчётb.pdf');
    for (const viewer of [school.principal, world.city.head, world.coordinator]) {
      const opened = await supportFile(viewer, stored.value.id);
      if (!opened.ok) throw new Error(`${viewer.role}: ${opened.failure.detail}`);
      expect(await text(opened.value.contents)).toBe(PDF.toString());
      expect(await named(viewer, 'programme', programme)).toContain('Отчётb.pdf');
    }
    for (const viewer of [neighbour.principal, world.town.head]) {
      expect(await supportFile(viewer, stored.value.id)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
      expect(await removeSupportFile(viewer, stored.value.id, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
      expect(await named(viewer, 'programme', programme)).toEqual([]);
    }
    expect(await supportFile(world.admin, stored.value.id)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });

  it('cannot be put there from another school, another city or by those who only read', async () => {
    const before = await filesOnDisk();
    for (const viewer of [neighbour.principal, world.town.head]) {
      expect(await attach(viewer, 'programme', programme)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    }
    expect(await attach(world.coordinator, 'programme', programme)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await filesOnDisk()).toBe(before);
  });

  it('is refused when its contents are no document', async () => {
    const before = await filesOnDisk();
    const script = await attach(school.principal, 'programme', programme, 'a.pdf', Buffer.from('#!/bin/sh\necho 1\n'));
    expect(script).toMatchObject({ failure: { code: 'UNSUPPORTED_TYPE' } });
    const empty = await attach(school.principal, 'programme', programme, 'a.pdf', Buffer.alloc(0));
    expect(empty).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await filesOnDisk()).toBe(before);
  });

  it('is taken away by the one who put it there or by the head, with its contents and a line of the journal', async () => {
    const stored = await attach(world.city.head, 'programme', programme, 'Акт.pdf');
    if (!stored.ok) throw new Error(stored.failure.detail);
    const before = await filesOnDisk();
    expect(await removeSupportFile(school.principal, stored.value.id, NOW)).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
    expect(await removeSupportFile(world.city.head, stored.value.id, NOW)).toMatchObject({ ok: true });
    expect(await named(world.city.head, 'programme', programme)).not.toContain('Акт.pdf');
    expect(await filesOnDisk()).toBe(before - 1);
    const told = await forViewer(world.city.head, (db) =>
      db.journalEntry.findMany({ where: { subjectId: programme, action: 'support.attach' }, orderBy: { id: 'asc' } }),
    );
    expect(told.at(-1)).toMatchObject({ from: 'Акт.pdf', schoolId: school.principal.schoolId });
  });
});

describe('a file beside a network', () => {
  it('is put there by МОЦ and read by every school of the city', async () => {
    const stored = await attach(world.city.head, 'network', network, 'План.pdf');
    if (!stored.ok) throw new Error(stored.failure.detail);
    expect((await supportFile(neighbour.principal, stored.value.id)).ok).toBe(true);
    expect(await attach(school.principal, 'network', network)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await supportFile(world.town.head, stored.value.id)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });
});
