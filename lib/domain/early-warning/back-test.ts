/** How good warnings would have been in years that are known, beside «the same sum as last year». */

/** A school not on the list, a chance forecast for it, and what became of it. */
export interface Judged {
  /** 0..1 */
  chance: number;
  alarm: boolean;
  reached: boolean;
}

export interface BackTest {
  /** schools and years judged */
  n: number;
  reached: number;
  alarms: number;
  /** of the schools that reached the threshold, those warned of; 0..1; null: none did */
  sensitivity: number | null;
  /** of the warnings, those that came true; 0..1; null: no warning */
  precision: number | null;
  /** mean squared error of the chance: 0 perfect, 1 always wrong (Brier 1950); null: nobody judged */
  brier: number | null;
}

export function backTest(judged: readonly Judged[]): BackTest {
  const count = (what: (one: Judged) => boolean) => judged.filter(what).length;
  const [n, reached, alarms] = [judged.length, count((one) => one.reached), count((one) => one.alarm)];
  const right = count((one) => one.alarm && one.reached);
  const errors = judged.reduce((sum, one) => sum + (one.chance - (one.reached ? 1 : 0)) ** 2, 0);
  return {
    ...{ n, reached, alarms },
    sensitivity: reached === 0 ? null : right / reached,
    precision: alarms === 0 ? null : right / alarms,
    brier: n === 0 ? null : errors / n,
  };
}
