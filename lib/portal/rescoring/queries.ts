import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { askedOnlyBy } from '@/lib/domain/rescoring';
import { byCriterion } from '@/lib/domain/version-comparison';
import { acceptedCards, loadInstrument, versionsToCompare } from '@/lib/portal/instruments/queries';
import type { RescoringChoice, RescoringView } from './schema';
import { type CampaignRow, campaignOf, comparedSchools, describedSide, sideOf, versionName } from './sides';

const ABSENT = 'Кампания не найдена. Проверьте адрес или вернитесь к списку кампаний.';

/**
 * A campaign beside an earlier one, the later counted by any version: each school's change split into «изменилась школа»
 * and «изменилась методика», and whom each side's rule would propose. Nothing is stored. NOT_FOUND outside the scope and
 * for a campaign of another municipality.
 */
export function rescoringOf(
  viewer: Viewer,
  campaignId: string,
  choice: RescoringChoice,
): Promise<Outcome<RescoringView>> {
  return forViewer(viewer, async (db) => {
    const campaign = await campaignOf(db, campaignId);
    if (!campaign) return failed('NOT_FOUND', ABSENT);
    const { municipalityId } = campaign;
    const refused = refusal(viewer, 'ranking.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const campaigns = await db.campaign.findMany({
      where: { municipalityId, status: { not: 'DRAFT' } },
      select: { id: true, schoolYear: true },
      orderBy: { schoolYear: 'desc' },
    });
    const versions = await versionsToCompare(db, viewer);
    const versionId = choice.version ?? campaign.instrumentVersionId;
    const version = versions.find((each) => each.id === versionId);
    const earlier = await campaignOf(db, earlierCampaign(campaigns, campaign, choice, versionId));
    const own = await loadInstrument(db, campaign.instrumentVersionId);
    const target = version ? await loadInstrument(db, version.id) : null;
    const past = earlier ? await loadInstrument(db, earlier.instrumentVersionId) : null;
    if (!version || !own || !target || !earlier || !past || earlier.municipalityId !== municipalityId) {
      return failed('NOT_FOUND', 'Версия карты или кампания для сравнения не найдена. Выберите из списка.');
    }
    const { tables } = target.definition;
    const table = tables.find((each) => each.code === choice.table) ?? tables[0];
    if (!table) return failed('NOT_FOUND', 'В этой версии карты нет таблиц. Выберите другую.');

    const cards = await acceptedCards(db, [...new Set([earlier.id, campaign.id])]);
    const before = sideOf(earlier, past.definition, past.definition, cards, table.code);
    const after = sideOf(
      { ...campaign, instrumentVersion: version },
      own.definition,
      target.definition,
      cards,
      table.code,
    );
    const schools = comparedSchools(before, after, table.code);
    const splits = schools.flatMap((school) => school.split ?? []);
    const asked = cards.filter((card) => card.campaignId === campaign.id);
    const unanswerable = byCriterion(
      asked.flatMap(({ grades }) => askedOnlyBy(target.definition, own.definition, grades, table.code)),
    );
    const unanswered = new Set(unanswerable.map(({ code, signs }) => JSON.stringify([code, signs])));
    return done({
      municipalityId,
      municipalityName: campaign.municipality.name,
      schoolYear: campaign.schoolYear,
      ownTables: own.definition.tables.map(({ code, track }) => ({ code, track })),
      table: { code: table.code, title: table.title },
      tables: tables.map(({ code, title }) => ({ code, title })),
      before: describedSide(before),
      after: describedSide(after),
      campaigns,
      versions: versions.map(({ id, title, number, status }) => ({
        id,
        name: versionName(title, number),
        own: id === campaign.instrumentVersionId,
        draft: status === 'DRAFT',
      })),
      schools,
      newlyAsked: byCriterion(splits.flatMap((split) => split.newlyAsked)).filter(
        ({ code, signs }) => !unanswered.has(JSON.stringify([code, signs])),
      ),
      notAskedAgain: byCriterion(splits.flatMap((split) => split.notAskedAgain)),
      unanswerable,
    });
  });
}

/** The campaign asked for; else the year before; the campaign itself where only the method is compared. */
function earlierCampaign(
  campaigns: readonly { id: string; schoolYear: string }[],
  campaign: CampaignRow,
  choice: RescoringChoice,
  versionId: string,
): string {
  if (choice.from) return choice.from;
  if (versionId !== campaign.instrumentVersionId) return campaign.id;
  return campaigns.find((each) => each.schoolYear < campaign.schoolYear)?.id ?? campaign.id;
}
