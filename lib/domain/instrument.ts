/** An instrument as the rules see it: tables → groups → criteria → signs. domain.md 1.1, 1.5; contract.md, scoring rule. */

import type { CriterionRule } from './evidence/rule';

export type CriterionType = 'YES_NO' | 'SIGN_COUNT';
export type Applicability = 'ALL' | 'PRIMARY' | 'GRADE7_11' | 'GRADE9' | 'GRADE11';
export type Track = 'LOW_RESULTS' | 'ADVERSE_CONDITIONS';

export interface SignDefinition {
  code: string;
  text: string;
  help: string;
}

export interface CriterionDefinition {
  code: string;
  text: string;
  type: CriterionType;
  applicability: Applicability;
  /** SIGN_COUNT: what is counted; empty for YES_NO */
  signs: SignDefinition[];
  help: string;
  purpose: string;
  evidence: string;
  threshold: string;
  source: string;
  /** unlikely to change from year to year: last year's answer is carried over with «проверьте» */
  stable: boolean;
  /** how data answer it; absent: only people can */
  rule?: CriterionRule;
}

export interface GroupDefinition {
  code: string;
  title: string;
  criteria: CriterionDefinition[];
}

export interface TableDefinition {
  code: string;
  title: string;
  track: Track;
  groups: GroupDefinition[];
}

export interface InstrumentDefinition {
  tables: TableDefinition[];
}

/** The grades that a school teaches, inclusive: {from: 1, to: 11}. */
export interface SchoolGrades {
  from: number;
  to: number;
}

/** A criterion with the table and group in which it stands. */
export interface PlacedCriterion {
  table: TableDefinition;
  group: GroupDefinition;
  criterion: CriterionDefinition;
}

const teachesAny = (grades: SchoolGrades, low: number, high: number) => grades.from <= high && grades.to >= low;

/** Whether a criterion concerns a school that teaches these grades. */
export function applies(applicability: Applicability, grades: SchoolGrades): boolean {
  switch (applicability) {
    case 'ALL':
      return true;
    case 'PRIMARY':
      return teachesAny(grades, 1, 4);
    case 'GRADE7_11':
      return teachesAny(grades, 7, 11);
    case 'GRADE9':
      return teachesAny(grades, 9, 9);
    case 'GRADE11':
      return teachesAny(grades, 11, 11);
  }
}

/** All criteria of the instrument in the order of the card, each with its table and group. */
export function placedCriteria(instrument: InstrumentDefinition): PlacedCriterion[] {
  return instrument.tables.flatMap((table) =>
    table.groups.flatMap((group) => group.criteria.map((criterion) => ({ table, group, criterion }))),
  );
}

/** The criteria that a school with these grades has to answer, in the order of the card. */
export function applicableCriteria(instrument: InstrumentDefinition, grades: SchoolGrades): PlacedCriterion[] {
  return placedCriteria(instrument).filter(({ criterion }) => applies(criterion.applicability, grades));
}
