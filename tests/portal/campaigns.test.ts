import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignBoard, campaignSummaries, newCampaignChoices } from '@/lib/portal/campaigns/board';
import {
  addMissingCards,
  closeCampaign,
  moveDeadline,
  openCampaign,
  remindSchools,
} from '@/lib/portal/campaigns/commands';
import { openCampaignSchema } from '@/lib/portal/campaigns/schema';
import { acceptCard, saveAnswers, submitCard } from '@/lib/portal/cards/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type World } from './card-world';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

const input = (schoolYear: string, more: Partial<Record<string, string>> = {}) =>
  openCampaignSchema.parse({
    schoolYear,
    instrumentVersionId: world.city.campaign.instrumentVersionId,
    opensAt: '2021-09-01',
    dueAt: '2021-10-15',
    letter: 'Заполните карту.',
    ...more,
  });

describe('opening a campaign', () => {
  it('gives each working school a card and each principal the letter with its link', async () => {
    const school = await world.school();
    const opened = await openCampaign(world.city.head, input('2021-2022'), NOW);
    if (!opened.ok) throw new Error(opened.failure.detail);
    const working = await database.owner.school.count({
      where: { municipalityId: world.city.municipalityId, closedOn: null },
    });
    expect(opened.value.cards).toBe(working);
    const campaign = await database.owner.campaign.findUniqueOrThrow({
      where: { id: opened.value.id },
      include: { cards: true, rules: true },
    });
    expect(campaign).toMatchObject({ status: 'OPEN', resultsYear: '2020-2021' });
    // the deadline is the end of the day in Moscow
    expect(campaign.dueAt.toISOString()).toBe('2021-10-15T20:59:59.000Z');
    expect(campaign.cards).toHaveLength(working);
    expect(campaign.rules.map((rule) => rule.track).sort()).toEqual(['ADVERSE_CONDITIONS', 'LOW_RESULTS']);
    const card = campaign.cards.find((one) => one.schoolId === school.schoolId);
    const letter = await database.owner.letter.findFirstOrThrow({ where: { recipient: school.principal.email } });
    expect(letter).toMatchObject({ status: 'KEPT', municipalityId: world.city.municipalityId });
    expect(letter.text).toContain(`/monitoring/cards/${card?.id}`);
    expect(await database.owner.notice.count({ where: { accountId: school.principal.accountId } })).toBe(1);
    const version = await database.owner.instrumentVersion.findUniqueOrThrow({
      where: { id: campaign.instrumentVersionId },
    });
    expect(version.frozenAt).not.toBeNull();
  });

  it('happens once for a year, also when it is sent twice at the same moment', async () => {
    await world.school();
    const both = await Promise.all([1, 2].map(() => openCampaign(world.city.head, input('2022-2023'), NOW)));
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.find((one) => !one.ok)).toMatchObject({ failure: { code: 'CONFLICT' } });
  });

  it('is the head’s alone, with a published card', async () => {
    for (const viewer of [world.city.staff, world.coordinator, world.admin]) {
      expect(await openCampaign(viewer, input('2023-2024'), NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    }
    const unknown = input('2023-2024', { instrumentVersionId: world.regionId });
    expect(await openCampaign(world.city.head, unknown, NOW)).toMatchObject({ failure: { code: 'INVALID' } });
  });

  it('refuses a deadline before the beginning, and takes years as people type them', () => {
    const typed = { instrumentVersionId: world.regionId, opensAt: '2021-09-01', letter: '' };
    expect(openCampaignSchema.safeParse({ ...typed, schoolYear: '2021/22', dueAt: '2021-08-01' }).success).toBe(false);
    expect(openCampaignSchema.safeParse({ ...typed, schoolYear: '2021-2023', dueAt: '2021-10-01' }).success).toBe(
      false,
    );
    expect(openCampaignSchema.parse({ ...typed, schoolYear: '2021/22', dueAt: '2021-10-01' }).schoolYear).toBe(
      '2021-2022',
    );
  });

  it('offers the year after the latest one and published cards only', async () => {
    const choices = await newCampaignChoices(world.town.head, NOW);
    expect(choices.schoolYear).toBe('2021-2022');
    expect(choices.versions.map((version) => version.id)).toContain(world.city.campaign.instrumentVersionId);
  });
});

describe('the board', () => {
  it('tells who has not begun, who is late, what waits for review', async () => {
    const idle = await world.school({ in: world.town });
    const busy = await world.school({ in: world.town });
    const sent = await world.school({ in: world.town });
    await saveAnswers(busy.principal, busy.cardId, { version: 1, answers: { A1: 'no' } }, NOW);
    await saveAnswers(sent.principal, sent.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(sent.principal, sent.cardId, {}, NOW);
    const late = new Date('2020-10-16T09:00:00Z');
    const board = await campaignBoard(world.town.staff, world.town.campaign.id, late);
    const row = (schoolId: string) => board?.rows.find((one) => one.schoolId === schoolId);
    expect(row(idle.schoolId)).toMatchObject({ begun: false, late: true, answered: 0 });
    expect(row(busy.schoolId)).toMatchObject({ begun: true, late: true, answered: 1 });
    expect(row(sent.schoolId)).toMatchObject({ status: 'SUBMITTED', late: false });
    expect(await campaignBoard(world.city.head, world.town.campaign.id, late)).toBeNull();
    expect(await campaignBoard(idle.principal, world.town.campaign.id, late)).toBeNull();
    const summaries = await campaignSummaries(world.town.staff, '2020-2021');
    expect(summaries).toHaveLength(1);
    expect(summaries[0]).toMatchObject({ submitted: 1, accepted: 0 });
  });

  it('moves the deadline for all or for one school and tells the principals', async () => {
    const one = await world.school({ in: world.town });
    const dueAt = new Date('2020-11-01T20:59:59Z');
    const { id } = world.town.campaign;
    expect(await moveDeadline(world.town.staff, id, { dueAt }, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await moveDeadline(world.city.head, id, { dueAt }, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect((await moveDeadline(world.town.head, id, { dueAt, cardId: one.cardId }, NOW)).ok).toBe(true);
    const board = await campaignBoard(world.town.head, id, NOW);
    expect(board?.rows.find((row) => row.cardId === one.cardId)).toMatchObject({ dueAt, ownDeadline: true });
    expect(board?.dueAt).not.toEqual(dueAt);
    const letters = await database.owner.letter.findMany({ where: { recipient: one.principal.email } });
    expect(letters.map((letter) => letter.subject)).toEqual([expect.stringContaining('Новый срок')]);
  });

  it('reminds only schools that have not sent their card', async () => {
    const waits = await world.school({ in: world.town });
    const sent = await world.school({ in: world.town });
    await saveAnswers(sent.principal, sent.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(sent.principal, sent.cardId, {}, NOW);
    const both = [waits.schoolId, sent.schoolId];
    expect(await remindSchools(world.town.staff, world.town.campaign.id, both, NOW)).toEqual({
      ok: true,
      value: { told: 1, schools: 1 },
    });
    expect(await remindSchools(world.town.staff, world.town.campaign.id, [sent.schoolId], NOW)).toMatchObject({
      failure: { code: 'WRONG_STATE' },
    });
    expect(await remindSchools(world.coordinator, world.town.campaign.id, both, NOW)).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
  });

  it('gives cards to schools that came later', async () => {
    const id = world.town.campaign.id;
    await database.owner.school.create({
      data: { code: 'came-later', municipalityId: world.town.municipalityId, name: 'Новая', shortName: 'Новая' },
    });
    expect((await campaignBoard(world.town.head, id, NOW))?.schoolsWithoutCard).toHaveLength(1);
    expect(await addMissingCards(world.town.head, id, NOW)).toMatchObject({ ok: true, value: { cards: 1 } });
    expect((await campaignBoard(world.town.head, id, NOW))?.schoolsWithoutCard).toHaveLength(0);
  });
});

describe('closing', () => {
  it('warns about what is missing, and then freezes the cards', async () => {
    const fresh = await newWorld();
    const done = await fresh.school();
    const missing = await fresh.school();
    await saveAnswers(done.principal, done.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(done.principal, done.cardId, {}, NOW);
    await acceptCard(fresh.city.staff, done.cardId, {}, NOW);
    const { id } = fresh.city.campaign;
    expect(await closeCampaign(fresh.city.staff, id, true, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await closeCampaign(fresh.city.head, id, false, NOW)).toMatchObject({
      failure: { code: 'INCOMPLETE', detail: expect.stringContaining('1') },
    });
    expect((await closeCampaign(fresh.city.head, id, true, NOW)).ok).toBe(true);
    const answered = await saveAnswers(missing.principal, missing.cardId, { version: 1, answers: { A1: 'no' } }, NOW);
    expect(answered).toMatchObject({ failure: { code: 'NOT_EDITABLE' } });
    expect(await closeCampaign(fresh.city.head, id, true, NOW)).toMatchObject({ failure: { code: 'WRONG_STATE' } });
  });
});
