import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import { municipalitiesInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { loadInstrument } from '@/lib/portal/instruments/queries';
import { type Page, pageOfRows } from '@/lib/portal/paging';
import type { CampaignItem, CampaignListQuery, InstrumentJson } from './schema';

/** What the viewer may know of campaigns: in sight, and for a school only those that were opened. */
function inSight(viewer: Viewer): Prisma.CampaignWhereInput {
  const municipalities = municipalitiesInSight(viewer);
  return {
    ...(municipalities && { municipalityId: { in: municipalities } }),
    ...(viewer.role === 'PRINCIPAL' && { status: { not: 'DRAFT' } }),
  };
}

/** The campaigns that the viewer may see: the newest school year first, then by the municipality's name. */
export function campaignsInScope(viewer: Viewer, query: CampaignListQuery): Promise<Outcome<Page<CampaignItem>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'campaign.read');
    if (refused) return { ok: false, failure: refused };
    const { municipalityId, schoolYear, ...paging } = query;
    const where = { AND: [inSight(viewer), { municipalityId, schoolYear }] };
    const total = await db.campaign.count({ where });
    const campaigns = await db.campaign.findMany({
      where,
      orderBy: [{ schoolYear: 'desc' }, { municipality: { name: 'asc' } }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    const items = campaigns.map((campaign) => ({
      id: campaign.id,
      municipalityId: campaign.municipalityId,
      schoolYear: campaign.schoolYear,
      resultsYear: campaign.resultsYear,
      status: campaign.status,
      opensAt: campaign.opensAt.toISOString(),
      dueAt: campaign.dueAt.toISOString(),
      instrumentVersionId: campaign.instrumentVersionId,
      counts: campaign.counts,
    }));
    return done({ items, ...paging, total });
  });
}

/** The instrument by which the cards of a campaign are filled in and scored. */
export function campaignInstrument(viewer: Viewer, campaignId: string): Promise<Outcome<InstrumentJson>> {
  return forViewer(viewer, async (db) => {
    const campaign = await db.campaign.findFirst({ where: { AND: [inSight(viewer), { id: campaignId }] } });
    const instrument = campaign && (await loadInstrument(db, campaign.instrumentVersionId));
    if (!instrument) return failed('NOT_FOUND', 'Кампания не найдена. Проверьте адрес.');
    const refused = refusal(viewer, 'campaign.read', { municipalityId: campaign.municipalityId });
    if (refused) return { ok: false, failure: refused };
    const tables = instrument.definition.tables.map(({ code, title, track, groups }) => ({
      code,
      title,
      track,
      groups: groups.map((group) => ({ code: group.code, title: group.title })),
      criteria: groups.flatMap((group) =>
        group.criteria.map((criterion) => ({
          code: criterion.code,
          group: group.code,
          text: criterion.text,
          type: criterion.type,
          applicability: criterion.applicability,
          ...(criterion.type === 'SIGN_COUNT' && { signs: criterion.signs }),
          help: criterion.help,
          purpose: criterion.purpose,
          evidence: criterion.evidence,
          threshold: criterion.threshold,
          rule: criterion.rule ?? null,
        })),
      ),
    }));
    return done({ versionId: instrument.versionId, tables });
  });
}
