import { randomUUID } from 'node:crypto';
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type FieldError, failed, type Outcome } from '@/lib/domain/failure';
import type { IdentificationRule } from '@/lib/domain/identification';
import { formatDate } from '@/lib/domain/russian';
import { once, type RepeatableCall } from '@/lib/portal/answered-calls/commands';
import { announceList } from './announcement';
import { type DecidedSchool, proposedCodes } from './proposal';
import { type RankedCampaign, rankedCampaign } from './ranked-campaign';
import { type RankingRecord, rankingRows } from './ranking-rows';
import { identificationRule, storeRule } from './rule-commands';
import type { Confirmation } from './schema';

export { changeRule } from './rule-commands';

/**
 * Confirms a list by an order: the schools on it, and those that the rule proposed and МОЦ left out; every departure
 * from the proposal has its reason. It replaces the list in force of the same campaign and track, which stays as it was.
 * The same order sent again gives the same list and changes nothing.
 */
export function confirmList(
  viewer: Viewer,
  campaignId: string,
  input: Confirmation,
  now: Date,
  call?: RepeatableCall,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, (db) =>
    once(db, viewer, call, async () => {
      // two confirmations at the same moment wait here: the second finds the list of the first
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`list ${campaignId}`}, 0))`;
      const found = await rankedCampaign(db, viewer, campaignId, 'list.confirm', input.table);
      if (!found.ok) return found;
      const campaign = found.value;
      if (campaign.status === 'DRAFT') {
        return failed('WRONG_STATE', 'Кампания ещё не открыта: утверждать пока нечего.');
      }
      if (campaign.listInForce && campaign.listInForce.id !== input.replaces) {
        return repeated(db, campaign.listInForce.id, input);
      }
      if (input.replaces && !campaign.listInForce) return changedMeanwhile(campaign);
      const rule = ruleOf(campaign, input);
      if (!rule.ok) return rule;
      const rows = await rankingRows(db, campaign);
      const decided = decidedSchools(rows, proposedCodes(rule.value, rows), input);
      if (!decided.ok) return decided;
      await storeRule(db, viewer, campaign, rule.value, now);
      const id = await storeList(db, viewer, campaign, { input, rule: rule.value, decided: decided.value }, now);
      await announceList(db, viewer, campaign, { id, input, rule: rule.value, decided: decided.value }, now);
      return done({ id });
    }),
  );
}

/** The list in force is another than the one that this order was to replace: the same order again, or another one. */
async function repeated(db: ScopedDatabase, listId: string, input: Confirmation): Promise<Outcome<{ id: string }>> {
  const list = await db.confirmedList.findUniqueOrThrow({ where: { id: listId }, include: { schools: true } });
  const included = new Set(list.schools.filter((school) => school.included).map((school) => school.schoolId));
  const same =
    list.orderNumber === input.orderNumber &&
    list.orderDate.toISOString().slice(0, 10) === input.orderDate &&
    included.size === new Set(input.schools).size &&
    input.schools.every((id) => included.has(id));
  return same ? done({ id: list.id }) : changedMeanwhile({ listInForce: list });
}

function changedMeanwhile({ listInForce }: Pick<RankedCampaign, 'listInForce'>): Outcome<never> {
  const what = listInForce
    ? `Список уже утверждён приказом № ${listInForce.orderNumber} от ${formatDate(listInForce.orderDate)}.`
    : 'Списка, который заменяет этот приказ, нет в силе.';
  return failed('CONFLICT', `${what} Откройте страницу утверждения заново и сверьте список.`);
}

function ruleOf(campaign: RankedCampaign, input: Confirmation): Outcome<IdentificationRule> {
  if (input.rule) return identificationRule({ ...input.rule, table: campaign.tableCode });
  if (campaign.rule) return done(campaign.rule);
  const message = 'У кампании нет правила для этой таблицы. Сначала задайте его.';
  return failed('INVALID', message, { errors: [{ path: 'rule.value', message }] });
}

/** What is stored of each school; INVALID when a school is not the campaign's or a departure has no reason. */
function decidedSchools(
  rows: readonly RankingRecord[],
  proposed: ReadonlySet<string>,
  input: Confirmation,
): Outcome<DecidedSchool[]> {
  const chosen = new Set(input.schools);
  const known = new Set(rows.map((row) => row.schoolId));
  const errors: FieldError[] = [...chosen]
    .filter((id) => !known.has(id))
    .map(() => ({ path: 'schools', message: 'Одной из школ нет в этой кампании. Откройте страницу заново.' }));
  const decided = rows.flatMap((row): DecidedSchool[] => {
    const included = chosen.has(row.schoolId);
    const isProposed = proposed.has(row.schoolCode);
    if (!included && !isProposed) return [];
    const departs = included !== isProposed;
    const reason = departs ? (input.reasons[row.schoolId]?.trim() ?? '') : '';
    if (departs && reason === '') errors.push({ path: `reason-${row.schoolId}`, message: reasonAsked(row, included) });
    return [{ row, included, proposed: isProposed, reason: departs ? reason : null }];
  });
  if (errors.length > 0) return failed('INVALID', 'Список не утверждён: проверьте отмеченные места.', { errors });
  return done(decided);
}

function reasonAsked({ schoolShortName }: RankingRecord, included: boolean): string {
  return included
    ? `${schoolShortName}: укажите, почему школа включена, хотя правило её не предлагает.`
    : `${schoolShortName}: укажите, почему школа не включена, хотя правило её предлагает.`;
}

interface NewList {
  input: Confirmation;
  rule: IdentificationRule;
  decided: readonly DecidedSchool[];
}

/** Supersedes the list in force and stores the new one in one statement: at no moment are there two or none. */
async function storeList(
  db: ScopedDatabase,
  viewer: Viewer,
  { campaignId, municipalityId, track }: RankedCampaign,
  { input, rule, decided }: NewList,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  await db.$executeRaw`
    WITH superseded AS (
      UPDATE confirmed_list SET superseded_at = ${now}, superseded_by_id = ${id}::uuid
      WHERE campaign_id = ${campaignId}::uuid AND track = ${track}::track AND superseded_at IS NULL
      RETURNING id
    )
    INSERT INTO confirmed_list
      (id, campaign_id, municipality_id, track, order_number, order_date, rule, confirmed_by, confirmed_at)
    SELECT ${id}::uuid, ${campaignId}::uuid, ${municipalityId}::uuid, ${track}::track, ${input.orderNumber},
      ${input.orderDate}::date, ${JSON.stringify(rule)}::jsonb, ${viewer.name}, ${now}
    FROM (SELECT count(*) FROM superseded) AS done_first`;
  await db.confirmedListSchool.createMany({
    data: decided.map(({ row, included, proposed, reason }) => ({
      listId: id,
      schoolId: row.schoolId,
      municipalityId,
      included,
      proposed,
      reason,
      negativeSum: row.negativeSum,
      maximum: row.maximum,
    })),
  });
  return id;
}
