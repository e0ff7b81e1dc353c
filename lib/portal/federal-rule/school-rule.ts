import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { federalVerdict } from '@/lib/domain/federal-rule';
import { methodSettings } from '@/lib/portal/methods/queries';
import { factsOfCampaigns } from './campaign-facts';
import { FEDERAL_KINDS } from './two-rules';
import type { SchoolFederalRule } from './views';

/**
 * The federal rule of one school in its newest opened campaign; null without one. It needs no other school, so that the
 * school's own principal may know it as well.
 */
export function federalRuleOfSchool(viewer: Viewer, schoolId: string): Promise<Outcome<SchoolFederalRule | null>> {
  return forViewer(viewer, async (db) => {
    const card = await db.card.findFirst({
      where: { schoolId, campaign: { status: { not: 'DRAFT' } } },
      orderBy: { campaign: { schoolYear: 'desc' } },
      select: {
        municipalityId: true,
        campaign: { select: { id: true, schoolYear: true, resultsYear: true } },
        school: { select: { municipality: { select: { regionId: true } } } },
      },
    });
    if (!card) return done(null);
    const refused = refusal(viewer, 'evidence.read', { schoolId, municipalityId: card.municipalityId });
    if (refused) return failed(refused.code, refused.detail);
    const { id: campaignId, schoolYear, resultsYear } = card.campaign;
    const place = { regionId: card.school.municipality.regionId, municipalityId: card.municipalityId };
    const settings = await methodSettings(db, 'FEDERAL_RULE', place);
    const facts = (await factsOfCampaigns(db, [{ campaignId, resultsYear }], FEDERAL_KINDS, schoolId)).get(schoolId);
    return done({
      ...{ campaignId, schoolYear, resultsYear, settings: settings.values },
      verdict: federalVerdict(settings.values, facts?.year ?? {}, facts?.before ?? {}),
    });
  });
}
