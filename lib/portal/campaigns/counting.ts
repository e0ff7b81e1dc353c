/** What counts where МОЦ verified no answer, changed in an open campaign. contract.md, «Scoring rule» */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Campaign } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { countOf, formatSchoolYear } from '@/lib/domain/russian';
import { recountCampaign } from '@/lib/portal/evidence/commands';
import { record } from '@/lib/portal/journal/commands';
import { openOne } from './open-one';
import type { CountedChange } from './schema';
import { tellPrincipals } from './telling';

const IN_WORDS = { DECLARED: 'ответ школы', COMPUTED: 'рассчитанное по данным' } as const;

/**
 * Counts every card of the campaign by what `counts` says from now on. While sums change and their number was not
 * confirmed (`seen`), it is refused with that number in `extra.changes` and nothing is stored. STALE_VERSION when the
 * campaign was changed since `version`.
 */
export function changeCounted(
  viewer: Viewer,
  campaignId: string,
  { counts, version, seen }: CountedChange,
  now: Date,
): Promise<Outcome<{ changes: number }>> {
  return forViewer(viewer, async (db) => {
    const found = await openOne(db, viewer, campaignId, 'campaign.change');
    if (!found.ok) return found;
    const { campaign } = found.value;
    if (campaign.counts === counts) return failed('WRONG_STATE', `И сейчас считается ${IN_WORDS[counts]}.`);
    const raised = await db.campaign.updateMany({
      where: { id: campaignId, version },
      data: { counts, version: { increment: 1 } },
    });
    if (raised.count === 0) {
      return failed('STALE_VERSION', 'Кампанию изменили в другом окне. Обновите страницу и повторите.');
    }
    const sums = await recountCampaign(db, campaignId, counts, now, viewer);
    const changed = [...sums].filter(([, { before, after }]) => before !== after).map(([cardId]) => cardId);
    if (changed.length > 0 && changed.length !== seen) return unconfirmed(db, changed);
    await record(db, viewer, now, {
      action: 'campaign.change',
      subjectType: 'campaign',
      subjectId: campaign.id,
      municipalityId: campaign.municipalityId,
      detail: 'counts',
      from: campaign.counts,
      to: counts,
    });
    await tellChanged(db, campaign, changed, counts, now);
    return done({ changes: changed.length });
  });
}

/** How many sums would change, those of accepted cards (which stand in the list) named apart. */
async function unconfirmed(db: ScopedDatabase, changed: readonly string[]): Promise<Outcome<never>> {
  const accepted = await db.card.count({ where: { id: { in: [...changed] }, status: 'ACCEPTED' } });
  const cards = countOf(changed.length, 'карты', 'карт', 'карт');
  const listed = accepted > 0 ? ` Принятых среди них ${accepted}: список школ тоже изменится.` : '';
  return failed('INCOMPLETE', `Изменится сумма ${cards}.${listed} Подтвердите изменение.`, {
    extra: { changes: changed.length },
  });
}

async function tellChanged(
  db: ScopedDatabase,
  campaign: Campaign,
  cardIds: readonly string[],
  counts: Campaign['counts'],
  now: Date,
): Promise<void> {
  const cards = await db.card.findMany({ where: { id: { in: [...cardIds] } }, select: { schoolId: true } });
  const year = formatSchoolYear(campaign.schoolYear);
  await tellPrincipals(
    db,
    campaign,
    cards.map(({ schoolId }) => schoolId),
    {
      subject: `Диагностическая карта ${year}: сумма посчитана по-другому`,
      text: `Если МОЦ не проверял ответ, теперь считается ${IN_WORDS[counts]}. Сумма вашей школы изменилась: в карте видно, какой ответ засчитан и на чём он основан.`,
    },
    now,
  );
}
