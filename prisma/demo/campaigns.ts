/** Campaigns: ten closed ones and an open one in the city of Smolensk, two closed ones and an open one elsewhere. */
import type { Prisma } from '@/lib/db/generated/client';
import { schoolYearFrom } from '@/lib/domain/school-year';
import { demoId } from './identifiers';
import { calendarDay, moscow } from './moments';
import { type DemoSchool, identityOn } from './schools';
import { type DemoMunicipality, MUNICIPALITIES } from './territory';

export const OPEN_AUTUMN = 2020;
const FIRST_AUTUMN_IN_SMOLENSK = 2010;
const FIRST_AUTUMN_ELSEWHERE = 2018;

/** The rule that proposes schools in every campaign: so many points of the table. */
export const RULES = [
  { track: 'LOW_RESULTS', tableCode: 'T1', kind: 'SUM', value: 11 },
  { track: 'ADVERSE_CONDITIONS', tableCode: 'T2', kind: 'SUM', value: 6 },
] as const;

export interface DemoCampaign {
  id: string;
  /** «smolensk/2020» */
  key: string;
  municipality: DemoMunicipality;
  /** the year in which the campaign's school year begins; results are those of the year before */
  autumn: number;
  status: 'OPEN' | 'CLOSED';
  opensAt: Date;
  dueAt: Date;
  closedAt: Date | null;
  /** the schools that get a card, in the order of codes */
  schools: readonly DemoSchool[];
}

function campaignOf(municipality: DemoMunicipality, autumn: number, schools: readonly DemoSchool[]): DemoCampaign {
  const key = `${municipality.code}/${autumn}`;
  const opensAt = moscow(autumn, 9, 1);
  const firstDay = calendarDay(autumn, 9, 1);
  const open = autumn === OPEN_AUTUMN;
  return {
    id: demoId('campaign', key, opensAt),
    key,
    municipality,
    autumn,
    status: open ? 'OPEN' : 'CLOSED',
    opensAt,
    dueAt: new Date(moscow(autumn, 10, 16).getTime() - 1000),
    closedAt: open ? null : moscow(autumn, 11, 16, 12),
    schools: schools.filter(
      (school) =>
        identityOn(school, firstDay).municipality.code === municipality.code &&
        (school.closedOn === null || school.closedOn > firstDay),
    ),
  };
}

/** All campaigns, by municipality and year. */
export function demoCampaigns(schools: readonly DemoSchool[]): DemoCampaign[] {
  return MUNICIPALITIES.flatMap((municipality) => {
    const first = municipality.code === 'smolensk' ? FIRST_AUTUMN_IN_SMOLENSK : FIRST_AUTUMN_ELSEWHERE;
    return Array.from({ length: OPEN_AUTUMN - first + 1 }, (_, index) =>
      campaignOf(municipality, first + index, schools),
    );
  });
}

export function campaignRows(
  campaigns: readonly DemoCampaign[],
  instrumentVersionId: string,
): Prisma.CampaignCreateManyInput[] {
  return campaigns.map(({ id, municipality, autumn, status, opensAt, dueAt, closedAt }) => ({
    id,
    municipalityId: municipality.id,
    schoolYear: schoolYearFrom(autumn),
    resultsYear: schoolYearFrom(autumn - 1),
    status,
    opensAt,
    dueAt,
    closedAt,
    instrumentVersionId,
    letter:
      `Просим заполнить диагностическую карту по итогам ${autumn - 1}/${autumn} учебного года до 15 октября. ` +
      'Карта помогает увидеть, какая поддержка нужна школе; места школ в списке не публикуются.',
  }));
}

export function ruleRows(campaigns: readonly DemoCampaign[]): Prisma.CampaignRuleCreateManyInput[] {
  return campaigns.flatMap(({ id, key, municipality, opensAt }) =>
    RULES.map((rule) => ({
      id: demoId('rule', `${key}/${rule.track}`, opensAt),
      campaignId: id,
      municipalityId: municipality.id,
      ...rule,
    })),
  );
}
