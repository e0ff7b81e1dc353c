/** Measures of ОГЭ, ЕГЭ and ВПР. domain.md 8.1, 8.2; instrument-default.json */
import type { Exam, ExamLevel, FactsOfYear, GiaFact, Sourced } from './facts';
import { type Measure, type Measurement, NOTHING, share, sourcesOf, taken, total } from './measurement';
import type { MeasureCode } from './rule';
import type { Subject } from './subjects';

type Rows = Sourced<GiaFact>[];
type Take = (rows: Rows, minimumN: number) => Measurement;

const RUSSIAN: Subject = 'Русский язык';
const MATHEMATICS: Subject = 'Математика';
const isMandatory = ({ subject }: GiaFact) => subject === RUSSIAN || subject === MATHEMATICS;

const examOf = (facts: FactsOfYear, exam: Exam): Rows =>
  (facts.GIA_AGGREGATE ?? []).filter((fact) => fact.exam === exam);
/** The rows of an exam in which somebody took part: a subject without participants says nothing. */
const takenExam = (facts: FactsOfYear, exam: Exam): Rows =>
  examOf(facts, exam).filter(({ participants }) => participants > 0);
const participantsOf = (rows: readonly GiaFact[]) => total(rows, (fact) => fact.participants);

function examMeasure(
  exam: Exam,
  about: Pick<Measure, 'name' | 'unit' | 'moreIsWorse' | 'counted'>,
  take: Take,
): Measure {
  return {
    ...about,
    kinds: ['GIA_AGGREGATE'],
    data: exam === 'OGE' ? 'ОГЭ' : 'ЕГЭ',
    measured: (facts, minimumN) => take(examOf(facts, exam), minimumN),
  };
}

const ofSubject = (rows: Rows, subject: Subject, level: ExamLevel | null = null) =>
  rows.filter((fact) => fact.subject === subject && (level === null || fact.level === level));

function failedShare(subject: Subject, inWords: string): Measure {
  const about = {
    name: `доля «2» на ОГЭ по ${inWords}`,
    unit: 'SHARE',
    moreIsWorse: true,
    counted: 'участников',
  } as const;
  return examMeasure('OGE', about, (all, minimumN) => {
    const rows = ofSubject(all, subject);
    const n = participantsOf(rows);
    const failed = total(rows, ({ n2 }) => n2);
    return taken(rows, share(failed, n), n, minimumN);
  });
}

/** The mean mark, 2…5: from the numbers of marks where all four are given, otherwise the one that the file gives. */
function meanMark(subject: Subject, inWords: string): Measure {
  const about = {
    name: `средняя отметка ОГЭ по ${inWords}`,
    unit: 'MARK',
    moreIsWorse: false,
    counted: 'участников',
  } as const;
  return examMeasure('OGE', about, (all, minimumN) => {
    const rows = ofSubject(all, subject);
    const n = participantsOf(rows);
    return taken(rows, meanOf(rows, markOf), n, minimumN);
  });
}

/** The mean mark of one line, 2…5; null: the file gives neither marks nor their mean. */
export function markOf({ n2, n3, n4, n5, meanMark: given }: GiaFact): number | null {
  if (n2 === null || n3 === null || n4 === null || n5 === null) return given;
  const marks = n2 + n3 + n4 + n5;
  return marks === 0 ? given : (2 * n2 + 3 * n3 + 4 * n4 + 5 * n5) / marks;
}

/** The mean over rows, weighted by participants. */
function meanOf(rows: Rows, mean: (fact: GiaFact) => number | null): number | null {
  const [only, ...others] = rows;
  if (only && others.length === 0) return mean(only);
  const sum = total(rows, (fact) => {
    const value = mean(fact);
    return value === null ? null : value * fact.participants;
  });
  return share(sum, participantsOf(rows));
}

function meanScore(subject: Subject, level: ExamLevel | null, inWords: string): Measure {
  const about = {
    name: `средний балл ЕГЭ по ${inWords}`,
    unit: 'POINTS',
    moreIsWorse: false,
    counted: 'участников',
  } as const;
  return examMeasure('EGE', about, (all, minimumN) => {
    const rows = ofSubject(all, subject, level);
    const n = participantsOf(rows);
    const points = meanOf(rows, (fact) => fact.meanScore);
    return taken(rows, points, n, minimumN);
  });
}

/**
 * The largest share of failed over elective subjects (all but Russian and mathematics) taken by `minimumN` pupils at
 * least; smaller subjects do not count, and where there are only such the measure holds nothing. n: of that subject.
 */
function electiveShare(exam: Exam, name: string, failed: (fact: GiaFact) => number | null): Measure {
  const about = { name, unit: 'SHARE', moreIsWorse: true, counted: 'участников' } as const;
  return examMeasure(exam, about, (all, minimumN) => {
    if (all.length === 0) return NOTHING;
    const bySubject = Map.groupBy(
      all.filter((fact) => !isMandatory(fact) && fact.participants > 0),
      ({ subject }) => subject,
    );
    let worst: Measurement = { value: null, n: null, sources: sourcesOf(all), abstention: null };
    for (const rows of bySubject.values()) {
      const n = participantsOf(rows) ?? 0;
      if (n < minimumN) continue;
      const value = share(total(rows, failed), n);
      if (value === null) return { value: null, n, sources: sourcesOf(rows), abstention: 'NO_DATA' };
      if (worst.value === null || value > worst.value) worst = { value, n, sources: sourcesOf(rows), abstention: null };
    }
    return worst;
  });
}

/** Basic mathematics is marked «2»…«5»: there «2» is below the minimum (domain.md 3.1). */
export const belowMinimum = ({ belowMinimum: below, level, n2 }: GiaFact) => below ?? (level === 'BASIC' ? n2 : null);

/** A number of results over several subjects. */
function resultsOf(
  name: string,
  moreIsWorse: boolean,
  counts: (fact: GiaFact) => boolean,
  figure: (fact: GiaFact) => number | null,
): Measure {
  return {
    ...{ name, unit: 'COUNT', moreIsWorse, counted: 'результатов', kinds: ['GIA_AGGREGATE'], data: 'ЕГЭ' },
    measured: (facts, minimumN) => {
      const rows = takenExam(facts, 'EGE').filter(counts);
      return taken(rows, total(rows, figure), participantsOf(rows), minimumN);
    },
  };
}

function vprShare(name: string, moreIsWorse: boolean, part: (fact: { n2: number; n4: number; n5: number }) => number) {
  return {
    ...{ name, unit: 'SHARE', moreIsWorse, counted: 'участников', kinds: ['VPR_MARKS'], data: 'ВПР' },
    measured: ({ VPR_MARKS: rows = [] }, minimumN) => {
      const n = total(rows, ({ participants }) => participants);
      return taken(rows, share(total(rows, part), n), n, minimumN);
    },
  } satisfies Measure;
}

export const EXAM_MEASURES = {
  OGE_RUSSIAN_FAILED_SHARE: failedShare(RUSSIAN, 'русскому языку'),
  OGE_MATHEMATICS_FAILED_SHARE: failedShare(MATHEMATICS, 'математике'),
  OGE_RUSSIAN_MEAN_MARK: meanMark(RUSSIAN, 'русскому языку'),
  OGE_MATHEMATICS_MEAN_MARK: meanMark(MATHEMATICS, 'математике'),
  OGE_ELECTIVE_FAILED_SHARE: electiveShare('OGE', 'наибольшая доля «2» на ОГЭ по предмету по выбору', ({ n2 }) => n2),
  EGE_RUSSIAN_MEAN_SCORE: meanScore(RUSSIAN, null, 'русскому языку'),
  EGE_PROFILE_MATHEMATICS_MEAN_SCORE: meanScore(MATHEMATICS, 'PROFILE', 'профильной математике'),
  EGE_MANDATORY_BELOW_MINIMUM: resultsOf(
    'число результатов ЕГЭ ниже минимума по русскому языку и математике',
    true,
    isMandatory,
    belowMinimum,
  ),
  EGE_ELECTIVE_BELOW_MINIMUM_SHARE: electiveShare(
    'EGE',
    'наибольшая доля не преодолевших минимум ЕГЭ по предмету по выбору',
    belowMinimum,
  ),
  EGE_FROM_81: resultsOf(
    'число результатов ЕГЭ от 81 балла',
    false,
    // the basic level has marks, no points
    ({ level }) => level !== 'BASIC',
    ({ n81to99, n100 }) => (n81to99 === null || n100 === null ? null : n81to99 + n100),
  ),
  VPR_FAILED_SHARE: vprShare('доля «2» на ВПР', true, ({ n2 }) => n2),
  VPR_QUALITY_RATE: vprShare('доля «4» и «5» на ВПР', false, ({ n4, n5 }) => n4 + n5),
} satisfies Partial<Record<MeasureCode, Measure>>;
