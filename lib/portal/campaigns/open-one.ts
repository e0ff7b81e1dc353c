import type { ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Campaign } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';

/** The campaign when it is in the viewer's scope, open, and the viewer may do this to it. */
export async function openOne(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: 'campaign.change' | 'campaign.close' | 'campaign.remind',
): Promise<Outcome<{ campaign: Campaign }>> {
  const campaign = await db.campaign.findUnique({ where: { id } });
  if (!campaign) return failed('NOT_FOUND', 'Кампания не найдена.');
  const refused = refusal(viewer, action, { municipalityId: campaign.municipalityId });
  if (refused) return { ok: false, failure: refused };
  if (campaign.status !== 'OPEN')
    return failed('WRONG_STATE', 'Кампания закрыта: её сроки и карты больше не меняются.');
  return done({ campaign });
}
