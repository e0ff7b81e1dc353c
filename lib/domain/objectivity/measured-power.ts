/** How often the signs fire with and without bias, as measured by simulation: `npm run bench -- objectivity`. */
import table from './measured-power.json';

export type MeasuredRate = 'FALSE_ALARMS' | 'POWER' | 'FALSE_DISCOVERIES';

export interface MeasuredRow {
  sign: 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S8';
  /** FALSE_ALARMS: part of honest tests with the sign; POWER: part of biased ones; FALSE_DISCOVERIES: of the found, the honest */
  rate: MeasuredRate;
  /** in Russian, for the page, and in English, for docs/objectivity.md */
  situation: string;
  situationEnglish: string;
  /** pupils of a test, as text: «50», «60–120» */
  pupils: string;
  runs: number;
  /** 0…1 with its 95 % interval (Wilson) */
  value: number;
  low: number;
  high: number;
}

/** `measuredOn`: ISO date; `command`: what repeats it. */
export const MEASURED_POWER = table as { measuredOn: string; command: string; rows: MeasuredRow[] };
