/** The eight schools of the list of 2019-2020, whose support the demonstration tells from the list to the effect. */

import type { DemoCard } from '../cards';
import type { DemoList } from '../lists';
import { CITY_HEAD } from '../people';
import type { DemoSchool } from '../schools';

const AUTUMN = 2019;
export const SUPPORT_YEAR = '2019-2020';

export interface SupportedSchool {
  school: DemoSchool;
  municipalityId: string;
  /** criteria that gave points, those with most points first */
  criteria: string[];
  /** place in the order of codes, from 0: decides how the story of the school differs */
  place: number;
}

/** In the order of their codes. */
export function supportedSchools(lists: readonly DemoList[], cards: readonly DemoCard[]): SupportedSchool[] {
  const list = lists.find(
    ({ card, rule, supersededBy }) =>
      card.campaign.municipality.code === 'smolensk' &&
      card.campaign.autumn === AUTUMN &&
      rule.track === 'LOW_RESULTS' &&
      supersededBy === null,
  );
  const listed = new Set(list?.schools.filter(({ included }) => included).map(({ schoolId }) => schoolId));
  return cards
    .filter(({ campaign, school }) => campaign === list?.card.campaign && listed.has(school.id))
    .sort((a, b) => a.school.code.localeCompare(b.school.code))
    .map(({ school, campaign, score }, place) => {
      const counted = Map.groupBy(score.points, ({ criterion }) => criterion);
      const criteria = [...counted].sort((a, b) => b[1].length - a[1].length).map(([code]) => code);
      return { school, municipalityId: campaign.municipality.id, criteria, place };
    });
}

export const BY_HEAD = CITY_HEAD.name;
