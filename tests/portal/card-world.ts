/** A small city with open and closed campaigns, and its neighbour: what the tests of cards need, nothing generated. */
import { randomUUID } from 'node:crypto';
import { forSystem, forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Answer } from '@/lib/domain/answers';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { createCardsFor } from '@/lib/portal/cards/commands';
import { storeDefinition } from '@/lib/portal/instruments/stored-definition';
import { signCount, tableOf, yesNo } from '../domain/arbitrary-cards';

export const NOW = new Date('2020-10-05T09:00:00Z');

/** T1: A1 (stable), A2 for grade 11, A3 for grade 9, S1 with signs x, y, z; T2: B1 (stable). Maximum 7 of a full school. */
export const INSTRUMENT: InstrumentDefinition = {
  tables: [
    tableOf('T1', [
      yesNo('A1', { stable: true }),
      yesNo('A2', { applicability: 'GRADE11' }),
      yesNo('A3', { applicability: 'GRADE9' }),
      signCount('S1', ['x', 'y', 'z']),
    ]),
    { ...tableOf('T2', [yesNo('B1', { stable: true })]), track: 'ADVERSE_CONDITIONS' },
  ],
};

/** Every criterion of a full school answered: sum 3 (A1, S1 x, S1 y) of 7. */
export const COMPLETE: Record<string, Answer> = { A1: 'yes', A2: 'no', A3: 'no', S1: ['x', 'y'], B1: 'no' };

export interface Territory {
  municipalityId: string;
  head: Viewer;
  staff: Viewer;
  campaign: { id: string; municipalityId: string; schoolYear: string; instrumentVersionId: string };
}

export interface SchoolWithCard {
  schoolId: string;
  code: string;
  principal: Viewer;
  cardId: string;
}

export interface World {
  regionId: string;
  city: Territory;
  town: Territory;
  admin: Viewer;
  coordinator: Viewer;
  /** a new school with its principal and an empty card in the open campaign; last year's answers make an accepted card before */
  school: (more?: {
    in?: Territory;
    grades?: { from: number; to: number };
    lastYear?: Record<string, Answer>;
  }) => Promise<SchoolWithCard>;
}

const LAST_YEAR = '2019-2020';
const THIS_YEAR = '2020-2021';

async function account(
  db: ScopedDatabase,
  role: Viewer['role'],
  scope: { regionId?: string; municipalityId?: string; schoolId?: string; municipalityIds?: string[] },
): Promise<Viewer> {
  const { municipalityIds = [], ...columns } = scope;
  const name = `${role} ${randomUUID().slice(0, 8)}`;
  const row = await db.account.create({
    data: { email: `${randomUUID()}@test.local`, name, passwordHash: 'no password fits', role, ...columns },
  });
  return {
    accountId: row.id,
    email: row.email,
    name,
    role,
    regionId: row.regionId,
    municipalityId: row.municipalityId,
    schoolId: row.schoolId,
    municipalityIds,
    preferences: {},
  };
}

async function territory(db: ScopedDatabase, regionId: string, versionId: string, name: string): Promise<Territory> {
  const { id: municipalityId } = await db.municipality.create({
    data: { regionId, code: randomUUID(), name, kind: 'URBAN_OKRUG' },
  });
  const scope = { regionId, municipalityId, municipalityIds: [municipalityId] };
  const year = (schoolYear: string, resultsYear: string, autumn: number) => ({
    municipalityId,
    schoolYear,
    resultsYear,
    instrumentVersionId: versionId,
    opensAt: new Date(Date.UTC(autumn, 8, 1)),
    dueAt: new Date(Date.UTC(autumn, 9, 15)),
  });
  await db.campaign.create({
    data: { ...year(LAST_YEAR, '2018-2019', 2019), status: 'CLOSED', closedAt: new Date(Date.UTC(2019, 11, 1)) },
  });
  const campaign = await db.campaign.create({ data: { ...year(THIS_YEAR, LAST_YEAR, 2020), status: 'OPEN' } });
  return {
    municipalityId,
    head: await account(db, 'MOC_HEAD', scope),
    staff: await account(db, 'MOC_STAFF', scope),
    campaign,
  };
}

async function publishedInstrument(
  db: ScopedDatabase,
  regionId: string,
  definition: InstrumentDefinition,
): Promise<string> {
  const instrument = await db.instrument.create({ data: { regionId, title: 'Карта' } });
  const version = await db.instrumentVersion.create({
    data: { instrumentId: instrument.id, number: 1, title: 'Карта, версия 1' },
  });
  await storeDefinition(db, version.id, definition);
  await db.instrumentVersion.update({ where: { id: version.id }, data: { status: 'PUBLISHED', publishedAt: NOW } });
  return version.id;
}

export function newWorld(definition: InstrumentDefinition = INSTRUMENT): Promise<World> {
  return forSystem('maintenance', async (db) => {
    const { id: regionId } = await db.region.create({ data: { code: randomUUID(), name: 'Область' } });
    const versionId = await publishedInstrument(db, regionId, definition);
    const city = await territory(db, regionId, versionId, 'Город');
    const town = await territory(db, regionId, versionId, 'Соседний');
    const municipalityIds = [city.municipalityId, town.municipalityId];
    return {
      regionId,
      city,
      town,
      admin: await account(db, 'ADMIN', {}),
      coordinator: await account(db, 'REGION_COORDINATOR', { regionId, municipalityIds }),
      school: async ({ in: place = city, grades = { from: 1, to: 11 }, lastYear } = {}) => {
        const code = randomUUID();
        const { school, principal } = await forSystem('maintenance', (later) =>
          schoolIn(later, regionId, place, code, grades),
        );
        if (lastYear) await acceptedLastYear(place, school, lastYear);
        const cardId = await forViewer(place.head, async (later) => {
          await createCardsFor(later, place.campaign, [school]);
          const where = { campaignId_schoolId: { campaignId: place.campaign.id, schoolId: school.id } };
          return (await later.card.findUniqueOrThrow({ where })).id;
        });
        return { schoolId: school.id, code, principal, cardId };
      },
    };
  });
}

async function schoolIn(
  db: ScopedDatabase,
  regionId: string,
  { municipalityId }: Territory,
  code: string,
  grades: { from: number; to: number },
) {
  const name = `Школа № ${code.slice(0, 4)}`;
  const school = await db.school.create({
    data: { code, municipalityId, name, shortName: name, gradeFrom: grades.from, gradeTo: grades.to },
  });
  const principal = await account(db, 'PRINCIPAL', { regionId, municipalityId, schoolId: school.id });
  return { school, principal };
}

/** An accepted card in the closed campaign of the year before. */
function acceptedLastYear(
  place: Territory,
  school: { id: string; gradeFrom: number; gradeTo: number },
  answers: Record<string, Answer>,
) {
  return forSystem('maintenance', async (db) => {
    const where = { municipalityId_schoolYear: { municipalityId: place.municipalityId, schoolYear: LAST_YEAR } };
    const campaign = await db.campaign.findUniqueOrThrow({ where });
    await createCardsFor(db, campaign, [school]);
    const cardOfSchool = { campaignId_schoolId: { campaignId: campaign.id, schoolId: school.id } };
    const card = await db.card.update({
      where: cardOfSchool,
      data: { status: 'ACCEPTED', submittedAt: NOW },
      include: { answers: { include: { criterion: true } } },
    });
    for (const { criterionId, criterion } of card.answers) {
      const answer = answers[criterion.code] ?? null;
      const isList = Array.isArray(answer);
      await db.answer.update({
        where: { cardId_criterionId: { cardId: card.id, criterionId } },
        data: {
          declaredIsList: isList,
          declaredSigns: isList ? answer : [],
          declaredValue: isList ? null : answer,
        },
      });
    }
  });
}
