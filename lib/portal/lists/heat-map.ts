import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { countedAnswer } from '@/lib/domain/answers';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { LITTLE_DATA_SHARE } from '@/lib/domain/firmness';
import { applies, type CriterionDefinition } from '@/lib/domain/instrument';
import { type StoredAnswers, scoreOfCriterion } from '@/lib/domain/scoring';
import { computedViews } from '@/lib/portal/cards/queries';
import { acceptedAnswers } from './campaign-answers';
import { type RankedCampaign, rankedCampaign } from './ranked-campaign';
import { rankingItem, standingOf } from './ranking-items';
import { type RankingRecord, rankingRows } from './ranking-rows';
import { campaignHead, campaignYears } from './ranking-view';
import type { HeatCell, HeatColumn, HeatMapView, HeatRow, PointView } from './views';

/** Schools × criteria of one table: where the points come from. Schools in the order of the ranking. */
export function heatMapView(viewer: Viewer, campaignId: string, tableCode?: string): Promise<Outcome<HeatMapView>> {
  return forViewer(viewer, async (db) => {
    const found = await rankedCampaign(db, viewer, campaignId, 'ranking.read', tableCode);
    if (!found.ok) return found;
    const campaign = found.value;
    const ranking = await rankingRows(db, campaign);
    const answers = await acceptedAnswers(db, campaignId, campaign.instrument);
    const disputed = await disputedCells(db, campaign);
    const standing = standingOf(campaign.rule, ranking);
    const accepted = ranking.filter((row) => row.status === 'ACCEPTED');
    const rows = accepted.map((row) => {
      const { proposed, confirmed } = rankingItem(row, standing);
      return { ...heatRow(campaign, row, answers.get(row.cardId) ?? {}, disputed), proposed, confirmed };
    });
    return done({
      ...campaignHead(campaign),
      years: await campaignYears(db, campaign.municipalityId),
      columns: heatColumns(campaign, rows),
      rows,
      without: ranking
        .filter((row) => row.status !== 'ACCEPTED')
        .map(({ schoolId, schoolShortName, status }) => ({ schoolId, name: schoolShortName, status })),
    });
  });
}

/** `card id` + `criterion code` of the points that schools contest now. */
async function disputedCells(db: ScopedDatabase, { campaignId, instrument }: RankedCampaign): Promise<Set<string>> {
  const disputes = await db.dispute.findMany({
    where: { status: 'OPEN', card: { campaignId } },
    select: { cardId: true, criterionId: true },
  });
  return new Set(disputes.map(({ cardId, criterionId }) => `${cardId} ${instrument.criterionCodes.get(criterionId)}`));
}

function criteriaOf({ table }: RankedCampaign): CriterionDefinition[] {
  return table.groups.flatMap((group) => group.criteria);
}

function heatRow(
  campaign: RankedCampaign,
  row: RankingRecord,
  answers: StoredAnswers,
  disputed: ReadonlySet<string>,
): Omit<HeatRow, 'proposed' | 'confirmed'> {
  const grades = { from: row.gradeFrom, to: row.gradeTo };
  const cells = criteriaOf(campaign).map((criterion): HeatCell => {
    if (!applies(criterion.applicability, grades)) return { kind: 'OUTSIDE', points: 0, maximum: 0, disputed: false };
    const { answer, points, maximum } = scoreOfCriterion(criterion, answers[criterion.code]);
    const kind = answer === null ? 'UNANSWERED' : answer === 'na' ? 'NA' : points.length > 0 ? 'POINT' : 'NONE';
    return { kind, points: points.length, maximum, disputed: disputed.has(`${row.cardId} ${criterion.code}`) };
  });
  const applicable = cells.filter((cell) => cell.kind !== 'OUTSIDE');
  const definite = applicable.filter((cell) => cell.kind === 'POINT' || cell.kind === 'NONE');
  return {
    schoolId: row.schoolId,
    schoolCode: row.schoolCode,
    name: row.schoolShortName,
    cardId: row.cardId,
    negativeSum: row.negativeSum ?? 0,
    maximum: row.maximum ?? 0,
    littleData: definite.length < applicable.length * LITTLE_DATA_SHARE || applicable.length === 0,
    cells,
  };
}

function heatColumns(campaign: RankedCampaign, rows: readonly HeatRow[]): HeatColumn[] {
  const groups = campaign.table.groups.flatMap((group) => group.criteria.map(() => group));
  return criteriaOf(campaign).map(({ code, text }, at) => {
    const points = rows.map((row) => row.cells[at]?.points ?? 0);
    return {
      code,
      text,
      groupCode: groups[at]?.code ?? '',
      groupTitle: groups[at]?.title ?? '',
      sum: points.reduce((sum, point) => sum + point, 0),
      schools: points.filter((point) => point > 0).length,
    };
  });
}

const NO_POINT = failed('NOT_FOUND', 'Такой точки нет на тепловой карте.');

/** One cell of the heat map with its evidence; NOT_FOUND when the school has no accepted card or no such criterion. */
export function pointView(
  viewer: Viewer,
  campaignId: string,
  schoolCode: string,
  criterionCode: string,
): Promise<Outcome<PointView>> {
  return forViewer(viewer, async (db) => {
    const found = await rankedCampaign(db, viewer, campaignId, 'ranking.read');
    if (!found.ok) return found;
    const { definition, criterionIds } = found.value.instrument;
    const group = definition.tables
      .flatMap((table) => table.groups)
      .find((one) => one.criteria.some((criterion) => criterion.code === criterionCode));
    const criterion = group?.criteria.find((one) => one.code === criterionCode);
    const criterionId = criterionIds.get(criterionCode);
    if (!group || !criterion || criterionId === undefined) return NO_POINT;
    const of = { where: { criterionId } };
    const card = await db.card.findFirst({
      where: { campaignId, status: 'ACCEPTED', school: { code: schoolCode } },
      include: {
        school: { select: { shortName: true } },
        answers: of,
        comments: { ...of, orderBy: { at: 'asc' } },
        attachments: { ...of, orderBy: { uploadedAt: 'asc' } },
        disputes: { ...of, orderBy: { raisedAt: 'asc' } },
      },
    });
    if (!card) return NO_POINT;
    const answers = await acceptedAnswers(db, campaignId, found.value.instrument, card.id);
    const stored = answers.get(card.id)?.[criterionCode] ?? { declared: null };
    const { points, maximum } = scoreOfCriterion(criterion, stored);
    const row = card.answers[0];
    const computed = await computedViews(db, card.id, found.value.instrument, criterionId);
    return done({
      schoolId: card.schoolId,
      schoolName: card.school.shortName,
      cardId: card.id,
      criterion,
      groupTitle: group.title,
      points: points.length,
      maximum,
      declared: {
        answer: stored.declared,
        by: row?.declaredBy ?? null,
        at: row?.declaredAt ?? null,
        comment: row?.comment ?? '',
        carriedOver: row?.carriedOver ?? false,
      },
      verified:
        stored.verified == null || !row?.verifiedAt
          ? null
          : {
              answer: stored.verified,
              source: row.verifiedSource ?? '',
              reason: row.verifiedReason ?? '',
              by: row.verifiedBy ?? '',
              at: row.verifiedAt,
            },
      computed: computed.get(criterionCode) ?? null,
      counted: countedAnswer(stored).source,
      comments: card.comments.map(({ id, authorName, text, at }) => ({ id, authorName, text, at })),
      attachments: card.attachments.map(({ id, name, size }) => ({ id, name, size })),
      disputes: card.disputes.map(({ id, status, reason, decision }) => ({ id, status, reason, decision })),
    });
  });
}
