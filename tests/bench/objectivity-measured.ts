/** Counting how often a sign fires, and the table of it. */
import type { MeasuredRate, MeasuredRow } from '@/lib/domain/objectivity/measured-power';

export interface Situation extends Pick<MeasuredRow, 'sign' | 'situation' | 'situationEnglish' | 'pupils'> {
  rate: MeasuredRate;
}

/** The row of `fired` out of `runs`, with Wilson's interval of 95 %. */
export function rowOf(situation: Situation, fired: number, runs: number): MeasuredRow {
  const z = 1.96;
  const value = runs === 0 ? 0 : fired / runs;
  const whole = 1 + (z * z) / runs;
  const centre = (value + (z * z) / (2 * runs)) / whole;
  const half = (z / whole) * Math.sqrt((value * (1 - value)) / runs + (z * z) / (4 * runs * runs));
  const rounded = (share: number) => Math.round(share * 10_000) / 10_000;
  const [low, high] = runs === 0 ? [0, 1] : [Math.max(0, centre - half), Math.min(1, centre + half)];
  return { ...situation, runs, value: rounded(value), low: rounded(low), high: rounded(high) };
}

/** Runs one situation `runs` times. */
export function measuredRow(situation: Situation, runs: number, fires: (run: number) => boolean): MeasuredRow {
  let fired = 0;
  for (let run = 0; run < runs; run += 1) if (fires(run)) fired += 1;
  return rowOf(situation, fired, runs);
}

const RATES: Record<MeasuredRate, string> = {
  FALSE_ALARMS: 'false alarms',
  POWER: 'power',
  FALSE_DISCOVERIES: 'false discoveries',
};

/** The table of docs/objectivity.md. */
export function markdownOf(rows: readonly MeasuredRow[]): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  const lines = rows.map(
    ({ sign, rate, situationEnglish, pupils, runs, value, low, high }) =>
      `| ${sign} | ${RATES[rate]} | ${situationEnglish} | ${pupils} | ${runs} | ${percent(value)} | ${percent(low)}–${percent(high)} |`,
  );
  return [
    '| sign | rate | situation | pupils | runs | % | 95 % interval |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
