/** The library on a real database: search in any form and misspelt, who sees and writes what, versions, hostile files. */
import { text } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { addDocument, attachDocumentFile, changeDocument } from '@/lib/portal/documents/commands';
import { documentFile, documentList, documentView } from '@/lib/portal/documents/queries';
import { documentQuerySchema, documentSchema } from '@/lib/portal/documents/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, expectAll, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
});
afterAll(() => database.close());

const act = (more: object = {}) =>
  documentSchema.parse({ kind: 'ACT', type: 'Приказ', title: 'Приказ об организации мероприятия', ...more });
const search = (viewer: Viewer, q: string, more: object = {}) =>
  documentList(viewer, documentQuerySchema.parse({ q, ...more }));
const found = async (viewer: Viewer, q: string) => value(await search(viewer, q)).items.map(({ id }) => id);

async function* pieces(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
const attach = (viewer: Viewer, id: string, contents: Uint8Array, name = 'Файл.docx') =>
  attachDocumentFile(viewer, id, name, { announced: contents.byteLength, contents: pieces(contents) }, NOW);

/** A zip with these parts, deflated. */
function zip(parts: Record<string, Buffer>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, contents] of Object.entries(parts)) {
    const packed = deflateRawSync(contents);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(contents.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(contents.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const TYPES = Buffer.from(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);
const RELATIONS = Buffer.from(
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
);
const docx = (words: string, more: Record<string, Buffer> = {}) =>
  zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': Buffer.from(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ...more,
  });

describe('the search', () => {
  it('finds an order in any grammatical form and misspelt', async () => {
    const { id } = value(await addDocument(world.city.staff, act(), NOW));
    for (const q of [
      'приказ об организации мероприятия',
      'приказы об организациях мероприятий',
      'организацию мероприятием',
      '«организации мероприятия»',
    ]) {
      expect([q, value(await search(school.principal, q)).corrected]).toEqual([q, null]);
      expect([q, (await found(school.principal, q)).includes(id)]).toEqual([q, true]);
    }
    const misspelt = value(await search(school.principal, 'преказ об орагнизации мероприятия'));
    expect(misspelt.corrected).toBe('приказ об организации мероприятия');
    expect(misspelt.items.map((one) => one.id)).toContain(id);
    expect(await found(school.principal, 'организацеями мереприятиях')).toContain(id);
    expect(await found(school.principal, 'приказ -мероприятия')).not.toContain(id);
    expect(await found(school.principal, '"мероприятия организации"')).not.toContain(id);
  });

  it('looks through the text of a docx and shows the place as data', async () => {
    const { id } = value(await addDocument(world.city.staff, act({ title: 'Письмо', type: 'Письмо' }), NOW));
    const stored = value(
      await attach(world.city.staff, id, docx('Перечень &lt;b&gt;стажировочных&lt;/b&gt; школ города')),
    );
    expect(stored).toMatchObject({ number: 1, name: 'Файл.docx', readable: true });
    const [item] = value(await search(school.principal, 'стажировочная школа')).items;
    expect(item?.id).toBe(id);
    expect(item?.excerpt.filter((one) => one.found).map((one) => one.text)).toContain('стажировочных');
    expect(value(await documentView(school.principal, id)).files).toMatchObject([{ number: 1, readable: true }]);
  });

  it('puts what stands in the title first', async () => {
    const about = value(await addDocument(world.city.staff, act({ title: 'Общее', about: 'наставничество' }), NOW));
    const title = value(await addDocument(world.city.staff, act({ title: 'Наставничество' }), NOW));
    expect(await found(world.city.head, 'наставничество')).toEqual([title.id, about.id]);
  });
});

describe('who sees and writes', () => {
  it('keeps what is for the centre from schools, also its words', async () => {
    const { id } = value(await addDocument(world.city.staff, act({ title: 'Тайнопись', audience: 'CENTRE' }), NOW));
    expect(await found(world.city.head, 'тайнопись')).toEqual([id]);
    expect(await found(world.coordinator, 'тайнопись')).toEqual([id]);
    const blind = value(await search(school.principal, 'тайнописью'));
    expect(blind).toMatchObject({ items: [], corrected: null });
    expect(value(await search(school.principal, 'тайнопесь')).corrected).toBeNull();
    await expectAll([school.principal, world.town.head], (viewer) => documentView(viewer, id), 'NOT_FOUND');
    expect(code(await documentView(world.admin, id))).toBe('FORBIDDEN');
  });

  it('lets a centre write its own and СОИРО the region’s, which all read', async () => {
    const own = value(await addDocument(world.city.staff, act({ title: 'Свой' }), NOW));
    const regional = value(await addDocument(world.coordinator, act({ title: 'Региональный' }), NOW));
    expect(regional.regional).toBe(true);
    const change = (id: string) => (viewer: Viewer) => changeDocument(viewer, id, { version: 1, title: 'Иначе' }, NOW);
    await expectAll([school.principal, world.coordinator], change(own.id), 'FORBIDDEN');
    await expectAll([world.town.staff], change(own.id), 'NOT_FOUND');
    await expectAll([school.principal, world.city.head, world.town.head], change(regional.id), 'FORBIDDEN');
    await expectAll(
      [school.principal, world.city.head, world.town.head],
      (viewer) => documentView(viewer, regional.id),
      'OK',
    );
    await expectAll([school.principal, world.admin], (viewer) => addDocument(viewer, act(), NOW), 'FORBIDDEN');
  });

  it('shows the newest file to readers, every version to writers', async () => {
    const { id } = value(await addDocument(world.city.staff, act({ title: 'С версиями' }), NOW));
    const first = value(await attach(world.city.staff, id, Buffer.from('%PDF-1.4\n%%EOF\n'), '../<script>.pdf'));
    const second = value(await attach(world.city.staff, id, docx('Вторая редакция')));
    expect(first).toMatchObject({ number: 1, name: 'script.pdf', readable: false });
    expect(second.number).toBe(2);
    expect(value(await documentView(school.principal, id)).files.map(({ number }) => number)).toEqual([2]);
    expect(value(await documentView(world.city.head, id)).files.map(({ number }) => number)).toEqual([2, 1]);
    expect(code(await documentFile(school.principal, first.id))).toBe('NOT_FOUND');
    const old = value(await documentFile(world.city.head, first.id));
    expect(await text(old.contents)).toContain('%PDF');
    expect(code(await documentFile(world.town.head, second.id))).toBe('NOT_FOUND');
    expect(code(await attach(school.principal, id, docx('Чужое')))).toBe('FORBIDDEN');
  });
});

describe('changes', () => {
  it('are refused over a newer version, which is shown', async () => {
    const { id } = value(await addDocument(world.city.staff, act(), NOW));
    value(await changeDocument(world.city.head, id, { version: 1, title: 'Первая правка' }, NOW));
    const late = await changeDocument(world.city.staff, id, { version: 1, title: 'Вторая правка' }, NOW);
    expect(code(late)).toBe('STALE_VERSION');
    expect(late.ok ? null : late.failure.extra?.current).toMatchObject({ title: 'Первая правка', version: 2 });
  });

  it('put the replaced act out of force and take archived ones out of sight of schools', async () => {
    const old = value(await addDocument(world.city.staff, act({ title: 'Старый' }), NOW));
    const next = value(await addDocument(world.city.staff, act({ title: 'Новый', replacesId: old.id }), NOW));
    const view = value(await documentView(school.principal, old.id));
    expect(view).toMatchObject({ inForce: false, replacedBy: [{ id: next.id, title: 'Новый' }] });
    value(await changeDocument(world.city.staff, next.id, { version: 1, archived: true }, NOW));
    expect(code(await documentView(school.principal, next.id))).toBe('NOT_FOUND');
    expect(code(await documentView(world.city.staff, next.id))).toBe('OK');
  });
});

describe('a hostile file', () => {
  it.each([
    ['a page under the name of a pdf', () => Buffer.from('<html><script>alert(1)</script></html>'), 'UNSUPPORTED_TYPE'],
    ['macros', () => docx('Текст', { 'word/vbaProject.bin': Buffer.from('macro') }), 'UNSUPPORTED_TYPE'],
    ['a zip bomb', () => docx('Текст', { 'word/big.xml': Buffer.alloc(80 * 1024 * 1024) }), 'UNSUPPORTED_TYPE'],
    ['a cut archive', () => docx('Текст').subarray(0, -60), 'UNSUPPORTED_TYPE'],
    ['more than 20 MB', () => Buffer.alloc(21 * 1024 * 1024), 'TOO_LARGE'],
  ])('with %s is refused', async (_what, contents, expected) => {
    const { id } = value(await addDocument(world.city.staff, act(), NOW));
    expect(code(await attach(world.city.staff, id, contents(), 'Приказ.pdf'))).toBe(expected);
    expect(value(await documentView(world.city.staff, id)).files).toEqual([]);
  });
});
