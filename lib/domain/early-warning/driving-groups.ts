/** Which groups of criteria a school's sum comes from more than its municipality's. */
import { mean } from '../statistics';

export interface DrivingGroup {
  code: string;
  /** mean points a year of the school and of its municipality's schools */
  own: number;
  city: number;
}

const SHOWN = 3;

/** The groups in which the school stands above its municipality most, at most three; `own` and `all` are points by group. */
export function drivingGroups(
  own: readonly Readonly<Record<string, number>>[],
  all: readonly Readonly<Record<string, number>>[],
): DrivingGroup[] {
  const codes = [...new Set(own.flatMap((year) => Object.keys(year)))];
  const of = (cards: readonly Readonly<Record<string, number>>[], code: string) =>
    mean(cards.flatMap((card) => card[code] ?? [])) ?? 0;
  return codes
    .map((code) => ({ code, own: of(own, code), city: of(all, code) }))
    .filter((group) => group.own - group.city > 0.5)
    .sort((a, b) => b.own - b.city - (a.own - a.city) || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN);
}
