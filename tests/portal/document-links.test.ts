/** Documents of the library beside things of the support: who links, who reads, what stays in sight of whom. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { addDocument, changeDocument, setDocumentLink } from '@/lib/portal/documents/commands';
import { documentView, linkedDocuments } from '@/lib/portal/documents/queries';
import { documentSchema, type LinkSubject } from '@/lib/portal/documents/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, examined, expectAll, journalOf, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let neighbour: SchoolWithCard;
let examination: { id: string; findingId: string };

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
  neighbour = await world.school();
  examination = await examined(world.city.head, school);
});
afterAll(() => database.close());

const added = async (viewer: Viewer, more: object = {}) =>
  value(
    await addDocument(
      viewer,
      documentSchema.parse({ kind: 'MATERIAL', type: 'Анализ', title: 'Анализ', ...more }),
      NOW,
    ),
  ).id;
const linkOf = (documentId: string, subjectType: LinkSubject, subjectId: string) => ({
  documentId,
  subjectType,
  subjectId,
});
const titlesFor = async (viewer: Viewer) => {
  const whole = { subjectType: 'examination' as const, subjectId: examination.id };
  const finding = { subjectType: 'finding' as const, subjectId: examination.findingId };
  return value(await linkedDocuments(viewer, [whole, finding])).items.map(({ document }) => document.title);
};

it('МОЦ links a document to a finding once, both sides name it, and takes it away again', async () => {
  const id = await added(world.city.staff, { title: 'Пробелы по темам' });
  const link = linkOf(id, 'finding', examination.findingId);
  value(await setDocumentLink(world.city.staff, link, true, NOW));
  value(await setDocumentLink(world.city.staff, link, true, NOW));
  for (const viewer of [school.principal, world.city.head, world.coordinator]) {
    expect([viewer.role, await titlesFor(viewer)]).toEqual([viewer.role, ['Пробелы по темам']]);
    const { usedIn } = value(await documentView(viewer, id));
    expect(usedIn).toEqual([
      { title: 'Вывод: Пробелы по математике', href: `/support/examinations/${examination.id}` },
    ]);
  }
  // another school reads the document and learns nothing of whom it concerns
  expect(value(await documentView(neighbour.principal, id)).usedIn).toEqual([]);
  value(await setDocumentLink(world.city.head, link, false, NOW));
  expect(await titlesFor(school.principal)).toEqual([]);
  const entries = (await journalOf(world.city.head, id)).filter(({ action }) => action === 'document.link');
  expect(entries).toHaveLength(2);
});

it('nobody else links, and what is out of sight is not found', async () => {
  const id = await added(world.coordinator, { title: 'Региональный' });
  const link = linkOf(id, 'examination', examination.id);
  const send = (viewer: Viewer) => setDocumentLink(viewer, link, true, NOW);
  await expectAll([school.principal, world.coordinator], send, 'FORBIDDEN');
  await expectAll([neighbour.principal, world.town.head, world.admin], send, 'NOT_FOUND');
  const secret = await added(world.town.head, { title: 'Чужой' });
  expect(code(await setDocumentLink(world.city.head, { ...link, documentId: secret }, true, NOW))).toBe('NOT_FOUND');
  const read = (viewer: Viewer) => linkedDocuments(viewer, [{ subjectType: 'examination', subjectId: examination.id }]);
  await expectAll([neighbour.principal, world.town.head], read, 'NOT_FOUND');
  expect(value(await read(school.principal)).choices).toBeNull();
  expect(value(await read(world.city.staff)).choices?.map(({ title }) => title)).toContain('Региональный');
});

it('what is for the centre alone or archived stays out of a school’s panel', async () => {
  const hidden = await added(world.city.staff, { title: 'Для МОЦ', audience: 'CENTRE' });
  const old = await added(world.city.staff, { title: 'Старое' });
  for (const id of [hidden, old])
    value(await setDocumentLink(world.city.staff, linkOf(id, 'examination', examination.id), true, NOW));
  value(await changeDocument(world.city.staff, old, { version: 1, archived: true }, NOW));
  expect(await titlesFor(world.city.head)).toEqual(['Для МОЦ']);
  expect(await titlesFor(school.principal)).toEqual([]);
});

it('PostgreSQL itself keeps a link to a decision in its municipality and takes none from a school', async () => {
  const id = await added(world.coordinator, { title: 'Общий' });
  const decision = await forViewer(world.city.head, (db) =>
    db.decision.create({
      data: {
        municipalityId: world.city.municipalityId,
        ...{ kind: 'ORDER', title: 'О плане', number: '1', decidedOn: new Date('2020-09-01') },
        ...{ changedBy: 'МОЦ', changedAt: NOW },
      },
    }),
  );
  value(await setDocumentLink(world.city.head, linkOf(id, 'decision', decision.id), true, NOW));
  const countFor = (viewer: Viewer) => forViewer(viewer, (db) => db.documentLink.count({ where: { documentId: id } }));
  expect(await countFor(world.city.staff)).toBe(1);
  expect(await countFor(world.town.head)).toBe(0);
  const forged = { municipalityId: world.city.municipalityId, schoolId: school.schoolId, linkedBy: '-', linkedAt: NOW };
  const data = { ...linkOf(id, 'examination', examination.id), ...forged };
  await expect(forViewer(school.principal, (db) => db.documentLink.create({ data }))).rejects.toThrow(
    /row-level security/,
  );
});
