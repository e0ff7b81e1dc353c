/** Files of monitoring, data, aims, library and settings. */
import { GET as indicators } from '@/app/(portal)/aims/indicators/file/route';
import { GET as imports } from '@/app/(portal)/data/imports/file/route';
import { GET as links } from '@/app/(portal)/library/links/file/route';
import { GET as board } from '@/app/(portal)/monitoring/campaigns/[id]/file/route';
import { GET as matrixBoardFile } from '@/app/(portal)/monitoring/causes/[campaignId]/file/route';
import { GET as campaigns } from '@/app/(portal)/monitoring/file/route';
import { GET as accounts } from '@/app/(portal)/settings/accounts/file/route';
import { GET as criteria } from '@/app/(portal)/settings/instruments/[versionId]/report/file/route';
import { GET as outbox } from '@/app/(portal)/settings/outbox/file/route';
import { GET as municipalities } from '@/app/(portal)/settings/territory/file/route';
import { BOARD_VIEWS, byNeed } from '@/components/campaigns/board-order';
import { byMatrixStatus } from '@/components/failure-matrix/board-order';
import type { PrismaClient } from '@/lib/db/generated/client';
import { accountsInScope } from '@/lib/portal/accounts/queries';
import { cycleView } from '@/lib/portal/aims/queries';
import { aimsQuerySchema } from '@/lib/portal/aims/schema';
import { campaignBoard, campaignSummaries } from '@/lib/portal/campaigns/board';
import { checkedLinks } from '@/lib/portal/documents/queries';
import { linkQuerySchema } from '@/lib/portal/documents/schema';
import { matrixBoard } from '@/lib/portal/failure-matrix/queries';
import { importRows } from '@/lib/portal/imports/queries';
import { importListQuerySchema } from '@/lib/portal/imports/schema';
import { criteriaReport } from '@/lib/portal/instruments/queries';
import { reportChoiceSchema } from '@/lib/portal/instruments/schema';
import { outboxOf } from '@/lib/portal/messages/queries';
import { territory } from '@/lib/portal/territory/queries';
import type { FileTable, People } from './file-table';
import { value } from './support-world';

const WHOLE = { page: 1, pageSize: 100_000 };
const cityOf = ({ head }: People) => ({ municipalityId: head.municipalityId ?? '' });
const openCampaign = async (_viewer: unknown, people: People, owner: PrismaClient) => ({
  id: (await owner.campaign.findFirstOrThrow({ where: { ...cityOf(people), status: 'OPEN' } })).id,
});
const matrixCampaign = async (_viewer: unknown, people: People, owner: PrismaClient) => ({
  campaignId: (await owner.failureCampaign.findFirstOrThrow({ where: cityOf(people) })).id,
});
const version = async (_viewer: unknown, people: People, owner: PrismaClient) => {
  const where = { ...cityOf(people), schoolYear: '2019-2020' };
  return { versionId: (await owner.campaign.findFirstOrThrow({ where })).instrumentVersionId };
};

export const DAILY_TABLES: readonly FileTable[] = [
  {
    name: 'campaigns',
    route: campaigns,
    asked: [
      {
        query: {},
        who: 'head',
        rows: async (viewer) => (await campaignSummaries(viewer)).map(({ municipalityName }) => municipalityName),
      },
      {
        query: { year: '2018-2019' },
        who: 'region',
        rows: async (viewer) =>
          (await campaignSummaries(viewer, '2018-2019')).map(({ municipalityName }) => municipalityName),
      },
    ],
    others: { principal: 403, admin: 403 },
  },
  {
    name: 'board of a campaign',
    route: board,
    params: openCampaign,
    asked: (['all', 'late', 'notFiled', 'accepted'] as const).map((show) => ({
      query: { show },
      who: 'head',
      rows: async (viewer, _query, id) =>
        byNeed((await campaignBoard(viewer, id, new Date()))?.rows ?? [])
          .filter(BOARD_VIEWS[show].fits)
          .map(({ schoolName }) => schoolName),
    })),
    others: { principal: 403, admin: 403, foreign: 404 },
  },
  {
    name: 'board of matrices',
    route: matrixBoardFile,
    params: matrixCampaign,
    asked: [
      {
        query: {},
        who: 'head',
        rows: async (viewer, _query, id) =>
          byMatrixStatus(value(await matrixBoard(viewer, id, new Date())).rows).map(({ schoolName }) => schoolName),
      },
    ],
    others: { admin: 403, foreign: 404 },
  },
  {
    name: 'imports',
    route: imports,
    asked: ['', 'CONTEXT', 'GIA_AGGREGATE'].map((kind) => ({
      query: { kind },
      who: 'region',
      rows: async (viewer) => {
        const query = importListQuerySchema.parse(kind ? { kind } : {});
        return value(await importRows(viewer, { ...query, ...WHOLE })).items.map(({ fileName }) => fileName);
      },
    })),
    others: { admin: 403 },
  },
  {
    name: 'indicators',
    route: indicators,
    asked: [
      {
        query: { year: '2019-2020' },
        who: 'head',
        rows: async (viewer) => {
          const asked = aimsQuerySchema.parse({ schoolYear: '2019-2020', municipalityId: '' });
          return value(await cycleView(viewer, asked)).indicators.map(({ title }) => title);
        },
      },
    ],
    others: { principal: 404, admin: 404 },
  },
  {
    name: 'links of the library',
    route: links,
    asked: [
      {
        query: { state: 'waiting' },
        who: 'head',
        rows: async (viewer) =>
          value(await checkedLinks(viewer, { ...linkQuerySchema.parse({ state: 'waiting' }), ...WHOLE })).items.map(
            ({ title }) => title,
          ),
      },
    ],
    others: { principal: 403 },
  },
  {
    name: 'accounts',
    route: accounts,
    column: 1,
    asked: (['head', 'admin'] as const).flatMap((who) =>
      ['', 'director0'].map((q) => ({
        query: { q },
        who,
        rows: async (viewer) => (await accountsInScope(viewer, { q }, WHOLE)).items.map(({ email }) => email),
      })),
    ),
    others: { principal: 403, region: 403 },
  },
  {
    name: 'outbox',
    route: outbox,
    asked: [
      {
        query: {},
        who: 'head',
        rows: async (viewer) => (await outboxOf(viewer, WHOLE)).items.map(({ subject }) => subject),
      },
    ],
    others: { principal: 403, region: 403 },
  },
  {
    name: 'territory',
    route: municipalities,
    column: 1,
    asked: [
      {
        query: {},
        who: 'admin',
        rows: async (viewer) => (await territory(viewer)).flatMap((one) => one.municipalities.map(({ name }) => name)),
      },
    ],
    others: { principal: 403, head: 403, region: 403 },
  },
  {
    name: 'report about criteria',
    route: criteria,
    params: version,
    asked: [{ query: {} as Record<string, string> }, { query: { year: '2019-2020' } }].map(({ query }) => ({
      query,
      who: 'head',
      rows: async (viewer, asked, id) => {
        const choice = reportChoiceSchema.parse({ years: asked.year, municipalityId: null });
        return value(await criteriaReport(viewer, id, choice)).diagnoses.map(({ code }) => code);
      },
    })),
    others: { principal: 403, admin: 403 },
  },
];
