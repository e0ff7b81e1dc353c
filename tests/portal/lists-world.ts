/** A small world for lists: two cities of one region, two school years, an instrument of two tables. */
import { randomUUID } from 'node:crypto';
import type { Role, Viewer } from '@/lib/access/viewer';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import type { Answer } from '@/lib/domain/answers';
import { applicableCriteria, type InstrumentDefinition } from '@/lib/domain/instrument';
import { scoreOf } from '@/lib/domain/scoring';

type Status = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

const criterion = (code: string) => ({
  code,
  text: `Критерий ${code}`,
  type: 'YES_NO' as const,
  applicability: 'ALL' as const,
  signs: [],
  help: '',
  purpose: '',
  evidence: '',
  threshold: '',
  source: '',
  stable: false,
});

/** T1: ten criteria and one with three signs, maximum 13; T2: four criteria. */
export const instrument: InstrumentDefinition = {
  tables: [
    {
      code: 'T1',
      title: 'Таблица 1',
      track: 'LOW_RESULTS',
      groups: [
        { code: 'OGE', title: 'ОГЭ', criteria: Array.from({ length: 10 }, (_, at) => criterion(`T1.${at + 1}`)) },
        {
          code: 'OBJ',
          title: 'Объективность',
          criteria: [
            {
              ...criterion('T1.S'),
              type: 'SIGN_COUNT',
              signs: ['S1', 'S2', 'S3'].map((code) => ({ code, text: `Признак ${code}`, help: '' })),
            },
          ],
        },
      ],
    },
    {
      code: 'T2',
      title: 'Таблица 2',
      track: 'ADVERSE_CONDITIONS',
      groups: [
        { code: 'SOC', title: 'Условия', criteria: Array.from({ length: 4 }, (_, at) => criterion(`T2.${at + 1}`)) },
      ],
    },
  ],
};

/** `yes` points of T1 (the first criteria), signs found, points of T2; unanswered beyond `answered` of T1 when told. */
export interface CardSpec {
  school: string;
  status: Status;
  yes: number;
  signs?: string[];
  social?: number;
  answered?: number;
}

export function answersFor({ yes, signs = [], social = 0, answered = 10 }: CardSpec): Record<string, Answer> {
  const answers: Record<string, Answer> = { 'T1.S': signs };
  for (let at = 1; at <= 10; at += 1) answers[`T1.${at}`] = at <= yes ? 'yes' : at <= answered ? 'no' : null;
  for (let at = 1; at <= 4; at += 1) answers[`T2.${at}`] = at <= social ? 'yes' : 'no';
  return answers;
}

export interface City {
  id: string;
  /** by school year */
  campaigns: Record<string, string>;
  /** by code */
  schools: Record<string, string>;
}

export interface World {
  regionId: string;
  versionId: string;
  smolensk: City;
  vyazma: City;
  viewer(role: Role, city?: City, schoolCode?: string): Viewer;
}

/** Fills an empty database through its owner's client, past row-level security. */
export async function buildWorld(db: PrismaClient): Promise<World> {
  const regionId = randomUUID();
  await db.region.create({ data: { id: regionId, code: '67', name: 'Смоленская область' } });
  const { versionId, criterionIds } = await storeInstrument(db, regionId);
  const city = async (code: string, name: string, cards: Record<string, CardSpec[]>): Promise<City> => {
    const id = randomUUID();
    await db.municipality.create({ data: { id, regionId, code, name, kind: 'URBAN_OKRUG' } });
    const codes = [...new Set(Object.values(cards).flatMap((specs) => specs.map((spec) => spec.school)))];
    const schools = Object.fromEntries(codes.map((school) => [school, randomUUID()]));
    await db.school.createMany({
      data: codes.map((school) => {
        const number = Number(school.split('-')[1]);
        const names = { name: `Средняя школа № ${number}`, shortName: `СШ № ${number}` };
        return { id: schools[school] ?? '', code: school, municipalityId: id, ...names };
      }),
    });
    const campaigns: Record<string, string> = {};
    for (const [schoolYear, specs] of Object.entries(cards)) {
      campaigns[schoolYear] = await storeCampaign(db, { municipalityId: id, schoolYear, versionId });
      await storeCards(db, { campaignId: campaigns[schoolYear], municipalityId: id, schools, criterionIds }, specs);
    }
    return { id, campaigns, schools };
  };
  const smolensk = await city('smolensk', 'Город Смоленск', {
    '2019-2020': [
      { school: 'smolensk-1', status: 'ACCEPTED', yes: 4 },
      { school: 'smolensk-2', status: 'ACCEPTED', yes: 8 },
      { school: 'smolensk-10', status: 'SUBMITTED', yes: 9 },
    ],
    '2020-2021': [
      { school: 'smolensk-1', status: 'ACCEPTED', yes: 7, signs: ['S1', 'S2'], social: 3 },
      { school: 'smolensk-2', status: 'ACCEPTED', yes: 6 },
      { school: 'smolensk-10', status: 'ACCEPTED', yes: 6 },
      { school: 'smolensk-3', status: 'ACCEPTED', yes: 10, signs: ['S1'], answered: 10 },
      { school: 'smolensk-4', status: 'ACCEPTED', yes: 2, answered: 3 },
      { school: 'smolensk-5', status: 'DRAFT', yes: 10 },
      { school: 'smolensk-6', status: 'SUBMITTED', yes: 10 },
    ],
  });
  const vyazma = await city('vyazma', 'Вяземский', {
    '2020-2021': [
      { school: 'vyazma-1', status: 'ACCEPTED', yes: 9 },
      { school: 'vyazma-2', status: 'DRAFT', yes: 0 },
    ],
  });
  const viewer = viewersOf(regionId, [smolensk.id, vyazma.id]);
  await db.account.createMany({
    data: [
      viewer('MOC_HEAD', smolensk),
      viewer('MOC_STAFF', smolensk),
      viewer('REGION_COORDINATOR'),
      viewer('ADMIN'),
      viewer('MOC_HEAD', vyazma),
      viewer('PRINCIPAL', vyazma, 'vyazma-1'),
      ...Object.keys(smolensk.schools).map((school) => viewer('PRINCIPAL', smolensk, school)),
    ].map(({ accountId, email, name, role, regionId: own, municipalityId, schoolId }) => ({
      id: accountId,
      email,
      name,
      role,
      regionId: own,
      municipalityId,
      schoolId,
      passwordHash: 'none',
    })),
  });
  return { regionId, versionId, smolensk, vyazma, viewer };
}

function viewersOf(regionId: string, municipalityIds: string[]) {
  const ids = new Map<string, string>();
  return (role: Role, city?: City, schoolCode?: string): Viewer => {
    const email = `${role}.${city?.id ?? 'region'}.${schoolCode ?? ''}@test.local`.toLowerCase();
    const accountId = ids.get(email) ?? randomUUID();
    ids.set(email, accountId);
    const above = role === 'REGION_COORDINATOR' || role === 'ADMIN';
    return {
      accountId,
      email,
      name: `Проверка ${role}`,
      role,
      regionId: role === 'ADMIN' ? null : regionId,
      municipalityId: above ? null : (city?.id ?? null),
      schoolId: role === 'PRINCIPAL' ? (city?.schools[schoolCode ?? ''] ?? null) : null,
      municipalityIds:
        role === 'REGION_COORDINATOR'
          ? municipalityIds
          : city && role !== 'PRINCIPAL' && role !== 'ADMIN'
            ? [city.id]
            : [],
      preferences: {},
    };
  };
}

async function storeInstrument(db: PrismaClient, regionId: string) {
  const stored = await db.instrument.create({
    data: {
      regionId,
      title: 'Карта',
      versions: {
        create: {
          number: 1,
          title: 'Карта, версия 1',
          tables: {
            create: instrument.tables.map((table, position) => ({
              position,
              code: table.code,
              title: table.title,
              track: table.track,
            })),
          },
        },
      },
    },
    include: { versions: { include: { tables: true } } },
  });
  const version = stored.versions[0];
  if (!version) throw new Error('no version');
  const criterionIds = new Map<string, string>();
  for (const table of instrument.tables) {
    const tableId = version.tables.find((each) => each.code === table.code)?.id ?? '';
    for (const [position, group] of table.groups.entries()) {
      const { id: groupId } = await db.criterionGroup.create({
        data: { tableId, position, code: group.code, title: group.title },
      });
      for (const [at, { signs, ...each }] of group.criteria.entries()) {
        const { id } = await db.criterion.create({
          data: {
            ...each,
            versionId: version.id,
            groupId,
            position: at,
            signs: { create: signs.map((sign, order) => ({ ...sign, position: order })) },
          },
        });
        criterionIds.set(each.code, id);
      }
    }
  }
  await db.instrumentVersion.update({
    where: { id: version.id },
    data: { status: 'PUBLISHED', publishedAt: new Date('2019-09-01') },
  });
  return { versionId: version.id, criterionIds };
}

async function storeCampaign(
  db: PrismaClient,
  { municipalityId, schoolYear, versionId }: { municipalityId: string; schoolYear: string; versionId: string },
): Promise<string> {
  const autumn = Number(schoolYear.slice(0, 4));
  const closed = schoolYear !== '2020-2021';
  const campaign = await db.campaign.create({
    data: {
      municipalityId,
      schoolYear,
      resultsYear: `${autumn - 1}-${autumn}`,
      status: closed ? 'CLOSED' : 'OPEN',
      opensAt: new Date(`${autumn}-09-10`),
      dueAt: new Date(`${autumn}-10-15`),
      closedAt: closed ? new Date(`${autumn}-11-20`) : null,
      instrumentVersionId: versionId,
      rules: {
        create: [
          { track: 'LOW_RESULTS', tableCode: 'T1', kind: 'SUM', value: 6 },
          { track: 'ADVERSE_CONDITIONS', tableCode: 'T2', kind: 'SHARE', value: 0.5 },
        ],
      },
    },
  });
  return campaign.id;
}

interface Place {
  campaignId: string;
  municipalityId: string;
  schools: Record<string, string>;
  criterionIds: ReadonlyMap<string, string>;
}

async function storeCards(
  db: PrismaClient,
  { campaignId, municipalityId, schools, criterionIds }: Place,
  specs: readonly CardSpec[],
): Promise<void> {
  for (const spec of specs) {
    const answers = answersFor(spec);
    const stored = Object.fromEntries(Object.entries(answers).map(([code, declared]) => [code, { declared }]));
    const score = scoreOf(instrument, { from: 1, to: 11 }, stored);
    const schoolId = schools[spec.school] ?? '';
    const place = { schoolId, municipalityId };
    const card = await db.card.create({
      data: {
        ...place,
        campaignId,
        status: spec.status,
        gradeFrom: 1,
        gradeTo: 11,
        negativeSum: score.negativeSum,
        maximum: score.maximum,
        score: score as unknown as Prisma.InputJsonValue,
        submittedAt: spec.status === 'DRAFT' ? null : new Date('2020-10-01'),
      },
    });
    await db.cardTableScore.createMany({
      data: score.tables.map(({ code, negativeSum, maximum }) => ({
        ...place,
        cardId: card.id,
        campaignId,
        tableCode: code,
        negativeSum,
        maximum,
      })),
    });
    await db.answer.createMany({
      data: applicableCriteria(instrument, { from: 1, to: 11 }).map(({ criterion: { code } }) => {
        const answer = answers[code] ?? null;
        const list = Array.isArray(answer);
        return {
          ...place,
          cardId: card.id,
          criterionId: criterionIds.get(code) ?? '',
          declaredValue: list ? null : answer,
          declaredSigns: list ? answer : [],
          declaredIsList: list,
        };
      }),
    });
  }
}
