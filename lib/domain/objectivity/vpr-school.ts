/** What the signs are found from: a school and what it is held against, with this school year and the one before. */
import type { FactsOfYear } from '../evidence/facts';

export interface VprSchool {
  schoolId: string;
  code: string;
  /** subjects taught at an advanced level, by the names of evidence/subjects.ts */
  advanced: readonly string[];
  current: FactsOfYear;
  previous: FactsOfYear;
}

/** The region's own lines and the official scales; may lack anything. */
export interface VprReference {
  current: FactsOfYear;
  previous: FactsOfYear;
}
