/** Signs that are counted elsewhere and only read here: S6, the list of ФИОКО; S7, medals; S8, year marks against ОГЭ. */
import type { FiokoFact, MedalFact, OgeJournalFact } from '../evidence/facts';
import type { ObjectivitySettings } from './settings';
import { abstained, decided, flag } from './sign-outcome';
import type { SignOutcome } from './signs';

/** The works that ФИОКО marks: domain.md 2.2. */
export const MARKED_WORKS = [
  { grade: 4, subject: 'Русский язык', of: (fact: FiokoFact) => fact.grade4Russian },
  { grade: 4, subject: 'Математика', of: (fact: FiokoFact) => fact.grade4Mathematics },
  { grade: 5, subject: 'Русский язык', of: (fact: FiokoFact) => fact.grade5Russian },
  { grade: 5, subject: 'Математика', of: (fact: FiokoFact) => fact.grade5Mathematics },
] as const;

/**
 * S6: the school is in the list of ФИОКО with so many markers in the year, and one of them is for this work. `markers`
 * null: the school has no line in the list that was loaded, or none was.
 */
export function fiokoList(markers: number | null, ofYear: number | null, settings: ObjectivitySettings): SignOutcome {
  if (markers === null || ofYear === null) return abstained('S6');
  return decided('S6', markers > 0 && ofYear >= settings.s6Markers, { markers, markersOfYear: ofYear });
}

/** S7: a candidate for a medal, with «5» in everything, did not reach its scores at ЕГЭ. */
export function medals(fact: MedalFact | null, settings: ObjectivitySettings): SignOutcome {
  if (!fact) return abstained('S7');
  const unconfirmed = Math.max(0, fact.candidates - fact.confirmed);
  const figures = { candidates: fact.candidates, confirmed: fact.confirmed, unconfirmed };
  return decided('S7', unconfirmed >= settings.s7Unconfirmed, figures);
}

/** S8: marks of ОГЭ lie below the year marks for too many pupils, or by 2 and more for some. */
export function yearMarks(fact: Omit<OgeJournalFact, 'subject'> | null, settings: ObjectivitySettings): SignOutcome {
  const n = fact && fact.lowered + fact.confirmed + fact.raised;
  if (!fact || !n || n < settings.s8MinimumN) return abstained('S8', { n });
  const loweredShare = fact.lowered / n;
  const lowered2Share = fact.lowered2 === null ? null : fact.lowered2 / n;
  const [often, far] = [loweredShare >= settings.s8Lowered, (lowered2Share ?? 0) >= settings.s8Lowered2];
  return decided('S8', often || far, {
    ...{ n, lowered: fact.lowered, confirmed: fact.confirmed, raised: fact.raised, lowered2: fact.lowered2 },
    ...{ loweredShare, lowered2Share, often: flag(often), far: flag(far) },
  });
}
