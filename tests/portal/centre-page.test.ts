/** The page of a centre that needs no sign-in: who writes it, and that a stranger reads nothing else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forPublic, forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { changeCentrePage, showEventToAll } from '@/lib/portal/centre-page/commands';
import { eventsToShow, ownCentrePage, publicCentre, publicCentres, publicFile } from '@/lib/portal/centre-page/queries';
import { addDocument, attachDocumentFile, changeDocument } from '@/lib/portal/documents/commands';
import { documentSchema } from '@/lib/portal/documents/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type World } from './card-world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');
const PAGE = { version: 0, name: 'МОЦ', about: '', headPost: 'Начальник отдела', address: '', phone: '', email: '' };
const NO_ID = '00000000-0000-4000-8000-000000000000';
const folder = mkdtempSync(join(tmpdir(), 'moc-centre-'));

let database: TestDatabase;
let world: World;
let head: Viewer;
let code: string;

beforeAll(async () => {
  vi.stubEnv('MOC_DATA_DIR', folder);
  database = await testDatabase();
  world = await newWorld();
  head = world.city.head;
  await world.school();
  const own = await ownCentrePage(head);
  if (!own.ok) throw new Error(own.failure.detail);
  code = own.value.code;
});
afterAll(async () => {
  await database.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function event(title: string, more: { status?: 'DRAFT' | 'CANCELLED'; past?: boolean } = {}) {
  const at = (hours: number) => new Date(NOW.getTime() + (more.past ? hours - 100 : hours) * 3_600_000);
  return forViewer(head, async (db) => {
    const { id } = await db.event.create({
      data: {
        regionId: head.regionId ?? '',
        municipalityId: head.municipalityId,
        ...{ kind: 'SEMINAR', direction: 'NETWORKING', title, startsAt: at(24), endsAt: at(26) },
        ...{ status: more.status ?? 'PUBLISHED', link: 'https://example.org/meeting' },
        ...{ changedBy: 'МОЦ', changedAt: NOW },
      },
      select: { id: true },
    });
    return id;
  });
}

async function document(title: string, audience: 'PUBLIC' | 'SCHOOLS' | 'CENTRE', type = 'Приказ') {
  const added = await addDocument(head, documentSchema.parse({ kind: 'ACT', type, title, audience }), NOW);
  if (!added.ok) throw new Error(added.failure.detail);
  return added.value;
}

async function attach(id: string): Promise<string> {
  const contents = (async function* () {
    yield PDF;
  })();
  const stored = await attachDocumentFile(head, id, 'Приказ.pdf', { announced: PDF.length, contents }, NOW);
  if (!stored.ok) throw new Error(stored.failure.detail);
  return stored.value.id;
}

describe('the page', () => {
  it('does not exist before its head has opened it, and no table shows a stranger anything', async () => {
    expect(await publicCentres()).toEqual([]);
    expect(await publicCentre(code, NOW)).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } });
    const seen = await forPublic(async (db) => ({
      regions: await db.region.count(),
      municipalities: await db.municipality.count(),
      schools: await db.school.count(),
      cards: await db.card.count(),
      accounts: await db.account.count(),
      journal: await db.journalEntry.count(),
    }));
    expect(seen).toEqual({ regions: 0, municipalities: 0, schools: 0, cards: 0, accounts: 0, journal: 0 });
  });

  it('is written by the head alone, and nobody writes over what another wrote', async () => {
    for (const other of [world.city.staff, world.coordinator]) {
      expect(await changeCentrePage(other, PAGE, NOW)).toMatchObject({ ok: false, failure: { code: 'FORBIDDEN' } });
    }
    expect(await changeCentrePage(head, PAGE, NOW)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await changeCentrePage(head, { ...PAGE, name: 'Иное' }, NOW)).toMatchObject({
      ok: false,
      failure: { code: 'STALE_VERSION', extra: { current: { version: 1, name: 'МОЦ' } } },
    });
    const changed = await changeCentrePage(head, { ...PAGE, version: 1, address: 'Смоленск' }, NOW);
    expect(changed).toMatchObject({ ok: true, value: { version: 2, address: 'Смоленск' } });
    expect(await publicCentres()).toMatchObject([{ code, name: 'МОЦ' }]);
  });

  it('shows events that the head chose, and never drafts, cancelled ones or the link of a meeting', async () => {
    const chosen = await event('Семинар для всех');
    const over = await event('Прошедший семинар', { past: true });
    const others = [await event('Для своих'), await event('Черновик', { status: 'DRAFT' })];
    expect(await showEventToAll(world.city.staff, chosen, true, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await showEventToAll(head, NO_ID, true, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await showEventToAll(head, others[1] ?? '', true, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    for (const id of [chosen, chosen, over]) expect((await showEventToAll(head, id, true, NOW)).ok).toBe(true);
    const page = await publicCentre(code, NOW);
    expect(page).toMatchObject({
      ok: true,
      value: { events: [{ id: chosen, title: 'Семинар для всех' }], past: [{ id: over }] },
    });
    expect(JSON.stringify(page)).not.toContain('example.org');
    const listed = await eventsToShow(head, NOW);
    expect(listed.ok && listed.value.map((one) => [one.title, one.public])).toEqual([
      ['Семинар для всех', true],
      ['Для своих', false],
    ]);
    await showEventToAll(head, chosen, false, NOW);
    expect(await publicCentre(code, NOW)).toMatchObject({ value: { events: [] } });
  });

  it('shows documents for everybody, regulations first, and gives their newest text alone', async () => {
    const order = await document('Приказ для всех', 'PUBLIC');
    await document('Положение о центре', 'PUBLIC', 'Положение');
    const closed = [await document('Для школ', 'SCHOOLS'), await document('Для центра', 'CENTRE')];
    const older = await attach(order.id);
    const newer = await attach(order.id);
    const hidden = await attach(closed[0]?.id ?? '');
    expect(await publicCentre(code, NOW)).toMatchObject({
      value: {
        acts: [
          { title: 'Положение о центре', file: null },
          { title: 'Приказ для всех', file: { id: newer, size: PDF.length } },
        ],
        materials: [],
      },
    });
    const file = await publicFile(newer);
    expect(file.ok && (await text(file.value.contents))).toBe(PDF.toString());
    for (const id of [older, hidden, NO_ID]) {
      expect(await publicFile(id)).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } });
    }
    const { version } = await forViewer(head, (db) => db.document.findUniqueOrThrow({ where: { id: order.id } }));
    await changeDocument(head, order.id, { version, archived: true }, NOW);
    expect(await publicFile(newer)).toMatchObject({ ok: false });
  });

  it('is nothing that a stranger could write', async () => {
    const change = forPublic((db) => db.centrePage.updateMany({ data: { name: 'Чужое' } }));
    await expect(change).rejects.toThrow(/read-only transaction/);
  });

  it('shows nothing that hangs on its documents and events', async () => {
    const act = await document('Ещё один приказ', 'PUBLIC');
    const shown = await event('Ещё один семинар');
    await showEventToAll(head, shown, true, NOW);
    const at = { municipalityId: head.municipalityId ?? '', linkedBy: 'МОЦ', linkedAt: NOW };
    await forViewer(head, async (db) => {
      await db.documentLink.create({ data: { documentId: act.id, subjectType: 'event', subjectId: shown, ...at } });
    });
    const counted = (db: ScopedDatabase) =>
      db.documentLink.count({ where: { documentId: act.id, document: { audience: 'PUBLIC' } } });
    expect(await forViewer(head, counted)).toBe(1);
    expect(await forPublic(counted)).toBe(0);
  });
});
