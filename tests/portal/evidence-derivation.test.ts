import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { saveAnswers, verifyAnswer } from '@/lib/portal/cards/commands';
import { cardOf, recountCards } from '@/lib/portal/cards/queries';
import { deriveCampaignAnew, recountCampaign } from '@/lib/portal/evidence/commands';
import { disagreementsByCard, evidenceOfCard } from '@/lib/portal/evidence/queries';
import { importInScope, importView } from '@/lib/portal/imports/queries';
import { context, marks, oge } from '../domain/evidence/fact-rows';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, type SchoolWithCard } from './card-world';
import { type EvidenceWorld, loadAll, newEvidenceWorld } from './evidence-world';

let database: TestDatabase;
let city: EvidenceWorld;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  city = await newEvidenceWorld(database.owner);
});

const school = (at: number): SchoolWithCard => {
  const found = city.schools[at];
  if (!found) throw new Error(`no school ${at}`);
  return found;
};

async function evidence(viewer: Viewer, { cardId }: SchoolWithCard) {
  const found = await evidenceOfCard(viewer, cardId);
  if (!found.ok) throw new Error(found.failure.detail);
  return Object.fromEntries(found.value.items.map((item) => [item.criterion, item]));
}

async function card({ cardId, principal }: SchoolWithCard) {
  const found = await cardOf(principal, cardId);
  if (!found.ok) throw new Error(found.failure.detail);
  return found.value;
}

async function answer(of: SchoolWithCard, answers: Record<string, 'yes' | 'no' | string[]>) {
  const { version } = await card(of);
  const saved = await saveAnswers(of.principal, of.cardId, { version, answers }, NOW);
  if (!saved.ok) throw new Error(saved.failure.detail);
  return saved.value;
}

const setCampaign = (data: { status?: 'CLOSED'; counts?: 'COMPUTED' }) =>
  database.owner.campaign.update({
    where: { id: city.world.city.campaign.id },
    data: { ...data, ...(data.status && { closedAt: NOW }) },
  });

/** The campaign counts what data answer, as its head set it. */
async function countComputed() {
  const { head, campaign } = city.world.city;
  await setCampaign({ counts: 'COMPUTED' });
  return forViewer(head, (db) => recountCampaign(db, campaign.id, 'COMPUTED', NOW, head));
}

const evidenceRows = () =>
  database.owner.answerEvidence.findMany({ where: { municipalityId: city.world.city.municipalityId } });

describe('after files were applied', () => {
  it('stands beside every card what the data answer, and on what it rests', async () => {
    const changed = await loadAll(city);
    expect(new Set(changed.map(({ cardId }) => cardId))).toEqual(new Set(city.schools.map(({ cardId }) => cardId)));
    // shares 0, 0.1 … 0.4: the upper quartile is 0.3
    const items = await evidence(school(3).principal, school(3));
    expect(items.F).toMatchObject({
      declared: null,
      computed: 'yes',
      verified: null,
      counted: null,
      source: 'DECLARED',
      measure: 0.3,
      n: 10,
      schools: 5,
      abstention: null,
      unit: 'SHARE',
      sources: [
        { importId: city.importId, sheet: '', row: 2, fileName: 'Баллы ВПР.csv', importedAt: NOW.toISOString() },
      ],
    });
    expect(items.F?.threshold).toBeCloseTo(0.3, 12);
    expect(items.V).toMatchObject({ computed: 'yes', measure: 1, threshold: 1, n: null });
    expect(items.P).toMatchObject({ computed: null, rule: null, abstention: null, sources: [] });
    expect(items.S).toMatchObject({ computed: null, abstention: 'NO_DATA', measure: null });
    expect((await evidence(school(0).principal, school(0))).F).toMatchObject({ computed: 'no', measure: 0 });
  });

  it('changes by one figure exactly what depends on it', async () => {
    await loadAll(city);
    const before = await evidenceRows();
    await city.put(school(0), 'CONTEXT', context({ vacancies: 3 }));
    const changed = await city.derive({ schools: [school(0)], kinds: ['CONTEXT'] });
    expect(changed).toMatchObject([
      {
        cardId: school(0).cardId,
        schoolId: school(0).schoolId,
        schoolCode: school(0).code,
        schoolYear: '2020-2021',
        criteria: [{ code: 'V', from: 'no', to: 'yes' }],
        sumBefore: 0,
        sumAfter: 0,
      },
    ]);
    const after = await evidenceRows();
    const changedRows = after.filter((row) => !before.some((earlier) => isDeepStrictEqual(earlier, row)));
    expect(after).toHaveLength(before.length);
    expect(changedRows).toMatchObject([{ cardId: school(0).cardId, evidence: { criterion: 'V', measure: 3 } }]);
  });

  it('changes others through the quartile, and says whose answers', async () => {
    await loadAll(city);
    // 0, 0.1, 0.9, 0.3, 0.4: the upper quartile goes to 0.4
    await city.put(school(2), 'GIA_AGGREGATE', oge('Русский язык', marks(9, 1, 0, 0)));
    const changed = await city.derive({ schools: [school(2)], kinds: ['GIA_AGGREGATE'] });
    const byCard = new Map(changed.map(({ cardId, criteria }) => [cardId, criteria]));
    expect(byCard).toEqual(
      new Map([
        [school(2).cardId, [{ code: 'F', from: 'no', to: 'yes' }]],
        [school(3).cardId, [{ code: 'F', from: 'yes', to: 'no' }]],
      ]),
    );
    // evidence is fresh where the answer stayed as well
    expect((await evidence(school(4).principal, school(4))).F?.threshold).toBeCloseTo(0.4, 12);
  });

  it('is gone when the file is taken back', async () => {
    await loadAll(city);
    const { municipalityId } = city.world.city;
    await database.owner.evidenceUnit.deleteMany({ where: { municipalityId } });
    const changed = await city.derive({ schools: city.schools, kinds: ['CONTEXT', 'GIA_AGGREGATE'] });
    expect(changed).toHaveLength(5);
    expect(await evidenceRows()).toEqual([]);
    expect((await card(school(3))).computed).toEqual({});
    expect((await evidence(school(3).principal, school(3))).F).toMatchObject({ computed: null, abstention: 'NO_DATA' });
    expect(await city.derive({ schools: city.schools, kinds: ['CONTEXT', 'GIA_AGGREGATE'] })).toEqual([]);
  });

  it('says the same a second time without writing anything', async () => {
    await loadAll(city);
    const before = await evidenceRows();
    expect(await city.derive({ schools: city.schools, kinds: ['CONTEXT', 'GIA_AGGREGATE'] })).toEqual([]);
    expect(await evidenceRows()).toEqual(before);
  });

  it('counts signs of bias found in the files', async () => {
    const nothing = { grade4Russian: 0, grade4Mathematics: 0, grade5Russian: 0, grade5Mathematics: 0 };
    await city.put(school(0), 'FIOKO_MARKERS', { ...nothing, grade5Mathematics: 1 });
    await city.put(school(1), 'FIOKO_MARKERS', nothing);
    await city.derive({ schools: [school(0), school(1)], kinds: ['FIOKO_MARKERS'] });
    expect((await evidence(school(0).principal, school(0))).S).toMatchObject({
      computed: ['S6'],
      measure: 1,
      sources: [{ importId: city.importId, row: 2 }],
    });
    expect((await evidence(school(1).principal, school(1))).S).toMatchObject({ computed: [], measure: 0, schools: 2 });
    expect((await evidence(school(2).principal, school(2))).S).toMatchObject({ computed: null });
  });
});

describe('where the campaign counts declared answers', () => {
  it('neither sum nor version changes, and what people answer stays', async () => {
    const saved = await answer(school(3), { F: 'no', V: 'no' });
    await loadAll(city);
    const after = await card(school(3));
    expect(after).toMatchObject({ version: saved.version, score: saved.score, answers: { F: 'no', V: 'no' } });
    expect(after.computed).toEqual({ F: 'yes', V: 'yes' });
    expect((await recountCards()).differences).toEqual([]);
  });

  it('a school that saves later leaves in place what data answer', async () => {
    await loadAll(city);
    await answer(school(3), { F: 'no', V: 'yes' });
    expect((await card(school(3))).computed).toEqual({ F: 'yes', V: 'yes' });
  });

  it('tells the contradictions, and counts them until МОЦ has verified the answer', async () => {
    await loadAll(city);
    await answer(school(3), { F: 'no', V: 'yes', P: 'no', S: ['S1'] });
    await answer(school(1), { F: 'yes', V: 'no' });
    const items = await evidence(school(3).principal, school(3));
    expect(items.F?.disagreement?.replaceAll('\u00a0', ' ')).toBe('По данным ОГЭ: да; вы ответили нет');
    expect(items.V?.disagreement).toBeNull();
    const { head } = city.world.city;
    expect((await evidence(head, school(3))).F?.disagreement).toContain('школа ответила нет');
    const ids = city.schools.map(({ cardId }) => cardId);
    const counted = () => forViewer(head, (db) => disagreementsByCard(db, ids));
    expect(await counted()).toEqual(
      new Map([
        [school(3).cardId, 1],
        [school(1).cardId, 2],
      ]),
    );
    await database.owner.card.update({
      where: { id: school(3).cardId },
      data: { status: 'SUBMITTED', submittedAt: NOW },
    });
    const { version } = await card(school(3));
    const ground = { reason: 'Протокол', source: 'ОГЭ' };
    const verified = await verifyAnswer(head, school(3).cardId, 'F', { answer: 'yes', version, ...ground }, NOW);
    expect(verified).toMatchObject({ ok: true });
    expect(await counted()).toEqual(new Map([[school(1).cardId, 2]]));
  });
});

describe('where the campaign counts computed answers', () => {
  it('the sum follows the data, from the switch on and back', async () => {
    await answer(school(3), { F: 'no', V: 'no', P: 'yes', S: ['S1'] });
    await loadAll(city);
    const before = await card(school(3));
    expect(before.score.negativeSum).toBe(2);
    const sums = await countComputed();
    expect(sums.get(school(3).cardId)).toEqual({ before: 2, after: 4 });
    const after = await card(school(3));
    expect(after.version).toBe(before.version + 1);
    expect(after.score.points).toEqual([
      { criterion: 'V', points: 1, source: 'COMPUTED' },
      { criterion: 'F', points: 1, source: 'COMPUTED' },
      { criterion: 'P', points: 1, source: 'DECLARED' },
      { criterion: 'S', sign: 'S1', points: 1, source: 'DECLARED' },
    ]);
    expect((await evidence(school(3).principal, school(3))).F).toMatchObject({ counted: 'yes', source: 'COMPUTED' });
    expect((await recountCards()).differences).toEqual([]);

    const { head, campaign } = city.world.city;
    await database.owner.campaign.update({ where: { id: campaign.id }, data: { counts: 'DECLARED' } });
    await forViewer(head, (db) => recountCampaign(db, campaign.id, 'DECLARED', NOW, head));
    expect((await card(school(3))).score.negativeSum).toBe(2);
    expect((await recountCards()).differences).toEqual([]);
  });

  it('a new file changes sums, table sums and version, with a word in the journal', async () => {
    await loadAll(city);
    await countComputed();
    const before = await card(school(0));
    await city.put(school(0), 'CONTEXT', context({ vacancies: 1 }));
    expect(await city.derive({ schools: [school(0)], kinds: ['CONTEXT'] })).toMatchObject([
      { cardId: school(0).cardId, sumBefore: 0, sumAfter: 1 },
    ]);
    expect(await card(school(0))).toMatchObject({ version: before.version + 1, score: { negativeSum: 1 } });
    const table = await database.owner.cardTableScore.findMany({ where: { cardId: school(0).cardId } });
    expect(table).toMatchObject([{ tableCode: 'T1', negativeSum: 1 }]);
    const entries = await database.owner.journalEntry.findMany({
      where: { subjectId: school(0).cardId, action: 'card.compute', detail: 'V' },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ from, to }) => [from, to])).toEqual([
      [null, 'no'],
      ['no', 'yes'],
    ]);
    expect((await recountCards()).differences).toEqual([]);
  });

  it('what МОЦ verified stands above what data answer', async () => {
    await loadAll(city);
    await countComputed();
    await database.owner.card.update({
      where: { id: school(1).cardId },
      data: { status: 'SUBMITTED', submittedAt: NOW },
    });
    const { version } = await card(school(1));
    const ground = { reason: 'Вакансия закрыта', source: 'Приказ' };
    await verifyAnswer(city.world.city.head, school(1).cardId, 'V', { answer: 'no', version, ...ground }, NOW);
    await city.put(school(1), 'CONTEXT', context({ vacancies: 5 }));
    await city.derive({ schools: [school(1)], kinds: ['CONTEXT'] });
    expect((await evidence(school(1).principal, school(1))).V).toMatchObject({
      computed: 'yes',
      verified: 'no',
      counted: 'no',
      source: 'VERIFIED',
      measure: 5,
    });
    expect((await recountCards()).differences).toEqual([]);
  });

  it('nobody saves over a card that is counted otherwise by now', async () => {
    await loadAll(city);
    await countComputed();
    const { version } = await card(school(0));
    await city.put(school(0), 'CONTEXT', context({ vacancies: 1 }));
    await city.derive({ schools: [school(0)], kinds: ['CONTEXT'] });
    const saved = await saveAnswers(school(0).principal, school(0).cardId, { version, answers: { P: 'yes' } }, NOW);
    expect(saved).toMatchObject({ ok: false, failure: { code: 'STALE_VERSION' } });
  });
});

describe('when the campaign is closed', () => {
  it('with declared answers, data stand beside them', async () => {
    await answer(school(3), { F: 'no' });
    await setCampaign({ status: 'CLOSED' });
    await loadAll(city);
    expect(await card(school(3))).toMatchObject({ computed: { F: 'yes' }, score: { negativeSum: 0 } });
  });

  it('with computed answers, what was confirmed is never rewritten', async () => {
    await loadAll(city);
    await countComputed();
    await setCampaign({ status: 'CLOSED' });
    const [cards, rows] = [await card(school(0)), await evidenceRows()];
    await city.put(school(0), 'CONTEXT', context({ vacancies: 4 }));
    expect(await city.derive({ schools: [school(0)], kinds: ['CONTEXT'] })).toEqual([]);
    expect(await card(school(0))).toEqual(cards);
    expect(await evidenceRows()).toEqual(rows);
  });
});

describe('cards given after the data were loaded', () => {
  it('are answered at once, in the scope of the one who opened the campaign', async () => {
    const { head, campaign } = city.world.city;
    await loadAll(city);
    const late = await city.world.school();
    await city.put(late, 'CONTEXT', context({ vacancies: 2 }));
    const changed = await forViewer(head, (db) => deriveCampaignAnew(db, campaign.id, NOW, head));
    expect(changed).toMatchObject([{ cardId: late.cardId, criteria: [{ code: 'V', from: null, to: 'yes' }] }]);
    expect((await card(late)).computed).toEqual({ V: 'yes' });
  });
});

describe('whose evidence is told to whom', () => {
  it('the own to a school, the city’s to its centre, the region’s to its coordinator', async () => {
    await loadAll(city);
    const { world } = city;
    const { cardId, principal } = school(0);
    for (const viewer of [principal, world.city.head, world.city.staff, world.coordinator]) {
      expect(await evidenceOfCard(viewer, cardId), viewer.role).toMatchObject({ ok: true });
    }
    const stranger = await world.school({ in: world.town });
    for (const viewer of [school(1).principal, stranger.principal, world.town.head]) {
      const refused = await evidenceOfCard(viewer, cardId);
      expect(refused, viewer.role).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } });
    }
    expect(await evidenceOfCard(world.admin, cardId)).toMatchObject({ ok: false, failure: { code: 'FORBIDDEN' } });
    expect(await evidenceOfCard(principal, randomUUID())).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    const seen = await forViewer(stranger.principal, (db) => db.answerEvidence.count());
    expect(seen).toBe(0);
  });
});

describe('a school that brings in its own figures', () => {
  it('hears of its own card, and its centre of all that changed with it', async () => {
    const [own, neighbour] = [school(0), school(1)];
    const changed = ({ cardId, schoolId, code }: SchoolWithCard) => ({
      ...{ cardId, schoolId, schoolCode: code, schoolName: code, schoolYear: '2020-2021' },
      ...{ criteria: [{ code: 'V', from: 'no', to: 'yes' }], sumBefore: 0, sumAfter: 1 },
    });
    await database.owner.import.update({
      where: { id: city.importId },
      data: { schoolId: own.schoolId, changes: [changed(own), changed(neighbour)] },
    });
    const seenBy = async (viewer: Viewer) => {
      const found = await importInScope(viewer, city.importId);
      return found.ok && found.value.changedCards;
    };
    expect(await seenBy(own.principal)).toEqual([own.cardId]);
    expect(await seenBy(city.world.city.head)).toEqual([own.cardId, neighbour.cardId]);
    const page = await importView(own.principal, city.importId);
    expect(page.ok && page.value.changes.map(({ schoolId }) => schoolId)).toEqual([own.schoolId]);
  });
});
