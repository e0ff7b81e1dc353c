/**
 * The signs S1…S8 of domain.md 2.4 found in the files apart from the portal. Only p-values of S4, which come of a
 * bootstrap, are the portal's own (tests/domain/objectivity holds them against simulations); which tests there are and
 * what is found among them is decided here.
 */
import { DEFAULT_SETTINGS } from '@/lib/domain/objectivity/settings';
import type { Evidence } from './evidence';
import { type FileRow, number, word } from './file-rows';

export interface AskedSchool {
  code: string;
  advanced: readonly string[];
}

const REGION = 'регион';
const GRADES = [4, 5, 6, 7, 8];
const SUBJECTS = ['Русский язык', 'Математика'];
/** a reference of the municipality's own needs so many schools */
const FEWEST_SCHOOLS = 5;

const yearBefore = (year: string) => `${Number(year.slice(0, 4)) - 1}-${year.slice(0, 4)}`;
const aboutWork = (grade: number, subject: string) => ({ Класс: String(grade), Предмет: subject });

/** Scores of all pupils, one by one. */
function scoresOf(row: FileRow | undefined): number[] | null {
  if (!row) return null;
  return [...row.cells].flatMap(([header, count]) =>
    /^\d+$/.test(header) && count !== '' ? Array.from({ length: Number(count) }, () => Number(header)) : [],
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (values: readonly number[]) => {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
};
const sampleDeviation = (values: readonly number[]) => Math.sqrt(squares(values) / (values.length - 1));
const ownDeviation = (values: readonly number[]) => Math.sqrt(squares(values) / values.length);

/** ln Γ by Lanczos' series (g = 7, n = 9). */
function logGamma(x: number): number {
  const series = [
    ...[0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059],
    ...[12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7],
  ];
  const [first = 0, ...others] = series;
  const sum = others.reduce((total, value, index) => total + value / (x + index), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** P(X ≥ k) of the beta-binomial distribution with mean share `share` and intra-class correlation `rho`. */
function betaBinomialTail(k: number, n: number, share: number, rho: number): number {
  const [a, b] = [(share * (1 - rho)) / rho, ((1 - share) * (1 - rho)) / rho];
  const logBeta = (x: number, y: number) => logGamma(x) + logGamma(y) - logGamma(x + y);
  let tail = 0;
  for (let x = k; x <= n; x += 1) {
    const choose = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
    tail += Math.exp(choose + logBeta(x + a, n - x + b) - logBeta(a, b));
  }
  return k <= 0 ? 1 : Math.min(1, tail);
}

/** Which of the tests are findings at a false discovery rate of 5 % (Benjamini & Hochberg's step-up procedure). */
function discoveries(tests: readonly { school: string; p: number }[]): Set<string> {
  const ordered = tests.toSorted((one, other) => one.p - other.p);
  let last = -1;
  ordered.forEach(({ p }, index) => {
    if (p <= (0.05 * (index + 1)) / ordered.length) last = index;
  });
  return new Set(ordered.slice(0, last + 1).map(({ school }) => school));
}

function highMean(files: Evidence, year: string, { code, advanced }: AskedSchool, grade: number, subject: string) {
  const about = aboutWork(grade, subject);
  const own = scoresOf(files.of('VPR_SCORES', year, code, about)[0]);
  const region = scoresOf(files.of('VPR_SCORES', year, REGION, about)[0]);
  if (!own || !region || own.length < 10) return null;
  const lower = mean(own) - (1.96 * sampleDeviation(own)) / Math.sqrt(own.length);
  const upper = mean(region) + (1.96 * sampleDeviation(region)) / Math.sqrt(region.length);
  if (lower <= upper || mean(own) - mean(region) < LEAST_GAP * sampleDeviation(region)) return false;
  const level = subject === 'Математика' ? 'профиль' : '';
  const [ege, regionEge] = [code, REGION].map((school) => {
    const [row] = files.of('GIA_AGGREGATE', year, school, { Экзамен: 'ЕГЭ', Предмет: subject, Уровень: level });
    return row ? number(row, 'Средний балл') : null;
  });
  const confirmed = typeof ege === 'number' && typeof regionEge === 'number' && ege >= regionEge;
  return !advanced.includes(subject) && !confirmed;
}

/** Beyond the width of the intervals: setting s1LeastGap of the portal, in the region's standard deviations. */
const LEAST_GAP = DEFAULT_SETTINGS.s1LeastGap;

/** p-value of S2: marks that differ from the journal's at all, or by two. */
function journalTest(files: Evidence, year: string, code: string, grade: number, subject: string): number | null {
  const [own] = files.of('VPR_JOURNAL', year, code, aboutWork(grade, subject));
  const [region] = files.of('VPR_JOURNAL', year, REGION, aboutWork(grade, subject));
  if (!own || !region) return null;
  const counted = (row: FileRow) => {
    const [lowered = 0, confirmed = 0, raised = 0, gap = 0] = [
      'Понизили',
      'Подтвердили',
      'Повысили',
      'Разница 2 и более',
    ].map((header) => number(row, header) ?? 0);
    return { n: lowered + confirmed + raised, differing: lowered + raised, gap };
  };
  const [school, all] = [counted(own), counted(region)];
  if (school.n < 10) return null;
  const { s2Tolerated, s2ToleratedGap2, s2Spread } = DEFAULT_SETTINGS;
  const p = betaBinomialTail(school.differing, school.n, Math.max(s2Tolerated, all.differing / all.n), s2Spread);
  const pGap = betaBinomialTail(school.gap, school.n, Math.max(s2ToleratedGap2, all.gap / all.n), s2Spread);
  return Math.min(1, 2 * Math.min(p, pGap));
}

function sharpChange(files: Evidence, year: string, code: string, schools: readonly AskedSchool[], subject: string) {
  const place = (of: string, grade: number) => {
    const about = aboutWork(grade, subject);
    const own = scoresOf(files.of('VPR_SCORES', of, code, about)[0]);
    const means = schools.flatMap((school) => {
      const scores = scoresOf(files.of('VPR_SCORES', of, school.code, about)[0]);
      return scores && scores.length >= 10 ? [mean(scores)] : [];
    });
    if (!own || own.length < 10 || means.length < FEWEST_SCHOOLS) return null;
    const spread = ownDeviation(means);
    const error = sampleDeviation(own) / Math.sqrt(own.length) / spread;
    return spread === 0 ? null : { z: (mean(own) - mean(means)) / spread, error };
  };
  const [before, after] = [place(yearBefore(year), 4), place(year, 5)];
  if (!before || !after) return sharpChangeOfMarks(files, year, code, subject);
  const change = Math.abs(after.z - before.z);
  return change >= 1 && change >= DEFAULT_SETTINGS.s3Errors * Math.hypot(before.error, after.error);
}

/** Where too few schools have scores: the share of «4» and «5» against the region's. */
function sharpChangeOfMarks(files: Evidence, year: string, code: string, subject: string): boolean | null {
  const quality = (of: string, school: string, grade: number) => {
    const [row] = files.of('VPR_MARKS', of, school, aboutWork(grade, subject));
    if (!row) return null;
    const [n2 = 0, n3 = 0, n4 = 0, n5 = 0] = [2, 3, 4, 5].map((mark) => number(row, `«${mark}»`) ?? 0);
    const n = n2 + n3 + n4 + n5;
    return n === 0 ? null : { n, share: (n4 + n5) / n };
  };
  const own = [quality(yearBefore(year), code, 4), quality(year, code, 5)];
  const region = [quality(yearBefore(year), REGION, 4), quality(year, REGION, 5)];
  const [own4, own5, region4, region5] = [...own, ...region];
  if (!own4 || !own5 || !region4 || !region5 || own4.n < 10 || own5.n < 10) return null;
  return Math.abs(own5.share - own4.share - (region5.share - region4.share)) >= 0.2 - 1e-9;
}

/** p-values of S4 by «year school grade subject», as the portal stored them. */
export type PeakTests = ReadonlyMap<string, number>;

const peakKey = (year: string, code: string, grade: number, subject: string) => `${year} ${code} ${grade} ${subject}`;

/** The histogram of a work that is large enough for S4, with the official scale of the year. */
function peakData(files: Evidence, year: string, code: string, grade: number, subject: string) {
  const about = aboutWork(grade, subject);
  const scores = scoresOf(files.of('VPR_SCORES', year, code, about)[0]);
  const [scale] = files.of('VPR_SCALE', year, REGION, about);
  if (!scores || !scale || scores.length < 50) return null;
  const of = (header: string) => number(scale, header) ?? 0;
  const maximum = of('Максимум');
  return {
    key: peakKey(year, code, grade, subject),
    pupils: Array.from({ length: maximum + 1 }, (_, score) => scores.filter((own) => own === score).length),
    scale: { from3: of('Минимум «3»'), from4: of('Минимум «4»'), from5: of('Минимум «5»'), maximum },
  };
}

/** All that is tested for S4 in these schools. */
export function peakDataOf(files: Evidence, year: string, codes: readonly string[]) {
  return codes.flatMap((code) =>
    GRADES.flatMap((grade) => SUBJECTS.flatMap((subject) => peakData(files, year, code, grade, subject) ?? [])),
  );
}

function hardTasks(files: Evidence, year: string, code: string, grade: number, subject: string): boolean | null {
  const rows = files.of('VPR_TASKS', year, code, aboutWork(grade, subject));
  const region = files.of('VPR_TASKS', year, REGION, aboutWork(grade, subject));
  if (rows.length === 0 || (number(rows[0] as FileRow, 'Участников') ?? 0) < 10) return null;
  const differences = (easy: boolean) =>
    rows
      .filter((row) => (word(row, 'Уровень') === 'Б') === easy)
      .map((row) => {
        const same = region.find((line) => word(line, 'Задание') === word(row, 'Задание'));
        return (number(row, 'Выполнение, %') ?? 0) - (same ? (number(same, 'Выполнение, %') ?? 0) : Number.NaN);
      });
  return mean(differences(true)) <= -3 + 1e-9 && mean(differences(false)) >= 3 - 1e-9;
}

function yearMarks(files: Evidence, year: string, code: string): (boolean | null)[] {
  return files.of('OGE_JOURNAL', year, code).map((row) => {
    const [lowered = 0, confirmed = 0, raised = 0, lowered2 = 0] = [
      ...['Понизили', 'Подтвердили', 'Повысили', 'Понизили на 2 и более'],
    ].map((header) => number(row, header) ?? 0);
    const n = lowered + confirmed + raised;
    return n < 10 ? null : lowered / n >= 0.4 || lowered2 / n >= 0.1;
  });
}

/** The signs found for each school, null where nothing could be looked for. */
export function signsIn(
  files: Evidence,
  year: string,
  schools: readonly AskedSchool[],
  peaks: PeakTests,
): Map<string, string[] | null> {
  const tests: Record<'S2' | 'S4', { school: string; p: number }[]> = { S2: [], S4: [] };
  const judged = new Map<string, Map<string, (boolean | null)[]>>();
  for (const school of schools) {
    const { code } = school;
    const found = new Map<string, (boolean | null)[]>();
    const note = (sign: string, result: boolean | null) => found.set(sign, [...(found.get(sign) ?? []), result]);
    for (const subject of SUBJECTS) {
      for (const grade of GRADES) {
        note('S1', highMean(files, year, school, grade, subject));
        note('S5', hardTasks(files, year, code, grade, subject));
        const journal = journalTest(files, year, code, grade, subject);
        if (journal !== null) tests.S2.push({ school: code, p: journal });
        const peak = peakData(files, year, code, grade, subject);
        // a test that the portal did not make shows as a finding that it has not
        if (peak) tests.S4.push({ school: code, p: peaks.get(peak.key) ?? 0 });
      }
      note('S3', sharpChange(files, year, code, schools, subject));
    }
    const [markers] = files.of('FIOKO_MARKERS', year, code);
    if (markers)
      note(
        'S6',
        ['4 РУ', '4 МА', '5 РУ', '5 МА'].some((work) => (number(markers, work) ?? 0) > 0),
      );
    const [medals] = files.of('MEDALS', year, code);
    if (medals) note('S7', (number(medals, 'Претендентов') ?? 0) > (number(medals, 'Подтвердили') ?? 0));
    for (const result of yearMarks(files, year, code)) note('S8', result);
    judged.set(code, found);
  }
  for (const sign of ['S2', 'S4'] as const) {
    const discovered = discoveries(tests[sign]);
    for (const { school } of tests[sign]) judged.get(school)?.set(sign, [discovered.has(school)]);
  }
  return new Map(
    [...judged].map(([code, found]) => {
      const known = [...found.values()].flat().some((result) => result !== null);
      const signs = [...found].filter(([, results]) => results.includes(true)).map(([sign]) => sign);
      return [code, known ? signs.sort() : null];
    }),
  );
}
