import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { PrismaClient } from '@/lib/db/generated/client';
import { attachmentsOf } from '@/lib/portal/attachments/queries';
import { campaignInstrument, campaignsInScope } from '@/lib/portal/campaigns/queries';
import { acceptCard, saveAnswers, submitCard, verifyAnswer } from '@/lib/portal/cards/commands';
import { cardForReview, cardOf, cardsInScope, historyOfCard } from '@/lib/portal/cards/queries';
import { municipalitiesInScope } from '@/lib/portal/municipalities/queries';
import { pagingSchema } from '@/lib/portal/paging';
import { schoolsInScope } from '@/lib/portal/schools/api-queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type SchoolWithCard, type World } from '../portal/card-world';

const paging = pagingSchema.parse({});

/** A client as the portal's own, under the application role, for whom nobody set a scope. */
function clientWithoutScope(connectionString: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, options: '-c role=moc_app', max: 2 }) });
}

async function withCard(world: World, place = world.city): Promise<SchoolWithCard> {
  const school = await world.school({ in: place });
  await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
  await submitCard(school.principal, school.cardId, {}, NOW);
  return school;
}

describe('row-level security alone', () => {
  let database: TestDatabase;
  let withoutScope: PrismaClient;
  let world: World;
  let own: SchoolWithCard;
  let neighbour: SchoolWithCard;
  let foreign: SchoolWithCard;

  beforeAll(async () => {
    database = await testDatabase();
    withoutScope = clientWithoutScope(database.url);
    world = await newWorld();
    own = await withCard(world);
    neighbour = await withCard(world);
    foreign = await withCard(world, world.town);
  });
  afterAll(async () => {
    await withoutScope.$disconnect();
    await database.close();
  });

  it('shows nothing to a query that forgot its scope, and takes nothing from it', async () => {
    const tables = await database.owner.$queryRaw<{ name: string; rows: bigint }[]>`
      SELECT c.relname AS name, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', c.relname), false, true, '')))[1]::text::bigint AS rows
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('_prisma_migrations', 'installation')`;
    const filled = tables.filter(({ rows }) => rows > 0n).map(({ name }) => name);
    expect(filled).toEqual(
      expect.arrayContaining([
        'account',
        'answer',
        'campaign',
        'card',
        'card_revision',
        'card_table_score',
        'criterion',
        'journal_entry',
        'municipality',
        'notice',
        'school',
      ]),
    );
    for (const { name } of tables) {
      const [seen] = await withoutScope.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${name}"`);
      expect([name, seen?.n]).toEqual([name, 0n]);
    }
    expect(await withoutScope.card.updateMany({ data: { status: 'ACCEPTED' } })).toEqual({ count: 0 });
    expect(await withoutScope.answer.deleteMany({})).toEqual({ count: 0 });
    const data = { cardId: own.cardId, schoolId: own.schoolId, municipalityId: world.city.municipalityId };
    const insert = withoutScope.cardTableScore.create({
      data: { ...data, tableCode: 'T9', campaignId: world.city.campaign.id, negativeSum: 0, maximum: 0 },
    });
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it.each([
    ['a principal', () => own.principal, () => [own.cardId]],
    ['МОЦ', () => world.city.head, () => [own.cardId, neighbour.cardId]],
    ['СОИРО', () => world.coordinator, () => [own.cardId, neighbour.cardId, foreign.cardId]],
    ['ADMIN', () => world.admin, () => []],
  ])('shows %s no more than lies in the scope, of any table of a card', async (_who, viewerOf, cardsOf) => {
    const viewer: Viewer = viewerOf();
    const seen = await forViewer(viewer, async (db) => [
      (await db.card.findMany()).map(({ id }) => id),
      ...[await db.answer.findMany(), await db.cardTableScore.findMany(), await db.cardRevision.findMany()].map(
        (rows) => [...new Set(rows.map(({ cardId }) => cardId))],
      ),
    ]);
    const expected = cardsOf().toSorted();
    for (const ids of seen) expect(ids.toSorted()).toEqual(expected);
  });

  it('lets a principal change and forge nothing of another school', async () => {
    const changes = await forViewer(own.principal, async (db) => [
      (await db.card.updateMany({ where: { id: neighbour.cardId }, data: { status: 'ACCEPTED' } })).count,
      (await db.answer.updateMany({ where: { cardId: neighbour.cardId }, data: { declaredValue: 'no' } })).count,
      (await db.cardTableScore.deleteMany({ where: { cardId: foreign.cardId } })).count,
    ]);
    expect(changes).toEqual([0, 0, 0]);
    const forged = forViewer(own.principal, (db) =>
      db.journalEntry.create({
        data: {
          accountId: world.city.head.accountId,
          actorName: 'МОЦ',
          action: 'card.accept',
          subjectType: 'card',
          subjectId: own.cardId,
        },
      }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    const told = forViewer(own.principal, (db) =>
      db.notice.create({ data: { accountId: foreign.principal.accountId, kind: 'CARD', title: 'Привет', text: '' } }),
    );
    await expect(told).rejects.toThrow(/row-level security/);
  });

  it('keeps the journal and the revisions as they were written, from the portal and from the owner', async () => {
    const attempts = [
      () => forViewer(own.principal, (db) => db.journalEntry.updateMany({ data: { actorName: 'Никто' } })),
      () => forViewer(own.principal, (db) => db.journalEntry.deleteMany({})),
      () => forViewer(own.principal, (db) => db.cardRevision.updateMany({ data: { number: 7 } })),
      () => forViewer(own.principal, (db) => db.cardRevision.deleteMany({})),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/permission denied/);
    const byOwner = [
      () => database.owner.$executeRaw`UPDATE journal_entry SET actor_name = 'Никто'`,
      () => database.owner.$executeRaw`DELETE FROM journal_entry`,
      () => database.owner.$executeRaw`TRUNCATE journal_entry`,
      () => database.owner.$executeRaw`UPDATE card_revision SET number = 7`,
      () => database.owner.$executeRaw`DELETE FROM card_revision`,
    ];
    for (const attempt of byOwner) await expect(attempt()).rejects.toThrow(/append-only/);
  });

  it('lets no card, school or campaign be deleted by the portal', async () => {
    const attempts = [
      () => forViewer(world.city.head, (db) => db.card.deleteMany({})),
      () => forViewer(world.admin, (db) => db.school.deleteMany({})),
      () => forViewer(world.city.head, (db) => db.campaign.deleteMany({})),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/permission denied/);
  });
});

describe('the policy alone, with row-level security switched off', () => {
  let database: TestDatabase;
  let withoutScope: PrismaClient;
  let world: World;
  let own: SchoolWithCard;
  let foreign: SchoolWithCard;

  beforeAll(async () => {
    database = await testDatabase();
    withoutScope = clientWithoutScope(database.url);
    world = await newWorld();
    own = await withCard(world);
    foreign = await withCard(world, world.town);
    await database.owner.$executeRaw`
      DO $$ DECLARE t text; BEGIN
        FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
          EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', t);
        END LOOP;
      END $$`;
  });
  afterAll(async () => {
    await withoutScope.$disconnect();
    await database.close();
  });

  it('really shows every row now', async () => {
    expect(await withoutScope.card.count()).toBe(2);
  });

  it.each([
    ['the card', (viewer: Viewer, id: string) => cardOf(viewer, id)],
    ['its page', (viewer: Viewer, id: string) => cardForReview(viewer, id)],
    ['its history', (viewer: Viewer, id: string) => historyOfCard(viewer, id, paging)],
    ['its files', (viewer: Viewer, id: string) => attachmentsOf(viewer, id)],
    ['answers', (viewer: Viewer, id: string) => saveAnswers(viewer, id, { version: 3, answers: { A1: 'no' } }, NOW)],
    ['submitting', (viewer: Viewer, id: string) => submitCard(viewer, id, {}, NOW)],
    ['accepting', (viewer: Viewer, id: string) => acceptCard(viewer, id, {}, NOW)],
    [
      'verifying',
      (viewer: Viewer, id: string) =>
        verifyAnswer(viewer, id, 'A1', { version: 3, answer: 'no', reason: 'Сверено', source: 'Протокол' }, NOW),
    ],
  ])('still refuses a foreign card: %s', async (_what, ask) => {
    const journal = await database.owner.journalEntry.count();
    for (const viewer of [own.principal, world.city.head, world.city.staff]) {
      expect(await ask(viewer, foreign.cardId)).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } });
    }
    expect(await ask(world.admin, own.cardId)).toMatchObject({ ok: false, failure: { code: 'FORBIDDEN' } });
    expect(await database.owner.journalEntry.count()).toBe(journal);
  });

  it('still lists no more than lies in the scope', async () => {
    const total = async (list: Promise<{ ok: true; value: { total: number } } | { ok: false }>) => {
      const page = await list;
      return page.ok ? page.value.total : 'refused';
    };
    const viewers = [own.principal, world.city.head, world.coordinator, world.admin];
    const totals = await Promise.all(
      viewers.map(async (viewer) => [
        await total(cardsInScope(viewer, paging)),
        await total(schoolsInScope(viewer, paging)),
        await total(campaignsInScope(viewer, paging)),
        await total(municipalitiesInScope(viewer, paging)),
      ]),
    );
    expect(totals).toEqual([
      [1, 1, 2, 1],
      [1, 1, 2, 1],
      [2, 2, 4, 2],
      ['refused', 2, 4, 2],
    ]);
    const instrument = await campaignInstrument(world.city.head, world.town.campaign.id);
    expect(instrument).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });
});
