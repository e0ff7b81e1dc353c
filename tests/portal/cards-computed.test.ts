import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem } from '@/lib/access/door';
import type { GiaFact } from '@/lib/domain/evidence/facts';
import type { CriterionRule } from '@/lib/domain/evidence/rule';
import type { Outcome } from '@/lib/domain/failure';
import { campaignBoard } from '@/lib/portal/campaigns/board';
import { changeCounted, closeCampaign, openCampaign } from '@/lib/portal/campaigns/commands';
import { campaignsInScope } from '@/lib/portal/campaigns/queries';
import { openCampaignSchema } from '@/lib/portal/campaigns/schema';
import { acceptCard, clearVerification, saveAnswers, submitCard, verifyAnswer } from '@/lib/portal/cards/commands';
import { cardForReview, cardOf } from '@/lib/portal/cards/queries';
import { storeDefinition } from '@/lib/portal/instruments/stored-definition';
import { pointView, rankingOf } from '@/lib/portal/lists/queries';
import { schoolPoints } from '@/lib/portal/schools/queries';
import { tableOf, yesNo } from '../domain/arbitrary-cards';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { appliedImport, putFacts } from './evidence-units';

/** A1 is answered by ОГЭ: «да» from 30 % of «2» among at least 5 participants; A2 and B1 by people alone. */
const RULE: CriterionRule = {
  measure: 'OGE_RUSSIAN_FAILED_SHARE',
  comparison: { kind: 'FIXED', operator: '>=', value: 0.3 },
  minimumN: 5,
};
const ALL_NO = { A1: 'no', A2: 'no', B1: 'no' } as const;

let database: TestDatabase;
let world: World;
/** many «2», few «2», too few participants */
let weak: SchoolWithCard;
let strong: SchoolWithCard;
let small: SchoolWithCard;
let campaignId: string;

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

const oge = (participants: number, n2: number): GiaFact => ({
  exam: 'OGE',
  subject: 'Русский язык',
  level: null,
  participants,
  meanScore: null,
  meanMark: 3.5,
  n2,
  n3: participants - n2,
  n4: 0,
  n5: 0,
  belowMinimum: null,
  n81to99: null,
  n100: null,
});

function instrumentWithRule(regionId: string): Promise<string> {
  return forSystem('maintenance', async (db) => {
    const instrument = await db.instrument.create({ data: { regionId, title: 'Карта с правилом' } });
    const version = await db.instrumentVersion.create({
      data: { instrumentId: instrument.id, number: 3, title: 'Карта с правилом' },
    });
    await storeDefinition(db, version.id, {
      tables: [
        tableOf('T1', [yesNo('A1', { rule: RULE }), yesNo('A2')]),
        { ...tableOf('T2', [yesNo('B1')]), track: 'ADVERSE_CONDITIONS' },
      ],
    });
    await db.instrumentVersion.update({ where: { id: version.id }, data: { status: 'PUBLISHED', publishedAt: NOW } });
    return version.id;
  });
}

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  [weak, strong, small] = [await world.school(), await world.school(), await world.school()];
  const { municipalityId } = world.city;
  const place = { regionId: world.regionId, municipalityId, schoolYear: '2020-2021' };
  const importId = await appliedImport(database.owner, place);
  const facts = [
    [weak, oge(10, 4)],
    [strong, oge(10, 1)],
    [small, oge(3, 2)],
  ] as const;
  for (const [{ schoolId }, fact] of facts) {
    await putFacts(database.owner, importId, { ...place, schoolId }, 'GIA_AGGREGATE', [fact]);
  }
  const input = openCampaignSchema.parse({
    schoolYear: '2021-2022',
    instrumentVersionId: await instrumentWithRule(world.regionId),
    opensAt: '2021-09-01',
    dueAt: '2021-10-15',
    letter: '',
  });
  campaignId = value(await openCampaign(world.city.head, input, NOW)).id;
  for (const school of [weak, strong, small]) {
    const where = { campaignId_schoolId: { campaignId, schoolId: school.schoolId } };
    school.cardId = (await database.owner.card.findUniqueOrThrow({ where })).id;
  }
});
afterAll(() => database.close());

const campaign = () => database.owner.campaign.findUniqueOrThrow({ where: { id: campaignId } });
const cardNow = async (school: SchoolWithCard) => value(await cardOf(school.principal, school.cardId));
const answer = async (school: SchoolWithCard, answers: Record<string, unknown>) =>
  value(await saveAnswers(school.principal, school.cardId, { version: (await cardNow(school)).version, answers }, NOW));

describe('a card beside which data stand', () => {
  it('shows from its opening what they say, with value, threshold, participants, file and row', async () => {
    const view = value(await cardForReview(weak.principal, weak.cardId));
    expect(view.card).toMatchObject({ counts: 'DECLARED', answers: { A1: null }, computed: { A1: 'yes' } });
    expect(view.card.score.negativeSum).toBe(0);
    expect(view.criteria.A1?.computed).toMatchObject({
      answer: 'yes',
      data: 'ОГЭ',
      abstention: null,
      value: '40,0\u00a0%',
      threshold: '30,0\u00a0%',
      n: { count: 10, of: 'участников' },
      versionNumber: 3,
      sources: [{ file: 'Баллы ВПР.csv', sheet: '', rows: [2], at: NOW }],
    });
    expect(view.criteria.A2?.computed).toBeNull();
    const abstaining = value(await cardForReview(small.principal, small.cardId));
    expect(abstaining.card.computed).toEqual({});
    expect(abstaining.criteria.A1?.computed).toMatchObject({
      answer: null,
      abstention: 'слишком мало участников, чтобы судить',
    });
  });

  it('counts the school’s word while the campaign says so, and counts contradictions on the board', async () => {
    for (const school of [weak, strong, small]) await answer(school, ALL_NO);
    expect(await cardNow(weak)).toMatchObject({ answers: { A1: 'no' }, score: { negativeSum: 0 } });
    const board = await campaignBoard(world.city.staff, campaignId, NOW);
    expect(board?.counts).toBe('DECLARED');
    const of = (school: SchoolWithCard) => board?.rows.find((row) => row.cardId === school.cardId)?.disagreements;
    expect([weak, strong, small].map(of)).toEqual([1, 0, 0]);
  });
});

describe('what counts without a verification', () => {
  const toComputed = async (more = {}) => ({
    counts: 'COMPUTED' as const,
    version: (await campaign()).version,
    ...more,
  });

  it('is the own head’s to change, of the campaign as it is now', async () => {
    const input = await toComputed({ seen: 1 });
    for (const [viewer, code] of [
      [world.city.staff, 'FORBIDDEN'],
      [world.coordinator, 'FORBIDDEN'],
      [weak.principal, 'FORBIDDEN'],
      [world.town.head, 'NOT_FOUND'],
    ] as const) {
      expect(await changeCounted(viewer, campaignId, input, NOW)).toMatchObject({ failure: { code } });
    }
    const stale = await changeCounted(world.city.head, campaignId, { ...input, version: input.version + 1 }, NOW);
    expect(stale).toMatchObject({ failure: { code: 'STALE_VERSION' } });
    const same = await changeCounted(world.city.head, campaignId, { ...input, counts: 'DECLARED' }, NOW);
    expect(same).toMatchObject({ failure: { code: 'WRONG_STATE' } });
  });

  it('changes nothing until the number of sums is confirmed', async () => {
    const before = await cardNow(weak);
    const asked = await changeCounted(world.city.head, campaignId, await toComputed(), NOW);
    expect(asked).toMatchObject({ failure: { code: 'INCOMPLETE', extra: { changes: 1 } } });
    const other = await changeCounted(world.city.head, campaignId, await toComputed({ seen: 2 }), NOW);
    expect(other).toMatchObject({ failure: { code: 'INCOMPLETE', extra: { changes: 1 } } });
    expect((await campaign()).counts).toBe('DECLARED');
    expect(await cardNow(weak)).toEqual(before);
  });

  it('makes data count above the school’s word, below МОЦ’s, and the list follow', async () => {
    for (const school of [weak, strong]) {
      value(await submitCard(school.principal, school.cardId, {}, NOW));
      value(await acceptCard(world.city.staff, school.cardId, {}, NOW));
    }
    const sums = async () => {
      const { items } = value(await rankingOf(world.city.staff, campaignId, { table: 'T1', page: 1, pageSize: 50 }));
      return new Map(items.map((item) => [item.schoolId, item.negativeSum]));
    };
    expect((await sums()).get(weak.schoolId)).toBe(0);
    const asked = await changeCounted(world.city.head, campaignId, await toComputed(), NOW);
    expect(asked).toMatchObject({ failure: { detail: expect.stringContaining('Принятых среди них 1') } });
    expect(value(await changeCounted(world.city.head, campaignId, await toComputed({ seen: 1 }), NOW))).toEqual({
      changes: 1,
    });
    expect(await cardNow(weak)).toMatchObject({
      counts: 'COMPUTED',
      answers: { A1: 'no' },
      score: { negativeSum: 1, points: [{ criterion: 'A1', source: 'COMPUTED' }] },
    });
    expect(await cardNow(small)).toMatchObject({ score: { negativeSum: 0 } });
    expect((await sums()).get(weak.schoolId)).toBe(1);
    const { items } = value(await campaignsInScope(world.city.staff, { page: 1, pageSize: 50 }));
    expect(items.find(({ id }) => id === campaignId)?.counts).toBe('COMPUTED');
    const journal = await database.owner.journalEntry.findFirst({
      where: { subjectId: campaignId, action: 'campaign.change', detail: 'counts' },
    });
    expect(journal).toMatchObject({ from: 'DECLARED', to: 'COMPUTED', actorName: world.city.head.name });
    const letters = await database.owner.letter.findMany({ where: { subject: { contains: 'по-другому' } } });
    expect(letters.map(({ recipient }) => recipient)).toEqual([weak.principal.email]);
  });

  it('is said at each point: on the school’s page and on the heat map', async () => {
    const points = value(await schoolPoints(world.city.staff, weak.schoolId, '2021-2022'));
    expect(points?.points).toMatchObject([{ criterion: 'A1', sourceName: 'рассчитано по данным', declared: 'нет' }]);
    const point = value(await pointView(world.city.staff, campaignId, weak.code, 'A1'));
    expect(point).toMatchObject({ points: 1, counted: 'COMPUTED', computed: { answer: 'yes' } });
    expect(point.declared.answer).toBe('no');
  });

  it('gives way to a verification and comes back without it', async () => {
    const verification = { answer: 'no', reason: 'Сверено', source: 'Протокол' };
    const { version } = await cardNow(weak);
    const input = { version, ...verification };
    expect(value(await verifyAnswer(world.city.staff, weak.cardId, 'A1', input, NOW))).toMatchObject({
      score: { negativeSum: 0 },
    });
    const review = value(await cardForReview(world.city.staff, weak.cardId));
    expect(review.criteria.A1?.counted).toEqual({ answer: 'no', source: 'VERIFIED' });
    const clearing = { version: version + 1, reason: 'Ошибка' };
    expect(value(await clearVerification(world.city.staff, weak.cardId, 'A1', clearing, NOW))).toMatchObject({
      score: { negativeSum: 1, points: [{ source: 'COMPUTED' }] },
    });
  });

  it('never takes the place of the school’s answer: the same one given by hand is stored', async () => {
    const late = await world.school();
    const where = { campaignId, schoolId: small.schoolId };
    await database.owner.answer.updateMany({
      where: { card: where, criterion: { code: 'A1' } },
      data: { declaredValue: null, computedValue: 'yes', computedCounts: true },
    });
    expect(await cardNow(small)).toMatchObject({ answers: { A1: null }, computed: { A1: 'yes' } });
    expect(await submitCard(small.principal, small.cardId, {}, NOW)).toMatchObject({
      failure: { code: 'INCOMPLETE', extra: { unanswered: ['A1'] } },
    });
    expect(await answer(small, { A1: 'yes' })).toMatchObject({ answers: { A1: 'yes' } });
    const stored = await database.owner.answer.findFirstOrThrow({
      where: { card: where, criterion: { code: 'A1' } },
    });
    expect(stored).toMatchObject({ declaredValue: 'yes', computedValue: 'yes', declaredBy: small.principal.name });
    // nobody else sees what data say of the school
    expect(await cardForReview(late.principal, small.cardId)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  it('can be changed back, and not in a closed campaign', async () => {
    const back = { counts: 'DECLARED' as const, version: (await campaign()).version };
    const asked = await changeCounted(world.city.head, campaignId, back, NOW);
    const seen = asked.ok ? 0 : Number(asked.failure.extra?.changes);
    value(await changeCounted(world.city.head, campaignId, { ...back, seen }, NOW));
    expect(await cardNow(weak)).toMatchObject({ counts: 'DECLARED', score: { negativeSum: 0 } });
    value(await closeCampaign(world.city.head, campaignId, true, NOW));
    expect(await changeCounted(world.city.head, campaignId, await toComputed(), NOW)).toMatchObject({
      failure: { code: 'WRONG_STATE' },
    });
  });
});
