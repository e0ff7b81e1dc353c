/** ОГЭ and ЕГЭ of a municipality by subject. domain.md 8.2 */
import { belowMinimum, markOf } from '../evidence/exam-measures';
import type { Exam, ExamLevel, FactsOfYear, GiaFact } from '../evidence/facts';
import { SUBJECT_NAMES } from '../evidence/subjects';
import type { SchoolGrades } from '../instrument';
import { type Ratio, ratioOf } from './results-ratio';

/** What files say of one school in the year of the report. */
export interface SchoolResults {
  schoolId: string;
  name: string;
  grades: SchoolGrades;
  facts: FactsOfYear;
}

/** One subject of an exam over all schools; ratios are over the participants about whom the files tell them. */
export interface ExamLine {
  exam: Exam;
  subject: string;
  level: ExamLevel | null;
  /** schools with participants */
  schools: number;
  participants: number;
  /** points 0…100; ЕГЭ without basic mathematics */
  score: Ratio | null;
  /** marks 2…5; ОГЭ and basic mathematics of ЕГЭ */
  mark: Ratio | null;
  /** «2» of ОГЭ, below the minimum of ЕГЭ */
  failed: Ratio | null;
  /** «4» and «5» */
  quality: Ratio | null;
  from81to99: Ratio | null;
  full: Ratio | null;
}

export const participantsOf = ({ participants }: { participants: number }): number => participants;

/** A mean as a sum over participants, so that means of schools are weighted by them. */
const weighted =
  (mean: (fact: GiaFact) => number | null) =>
  (fact: GiaFact): number | null => {
    const value = mean(fact);
    return value === null ? null : value * fact.participants;
  };

export const FAILED: Readonly<Record<Exam, (fact: GiaFact) => number | null>> = {
  OGE: ({ n2 }) => n2,
  EGE: belowMinimum,
};
export const EXAM_FIGURES = {
  score: weighted(({ meanScore }) => meanScore),
  mark: weighted(markOf),
  quality: ({ n4, n5 }: GiaFact) => (n4 === null || n5 === null ? null : n4 + n5),
  from81to99: ({ n81to99 }: GiaFact) => n81to99,
  full: ({ n100 }: GiaFact) => n100,
} as const;

/** The lines of an exam in which somebody took part, in the order of SUBJECT_NAMES; mathematics of ЕГЭ by level. */
export function examLines(schools: readonly SchoolResults[], exam: Exam): ExamLine[] {
  const facts = schools.flatMap((school) => takenExam(school, exam));
  const groups = [...Map.groupBy(facts, ({ subject, level }) => `${subject}|${level ?? ''}`).values()];
  return groups.map((those) => examLine(exam, those)).sort(bySubject);
}

/** The facts of a school's exam, without subjects that nobody took. */
export function takenExam({ facts }: SchoolResults, exam: Exam): GiaFact[] {
  return (facts.GIA_AGGREGATE ?? []).filter((fact) => fact.exam === exam && fact.participants > 0);
}

/** Facts of one subject and level, one a school. */
function examLine(exam: Exam, facts: readonly GiaFact[]): ExamLine {
  const over = (figure: (fact: GiaFact) => number | null) => ratioOf(facts, participantsOf, figure);
  const [first] = facts;
  return {
    exam,
    subject: first?.subject ?? '',
    level: first?.level ?? null,
    schools: facts.length,
    participants: facts.reduce((sum, { participants }) => sum + participants, 0),
    score: over(EXAM_FIGURES.score),
    mark: over(EXAM_FIGURES.mark),
    failed: over(FAILED[exam]),
    quality: over(EXAM_FIGURES.quality),
    from81to99: over(EXAM_FIGURES.from81to99),
    full: over(EXAM_FIGURES.full),
  };
}

const LEVELS: readonly (ExamLevel | null)[] = [null, 'BASIC', 'PROFILE'];
const NAMES: readonly string[] = SUBJECT_NAMES;
/** Subjects as the portal lists them; a name that it does not know stands at the end. */
export function subjectOrder(subject: string): number {
  const at = NAMES.indexOf(subject);
  return at < 0 ? NAMES.length : at;
}

function bySubject(one: ExamLine, other: ExamLine): number {
  const order = subjectOrder(one.subject) - subjectOrder(other.subject);
  return order || LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);
}

/** «Математика (профиль)». */
export function examSubjectName({ subject, level }: Pick<ExamLine, 'subject' | 'level'>): string {
  return level === null ? subject : `${subject} (${level === 'BASIC' ? 'база' : 'профиль'})`;
}
