/** Risks and recommendations on a real database: proposals, verification, drafts of the library, execution, who sees what. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptCard, saveAnswers, submitCard } from '@/lib/portal/cards/commands';
import {
  answerRecommendation,
  cancelRecommendation,
  changeRecommendation,
  checkRecommendation,
  draftFromTemplates,
  draftRecommendation,
  issueRecommendation,
  issueRecommendations,
  keepTemplate,
} from '@/lib/portal/recommendations/commands';
import { draftingView, recommendationList, recommendationView } from '@/lib/portal/recommendations/queries';
import { recommendationSchema } from '@/lib/portal/recommendations/schema';
import { answerRisks, beginProfile, changeFactors, changeRisks, stepProfile } from '@/lib/portal/risks/commands';
import { riskDictionary, riskMatrix, riskProfileView } from '@/lib/portal/risks/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, examined, expectAll, journalOf, SUPPORT_YEAR, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let neighbour: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  school = await world.school();
  neighbour = await world.school();
  value(await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW));
  value(await submitCard(school.principal, school.cardId, {}, NOW));
  value(await acceptCard(world.city.staff, school.cardId, {}, NOW));
});

const template = (more: Partial<Parameters<typeof keepTemplate>[1]> = {}) => ({
  ...{
    title: 'План',
    text: 'Составить план',
    addressee: 'SCHOOL' as const,
    subject: '',
    criteria: ['A1'],
    risks: [],
    days: 30,
    active: true,
  },
  ...more,
});
const input = (more: object = {}) =>
  recommendationSchema.parse({
    schoolId: school.schoolId,
    schoolYear: SUPPORT_YEAR,
    addressee: 'SCHOOL',
    text: 'План',
    dueOn: '2020-11-01',
    criteria: ['A1'],
    ...more,
  });
const place = () => ({ schoolId: school.schoolId, schoolYear: SUPPORT_YEAR });

describe('a recommendation', () => {
  it('is МОЦ’s own until the head issues it', async () => {
    const { id } = value(await draftRecommendation(world.city.staff, input(), NOW));
    expect(code(await recommendationView(school.principal, id, NOW))).toBe('NOT_FOUND');
    expect(value(await recommendationList(school.principal, { schoolYear: SUPPORT_YEAR }, NOW)).rows).toEqual([]);
    expect(code(await issueRecommendation(world.city.staff, id, { version: 1 }, NOW))).toBe('FORBIDDEN');
    value(await issueRecommendation(world.city.head, id, { version: 1 }, NOW));
    expect(code(await recommendationView(school.principal, id, NOW))).toBe('OK');
    await expectAll(
      [neighbour.principal, world.town.head],
      (viewer) => recommendationView(viewer, id, NOW),
      'NOT_FOUND',
    );
  });

  it('goes to the addressee, is answered, checked, and every step stands in the journal', async () => {
    const { id } = value(await draftRecommendation(world.city.staff, input(), NOW));
    value(await issueRecommendation(world.city.head, id, { version: 1 }, NOW));
    value(await answerRecommendation(school.principal, id, { version: 2, answer: 'Сделано' }, NOW));
    expect(code(await answerRecommendation(school.principal, id, { version: 2, answer: 'Ещё раз' }, NOW))).toBe(
      'STALE_VERSION',
    );
    expect(code(await checkRecommendation(school.principal, id, { version: 3, done: true, outcome: 'Да' }, NOW))).toBe(
      'FORBIDDEN',
    );
    value(await checkRecommendation(world.city.staff, id, { version: 3, done: true, outcome: 'Есть протокол' }, NOW));
    expect(code(await cancelRecommendation(world.city.head, id, { version: 4, reason: 'Поздно' }, NOW))).toBe(
      'WRONG_STATE',
    );
    expect((await journalOf(world.city.head, id)).map(({ to }) => to)).toEqual(['DRAFT', 'ISSUED', 'ANSWERED', 'DONE']);
  });

  it('to МОЦ is not answered by a school, and one to a school may be answered by МОЦ for a letter', async () => {
    const toCentre = value(await draftRecommendation(world.city.head, input({ addressee: 'CENTRE' }), NOW));
    value(await issueRecommendation(world.city.head, toCentre.id, { version: 1 }, NOW));
    expect(code(await answerRecommendation(school.principal, toCentre.id, { version: 2, answer: 'Мы' }, NOW))).toBe(
      'FORBIDDEN',
    );
    value(await answerRecommendation(world.city.staff, toCentre.id, { version: 2, answer: 'МОЦ сделал' }, NOW));
    const toSchool = value(await draftRecommendation(world.city.head, input(), NOW));
    value(await issueRecommendation(world.city.head, toSchool.id, { version: 1 }, NOW));
    expect(
      value(await answerRecommendation(world.city.staff, toSchool.id, { version: 2, answer: 'Письмо школы' }, NOW))
        .status,
    ).toBe('ANSWERED');
  });

  it('follows from something of this very school', async () => {
    expect(recommendationSchema.safeParse({ ...input(), criteria: [] }).success).toBe(false);
    const other = await examined(world.city.head, neighbour);
    expect(code(await draftRecommendation(world.city.head, input({ findingId: other.findingId }), NOW))).toBe(
      'INVALID',
    );
    const own = await examined(world.city.head, school);
    const drafted = value(
      await draftRecommendation(world.city.head, input({ findingId: own.findingId, criteria: [] }), NOW),
    );
    const bare = await changeRecommendation(world.city.head, drafted.id, { version: 1, findingId: null }, NOW);
    expect(code(bare)).toBe('INVALID');
  });

  it('that was issued is not rewritten, and a repeated call issues once', async () => {
    const { id } = value(await draftRecommendation(world.city.head, input(), NOW));
    const call = { key: 'k', requestHash: 'h' };
    const first = value(await issueRecommendation(world.city.head, id, { version: 1 }, NOW, call));
    expect(value(await issueRecommendation(world.city.head, id, { version: 1 }, NOW, call))).toEqual(first);
    expect(code(await changeRecommendation(world.city.head, id, { version: 2, text: 'Иначе' }, NOW))).toBe(
      'WRONG_STATE',
    );
  });
});

describe('drafts of the library', () => {
  it('come once from the points of the school, and are issued together', async () => {
    value(await keepTemplate(world.city.head, template(), NOW));
    value(await keepTemplate(world.city.head, template({ title: 'Не подходит', criteria: ['A2'] }), NOW));
    // a school that is neither listed nor examined this year is not offered
    expect(value(await draftingView(world.city.staff, place(), NOW)).school).toBeNull();
    await examined(world.city.head, school);
    const { drafts } = value(await draftingView(world.city.staff, place(), NOW));
    expect(drafts.map(({ text, criteria }) => [text, criteria])).toEqual([['Составить план', ['A1']]]);
    const templateIds = drafts.map(({ templateId }) => templateId);
    const [one, other] = await Promise.all([
      draftFromTemplates(world.city.staff, { ...place(), templateIds }, NOW),
      draftFromTemplates(world.city.head, { ...place(), templateIds }, NOW),
    ]);
    expect([code(one), code(other)].sort()).toEqual(['INVALID', 'OK']);
    const { rows } = value(await recommendationList(world.city.head, { schoolYear: SUPPORT_YEAR }, NOW));
    expect(rows).toHaveLength(1);
    value(
      await issueRecommendations(
        world.city.head,
        rows.map(({ id, version }) => ({ id, version })),
        NOW,
      ),
    );
    expect(value(await recommendationList(school.principal, { schoolYear: SUPPORT_YEAR }, NOW)).rows).toHaveLength(1);
  });

  it('are written by МОЦ alone', async () => {
    await expectAll(
      [school.principal, world.coordinator],
      (viewer) => keepTemplate(viewer, template(), NOW),
      'FORBIDDEN',
    );
    const { id } = value(await keepTemplate(world.city.head, template(), NOW));
    expect(code(await keepTemplate(world.town.head, template(), NOW, { id, version: 1 }))).toBe('NOT_FOUND');
    value(await keepTemplate(world.city.head, template({ active: false }), NOW, { id, version: 1 }));
    expect(code(await keepTemplate(world.city.head, template(), NOW, { id, version: 1 }))).toBe('STALE_VERSION');
  });
});

describe('the risk profile', () => {
  it('begins with what the card proposes, is answered by the school, and ends when every risk has its answer', async () => {
    const { factors, version } = value(await riskDictionary(world.city.head));
    const hinted = factors.map((factor) =>
      factor.code === 'R11' ? { ...factor, hints: ['A1'] } : { ...factor, hints: [] },
    );
    value(await changeFactors(world.city.head, { factors: hinted, version }, NOW));
    const { id } = value(await beginProfile(world.city.staff, place(), NOW));
    expect(code(await beginProfile(world.city.staff, place(), NOW))).toBe('CONFLICT');
    const items = value(await riskProfileView(world.city.head, id)).items;
    expect(
      items
        .filter(({ significance }) => significance !== 'NONE')
        .map(({ factor, significance, criteria }) => [factor.code, significance, criteria]),
    ).toEqual([['R11', 'HIGH', ['A1']]]);
    expect(code(await riskProfileView(school.principal, id))).toBe('NOT_FOUND');
    value(await stepProfile(world.city.staff, id, 'send', 1, NOW));
    expect(code(await stepProfile(world.city.staff, id, 'verify', 2, NOW))).toBe('WRONG_STATE');
    const opinion = { factor: 'R11', opinion: 'DISAGREES' as const, opinionText: '' };
    expect(code(await answerRisks(school.principal, id, { version: 2, opinions: [opinion] }, NOW))).toBe('INVALID');
    value(
      await answerRisks(
        school.principal,
        id,
        { version: 2, opinions: [{ ...opinion, opinionText: 'Данные прошлого года' }] },
        NOW,
      ),
    );
    value(await stepProfile(world.city.staff, id, 'verify', 3, NOW));
    expect(code(await changeRisks(world.city.head, id, { version: 4, items: [] }, NOW))).toBe('WRONG_STATE');
    expect(value(await riskMatrix(world.city.head, SUPPORT_YEAR, NOW)).rows).toMatchObject([
      { status: 'VERIFIED', disagreements: 1 },
    ]);
    await expectAll([neighbour.principal, world.town.head], (viewer) => riskProfileView(viewer, id), 'NOT_FOUND');
  });

  it('forgets what the school said of a factor whose rating changed', async () => {
    const { id } = value(await beginProfile(world.city.head, place(), NOW));
    const rated = (significance: 'HIGH' | 'LOW') => [
      { factor: 'R01', significance, evidence: 'Видно', criteria: [], findingIds: [], chosen: true },
    ];
    value(await changeRisks(world.city.head, id, { version: 1, items: rated('HIGH') }, NOW));
    value(await stepProfile(world.city.head, id, 'send', 2, NOW));
    value(
      await answerRisks(
        school.principal,
        id,
        { version: 3, opinions: [{ factor: 'R01', opinion: 'AGREES', opinionText: '' }] },
        NOW,
      ),
    );
    value(await changeRisks(world.city.head, id, { version: 4, items: rated('LOW') }, NOW));
    const item = value(await riskProfileView(world.city.head, id)).items.find(({ factor }) => factor.code === 'R01');
    expect(item).toMatchObject({ significance: 'LOW', opinion: null, chosen: true });
    expect(code(await changeRisks(world.city.staff, id, { version: 4, items: rated('HIGH') }, NOW))).toBe(
      'STALE_VERSION',
    );
  });

  it('has a dictionary of the head, where no factor is lost', async () => {
    const { factors, version } = value(await riskDictionary(world.city.head));
    expect(code(await changeFactors(world.city.staff, { factors, version }, NOW))).toBe('FORBIDDEN');
    expect(code(await changeFactors(world.city.head, { factors: factors.slice(1), version }, NOW))).toBe('INVALID');
    value(await changeFactors(world.city.head, { factors, version }, NOW));
    expect(code(await changeFactors(world.city.head, { factors, version }, NOW))).toBe('STALE_VERSION');
  });
});
