/** The signs of one school by grade and subject, before the tests of all schools are judged together. */
import type { FactsOfYear } from '../evidence/facts';
import { ALL_SUBJECTS } from '../evidence/subjects';
import { boundaryPeak } from './boundary-peak';
import { hardTasks } from './hard-tasks';
import { highMean } from './high-mean';
import { journalMismatch } from './journal-mismatch';
import { fiokoList, MARKED_WORKS, medals, yearMarks } from './outside-signs';
import { egeOf, factAbout, factsAbout, type References, type Work } from './references';
import type { ObjectivitySettings } from './settings';
import { type ChangeSide, sharpChange } from './sharp-change';
import type { ObjectivityOutcome, SignOutcome } from './signs';
import type { VprSchool } from './vpr-school';

/** What schools are held against in both years; `scales`: where the official scales of the year stand. */
export interface YearSides {
  current: References;
  previous: References;
  scales: FactsOfYear;
}

/** S3 compares these two grades. */
const [BEFORE, AFTER] = [4, 5];

export function ownSigns(school: VprSchool, sides: YearSides, settings: ObjectivitySettings): ObjectivityOutcome[] {
  const items = new Map<string, ObjectivityOutcome>();
  const add = ({ grade, subject }: Work, signs: readonly SignOutcome[]) => {
    const key = `${grade}|${subject}`;
    const item = items.get(key) ?? { schoolId: school.schoolId, grade, subject, signs: [] };
    item.signs.push(...signs);
    items.set(key, item);
  };
  for (const work of worksOf(school.current)) add(work, workSigns(school, work, sides, settings));
  for (const { subject, ...pairs } of school.current.OGE_JOURNAL ?? []) {
    add({ grade: 9, subject }, [yearMarks(pairs, settings)]);
  }
  for (const fact of school.current.MEDALS?.slice(0, 1) ?? []) {
    add({ grade: 11, subject: ALL_SUBJECTS }, [medals(fact, settings)]);
  }
  return [...items.values()].sort((one, other) => one.grade - other.grade || compare(one.subject, other.subject));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The works of ВПР that the school's facts speak of; a line in the list of ФИОКО speaks of four. */
function worksOf(facts: FactsOfYear): Work[] {
  const told: Work[] = [
    ...(facts.VPR_SCORES ?? []),
    ...(facts.VPR_MARKS ?? []),
    ...(facts.VPR_JOURNAL ?? []),
    ...(facts.VPR_TASKS ?? []),
    ...(facts.FIOKO_MARKERS?.length ? MARKED_WORKS : []),
  ];
  return [...new Map(told.map(({ grade, subject }) => [`${grade}|${subject}`, { grade, subject }])).values()];
}

function workSigns(school: VprSchool, work: Work, sides: YearSides, settings: ObjectivitySettings): SignOutcome[] {
  const { current } = sides;
  const pupils = factAbout(school.current, 'VPR_SCORES', work)?.pupils ?? null;
  const participants =
    pupils?.reduce((sum, count) => sum + count, 0) ??
    factAbout(school.current, 'VPR_MARKS', work)?.participants ??
    null;
  const mean = { pupils, reference: current.scores(work), advanced: school.advanced.includes(work.subject) };
  const ege = {
    ege: egeOf(school.current, work.subject)?.meanScore ?? null,
    egeReference: current.ege(work.subject),
  };
  const change = work.grade === AFTER ? [changeSign(school, work.subject, sides, settings)] : [];
  const tasks = factsAbout(school.current, 'VPR_TASKS', work);
  return [
    highMean({ ...mean, ...ege }, settings),
    journalMismatch(factAbout(school.current, 'VPR_JOURNAL', work), current.journal(work), settings),
    ...change,
    boundaryPeak(pupils, factAbout(sides.scales, 'VPR_SCALE', work), settings),
    hardTasks(tasks, current.tasks(work), participants, settings),
    ...markerSigns(school.current, work, settings),
  ];
}

function changeSign(school: VprSchool, subject: string, sides: YearSides, settings: ObjectivitySettings): SignOutcome {
  const side = (facts: FactsOfYear, references: References, grade: number): ChangeSide => {
    const work = { grade, subject };
    return {
      pupils: factAbout(facts, 'VPR_SCORES', work)?.pupils ?? null,
      schools: references.histograms(work),
      marks: factAbout(facts, 'VPR_MARKS', work),
      marksReference: references.marks(work),
    };
  };
  const before = side(school.previous, sides.previous, BEFORE);
  return sharpChange(before, side(school.current, sides.current, AFTER), settings);
}

function markerSigns(facts: FactsOfYear, { grade, subject }: Work, settings: ObjectivitySettings): SignOutcome[] {
  const work = MARKED_WORKS.find((marked) => marked.grade === grade && marked.subject === subject);
  if (!work) return [];
  const line = facts.FIOKO_MARKERS?.[0];
  const ofYear = line ? MARKED_WORKS.reduce((sum, { of }) => sum + of(line), 0) : null;
  return [fiokoList(line ? work.of(line) : null, ofYear, settings)];
}
