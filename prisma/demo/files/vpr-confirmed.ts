/** Whose high results of ВПР something explains: advanced study or ЕГЭ not below the region's. Nobody else's look honest (S1). */
import { advancedSubjects } from '../school-changes';
import type { ExamLine } from './exams';
import type { SchoolResults } from './school-results';
import { VPR_SUBJECTS, type VprSubject } from './vpr-works';

export type Unconfirmed = (results: SchoolResults, grade: number) => ReadonlySet<VprSubject>;

/** The mean score of ЕГЭ in a subject; of mathematics the advanced level. Undefined: nobody took it. */
export function egeMean(lines: readonly ExamLine[], subject: VprSubject): number | undefined {
  const line = lines.find((one) => one.exam === 'ЕГЭ' && one.subject === subject && one.level !== 'база');
  return line?.meanScore ?? undefined;
}

/**
 * Subjects in which high results are explained by nothing. For grades 4 and 5 they are the same in all years: a class that
 * jumps because ЕГЭ of one year went well would look like S3.
 */
export function unconfirmedSubjects(
  years: ReadonlyMap<number, readonly SchoolResults[]>,
  linesOf: (results: SchoolResults) => readonly ExamLine[],
  regionOf: ReadonlyMap<number, readonly ExamLine[]>,
): Unconfirmed {
  const ofYear = new Map<SchoolResults, Set<VprSubject>>();
  const ever = new Map<string, Set<VprSubject>>();
  for (const [autumn, region] of regionOf) {
    for (const results of years.get(autumn) ?? []) {
      const advanced = new Set<string>(advancedSubjects(results.school));
      const subjects = VPR_SUBJECTS.filter((subject) => {
        const [own, all] = [egeMean(linesOf(results), subject), egeMean(region, subject)];
        // as the files round them
        return !advanced.has(subject) && (own === undefined || all === undefined || own < all + 0.01);
      });
      ofYear.set(results, new Set(subjects));
      ever.set(results.school.code, new Set([...(ever.get(results.school.code) ?? []), ...subjects]));
    }
  }
  return (results, grade) => (grade <= 5 ? ever.get(results.school.code) : ofYear.get(results)) ?? new Set();
}
