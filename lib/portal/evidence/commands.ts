/** Computed answers follow the data: only what depends on a change is computed anew, and only what changed is written. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Prisma } from '@/lib/db/generated/client';
import type { CountedSource } from '@/lib/db/generated/enums';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { MEASURES } from '@/lib/domain/evidence/measures';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { type Actor, countCards, type SumChange } from '@/lib/portal/cards/commands';
import { type ChangedSigns, deriveObjectivity } from '@/lib/portal/objectivity/commands';
import type { ChangedCard, DerivedCampaign, Occasion } from './derived';
import { deriveCampaign } from './deriving';

export type { ChangedCard } from './derived';

/** What files changed: whose facts, of which years and kinds. */
export interface ChangedEvidence {
  schoolIds: readonly string[];
  municipalityIds: readonly string[];
  /** with lines of the region itself or official scales, which the signs of all its schools are held against */
  regionWide: boolean;
  schoolYears: readonly string[];
  kinds: readonly FactKind[];
  importId: string | null;
}

const findsSigns = ({ rule }: CriterionDefinition) => rule?.measure === 'OBJECTIVITY_SIGNS';

/**
 * After units of evidence came into force or stepped back: finds the signs anew and computes the answers that depend on
 * the change. Runs in the caller's transaction with the whole installation in sight. Gives the cards whose computed
 * answers changed; evidence that changed beside the same answer is refreshed in silence.
 */
export async function deriveAfter(
  db: ScopedDatabase,
  change: ChangedEvidence,
  now: Date,
  actor: Actor,
): Promise<ChangedCard[]> {
  const { schoolYears, kinds, importId } = change;
  const municipalityIds = [
    ...change.municipalityIds,
    ...(await campaignsWhere(db, concernedBy(change))).map(({ municipalityId }) => municipalityId),
    ...(change.regionWide ? await municipalitiesOfRegion(db, importId) : []),
  ];
  const signs = await deriveObjectivity(db, { municipalityIds: distinct(municipalityIds), schoolYears, kinds }, now);
  // a campaign that is being opened at this moment reads the facts without this change: it is waited for, and found
  await lockDerivation(db, municipalityIds);
  const concerned = await campaignsWhere(db, concernedBy(change));
  const changedKinds = new Set(kinds);
  const depends = ({ rule }: CriterionDefinition) =>
    rule !== undefined && MEASURES[rule.measure].kinds.some((kind) => changedKinds.has(kind));
  const ids = new Set(concerned.map(({ id }) => id));
  const later = (await campaignsWhere(db, withSigns(signs))).filter(({ id }) => !ids.has(id));
  const work = [
    ...concerned.map(({ id }) => ({ id, asked: depends })),
    ...later.map(({ id }) => ({ id, asked: findsSigns })),
  ];
  return deriveAll(db, work, { importId, now, actor });
}

/** After signs changed without a file: a constant of the method, a sign withdrawn. */
export async function deriveAfterSigns(
  db: ScopedDatabase,
  signs: readonly Pick<ChangedSigns, 'municipalityId' | 'schoolYear'>[],
  now: Date,
  actor: Actor,
): Promise<ChangedCard[]> {
  const campaigns = await campaignsWhere(db, withSigns(signs));
  const work = campaigns.map(({ id }) => ({ id, asked: findsSigns }));
  return deriveAll(db, work, { importId: null, now, actor });
}

/** After what signs are judged by changed in a school itself: the subjects that it teaches in depth (S1). */
export async function deriveAfterSchool(
  db: ScopedDatabase,
  { id, municipalityId }: { id: string; municipalityId: string },
  now: Date,
  actor: Actor,
): Promise<ChangedCard[]> {
  const years = await db.evidenceUnit.findMany({
    where: { state: 'IN_FORCE', schoolId: id },
    select: { schoolYear: true },
    distinct: ['schoolYear'],
  });
  const schoolYears = years.map(({ schoolYear }) => schoolYear);
  const signs = await deriveObjectivity(db, { municipalityIds: [municipalityId], schoolYears }, now);
  return deriveAfterSigns(db, signs, now, actor);
}

/** Everything that data answer on a campaign's cards: after it was opened or cards were added, in its own scope. */
export async function deriveCampaignAnew(
  db: ScopedDatabase,
  campaignId: string,
  now: Date,
  actor: Actor,
): Promise<ChangedCard[]> {
  return deriveAll(db, [{ id: campaignId, asked: () => true }], { importId: null, now, actor });
}

/**
 * Counts the cards of a campaign by `counts`, what the campaign says from now on; the caller changes the campaign itself
 * in the same transaction and has seen that it may be changed. Gives the sums of its cards before and after.
 */
export async function recountCampaign(
  db: ScopedDatabase,
  campaignId: string,
  counts: CountedSource,
  now: Date,
  actor: Actor,
): Promise<Map<string, SumChange>> {
  const campaign = await db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: DERIVED });
  await lockDerivation(db, [campaign.municipalityId]);
  return countCards(db, { ...campaign, counts }, now, actor);
}

const DERIVED = {
  id: true,
  municipalityId: true,
  schoolYear: true,
  resultsYear: true,
  instrumentVersionId: true,
  counts: true,
  status: true,
} satisfies Prisma.CampaignSelect;

type Found = Pick<DerivedCampaign, 'id' | 'municipalityId'>;

/** Campaigns in the order in which all who derive take them. */
function campaignsWhere(db: ScopedDatabase, where: Prisma.CampaignWhereInput): Promise<Found[]> {
  const order = [{ municipalityId: 'asc' as const }, { id: 'asc' as const }];
  return db.campaign.findMany({ where, select: { id: true, municipalityId: true }, orderBy: order });
}

/** A school's facts of a year belong to the campaign that counts the year and has the school's card. */
function concernedBy({ schoolIds, municipalityIds, schoolYears }: ChangedEvidence): Prisma.CampaignWhereInput {
  const schools = { some: { schoolId: { in: [...schoolIds] } } };
  return {
    resultsYear: { in: [...schoolYears] },
    OR: [{ municipalityId: { in: [...municipalityIds] } }, { cards: schools }],
  };
}

function withSigns(signs: readonly Pick<ChangedSigns, 'municipalityId' | 'schoolYear'>[]): Prisma.CampaignWhereInput {
  const pairs = new Map(signs.map((one) => [`${one.municipalityId} ${one.schoolYear}`, one]));
  return {
    OR: [...pairs.values()].map(({ municipalityId, schoolYear }) => ({ municipalityId, resultsYear: schoolYear })),
  };
}

/** The municipalities of the import's region; of all regions where no import stands behind the change. */
async function municipalitiesOfRegion(db: ScopedDatabase, importId: string | null): Promise<string[]> {
  const file = importId && (await db.import.findUnique({ where: { id: importId }, select: { regionId: true } }));
  const found = await db.municipality.findMany({
    where: file ? { regionId: file.regionId } : {},
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

interface Work {
  id: string;
  asked: (criterion: CriterionDefinition) => boolean;
}

/**
 * Campaign by campaign, in one order for all, so that nobody waits for each other in a circle. A closed campaign that
 * counts computed answers stays as it is: what was confirmed is never rewritten.
 */
async function deriveAll(db: ScopedDatabase, work: readonly Work[], occasion: Occasion): Promise<ChangedCard[]> {
  const found = await campaignsWhere(db, { id: { in: work.map(({ id }) => id) } });
  const asked = new Map(work.map((one) => [one.id, one.asked]));
  const changed: ChangedCard[] = [];
  const municipalityIds = found.map(({ municipalityId }) => municipalityId);
  await lockDerivation(db, municipalityIds);
  for (const { id } of found) {
    const campaign = await db.campaign.findUniqueOrThrow({ where: { id }, select: DERIVED });
    if (campaign.status === 'CLOSED' && campaign.counts === 'COMPUTED') continue;
    changed.push(...(await deriveCampaign(db, campaign, asked.get(id) ?? (() => true), occasion)));
  }
  return changed;
}

/**
 * One at a time computes in a municipality: who comes second sees the facts, cards and settings that the first left. The
 * locks of signs (lib/portal/objectivity) are taken before these, never after.
 */
async function lockDerivation(db: ScopedDatabase, municipalityIds: readonly string[]): Promise<void> {
  const names = distinct(municipalityIds).sort();
  await db.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('derivation ' || name, 0))::text
    FROM unnest(${names}::text[]) WITH ORDINALITY AS n(name, at) ORDER BY at`;
}

const distinct = (ids: readonly string[]) => [...new Set(ids)];
