import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { IdentificationRule } from '@/lib/domain/identification';
import type { TableDefinition } from '@/lib/domain/instrument';
import { type LoadedInstrument, loadInstrument } from '@/lib/portal/instruments/queries';
import type { RankedTable } from './ranking-rows';

/** One table of a campaign: what its ranking, rule and list are about. */
export interface RankedCampaign extends RankedTable {
  municipalityId: string;
  municipalityName: string;
  resultsYear: string;
  status: 'DRAFT' | 'OPEN' | 'CLOSED';
  dueAt: Date;
  instrumentVersionId: string;
  instrumentTitle: string;
  instrument: LoadedInstrument;
  table: TableDefinition;
  /** the campaign's rule for this table; null: it has none */
  rule: IdentificationRule | null;
  /** the confirmed list of the table's track that is in force */
  listInForce: { id: string; orderNumber: string; orderDate: Date } | null;
}

/**
 * The campaign with one of its tables (the first unless told), when the viewer may do this to it. NOT_FOUND outside the
 * scope, FORBIDDEN for the wrong role, INVALID for a table that its instrument does not have.
 */
export async function rankedCampaign(
  db: ScopedDatabase,
  viewer: Viewer,
  campaignId: string,
  action: Action,
  tableCode?: string,
): Promise<Outcome<RankedCampaign>> {
  const campaign = await db.campaign.findUnique({
    where: { id: campaignId },
    include: {
      municipality: { select: { name: true } },
      instrumentVersion: { select: { title: true } },
      rules: true,
      lists: { where: { supersededAt: null }, select: { id: true, track: true, orderNumber: true, orderDate: true } },
    },
  });
  if (!campaign) return failed('NOT_FOUND', 'Кампания не найдена. Проверьте адрес или вернитесь к списку кампаний.');
  const refused = refusal(viewer, action, { municipalityId: campaign.municipalityId });
  if (refused) return { ok: false, failure: refused };
  const instrument = await loadInstrument(db, campaign.instrumentVersionId);
  if (!instrument) return failed('NOT_FOUND', 'Карта этой кампании не найдена.');
  const { tables } = instrument.definition;
  const table = tableCode === undefined ? tables[0] : tables.find((each) => each.code === tableCode);
  if (!table) return noSuchTable(tables);
  const rule = campaign.rules.find((each) => each.track === table.track && each.tableCode === table.code);
  return done({
    campaignId,
    schoolYear: campaign.schoolYear,
    resultsYear: campaign.resultsYear,
    tableCode: table.code,
    track: table.track,
    municipalityId: campaign.municipalityId,
    municipalityName: campaign.municipality.name,
    status: campaign.status,
    dueAt: campaign.dueAt,
    instrumentVersionId: campaign.instrumentVersionId,
    instrumentTitle: campaign.instrumentVersion.title,
    instrument,
    table,
    rule: rule ? { kind: rule.kind, tableCode: rule.tableCode, value: rule.value.toNumber() } : null,
    listInForce: campaign.lists.find((list) => list.track === table.track) ?? null,
  });
}

function noSuchTable(tables: readonly TableDefinition[]): Outcome<never> {
  const message = `Такой таблицы нет в карте кампании. Есть: ${tables.map((table) => table.code).join(', ')}.`;
  return failed('INVALID', message, { errors: [{ path: 'table', message }] });
}
