import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { IdentificationRule } from '@/lib/domain/identification';
import { type Page, type Paging, pageOf } from '@/lib/portal/paging';
import type { ConfirmedListJson, ListItem, ListSchool } from './schema';
import type { ConfirmedListView } from './views';

const withContext = {
  campaign: { select: { schoolYear: true, municipality: { select: { name: true } } } },
  supersedes: { select: { id: true, orderNumber: true, orderDate: true } },
  supersededBy: { select: { id: true, orderNumber: true, orderDate: true } },
} satisfies Prisma.ConfirmedListInclude;

type StoredList = Prisma.ConfirmedListGetPayload<{ include: typeof withContext }>;

/** Every order of a campaign, both tracks, the newest first. */
export function listsOfCampaign(viewer: Viewer, campaignId: string, paging: Paging): Promise<Outcome<Page<ListItem>>> {
  return forViewer(viewer, async (db) => {
    const campaign = await db.campaign.findUnique({ where: { id: campaignId }, select: { municipalityId: true } });
    if (!campaign) return failed('NOT_FOUND', 'Кампания не найдена. Проверьте адрес или вернитесь к списку кампаний.');
    const refused = refusal(viewer, 'ranking.read', { municipalityId: campaign.municipalityId });
    if (refused) return { ok: false, failure: refused };
    const lists = await db.confirmedList.findMany({
      where: { campaignId },
      include: withContext,
      orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
    });
    const counts = await db.confirmedListSchool.groupBy({
      by: ['listId'],
      where: { listId: { in: lists.map((list) => list.id) }, included: true },
      _count: true,
    });
    const included = new Map(counts.map(({ listId, _count }) => [listId, _count]));
    const items = lists.map((list) => ({ ...listHead(list), included: included.get(list.id) ?? 0 }));
    return done(pageOf(items, { page: paging.page, pageSize: paging.pageSize }));
  });
}

/** A confirmed list with its schools, as the API gives it. */
export async function confirmedListOf(viewer: Viewer, id: string): Promise<Outcome<ConfirmedListJson>> {
  const view = await confirmedListView(viewer, id);
  if (!view.ok) return view;
  const { head, schools } = view.value;
  return done({ ...head, schools });
}

/** A confirmed list as its page shows it; FORBIDDEN for principals, who never see other schools. */
export function confirmedListView(viewer: Viewer, id: string): Promise<Outcome<ConfirmedListView>> {
  return forViewer(viewer, async (db) => {
    const list = await db.confirmedList.findUnique({ where: { id }, include: withContext });
    if (!list) return failed('NOT_FOUND', 'Список не найден. Проверьте адрес или вернитесь к рейтингу.');
    const refused = refusal(viewer, 'ranking.read', { municipalityId: list.municipalityId });
    if (refused) return { ok: false, failure: refused };
    const schools = await schoolsOfList(db, id);
    return done({
      head: listHead(list),
      municipalityName: list.campaign.municipality.name,
      supersedes: list.supersedes,
      supersededBy: list.supersededBy,
      schools,
    });
  });
}

/** The list of low results in force for a school year; NOT_FOUND where none was confirmed. */
export async function listInForce(
  viewer: Viewer,
  municipalityId: string,
  schoolYear: string,
): Promise<Outcome<ConfirmedListView>> {
  const found = await forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'ranking.read', { municipalityId });
    if (refused) return { ok: false as const, failure: refused };
    const list = await db.confirmedList.findFirst({
      where: { municipalityId, track: 'LOW_RESULTS', supersededAt: null, campaign: { schoolYear } },
      select: { id: true },
    });
    return list ? done(list.id) : failed('NOT_FOUND', 'За этот год список не утверждён. Утвердите его приказом.');
  });
  return found.ok ? confirmedListView(viewer, found.value) : found;
}

/** The schools of a list by sum, then by name; with the name that each had on the day of the order. */
function schoolsOfList(db: ScopedDatabase, listId: string): Promise<ListSchool[]> {
  return db.$queryRaw<ListSchool[]>`
    SELECT s.id AS "schoolId", s.code AS "schoolCode", coalesce(p.name, s.name) COLLATE "ru_natural" AS "schoolName",
      coalesce(p.short_name, s.short_name) AS "schoolShortName", ls.included, ls.proposed, ls.reason, ls.negative_sum AS "negativeSum", ls.maximum
    FROM confirmed_list_school ls
    JOIN confirmed_list l ON l.id = ls.list_id
    JOIN school s ON s.id = ls.school_id
    LEFT JOIN school_passport p ON p.school_id = s.id AND p.valid_from <= l.order_date
      AND (p.valid_to IS NULL OR p.valid_to > l.order_date)
    WHERE ls.list_id = ${listId}::uuid
    ORDER BY ls.negative_sum DESC NULLS LAST, "schoolName", s.code`;
}

function listHead(list: StoredList): Omit<ListItem, 'included'> {
  const { kind, tableCode, value } = list.rule as unknown as IdentificationRule;
  return {
    id: list.id,
    campaignId: list.campaignId,
    municipalityId: list.municipalityId,
    schoolYear: list.campaign.schoolYear,
    track: list.track,
    orderNumber: list.orderNumber,
    orderDate: list.orderDate.toISOString().slice(0, 10),
    rule: { kind, table: tableCode, value },
    confirmedBy: list.confirmedBy,
    confirmedAt: list.confirmedAt.toISOString(),
    supersededAt: list.supersededAt?.toISOString() ?? null,
    supersededById: list.supersededById,
    supersedesId: list.supersedes?.id ?? null,
  };
}
