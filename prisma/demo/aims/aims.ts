/** The management cycle of 2019-2020: Smolensk has described it as the seed tells, Вяземский half of it. */
import type { Prisma } from '@/lib/db/generated/client';
import { INDICATORS, isIndicatorCode } from '@/lib/domain/aims/indicators';
import { type LinkKind, POSITION_CODES, type PositionCode } from '@/lib/domain/aims/positions';
import { campaignRows, type DemoCampaign } from '../campaigns';
import { eventRows } from '../events/events';
import { demoId } from '../identifiers';
import { INSTRUMENT_VERSION_ID } from '../instrument-rows';
import { documentRows } from '../library/documents';
import { type DemoList, listRows } from '../lists';
import { moscow } from '../moments';
import { CITY_METHODIST, VYAZMA_HEAD } from '../people';
import type { DemoSchool } from '../schools';
import { decisionRows } from '../support/development';
import { examinationRows } from '../support/examinations';
import { programmeRows } from '../support/programmes';
import { recommendationRows } from '../support/recommendations';
import { SUPPORT_YEAR, type SupportedSchool } from '../support/supported';
import { municipalityByCode, REGION } from '../territory';
import { SMOLENSK_TARGETS, SMOLENSK_TEXTS, VYAZMA_TARGETS, VYAZMA_TEXTS } from './texts';

const WRITTEN = moscow(2020, 5, 25, 11);

const CENTRES = [
  { code: 'smolensk', by: CITY_METHODIST.name, texts: SMOLENSK_TEXTS, targets: SMOLENSK_TARGETS },
  { code: 'vyazma', by: VYAZMA_HEAD.name, texts: VYAZMA_TEXTS, targets: VYAZMA_TARGETS },
] as const;

const positionId = (municipality: string, code: PositionCode): string =>
  demoId('aim-position', `${municipality}/${SUPPORT_YEAR}/${code}`);

export function aimPositionRows(): Prisma.AimPositionCreateManyInput[] {
  return CENTRES.flatMap(({ code: municipality, by, texts }) =>
    POSITION_CODES.map((code) => ({
      id: positionId(municipality, code),
      municipalityId: municipalityByCode(municipality).id,
      ...{ schoolYear: SUPPORT_YEAR, code, text: (texts as Partial<Record<PositionCode, string>>)[code] ?? '' },
      ...{ version: 1, changedBy: by, changedAt: WRITTEN },
    })),
  );
}

export function aimIndicatorRows(): Prisma.AimIndicatorCreateManyInput[] {
  const computed = CENTRES.flatMap(({ code: municipality, by, targets }) =>
    Object.entries(targets).flatMap(([code, target]) => {
      if (!isIndicatorCode(code)) return [];
      const { unit, moreIsBetter } = INDICATORS[code];
      return {
        municipalityId: municipalityByCode(municipality).id,
        ...{ schoolYear: SUPPORT_YEAR, code, title: '', unit, moreIsBetter, target, fact: null, source: '' },
        ...{ version: 1, changedBy: by, changedAt: WRITTEN },
      };
    }),
  );
  const title = 'Педагоги школ списка, прошедшие курсы СОИРО';
  return [
    ...computed,
    {
      municipalityId: municipalityByCode('smolensk').id,
      ...{ schoolYear: SUPPORT_YEAR, code: `own:${title.toLowerCase()}`, title, unit: 'COUNT', moreIsBetter: true },
      ...{ target: 40, fact: 34, source: 'сведения школ на май 2020 года' },
      ...{ version: 1, changedBy: CITY_METHODIST.name, changedAt: WRITTEN },
    },
  ];
}

interface Links {
  campaigns: readonly DemoCampaign[];
  lists: readonly DemoList[];
  schools: readonly DemoSchool[];
  supported: readonly SupportedSchool[];
}

/** What the positions of Smolensk point to; Вяземский only to its campaign. */
export function aimLinkRows({ campaigns, lists, schools, supported }: Links): Prisma.AimLinkCreateManyInput[] {
  const city = municipalityByCode('smolensk').id;
  const vyazma = municipalityByCode('vyazma').id;
  const ofYear = campaignRows(campaigns, INSTRUMENT_VERSION_ID).filter((row) => row.schoolYear === SUPPORT_YEAR);
  const campaignOf = (municipalityId: string) => ofYear.filter((row) => row.municipalityId === municipalityId);
  const documents = (...words: string[]) =>
    documentRows().filter(({ title, number }) => words.some((word) => title.includes(word) || number === word));
  const link = (code: PositionCode, type: LinkKind, rows: readonly { id?: string }[]) =>
    rows.flatMap(({ id }) =>
      id === undefined
        ? []
        : {
            ...{ positionId: positionId('smolensk', code), municipalityId: city, subjectType: type, subjectId: id },
            ...{ linkedBy: CITY_METHODIST.name, linkedAt: WRITTEN },
          },
    );
  const events = eventRows(supported, schools, REGION.id).filter(
    ({ municipalityId, status, startsAt }) =>
      municipalityId === city &&
      status === 'PUBLISHED' &&
      startsAt >= moscow(2019, 8, 1) &&
      startsAt < moscow(2020, 8, 1),
  );
  const list = listRows(lists).filter(
    (row) => row.track === 'LOW_RESULTS' && campaignOf(city).some(({ id }) => id === row.campaignId),
  );
  return [
    ...link('programme', 'document', documents('117', '161-ОД')),
    ...link('aims', 'document', documents('117')),
    ...link('methods', 'campaign', campaignOf(city)),
    ...link('monitoring', 'campaign', campaignOf(city)),
    ...link('monitoring', 'document', documents('мониторингу')),
    ...link('analysis', 'list', list),
    ...link('analysis', 'examination', examinationRows(supported)),
    ...link('analysis', 'document', documents('ГИА – 2019', 'матрицы неуспешности', 'ВсОШ')),
    ...link(
      'recommendations',
      'recommendation',
      recommendationRows(supported).filter(({ issuedAt }) => issuedAt),
    ),
    ...link('recommendations', 'document', documents('ВПР 2017–2019')),
    ...link('measures', 'event', events),
    ...link(
      'measures',
      'programme',
      programmeRows(supported).filter(({ approvedAt }) => approvedAt),
    ),
    ...link('decisions', 'decision', decisionRows(supported)),
    ...link('effectiveness', 'document', documents('СШ № 19')),
    ...campaignOf(vyazma).flatMap(({ id }) =>
      id === undefined
        ? []
        : {
            ...{ positionId: positionId('vyazma', 'methods'), municipalityId: vyazma, subjectType: 'campaign' },
            ...{ subjectId: id, linkedBy: VYAZMA_HEAD.name, linkedAt: WRITTEN },
          },
    ),
  ];
}
