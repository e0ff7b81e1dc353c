/** What the schools of a municipality are held against in a year, by grade and subject, each put together once. */
import type { Facts, FactsOfYear, GiaFact } from '../evidence/facts';
import { pooledTasks, type TaskResult } from './hard-tasks';
import { type JournalCounts, pooledJournal } from './journal-mismatch';
import { type Reference, referenceOf } from './reference';
import { pooledScores } from './score-moments';
import type { ObjectivitySettings } from './settings';
import { type MarkCounts, pooledMarks } from './sharp-change';

/** Kinds of facts about one grade and subject of ВПР. */
type WorkKind = 'VPR_SCORES' | 'VPR_MARKS' | 'VPR_JOURNAL' | 'VPR_TASKS' | 'VPR_SCALE';

export interface Work {
  grade: number;
  subject: string;
}

/** All lines of a kind about one grade and subject. */
export function factsAbout<Kind extends WorkKind>(facts: FactsOfYear, kind: Kind, work: Work): Facts[Kind][] {
  const lines: readonly (Facts[Kind] & Work)[] = facts[kind] ?? [];
  return lines.filter(({ grade, subject }) => grade === work.grade && subject === work.subject);
}

/** The one line of a kind about one grade and subject. */
export function factAbout<Kind extends WorkKind>(facts: FactsOfYear, kind: Kind, work: Work): Facts[Kind] | null {
  return factsAbout(facts, kind, work)[0] ?? null;
}

/** Results of ЕГЭ with a mean score; of mathematics the profile level, whose points are comparable. */
export function egeOf(facts: FactsOfYear, subject: string): GiaFact | null {
  const taken = (facts.GIA_AGGREGATE ?? []).filter(
    (fact) => fact.exam === 'EGE' && fact.subject === subject && fact.level !== 'BASIC',
  );
  return taken.find(({ meanScore, participants }) => meanScore !== null && participants > 0) ?? null;
}

export interface References {
  /** distributions of primary scores of the schools that have them */
  histograms(work: Work): readonly (readonly number[])[];
  scores(work: Work): Reference<readonly number[]> | null;
  marks(work: Work): Reference<MarkCounts> | null;
  journal(work: Work): Reference<JournalCounts> | null;
  tasks(work: Work): Reference<readonly TaskResult[]> | null;
  /** mean score of ЕГЭ, 0…100 */
  ege(subject: string): Reference<number> | null;
}

export function referencesOf(
  schools: readonly FactsOfYear[],
  own: FactsOfYear,
  { referenceSchools }: ObjectivitySettings,
): References {
  const ofSchools = <Kind extends WorkKind>(kind: Kind, work: Work) =>
    schools.flatMap((facts) => factAbout(facts, kind, work) ?? []);
  const histograms = remembered((work: Work) => ofSchools('VPR_SCORES', work).map(({ pupils }) => pupils));
  return {
    histograms,
    scores: remembered((work) => {
      const line = factAbout(own, 'VPR_SCORES', work)?.pupils;
      return referenceOf<readonly number[], readonly number[]>(line, histograms(work), pooledScores, referenceSchools);
    }),
    marks: remembered((work) => {
      const line = factAbout(own, 'VPR_MARKS', work);
      return referenceOf<MarkCounts, MarkCounts>(line, ofSchools('VPR_MARKS', work), pooledMarks, referenceSchools);
    }),
    journal: remembered((work) => {
      const line = factAbout(own, 'VPR_JOURNAL', work);
      return referenceOf<JournalCounts, JournalCounts>(
        line,
        ofSchools('VPR_JOURNAL', work),
        pooledJournal,
        referenceSchools,
      );
    }),
    tasks: remembered((work) => {
      const line = factsAbout(own, 'VPR_TASKS', work);
      const those = schools.map((facts) => factsAbout(facts, 'VPR_TASKS', work)).filter((tasks) => tasks.length > 0);
      return referenceOf<readonly TaskResult[], readonly TaskResult[]>(
        line.length > 0 ? line : null,
        those,
        pooledTasks,
        referenceSchools,
      );
    }),
    ege: remembered((subject) => {
      const those = schools.flatMap((facts) => egeOf(facts, subject) ?? []);
      return referenceOf(egeOf(own, subject)?.meanScore, those, pooledEge, referenceSchools);
    }),
  };
}

/** The mean score of several schools' pupils together. */
function pooledEge(schools: readonly GiaFact[]): number | null {
  const pupils = schools.reduce((sum, { participants }) => sum + participants, 0);
  const points = schools.reduce((sum, { participants, meanScore }) => sum + participants * (meanScore ?? 0), 0);
  return pupils === 0 ? null : points / pupils;
}

/** What was found once for a work or a subject is not looked for again. */
function remembered<Asked extends Work | string, Found>(find: (asked: Asked) => Found): (asked: Asked) => Found {
  const known = new Map<string, { found: Found }>();
  return (asked) => {
    const key = typeof asked === 'string' ? asked : `${asked.grade}|${asked.subject}`;
    const seen = known.get(key) ?? { found: find(asked) };
    known.set(key, seen);
    return seen.found;
  };
}
