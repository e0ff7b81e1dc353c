/** What is known at all: of which schools files say nothing. */
import type { FactsOfYear } from '../evidence/facts';
import { type Applicability, applies } from '../instrument';
import type { SchoolResults } from './results-exams';

export interface Completeness {
  title: string;
  /** schools that should be in the files */
  expected: number;
  /** schools about which files say something */
  known: number;
  /** names of the others */
  missing: string[];
}

const ASKED: readonly { title: string; who: Applicability; known: (facts: FactsOfYear) => boolean }[] = [
  { title: 'ОГЭ', who: 'GRADE9', known: ({ GIA_AGGREGATE: rows = [] }) => rows.some(({ exam }) => exam === 'OGE') },
  { title: 'ЕГЭ', who: 'GRADE11', known: ({ GIA_AGGREGATE: rows = [] }) => rows.some(({ exam }) => exam === 'EGE') },
  { title: 'ВПР: отметки', who: 'ALL', known: ({ VPR_MARKS: rows = [] }) => rows.length > 0 },
  { title: 'ВПР: сравнение с журналом', who: 'ALL', known: ({ VPR_JOURNAL: rows = [] }) => rows.length > 0 },
  { title: 'ВсОШ', who: 'ALL', known: ({ OLYMPIAD: rows = [] }) => rows.length > 0 },
];

/** ОГЭ is asked of schools with grade 9, ЕГЭ of schools with grade 11, everything else of all. */
export function completenessOf(schools: readonly SchoolResults[]): Completeness[] {
  return ASKED.map(({ title, who, known }) => {
    const asked = schools.filter(({ grades }) => applies(who, grades));
    const missing = asked.filter(({ facts }) => !known(facts));
    return {
      title,
      expected: asked.length,
      known: asked.length - missing.length,
      missing: missing.map(({ name }) => name),
    };
  });
}
