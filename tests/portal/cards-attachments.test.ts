import { createHash } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { attachFile, removeAttachment } from '@/lib/portal/attachments/commands';
import { attachedFile, attachmentsOf } from '@/lib/portal/attachments/queries';
import { MOST_ATTACHMENT_BYTES } from '@/lib/portal/attachments/schema';
import { returnCard, saveAnswers, submitCard } from '@/lib/portal/cards/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { storedZip } from './stored-zip';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');

/** The bones of an office document: what its first part says of its kind. */
function office(part: string, kind: string): Buffer {
  const type = kind.includes('macro')
    ? `application/vnd.ms-word.${kind}`
    : `application/vnd.openxmlformats-officedocument.${kind}`;
  const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${type}"/></Types>`;
  return storedZip({ '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', [part]: '<document/>' });
}

async function* pieces(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** As many bytes as asked, in pieces of 64 KB, so that none has them all. */
async function* long(first: Uint8Array, bytes: number): AsyncGenerator<Uint8Array> {
  yield first;
  for (let left = bytes - first.byteLength; left > 0; left -= 65_536) yield new Uint8Array(Math.min(left, 65_536));
}

const attach = (
  { principal, cardId }: SchoolWithCard,
  contents: AsyncIterable<Uint8Array>,
  { name = 'Протокол.pdf', criterion = 'A1', announced = 0, viewer = principal as Viewer } = {},
) => attachFile(viewer, cardId, { criterion, name }, { announced, contents }, NOW);

/** Every file in the storage, incoming ones as well. */
async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(join(database.dataDirectory, 'files'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function submitted(): Promise<SchoolWithCard> {
  const school = await world.school();
  await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
  expect(await submitCard(school.principal, school.cardId, {}, NOW)).toMatchObject({ ok: true });
  return school;
}

describe('attaching a file', () => {
  it('keeps it with its name, kind, size and hash, and gives it back as it was', async () => {
    const school = await world.school();
    const before = await filesOnDisk();
    const attached = await attach(school, pieces(PDF.subarray(0, 5), PDF.subarray(5)));
    expect(attached).toMatchObject({
      ok: true,
      value: {
        criterion: 'A1',
        name: 'Протокол.pdf',
        mediaType: 'application/pdf',
        size: PDF.length,
        sha256: createHash('sha256').update(PDF).digest('hex'),
        uploadedBy: school.principal.name,
      },
    });
    expect(await filesOnDisk()).toHaveLength(before.length + 1);
    const id = attached.ok ? attached.value.id : '';
    const file = await attachedFile(world.city.staff, school.cardId, id);
    expect(file.ok && (await text(file.value.contents))).toBe(PDF.toString());
    expect(await attachmentsOf(world.city.staff, school.cardId)).toMatchObject({ value: { items: [{ id }] } });
    const journal = await forViewer(school.principal, (db) =>
      db.journalEntry.findMany({ where: { subjectId: school.cardId } }),
    );
    expect(journal).toMatchObject([{ action: 'card.attach', detail: 'A1', to: 'Протокол.pdf' }]);
  });

  it.each([
    ['pdf', PDF],
    ['docx', office('word/document.xml', 'wordprocessingml.document.main+xml')],
    ['xlsx', office('xl/workbook.xml', 'spreadsheetml.sheet.main+xml')],
    ['jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
    [
      'png',
      Buffer.from(
        '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
        'hex',
      ),
    ],
  ])('recognises %s by its contents', async (ending, contents) => {
    const school = await world.school();
    const attached = await attach(school, pieces(contents), { name: 'файл' });
    expect(attached).toMatchObject({ ok: true, value: { name: `файл.${ending}` } });
  });

  it.each([
    ['a document with macros', office('word/document.xml', 'document.macroEnabled.main+xml'), 'UNSUPPORTED_TYPE'],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003'), 'UNSUPPORTED_TYPE'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'UNSUPPORTED_TYPE'],
    ['a picture that can run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'UNSUPPORTED_TYPE'],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'UNSUPPORTED_TYPE'],
    ['plain text', Buffer.from('просто слова'), 'UNSUPPORTED_TYPE'],
    ['nothing at all', Buffer.alloc(0), 'INVALID'],
  ])('refuses %s by its contents, whatever its name, and keeps nothing', async (_what, contents, code) => {
    const school = await world.school();
    const before = await filesOnDisk();
    expect(await attach(school, pieces(contents))).toMatchObject({ ok: false, failure: { code } });
    expect(await filesOnDisk()).toEqual(before);
    expect(await attachmentsOf(school.principal, school.cardId)).toMatchObject({ value: { items: [] } });
  });

  it('takes 20 MB and not a byte more', async () => {
    const school = await world.school();
    const before = await filesOnDisk();
    expect(await attach(school, long(PDF, MOST_ATTACHMENT_BYTES + 1))).toMatchObject({
      failure: { code: 'TOO_LARGE' },
    });
    const announced = attach(school, pieces(PDF), { announced: MOST_ATTACHMENT_BYTES + 1 });
    expect(await announced).toMatchObject({ failure: { code: 'TOO_LARGE' } });
    expect(await filesOnDisk()).toEqual(before);
    expect(await attach(school, long(PDF, MOST_ATTACHMENT_BYTES))).toMatchObject({
      ok: true,
      value: { size: MOST_ATTACHMENT_BYTES },
    });
  });

  it('leaves nothing behind when the line breaks off, or when the row cannot be stored', async () => {
    const school = await world.school();
    const before = await filesOnDisk();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield PDF;
      throw new Error('the line is cut');
    }
    await expect(attach(school, broken())).rejects.toThrow('the line is cut');
    expect(await filesOnDisk()).toEqual(before);
    // the card is submitted while the file is on its way
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield PDF;
      await saveAnswers(school.principal, school.cardId, { version: 1, answers: { ...COMPLETE, A1: 'no' } }, NOW);
      await submitCard(school.principal, school.cardId, {}, NOW);
    }
    expect(await attach(school, slow())).toMatchObject({ ok: false, failure: { code: 'NOT_EDITABLE' } });
    expect(await filesOnDisk()).toEqual(before);
  });

  it('does not read a byte from those who may not attach', async () => {
    const school = await world.school();
    let read = 0;
    const counting = async function* (): AsyncGenerator<Uint8Array> {
      read += 1;
      yield PDF;
    };
    const neighbour = await world.school();
    expect(await attach(school, counting(), { viewer: neighbour.principal })).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await attach(school, counting(), { viewer: world.city.head })).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
    expect(await attach(school, counting(), { criterion: 'NOPE' })).toMatchObject({ failure: { code: 'INVALID' } });
    const sent = await submitted();
    expect(await attach(sent, counting(), { criterion: 'B1' })).toMatchObject({ failure: { code: 'NOT_EDITABLE' } });
    expect(read).toBe(0);
  });

  it('is possible as evidence beside a point of a submitted card', async () => {
    const sent = await submitted();
    expect(await attach(sent, pieces(PDF), { criterion: 'A1' })).toMatchObject({ ok: true });
  });

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Документы\\отчёт.pdf', 'отчёт.pdf'],
    ['отчёт.exe', 'отчёт.exe.pdf'],
    ['a\u0000b\r\n"<c>.PDF', 'abc.pdf'],
    ['счёт\u202efdp.exe', 'счётfdp.exe.pdf'],
    ['...', 'файл.pdf'],
    [`${'я'.repeat(400)}.pdf`, `${'я'.repeat(150)}.pdf`],
  ])('makes a safe name of %j', async (given, name) => {
    const school = await world.school();
    expect(await attach(school, pieces(PDF), { name: given })).toMatchObject({ ok: true, value: { name } });
  });

  it('sweeps away what an interrupted upload left a day ago', async () => {
    const school = await world.school();
    const incoming = join(database.dataDirectory, 'files', 'incoming');
    await mkdir(incoming, { recursive: true });
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await writeFile(join(incoming, 'left-behind'), 'half a file');
    await utimes(join(incoming, 'left-behind'), yesterday, yesterday);
    await writeFile(join(incoming, 'on-its-way'), 'half a file');
    await attach(school, pieces(PDF));
    expect(await readdir(incoming)).toEqual(['on-its-way']);
  });
});

describe('removing a file', () => {
  async function attachedTo(school: SchoolWithCard): Promise<string> {
    const attached = await attach(school, pieces(PDF));
    if (!attached.ok) throw new Error(attached.failure.detail);
    return attached.value.id;
  }

  it('takes it off the card and the disk while the school has the card', async () => {
    const school = await world.school();
    const before = await filesOnDisk();
    const id = await attachedTo(school);
    expect(await removeAttachment(school.principal, school.cardId, id, NOW)).toEqual({ ok: true, value: undefined });
    expect((await filesOnDisk()).toSorted()).toEqual(before.toSorted());
    expect(await removeAttachment(school.principal, school.cardId, id, NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await attachedFile(school.principal, school.cardId, id)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  it('is refused to others, of another card, and when the card is locked', async () => {
    const school = await world.school();
    const neighbour = await world.school();
    const id = await attachedTo(school);
    expect(await removeAttachment(world.city.head, school.cardId, id, NOW)).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
    expect(await removeAttachment(neighbour.principal, school.cardId, id, NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await removeAttachment(neighbour.principal, neighbour.cardId, id, NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await attachedFile(neighbour.principal, school.cardId, id)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(school.principal, school.cardId, {}, NOW);
    expect(await removeAttachment(school.principal, school.cardId, id, NOW)).toMatchObject({
      failure: { code: 'NOT_EDITABLE' },
    });
    await returnCard(world.city.head, school.cardId, { comment: 'Только S1', criteria: ['S1'] }, NOW);
    expect(await removeAttachment(school.principal, school.cardId, id, NOW)).toMatchObject({
      failure: { code: 'NOT_EDITABLE' },
    });
    expect(await attachedFile(school.principal, school.cardId, id)).toMatchObject({ ok: true });
  });
});
