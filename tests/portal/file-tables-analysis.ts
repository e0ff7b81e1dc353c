/** Files of analysis and monitoring. */
import { GET as heatMap } from '@/app/(portal)/analysis/campaigns/[id]/heat-map/file/route';
import { GET as rescoring } from '@/app/(portal)/analysis/campaigns/[id]/rescoring/file/route';
import { GET as conditions } from '@/app/(portal)/analysis/conditions/file/route';
import { GET as earlyWarning } from '@/app/(portal)/analysis/early-warning/file/route';
import { GET as effectiveness } from '@/app/(portal)/analysis/effectiveness/file/route';
import { GET as list } from '@/app/(portal)/analysis/lists/[id]/file/route';
import { GET as movements } from '@/app/(portal)/analysis/movements/file/route';
import { GET as objectivity } from '@/app/(portal)/analysis/objectivity/file/route';
import { GET as plane } from '@/app/(portal)/analysis/objectivity/plane/file/route';
import { GET as schoolSigns } from '@/app/(portal)/analysis/objectivity/schools/[id]/file/route';
import { GET as rules } from '@/app/(portal)/analysis/rules/file/route';
import { MEASURE_NAMES } from '@/components/effectiveness/effect-words';
import { heatOrder, orderedHeat } from '@/components/heat-map/heat-order';
import { planeOf, QUADRANTS } from '@/components/objectivity/quadrants';
import { sortedSchools } from '@/components/rescoring/sorted-schools';
import type { PrismaClient } from '@/lib/db/generated/client';
import { capitalised } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { earlyWarningView } from '@/lib/portal/early-warning/queries';
import { effectivenessView } from '@/lib/portal/effectiveness/queries';
import { regionRules } from '@/lib/portal/federal-rule/queries';
import { confirmedListView, heatMapView, movementsView } from '@/lib/portal/lists/queries';
import { objectivityMap, objectivityPlane, schoolObjectivity } from '@/lib/portal/objectivity/queries';
import { rescoringOf } from '@/lib/portal/rescoring/queries';
import { rescoringChoiceSchema } from '@/lib/portal/rescoring/schema';
import { regionConditions } from '@/lib/portal/social-conditions/queries';
import type { FileTable, People } from './file-table';
import { value } from './support-world';

const YEAR = '2019-2020';

const cityOf = ({ head }: People): string => head.municipalityId ?? '';
const campaignOf = async (_viewer: unknown, people: People, owner: PrismaClient) => {
  const where = { municipalityId: cityOf(people), schoolYear: YEAR };
  return { id: (await owner.campaign.findFirstOrThrow({ where })).id };
};
const listOf = async (_viewer: unknown, people: People, owner: PrismaClient) => {
  const where = { municipalityId: cityOf(people), supersededAt: null, campaign: { schoolYear: YEAR } };
  return { id: (await owner.confirmedList.findFirstOrThrow({ where })).id };
};
const schoolOf = async (_viewer: unknown, { principal }: People) => ({ id: principal.schoolId ?? '' });
const EVERYTHING = { grade: null, subject: null, sign: null };
/** the city's rows are not for these; what is not in sight is not there */
const STRANGERS = { admin: 403, principal: 403, foreign: 404 } as const;

export const ANALYSIS_TABLES: readonly FileTable[] = [
  {
    name: 'movements',
    route: movements,
    asked: [
      {
        query: {},
        who: 'head',
        rows: async (viewer) =>
          value(await movementsView(viewer, viewer.municipalityId ?? '')).tracks.flatMap(({ track, years }) =>
            years.map(() => TRACK_NAMES[track]),
          ),
      },
    ],
    others: { principal: 403, admin: 404, region: 404 },
  },
  {
    name: 'objectivity',
    route: objectivity,
    asked: [
      {
        query: { year: YEAR },
        who: 'head',
        rows: async (viewer) =>
          value(await objectivityMap(viewer, viewer.municipalityId ?? '', YEAR, EVERYTHING)).rows.map(
            ({ name }) => name,
          ),
      },
      {
        query: { year: YEAR, grade: '5', sign: 'S1' },
        who: 'head',
        rows: async (viewer) => {
          const filter = { ...EVERYTHING, grade: 5, sign: 'S1' as const };
          return value(await objectivityMap(viewer, viewer.municipalityId ?? '', YEAR, filter)).rows.map(
            ({ name }) => name,
          );
        },
      },
    ],
    others: { principal: 403, admin: 404, region: 404 },
  },
  {
    name: 'plane',
    route: plane,
    asked: [
      {
        query: { year: YEAR },
        who: 'head',
        rows: async (viewer) => {
          const { points } = value(await objectivityPlane(viewer, viewer.municipalityId ?? '', YEAR));
          const { placed, apart } = planeOf(points, 'sum');
          const place = (code: string) => QUADRANTS.findIndex((one) => one.code === code);
          const sorted = placed.toSorted(
            (a, b) => place(a.quadrant) - place(b.quadrant) || a.trustValue - b.trustValue,
          );
          return [...sorted, ...apart].map(({ name }) => name);
        },
      },
    ],
    others: { principal: 403, admin: 404, region: 404 },
  },
  {
    name: 'signs of a school',
    route: schoolSigns,
    params: schoolOf,
    asked: (['head', 'principal', 'region'] as const).map((who) => ({
      query: { year: YEAR },
      who,
      rows: async (viewer, _query, id) =>
        value(await schoolObjectivity(viewer, id, YEAR)).columns.map(({ subject }) => subject),
    })),
    others: { admin: 403, foreign: 404 },
  },
  {
    name: 'confirmed list',
    route: list,
    params: listOf,
    asked: [
      {
        query: {},
        who: 'head',
        rows: async (viewer, _query, id) => {
          const { schools } = value(await confirmedListView(viewer, id));
          return [...schools.filter((one) => one.included), ...schools.filter((one) => !one.included)].map(
            ({ schoolName }) => schoolName,
          );
        },
      },
    ],
    others: STRANGERS,
  },
  {
    name: 'heat map',
    route: heatMap,
    params: campaignOf,
    asked: (['sum', 'name'] as const).map((rows) => ({
      query: { rows },
      who: 'head',
      rows: async (viewer, query, id) => {
        const view = value(await heatMapView(viewer, id));
        return orderedHeat(view.rows, view.columns, heatOrder(query)).rows.map(({ name }) => name);
      },
    })),
    others: STRANGERS,
  },
  {
    name: 'rescoring',
    route: rescoring,
    params: campaignOf,
    asked: (['after', 'name', 'change'] as const).map((sort) => ({
      query: { sort },
      who: 'head',
      rows: async (viewer, _query, id) =>
        sortedSchools(value(await rescoringOf(viewer, id, rescoringChoiceSchema.parse({}))).schools, sort).map(
          ({ name }) => name,
        ),
    })),
    others: STRANGERS,
  },
  {
    name: 'effectiveness',
    route: effectiveness,
    column: 1,
    asked: (['head', 'region'] as const).map((who) => ({
      query: { from: '2018-2019', to: YEAR },
      who,
      rows: async (viewer) => {
        const view = value(await effectivenessView(viewer, { from: '2018-2019', to: YEAR }));
        const kinds = view.measures.map(({ kind }) => MEASURE_NAMES[kind]);
        return ['', ...kinds, ...view.municipalities.map(({ name }) => capitalised(name))];
      },
    })),
    others: { principal: 403, admin: 403 },
  },
  {
    name: 'early warning',
    route: earlyWarning,
    asked: (['head', 'region'] as const).map((who) => ({
      query: {},
      who,
      rows: async (viewer) => value(await earlyWarningView(viewer)).warnings.map(({ name }) => name),
    })),
    others: { principal: 403, admin: 403 },
  },
  {
    name: 'conditions of the region',
    route: conditions,
    asked: [
      {
        query: { schoolYear: YEAR },
        who: 'region',
        rows: async (viewer) => [
          ...value(await regionConditions(viewer, YEAR)).municipalities.map(({ name }) => capitalised(name)),
          'Регион',
        ],
      },
    ],
    others: { principal: 403, admin: 403 },
  },
  {
    name: 'two rules of the region',
    route: rules,
    asked: [
      {
        query: { schoolYear: YEAR },
        who: 'region',
        rows: async (viewer) => [
          ...value(await regionRules(viewer, YEAR)).municipalities.map(({ name }) => capitalised(name)),
          'Регион',
        ],
      },
    ],
    others: { principal: 403, admin: 403 },
  },
];
