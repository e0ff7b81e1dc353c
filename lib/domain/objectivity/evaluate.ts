/** All signs of a municipality's schools in a school year, found together, since schools are held against each other. */
import { benjaminiHochberg } from './benjamini-hochberg';
import { referencesOf } from './references';
import { ownSigns, type YearSides } from './school-signs';
import type { ObjectivitySettings } from './settings';
import type { ObjectivityOutcome, SignCode, SignOutcome } from './signs';
import type { VprReference, VprSchool } from './vpr-school';

export type { VprReference, VprSchool } from './vpr-school';

/**
 * One item for every grade and subject of a school about which there is any fact, with all signs that concern it.
 *
 * S2 and S4 are tests: each is a sign at a false discovery rate (Benjamini–Hochberg) over all tests of its kind in the
 * municipality and year. Each kind is a family of its own: they ask different questions, are looked into by different
 * people, and a city full of strict journals must not make it easier to find a peak, nor the other way round.
 */
export function objectivityOutcomes(
  schools: readonly VprSchool[],
  reference: VprReference,
  settings: ObjectivitySettings,
): ObjectivityOutcome[] {
  const sides: YearSides = {
    current: referencesOf(
      schools.map(({ current }) => current),
      reference.current,
      settings,
    ),
    previous: referencesOf(
      schools.map(({ previous }) => previous),
      reference.previous,
      settings,
    ),
    scales: reference.current,
  };
  const outcomes = schools.flatMap((school) => ownSigns(school, sides, settings));
  judge(outcomes, 'S2', settings.s2FalseDiscovery);
  judge(outcomes, 'S4', settings.s4FalseDiscovery);
  return outcomes;
}

/** Gives the tests of one family their q-values, and the sign to those within the false discovery rate. */
function judge(outcomes: readonly ObjectivityOutcome[], code: SignCode, level: number): void {
  const family: SignOutcome[] = outcomes.flatMap(({ signs }) =>
    signs.filter((sign) => sign.code === code && sign.result !== 'NO_DATA'),
  );
  const qValues = benjaminiHochberg(family.map(({ pValue }) => pValue));
  family.forEach((sign, place) => {
    sign.qValue = qValues[place] ?? null;
    if (sign.qValue !== null) sign.result = sign.qValue <= level ? 'SIGN' : 'NO_SIGN';
  });
}
