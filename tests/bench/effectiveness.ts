/**
 * How often «есть эффект» is said without and with an effect: `npm run bench -- effectiveness`. Writes the figures that the
 * method page shows and the table of docs/effectiveness.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { baselineEffect } from '@/lib/domain/effectiveness/baseline-model';
import type { MeasuredEffects } from '@/lib/domain/effectiveness/measured-effects';
import type { SchoolChange } from '@/lib/domain/effectiveness/observation';
import { wordsOf } from '@/lib/domain/effectiveness/review';
import { type SimulatedRegion, simulateRegion } from '@/lib/domain/effectiveness/simulated-schools';
import { mean } from '@/lib/domain/statistics';

const JSON_FILE = 'lib/domain/effectiveness/measured-effects.json';
const DOCUMENT = 'docs/effectiveness.md';
const MARKS = ['<!-- measured -->', '<!-- /measured -->'] as const;
const DRAWS = 399;

const CITY = { cities: 1, schoolsPerCity: 43, chosenPerCity: 8, reliability: 0.62 };
const REGION = { cities: 20, schoolsPerCity: 20, chosenPerCity: 4, reliability: 0.62 };
const PLANS: { place: 'CITY' | 'REGION'; plan: SimulatedRegion; runs: number }[] = [
  { place: 'CITY', plan: { ...CITY, effect: 0 }, runs: 4000 },
  { place: 'CITY', plan: { ...CITY, effect: 0.5 }, runs: 4000 },
  { place: 'REGION', plan: { ...REGION, effect: 0 }, runs: 1000 },
  { place: 'REGION', plan: { ...REGION, effect: 0.5 }, runs: 1000 },
];

export function measureEffectiveness(measuredOn: Date): void {
  const rows = PLANS.map(({ place, plan, runs }) => {
    const drawn = Array.from({ length: runs }, (_, run) => simulateRegion(plan, run).schools);
    return {
      place,
      schools: plan.cities * plan.schoolsPerCity,
      chosen: plan.cities * plan.chosenPerCity,
      effect: plan.effect,
      runs,
      beforeAfter: share(drawn, beforeAfterSaysSo),
      model: share(drawn, (schools) => wordsOf(baselineEffect(schools, true, DRAWS)) === 'есть эффект'),
      leftByItself: mean(drawn.map((schools) => leftTheList(schools))) ?? 0,
    };
  });
  const measured: MeasuredEffects = {
    measuredOn: measuredOn.toISOString().slice(0, 10),
    command: 'npm run bench -- effectiveness',
    reliability: CITY.reliability,
    rows,
  };
  writeFileSync(JSON_FILE, `${JSON.stringify(measured, null, 2)}\n`);
  const table = tableOf(measured);
  const text = readFileSync(DOCUMENT, 'utf8');
  const [begin, end] = [text.indexOf(MARKS[0]), text.indexOf(MARKS[1])];
  writeFileSync(DOCUMENT, `${text.slice(0, begin + MARKS[0].length)}\n${table}\n${text.slice(end)}`);
  process.stdout.write(`${table}\n`);
}

function share(drawn: readonly SchoolChange[][], says: (schools: SchoolChange[]) => boolean): number {
  return drawn.filter((schools) => says(schools)).length / drawn.length;
}

/** The plain comparison: a one-sided paired t test of the supported schools at 5 %. */
function beforeAfterSaysSo(schools: SchoolChange[]): boolean {
  const changes = schools.filter((one) => one.supported).map(({ before, after }) => after - before);
  const centre = mean(changes) ?? 0;
  const variance = changes.reduce((sum, change) => sum + (change - centre) ** 2, 0) / (changes.length - 1);
  return centre / Math.sqrt(variance / changes.length) < -studentQuantile95(changes.length - 1);
}

/** The 95 % quantile of Student's distribution by Cornish–Fisher (Abramowitz & Stegun 26.7.5): within 0.01 from 5 degrees on. */
function studentQuantile95(degrees: number): number {
  const z = 1.644854;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

/** The part of the chosen schools, 0..1, that a new choice of as many by the sum at the end would leave out. */
function leftTheList(schools: readonly SchoolChange[]): number {
  const chosen = schools.filter((one) => one.supported);
  const border = new Map<string, number>();
  for (const [city, own] of Map.groupBy(schools, (one) => one.cityId)) {
    const sums = own.map((one) => one.after).sort((a, b) => b - a);
    border.set(city, sums[own.filter((one) => one.supported).length - 1] ?? 0);
  }
  return chosen.filter((one) => one.after < (border.get(one.cityId) ?? 0)).length / chosen.length;
}

function tableOf({ measuredOn, rows }: MeasuredEffects): string {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  const lines = rows.map(
    (row) =>
      `| ${row.schools} schools, ${row.chosen} chosen | ${row.effect === 0 ? 'none' : `${row.effect} SD`} | ${percent(row.beforeAfter)} | ${percent(row.model)} | ${percent(row.leftByItself)} | ${row.runs} |`,
  );
  return [
    `Measured on ${measuredOn}.`,
    '',
    '| drawn | true effect | before/after says «worked» | the portal says «есть эффект» | chosen schools that leave the list | runs |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
