/** ВПР of a municipality by grade and subject, with the marks of the journal beside them. domain.md 8.1 */
import type { FactsOfYear, VprJournalFact, VprMarksFact } from '../evidence/facts';
import { type SchoolResults, subjectOrder } from './results-exams';

/** One work over all schools; counts of pupils. */
export interface VprLine {
  grade: number;
  subject: string;
  /** schools with participants */
  schools: number;
  participants: number;
  n2: number;
  n3: number;
  n4: number;
  n5: number;
  /** null: no school told how its marks agree with the journal */
  journal: JournalCounts | null;
}

export interface JournalCounts {
  schools: number;
  pupils: number;
  lowered: number;
  confirmed: number;
  raised: number;
}

/** How many pupils a line of the journal counts. */
export const journalPupils = ({ lowered, confirmed, raised }: VprJournalFact): number => lowered + confirmed + raised;

/** By grade, then in the order of SUBJECT_NAMES; works that nobody wrote are left out. */
export function vprLines(schools: readonly SchoolResults[]): VprLine[] {
  const marks = factsOf(schools, ({ VPR_MARKS = [] }) => VPR_MARKS.filter(({ participants }) => participants > 0));
  const journals = factsOf(schools, ({ VPR_JOURNAL = [] }) => VPR_JOURNAL.filter((fact) => journalPupils(fact) > 0));
  const byWork = Map.groupBy(marks, workKey);
  const journalsByWork = Map.groupBy(journals, workKey);
  const works = new Map([...marks, ...journals].map((fact) => [workKey(fact), fact]));
  return [...works]
    .map(([key, { grade, subject }]) => ({
      ...{ grade, subject },
      ...marksTogether(byWork.get(key) ?? []),
      journal: journalTogether(journalsByWork.get(key) ?? []),
    }))
    .sort((one, other) => one.grade - other.grade || subjectOrder(one.subject) - subjectOrder(other.subject));
}

const workKey = ({ grade, subject }: { grade: number; subject: string }): string => `${grade}|${subject}`;

function factsOf<Fact>(schools: readonly SchoolResults[], pick: (facts: FactsOfYear) => Fact[]): Fact[] {
  return schools.flatMap(({ facts }) => pick(facts));
}

const added = <Fact>(facts: readonly Fact[], figure: (fact: Fact) => number): number =>
  facts.reduce((sum, fact) => sum + figure(fact), 0);

export function marksTogether(facts: readonly VprMarksFact[]) {
  return {
    schools: facts.length,
    participants: added(facts, (fact) => fact.participants),
    n2: added(facts, ({ n2 }) => n2),
    n3: added(facts, ({ n3 }) => n3),
    n4: added(facts, ({ n4 }) => n4),
    n5: added(facts, ({ n5 }) => n5),
  };
}

export function journalTogether(facts: readonly VprJournalFact[]): JournalCounts | null {
  if (facts.length === 0) return null;
  return {
    schools: facts.length,
    pupils: added(facts, journalPupils),
    lowered: added(facts, ({ lowered }) => lowered),
    confirmed: added(facts, ({ confirmed }) => confirmed),
    raised: added(facts, ({ raised }) => raised),
  };
}
