/** How often «есть эффект» is said without and with an effect, by simulation: `npm run bench -- effectiveness`. */
import table from './measured-effects.json';

export interface MeasuredEffect {
  place: 'CITY' | 'REGION';
  schools: number;
  chosen: number;
  /** true effect in standard deviations of the sum; 0: none */
  effect: number;
  runs: number;
  /** shares of runs, 0..1: a plain comparison before/after says that support worked; the model says «есть эффект» */
  beforeAfter: number;
  model: number;
  /** share of the chosen schools, 0..1, that would not be chosen again */
  leftByItself: number;
}

export interface MeasuredEffects {
  /** ISO date */
  measuredOn: string;
  /** what repeats it */
  command: string;
  reliability: number;
  rows: MeasuredEffect[];
}

export const MEASURED_EFFECTS = table as MeasuredEffects;
