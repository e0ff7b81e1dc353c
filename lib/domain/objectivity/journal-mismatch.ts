/**
 * S2: marks of ВПР differ from those of the journal more often than can be put down to chance. domain.md 2.4.
 *
 * Two shares are tested, each one-sided: of pupils whose marks differ at all, and of those whose marks differ by 2 and
 * more (ФИОКО asks to look at these). The null hypothesis is that the school's share is at most the tolerated one, or the
 * region's where that is greater. Pupils of a class share a teacher, so that their marks do not err independently: with
 * a plain binomial distribution a school of 100 would be signed for a difference that one strict teacher makes. The
 * counts are therefore beta-binomial with intra-class correlation ρ (`s2Spread`). The smaller p-value is doubled, since
 * either share may bring the sign (Bonferroni).
 */
import type { VprJournalFact } from '../evidence/facts';
import { betaBinomialTail } from './beta-binomial';
import type { Reference } from './reference';
import type { ObjectivitySettings } from './settings';
import { abstained, flag, tested } from './sign-outcome';
import type { SignOutcome } from './signs';

export type JournalCounts = Pick<VprJournalFact, 'lowered' | 'confirmed' | 'raised' | 'gap2'>;

export const journalPupils = ({ lowered, confirmed, raised }: JournalCounts): number => lowered + confirmed + raised;

/** Counts of several schools together; `gap2` of those that have it, scaled to all pupils, null where nobody has it. */
export function pooledJournal(schools: readonly JournalCounts[]): JournalCounts | null {
  const sum = (counted: readonly JournalCounts[], of: (counts: JournalCounts) => number) =>
    counted.reduce((total, counts) => total + of(counts), 0);
  const all = sum(schools, journalPupils);
  if (all === 0) return null;
  const withGap = schools.filter(({ gap2 }) => gap2 !== null);
  const asked = sum(withGap, journalPupils);
  return {
    lowered: sum(schools, ({ lowered }) => lowered),
    confirmed: sum(schools, ({ confirmed }) => confirmed),
    raised: sum(schools, ({ raised }) => raised),
    gap2: asked === 0 ? null : (sum(withGap, ({ gap2 }) => gap2 ?? 0) / asked) * all,
  };
}

export function journalMismatch(
  school: JournalCounts | null,
  reference: Reference<JournalCounts> | null,
  settings: ObjectivitySettings,
): SignOutcome {
  const n = school && journalPupils(school);
  if (!school || !n || n < settings.s2MinimumN) return abstained('S2', { n });
  const differing = school.lowered + school.raised;
  const region = reference && sharesOf(reference.value);
  const tolerated = Math.max(settings.s2Tolerated, region?.mismatch ?? 0);
  const toleratedGap2 = Math.max(settings.s2ToleratedGap2, region?.gap2 ?? 0);
  const pMismatch = betaBinomialTail(differing, n, tolerated, settings.s2Spread);
  const pGap2 = school.gap2 === null ? null : betaBinomialTail(school.gap2, n, toleratedGap2, settings.s2Spread);
  const pValue = pGap2 === null ? pMismatch : Math.min(1, 2 * Math.min(pMismatch, pGap2));
  const { mismatch, gap2 } = sharesOf(school);
  const simple = mismatch >= settings.s2SimpleShare || (gap2 ?? 0) >= settings.s2SimpleGap2;
  return tested('S2', pValue, {
    ...{ n, lowered: school.lowered, confirmed: school.confirmed, raised: school.raised, gap2Pupils: school.gap2 },
    ...{ mismatch, loweredShare: school.lowered / n, raisedShare: school.raised / n, gap2 },
    ...{ referenceMismatch: region?.mismatch ?? null, referenceGap2: region?.gap2 ?? null },
    ...{ tolerated, toleratedGap2, pMismatch, pGap2, simpleRule: flag(simple) },
    // 1: ВПР above the journal, −1: the journal above ВПР, 0: as often one as the other
    direction: Math.sign(school.raised - school.lowered),
    referenceIsMunicipality: flag(reference?.isMunicipality ?? false),
  });
}

function sharesOf(counts: JournalCounts): { mismatch: number; gap2: number | null } {
  const n = journalPupils(counts);
  return {
    mismatch: n === 0 ? 0 : (counts.lowered + counts.raised) / n,
    gap2: counts.gap2 === null || n === 0 ? null : counts.gap2 / n,
  };
}
