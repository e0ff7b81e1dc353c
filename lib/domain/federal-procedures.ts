/**
 * Assessment procedures that the federal rule may count, and what files say of a school in each: how many took part and
 * how many stayed below. domain.md 3.1
 */
import type { ExamLevel, FactSource, FactsOfYear, GiaFact, Sourced } from './evidence/facts';
import { NBSP } from './russian';

export const PROCEDURE_CODES = [
  'VPR_4_RUSSIAN',
  'VPR_4_MATHEMATICS',
  'VPR_5_RUSSIAN',
  'VPR_5_MATHEMATICS',
  'VPR_6_RUSSIAN',
  'VPR_6_MATHEMATICS',
  'VPR_7_RUSSIAN',
  'VPR_7_MATHEMATICS',
  'VPR_8_RUSSIAN',
  'VPR_8_MATHEMATICS',
  'OGE_RUSSIAN',
  'OGE_MATHEMATICS',
  'EGE_RUSSIAN',
  'EGE_MATHEMATICS',
  'EGE_MATHEMATICS_BASIC',
  'EGE_MATHEMATICS_PROFILE',
] as const;

export type ProcedureCode = (typeof PROCEDURE_CODES)[number];

interface Procedure {
  kind: 'VPR' | 'OGE' | 'EGE';
  subject: 'Русский язык' | 'Математика';
  /** the grade that writes it: 9 for ОГЭ, 11 for ЕГЭ */
  grade: number;
  /** mathematics of ЕГЭ alone; null: both levels together */
  level: ExamLevel | null;
}

/** Takes part and below, as the rule holds them against each other. */
export interface ProcedureResult {
  participants: number;
  /** mark «2» (ВПР, ОГЭ), below the minimum of the year (ЕГЭ) */
  below: number;
  sources: FactSource[];
}

export function procedureOf(code: ProcedureCode): Procedure {
  const subject = code.includes('RUSSIAN') ? 'Русский язык' : 'Математика';
  if (code.startsWith('VPR')) return { kind: 'VPR', subject, grade: Number(code.split('_')[1]), level: null };
  if (code.startsWith('OGE')) return { kind: 'OGE', subject, grade: 9, level: null };
  const level = code.endsWith('BASIC') ? 'BASIC' : code.endsWith('PROFILE') ? 'PROFILE' : null;
  return { kind: 'EGE', subject, grade: 11, level };
}

const KIND_NAMES = { VPR: 'ВПР', OGE: 'ОГЭ', EGE: 'ЕГЭ' } as const;
const LEVEL_NAMES = { BASIC: 'база', PROFILE: 'профиль' } as const;

/** «ВПР, 5 класс, русский язык», «ЕГЭ, математика (профиль)». */
export function procedureName(code: ProcedureCode): string {
  const { kind, subject, grade, level } = procedureOf(code);
  const words = `${subject === 'Математика' ? 'математика' : `русский${NBSP}язык`}`;
  if (kind === 'VPR') return `ВПР, ${grade}${NBSP}класс, ${words}`;
  return `${KIND_NAMES[kind]}, ${words}${level ? ` (${LEVEL_NAMES[level]})` : ''}`;
}

/** «ВПР 5 РУ», for heads of narrow columns; the abbreviations of the ФИОКО list (domain.md 2.2). */
export function procedureShortName(code: ProcedureCode): string {
  const { kind, subject, grade, level } = procedureOf(code);
  const words = subject === 'Математика' ? 'МА' : 'РУ';
  const part = level ? `${NBSP}${LEVEL_NAMES[level]}` : '';
  return `${KIND_NAMES[kind]}${NBSP}${kind === 'VPR' ? `${grade}${NBSP}` : ''}${words}${part}`;
}

/** Whether a school with these grades can take part at all. */
export function procedureApplies(code: ProcedureCode, grades: { from: number; to: number }): boolean {
  const { grade } = procedureOf(code);
  return grades.from <= grade && grade <= grades.to;
}

/**
 * What files say of a school in the procedure; null where they say nothing. Rows of one procedure are added up (ЕГЭ in
 * mathematics: base and profile), rows that do not say how many stayed below are left out with their participants.
 */
export function procedureResult(code: ProcedureCode, facts: FactsOfYear): ProcedureResult | null {
  const rows = rowsOf(code, facts).filter(({ participants }) => participants > 0);
  if (rows.length === 0) return null;
  return {
    participants: rows.reduce((sum, row) => sum + row.participants, 0),
    below: rows.reduce((sum, row) => sum + row.below, 0),
    sources: rows.map((row) => row.source),
  };
}

interface Row {
  participants: number;
  below: number;
  source: FactSource;
}

function rowsOf(code: ProcedureCode, facts: FactsOfYear): Row[] {
  const { kind, subject, grade, level } = procedureOf(code);
  if (kind === 'VPR') {
    return (facts.VPR_MARKS ?? [])
      .filter((fact) => fact.grade === grade && fact.subject === subject)
      .map(({ participants, n2, source }) => ({ participants, below: n2, source }));
  }
  return (facts.GIA_AGGREGATE ?? [])
    .filter((fact) => fact.exam === kind && fact.subject === subject && (level === null || fact.level === level))
    .flatMap((fact) => {
      const below = belowOf(fact);
      return below === null ? [] : [{ participants: fact.participants, below, source: fact.source }];
    });
}

/** ОГЭ and the base level of ЕГЭ are marked, so that «2» is what lies below the minimum where no count of it is given. */
function belowOf({ exam, level, n2, belowMinimum }: Sourced<GiaFact>): number | null {
  if (exam === 'OGE') return n2 ?? belowMinimum;
  return belowMinimum ?? (level === 'BASIC' ? n2 : null);
}
