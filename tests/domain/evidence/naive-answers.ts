/**
 * Every criterion of the default instrument said again in its plainest way, apart from measures and rules: what a person
 * with the facts and a calculator would do. instrument-default.json, `threshold`; contract.md, «Scoring rule»
 */
import type { ContextFact, Exam, FactsOfYear, GiaFact, InterimFact } from '../../../lib/domain/evidence/facts';

type School = FactsOfYear;
/** null: the facts do not tell; 'none': there is nothing of the kind. */
type Value = number | null | 'none';

const rowsOf = (school: School, exam: Exam) => (school.GIA_AGGREGATE ?? []).filter((row) => row.exam === exam);

const one = (school: School, exam: Exam, subject: string, level: GiaFact['level'] = null) =>
  rowsOf(school, exam).find((row) => row.subject === subject && row.level === level);

function mean(row: GiaFact | undefined): Value {
  if (!row || row.participants < 1) return null;
  const { n2, n3, n4, n5 } = row;
  if (n2 === null || n3 === null || n4 === null || n5 === null) return row.meanMark;
  return (n2 * 2 + n3 * 3 + n4 * 4 + n5 * 5) / (n2 + n3 + n4 + n5);
}

const failed = (row: GiaFact | undefined): Value =>
  !row || row.participants < 1 || row.n2 === null ? null : row.n2 / row.participants;

const points = (row: GiaFact | undefined): Value => (!row || row.participants < 1 ? null : row.meanScore);

function worstElective(school: School, exam: Exam, bad: (row: GiaFact) => number | null): Value {
  if (rowsOf(school, exam).length === 0) return null;
  const large = rowsOf(school, exam).filter(
    (row) => row.subject !== 'Русский язык' && row.subject !== 'Математика' && row.participants >= 5,
  );
  if (large.length === 0) return 'none';
  if (large.some((row) => bad(row) === null)) return null;
  return Math.max(...large.map((row) => (bad(row) ?? 0) / row.participants));
}

function summed<Row>(rows: readonly Row[], figure: (row: Row) => number | null): number | null {
  if (rows.length === 0 || rows.some((row) => figure(row) === null)) return null;
  return rows.reduce((sum, row) => sum + (figure(row) ?? 0), 0);
}

function stage(school: School, name: 'SCHOOL' | 'MUNICIPAL') {
  const rows = (school.OLYMPIAD ?? []).filter((row) => row.stage === name);
  const together = rows.filter((row) => row.subject === 'Все предметы');
  return together.length > 0 ? together : rows;
}

function stageShare(school: School): Value {
  const [passport] = school.CONTEXT ?? [];
  const participants = summed(stage(school, 'SCHOOL'), (row) => row.participants);
  if (!passport || participants === null) return null;
  const pupils = passport.pupils4to11 === null ? passport.pupils : passport.pupils4to11;
  return pupils === 0 ? null : participants / pupils;
}

const levels = (school: School, level?: InterimFact['level']) =>
  (school.INTERIM ?? []).filter((row) => level === undefined || row.level === level);

function interimShare(rows: readonly InterimFact[], part: (row: InterimFact) => number | null): Value {
  const [above, below] = [summed(rows, part), summed(rows, (row) => row.total)];
  return above === null || below === null || below === 0 ? null : above / below;
}

const quality = (level: InterimFact['level']) => (school: School) =>
  interimShare(levels(school, level), (row) => row.n4 + row.n5);

function passport(...parts: (keyof ContextFact)[]) {
  return (school: School, whole: keyof ContextFact = 'pupils'): Value => {
    const [row] = school.CONTEXT ?? [];
    const values = row ? parts.map((part) => row[part]) : [null];
    const all = row?.[whole];
    if (values.includes(null) || !all) return null;
    return values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / all;
  };
}

const figure = (name: keyof ContextFact) => (school: School) => school.CONTEXT?.[0]?.[name] ?? null;

const HIGH = 'among the highest quarter';
const LOW = 'among the lowest quarter';
type Ask = readonly [take: (school: School) => Value, is: typeof HIGH | typeof LOW | ((value: number) => boolean)];

const none = (value: number) => value === 0;
const atLeast = (least: number) => (value: number) => value >= least;
const below = (row: GiaFact) => row.belowMinimum;

export const NAIVE: Readonly<Record<string, Ask>> = {
  'T1.OGE.01': [(school) => failed(one(school, 'OGE', 'Русский язык')), HIGH],
  'T1.OGE.02': [(school) => failed(one(school, 'OGE', 'Математика')), HIGH],
  'T1.OGE.03': [(school) => mean(one(school, 'OGE', 'Русский язык')), LOW],
  'T1.OGE.04': [(school) => mean(one(school, 'OGE', 'Математика')), LOW],
  'T1.OGE.05': [(school) => worstElective(school, 'OGE', (row) => row.n2), atLeast(0.3)],
  'T1.EGE.01': [(school) => points(one(school, 'EGE', 'Русский язык')), LOW],
  'T1.EGE.02': [(school) => points(one(school, 'EGE', 'Математика', 'PROFILE')), LOW],
  'T1.EGE.03': [
    (school) =>
      summed(
        rowsOf(school, 'EGE').filter(
          (row) => row.participants > 0 && (row.subject === 'Русский язык' || row.subject === 'Математика'),
        ),
        (row) => (row.level === 'BASIC' && row.belowMinimum === null ? row.n2 : row.belowMinimum),
      ),
    atLeast(1),
  ],
  'T1.EGE.04': [(school) => worstElective(school, 'EGE', below), atLeast(0.3)],
  'T1.EGE.05': [
    (school) =>
      summed(
        rowsOf(school, 'EGE').filter((row) => row.participants > 0 && row.level !== 'BASIC'),
        (row) => (row.n81to99 === null || row.n100 === null ? null : row.n81to99 + row.n100),
      ),
    none,
  ],
  'T1.OLY.01': [(school) => summed(stage(school, 'MUNICIPAL'), (row) => row.participants), none],
  'T1.OLY.02': [(school) => summed(stage(school, 'MUNICIPAL'), (row) => row.winners + row.prizeWinners), none],
  'T1.OLY.03': [stageShare, LOW],
  'T1.OLY.04': [(school) => summed(school.CONTEST ?? [], (row) => (row.byAuthority ? row.prizes : 0)), none],
  'T1.INT.01': [(school) => interimShare(levels(school), (row) => row.academicDebt), HIGH],
  'T1.INT.02': [quality('NOO'), LOW],
  'T1.INT.03': [quality('OOO'), LOW],
  'T1.INT.04': [quality('SOO'), LOW],
  'T1.INT.05': [
    (school) => (summed(levels(school), (row) => row.total) ? summed(levels(school), (row) => row.repeatYear) : null),
    atLeast(1),
  ],
  'T2.SOC.01': [passport('singleParent'), HIGH],
  'T2.SOC.02': [passport('bothParentsWithDegree'), LOW],
  'T2.SOC.03': [passport('schoolRecord', 'policeRecord'), HIGH],
  'T2.SOC.04': [passport('lowIncome'), HIGH],
  'T2.SOC.05': [passport('socialRisk', 'inCare'), HIGH],
  'T2.SOC.06': [passport('specialNeeds', 'disabled'), HIGH],
  'T2.SOC.07': [passport('otherMotherTongue'), HIGH],
  'T2.RES.01': [figure('vacancies'), atLeast(1)],
  'T2.RES.02': [(school) => passport('withoutCategory')(school, 'teachers'), HIGH],
  'T2.RES.03': [
    (school) => {
      const [one_, other] = [figure('psychologist')(school), figure('socialPedagogue')(school)];
      return one_ === null || other === null ? null : one_ * other;
    },
    none,
  ],
  'T2.RES.04': [figure('shifts'), atLeast(2)],
};

/** R's type 7 by its formula: x[j] + (h − j)·(x[j+1] − x[j]) with h = 1 + (n − 1)p. */
function quartile(values: readonly number[], p: number): number {
  const x = [Number.NaN, ...values.toSorted((a, b) => a - b)];
  const h = 1 + (values.length - 1) * p;
  const j = Math.floor(h);
  const [low = Number.NaN, high = low] = [x[j], x[j + 1]];
  return low + (h - j) * (high - low);
}

const NEAR = 1e-9;

/** The answers of schools that are all asked the criterion. */
export function naiveAnswers(code: string, schools: readonly School[]): ('yes' | 'no' | null)[] {
  const ask = NAIVE[code];
  if (!ask) throw new Error(code);
  const [take, is] = ask;
  const values = schools.map((school) => take(school));
  const known = values.filter((value) => typeof value === 'number');
  return values.map((value) => {
    if (value === null) return null;
    if (typeof is === 'function') return value !== 'none' && is(value) ? 'yes' : 'no';
    if (known.length < 4 || value === 'none') return null;
    if (is === LOW) return value <= quartile(known, 0.25) + NEAR ? 'yes' : 'no';
    return value > 0 && value >= quartile(known, 0.75) - NEAR ? 'yes' : 'no';
  });
}
