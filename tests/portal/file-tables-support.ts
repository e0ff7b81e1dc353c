/** Files of support. */
import { GET as curators } from '@/app/(portal)/support/curators/file/route';
import { GET as decisions } from '@/app/(portal)/support/decisions/file/route';
import { GET as development } from '@/app/(portal)/support/development/file/route';
import { GET as examinations } from '@/app/(portal)/support/examinations/file/route';
import { GET as experience } from '@/app/(portal)/support/experience/file/route';
import { GET as gaps } from '@/app/(portal)/support/gaps/file/route';
import { GET as partners } from '@/app/(portal)/support/partners/file/route';
import { GET as projects } from '@/app/(portal)/support/projects/file/route';
import { GET as recommendations } from '@/app/(portal)/support/recommendations/file/route';
import { GET as templates } from '@/app/(portal)/support/recommendations/templates/file/route';
import { GET as risks } from '@/app/(portal)/support/risks/file/route';
import { GET as studies } from '@/app/(portal)/support/studies/file/route';
import { GET as watch } from '@/app/(portal)/support/watch/file/route';
import type { Viewer } from '@/lib/access/viewer';
import { decisionList } from '@/lib/portal/decisions/queries';
import { developmentView } from '@/lib/portal/development/queries';
import type { DevelopmentView } from '@/lib/portal/development/views';
import { examinationPlan } from '@/lib/portal/examinations/queries';
import { networkList } from '@/lib/portal/networks/queries';
import { partnershipList } from '@/lib/portal/partnerships/queries';
import { experienceList, projectList } from '@/lib/portal/projects/queries';
import { recommendationList, templatesOf } from '@/lib/portal/recommendations/queries';
import { riskMatrix } from '@/lib/portal/risks/queries';
import { curatorsView, gapsView, studiesOf, watchView } from '@/lib/portal/support-cases/queries';
import type { FileTable } from './file-table';
import { value } from './support-world';

const YEAR = '2019-2020';
const now = () => new Date();

const developed =
  (rows: (view: DevelopmentView) => string[]) =>
  async (viewer: Viewer): Promise<string[]> =>
    rows(value(await developmentView(viewer, YEAR, now())));

const examined =
  (more: { mine?: boolean; late?: boolean } = {}) =>
  async (viewer: Viewer): Promise<string[]> => {
    const filter = { schoolYear: YEAR, mine: false, late: false, ...more };
    return value(await examinationPlan(viewer, filter, now())).rows.map(({ schoolName }) => schoolName);
  };

/** A list that the head asks for under one condition. */
function ofHead(
  name: string,
  route: FileTable['route'],
  query: Record<string, string>,
  others: FileTable['others'],
  rows: (viewer: Viewer) => Promise<string[]>,
): FileTable {
  return { name, route, asked: [{ query, who: 'head', rows }], others };
}

export const SUPPORT_TABLES: readonly FileTable[] = [
  ofHead('decisions', decisions, {}, { admin: 403 }, async (viewer) =>
    value(await decisionList(viewer, now())).rows.map(({ title }) => title),
  ),
  {
    name: 'examinations',
    route: examinations,
    asked: [
      { query: { year: YEAR }, who: 'head', rows: examined() },
      { query: { year: YEAR }, who: 'region', rows: examined() },
    ],
    others: { admin: 403 },
  },
  ofHead('partnerships', partners, { year: YEAR }, { admin: 403 }, async (viewer) =>
    value(await partnershipList(viewer, YEAR, now())).rows.map(({ title }) => title),
  ),
  ofHead('networks', partners, { table: 'networks' }, { admin: 403 }, async (viewer) =>
    value(await networkList(viewer)).rows.map(({ title }) => title),
  ),
  ofHead('projects', projects, {}, { admin: 403 }, async (viewer) =>
    value(await projectList(viewer)).rows.map(({ title }) => title),
  ),
  ofHead('experience', experience, {}, { admin: 403 }, async (viewer) =>
    value(await experienceList(viewer)).items.map(({ title }) => title),
  ),
  ofHead('studies', studies, {}, { admin: 403 }, async (viewer) =>
    value(await studiesOf(viewer)).items.map(({ title }) => title),
  ),
  {
    name: 'recommendations',
    route: recommendations,
    asked: ['', 'DONE', 'ISSUED'].map((status) => ({
      query: { year: YEAR, status },
      who: 'head' as const,
      rows: async (viewer: Viewer) => {
        const filter = { schoolYear: YEAR, overdue: false, ...(status && { status: status as 'DONE' }) };
        return value(await recommendationList(viewer, filter, now())).rows.map(({ text }) => text);
      },
    })),
    others: { admin: 403 },
  },
  ofHead('templates', templates, {}, { admin: 403, principal: 403 }, async (viewer) =>
    value(await templatesOf(viewer)).items.map(({ title }) => title),
  ),
  ofHead('curators', curators, {}, { admin: 403, principal: 403 }, async (viewer) => {
    const { people, unled } = value(await curatorsView(viewer));
    return [...people.flatMap(({ schools }) => schools), ...unled].map(({ name }) => name);
  }),
  ofHead('watch', watch, {}, { admin: 403, principal: 403 }, async (viewer) =>
    value(await watchView(viewer)).items.map(({ schoolName }) => schoolName),
  ),
  {
    name: 'gaps',
    route: gaps,
    asked: ['', 'МОЦ'].map((who) => ({
      query: { year: YEAR, who },
      who: 'head',
      rows: async (viewer) =>
        value(await gapsView(viewer, YEAR, now()))
          .rows.filter((row) => who === '' || row.who === who)
          .map(({ text }) => text),
    })),
    others: { admin: 403, principal: 403 },
  },
  ofHead('risks', risks, { year: YEAR }, { admin: 403 }, async (viewer) =>
    value(await riskMatrix(viewer, YEAR, now())).rows.map(({ schoolName }) => schoolName),
  ),
  {
    name: 'development',
    route: development,
    asked: [
      {
        query: { year: YEAR, table: 'deficits' },
        who: 'head',
        rows: developed(({ deficits }) => deficits.map(({ school }) => school)),
      },
      {
        query: { year: YEAR, table: 'courses' },
        who: 'head',
        rows: developed(({ courses }) => courses.map(({ title }) => title)),
      },
      {
        query: { year: YEAR, table: 'routes' },
        who: 'head',
        rows: developed(({ routes }) => routes.map(({ school }) => school)),
      },
      {
        query: { year: YEAR, table: 'psychology' },
        who: 'head',
        rows: developed(({ psychology }) => psychology.map(({ theme }) => theme)),
      },
      {
        query: { year: YEAR, table: 'mentoring' },
        who: 'head',
        rows: developed(({ mentoring }) => mentoring.map(({ mentorSchool }) => mentorSchool)),
      },
    ],
    others: { admin: 403 },
  },
];
