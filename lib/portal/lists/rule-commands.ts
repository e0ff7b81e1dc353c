import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { type IdentificationRule, ruleFault } from '@/lib/domain/identification';
import { formatDate } from '@/lib/domain/russian';
import { record } from '@/lib/portal/journal/commands';
import { type RankedCampaign, rankedCampaign } from './ranked-campaign';
import type { RuleInput } from './schema';

/**
 * Makes a rule the campaign's for the track of its table. Only while no list of the track is in force: afterwards a rule
 * changes together with the order that confirms a new list (confirmList).
 */
export function changeRule(
  viewer: Viewer,
  campaignId: string,
  input: RuleInput,
  now: Date,
): Promise<Outcome<{ rule: RuleInput }>> {
  return forViewer(viewer, async (db) => {
    const found = await rankedCampaign(db, viewer, campaignId, 'rule.change', input.table);
    if (!found.ok) return found;
    const { listInForce } = found.value;
    if (listInForce) {
      return failed(
        'WRONG_STATE',
        `Список утверждён приказом № ${listInForce.orderNumber} от ${formatDate(listInForce.orderDate)}. Правило можно изменить только вместе с новым приказом.`,
      );
    }
    const rule = identificationRule(input);
    if (!rule.ok) return rule;
    await storeRule(db, viewer, found.value, rule.value, now);
    return done({ rule: { ...input, value: rule.value.value } });
  });
}

/** The rule as the domain takes it, its share in the precision that is stored; INVALID when nobody could apply it. */
export function identificationRule({ kind, table, value }: RuleInput): Outcome<IdentificationRule> {
  const rounded = kind === 'SHARE' ? Math.round(value * 10_000) / 10_000 : value;
  const rule = { kind, tableCode: table, value: rounded };
  const message = ruleFault(rule) ?? (rounded > 9999 ? 'Порог слишком велик: укажите не больше 9999.' : null);
  return message ? failed('INVALID', message, { errors: [{ path: 'rule.value', message }] }) : done(rule);
}

/** Stores the rule of a track and journals it; nothing happens when it is the campaign's already. */
export async function storeRule(
  db: ScopedDatabase,
  viewer: Viewer,
  campaign: RankedCampaign,
  { kind, tableCode, value }: IdentificationRule,
  now: Date,
): Promise<void> {
  const { campaignId, municipalityId, track } = campaign;
  const where = { campaignId_track: { campaignId, track } };
  const before = await db.campaignRule.findUnique({ where });
  if (before?.kind === kind && before.tableCode === tableCode && before.value.toNumber() === value) return;
  await db.campaignRule.upsert({
    where,
    create: { campaignId, municipalityId, track, kind, tableCode, value },
    update: { kind, tableCode, value },
  });
  await record(db, viewer, now, {
    action: 'rule.change',
    subjectType: 'campaign',
    subjectId: campaignId,
    municipalityId,
    detail: track,
    from: before ? { kind: before.kind, tableCode: before.tableCode, value: before.value.toNumber() } : null,
    to: { kind, tableCode, value },
  });
}
