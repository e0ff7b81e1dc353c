/**
 * What files answer to the criteria of the default card, calculated apart from the portal: from the wording of the
 * criteria and contract.md, «Scoring rule», without its measures and rules.
 */
import { type Evidence, quantileOfType7, sumOf } from './evidence';
import { number, word } from './file-rows';

/** A school's figure by a criterion; null: the files do not tell. `nothing`: they tell that there is nothing of the kind. */
type Figure = number | null | 'nothing';
type Take = (files: Evidence, year: string, school: string) => Figure;

/** «да»: among the worst quarter, at least so many, or not more than so many. */
type Holds = { worstQuarter: 'high' | 'low' } | { atLeast: number } | { atMost: number };

export interface Question {
  code: string;
  take: Take;
  holds: Holds;
}

const ratio = (part: number | null, whole: number | null): Figure =>
  part === null || whole === null || whole === 0 ? null : part / whole;

const exam =
  (name: 'ОГЭ' | 'ЕГЭ', subject: string, level = ''): ((...about: Parameters<Take>) => ReturnType<Evidence['of']>) =>
  (files, year, school) =>
    files.of('GIA_AGGREGATE', year, school, { Экзамен: name, Предмет: subject, Уровень: level });

const failedAtOge =
  (subject: string): Take =>
  (...about) => {
    const rows = exam('ОГЭ', subject)(...about);
    return ratio(sumOf(rows, '«2»'), sumOf(rows, 'Участников'));
  };

const meanMarkAtOge =
  (subject: string): Take =>
  (...about) => {
    const [row] = exam('ОГЭ', subject)(...about);
    if (!row) return null;
    const of = (mark: number) => number(row, `«${mark}»`) ?? 0;
    return (2 * of(2) + 3 * of(3) + 4 * of(4) + 5 * of(5)) / (of(2) + of(3) + of(4) + of(5));
  };

const meanScore =
  (subject: string, level: string): Take =>
  (...about) => {
    const [row] = exam('ЕГЭ', subject, level)(...about);
    return row ? number(row, 'Средний балл') : null;
  };

/** The worst elective subject of five pupils and more. */
const worstElective =
  (name: 'ОГЭ' | 'ЕГЭ', failed: string): Take =>
  (files, year, school) => {
    const rows = files.of('GIA_AGGREGATE', year, school, { Экзамен: name });
    if (rows.length === 0) return null;
    const shares = rows
      .filter((row) => !['Русский язык', 'Математика'].includes(word(row, 'Предмет')))
      .filter((row) => (number(row, 'Участников') ?? 0) >= 5)
      .map((row) => (number(row, failed) ?? 0) / (number(row, 'Участников') ?? 1));
    return shares.length === 0 ? 'nothing' : Math.max(...shares);
  };

const mandatoryBelow: Take = (files, year, school) => {
  const rows = files.of('GIA_AGGREGATE', year, school, { Экзамен: 'ЕГЭ' });
  return sumOf(
    rows.filter((row) => ['Русский язык', 'Математика'].includes(word(row, 'Предмет'))),
    'Ниже минимума',
  );
};

const highScores: Take = (files, year, school) => {
  const rows = files.of('GIA_AGGREGATE', year, school, { Экзамен: 'ЕГЭ' });
  const scored = rows.filter((row) => word(row, 'Уровень') !== 'база');
  const [most, full] = [sumOf(scored, '81–99'), sumOf(scored, '100')];
  return most === null || full === null ? null : most + full;
};

const municipalStage =
  (...headers: string[]): Take =>
  (files, year, school) => {
    const rows = files.of('OLYMPIAD', year, school, { Этап: 'муниципальный' });
    return rows.length === 0 ? null : headers.reduce((sum, header) => sum + (sumOf(rows, header) ?? 0), 0);
  };

const schoolStage: Take = (files, year, school) => {
  const rows = files.of('OLYMPIAD', year, school, { Этап: 'школьный', Предмет: 'Все предметы' });
  return ratio(sumOf(rows, 'Участников'), sumOf(files.of('CONTEXT', year, school), 'Обучающихся 4–11 классов'));
};

const authorityPlaces: Take = (files, year, school) => {
  const rows = files.of('CONTEST', year, school);
  if (rows.length === 0) return null;
  return (
    sumOf(
      rows.filter((row) => word(row, 'Организатор — орган власти') === 'да'),
      'Призовых мест',
    ) ?? 0
  );
};

const interim =
  (parts: readonly string[], level: string | null, ofAll: boolean): Take =>
  (files, year, school) => {
    const rows = files.of('INTERIM', year, school, level === null ? {} : { Уровень: level });
    if (rows.length === 0) return null;
    const part = parts.reduce((sum, header) => sum + (sumOf(rows, header) ?? 0), 0);
    return ofAll ? ratio(part, sumOf(rows, 'Всего')) : part;
  };

const context =
  (parts: readonly string[], whole: string | null): Take =>
  (files, year, school) => {
    const rows = files.of('CONTEXT', year, school);
    if (rows.length === 0) return null;
    const part = parts.reduce((sum, header) => sum + (sumOf(rows, header) ?? 0), 0);
    return whole === null ? part : ratio(part, sumOf(rows, whole));
  };

const specialists: Take = (files, year, school) => {
  const counts = ['Педагогов-психологов', 'Социальных педагогов'].map((header) =>
    sumOf(files.of('CONTEXT', year, school), header),
  );
  return counts.includes(null) ? null : Math.min(...counts.map((count) => count ?? 0));
};

const worst = (direction: 'high' | 'low') => ({ worstQuarter: direction });
const QUALITY = ['«4»', '«5»'];
const PUPILS = 'Обучающихся';

/** All criteria that data answer but the signs of bias (signs.ts). */
export const QUESTIONS: readonly Question[] = [
  { code: 'T1.OGE.01', take: failedAtOge('Русский язык'), holds: worst('high') },
  { code: 'T1.OGE.02', take: failedAtOge('Математика'), holds: worst('high') },
  { code: 'T1.OGE.03', take: meanMarkAtOge('Русский язык'), holds: worst('low') },
  { code: 'T1.OGE.04', take: meanMarkAtOge('Математика'), holds: worst('low') },
  { code: 'T1.OGE.05', take: worstElective('ОГЭ', '«2»'), holds: { atLeast: 0.3 } },
  { code: 'T1.EGE.01', take: meanScore('Русский язык', ''), holds: worst('low') },
  { code: 'T1.EGE.02', take: meanScore('Математика', 'профиль'), holds: worst('low') },
  { code: 'T1.EGE.03', take: mandatoryBelow, holds: { atLeast: 1 } },
  { code: 'T1.EGE.04', take: worstElective('ЕГЭ', 'Ниже минимума'), holds: { atLeast: 0.3 } },
  { code: 'T1.EGE.05', take: highScores, holds: { atMost: 0 } },
  { code: 'T1.OLY.01', take: municipalStage('Участников'), holds: { atMost: 0 } },
  { code: 'T1.OLY.02', take: municipalStage('Победителей', 'Призёров'), holds: { atMost: 0 } },
  { code: 'T1.OLY.03', take: schoolStage, holds: worst('low') },
  { code: 'T1.OLY.04', take: authorityPlaces, holds: { atMost: 0 } },
  { code: 'T1.INT.01', take: interim(['Академическая задолженность'], null, true), holds: worst('high') },
  { code: 'T1.INT.02', take: interim(QUALITY, 'НОО', true), holds: worst('low') },
  { code: 'T1.INT.03', take: interim(QUALITY, 'ООО', true), holds: worst('low') },
  { code: 'T1.INT.04', take: interim(QUALITY, 'СОО', true), holds: worst('low') },
  { code: 'T1.INT.05', take: interim(['Повторное обучение'], null, false), holds: { atLeast: 1 } },
  { code: 'T2.SOC.01', take: context(['Из неполных семей'], PUPILS), holds: worst('high') },
  { code: 'T2.SOC.02', take: context(['Оба родителя с высшим образованием'], PUPILS), holds: worst('low') },
  {
    code: 'T2.SOC.03',
    take: context(['На внутришкольном учёте', 'На учёте в ПДН и КДН'], PUPILS),
    holds: worst('high'),
  },
  { code: 'T2.SOC.04', take: context(['Из малообеспеченных семей'], PUPILS), holds: worst('high') },
  {
    code: 'T2.SOC.05',
    take: context(['Из семей в социально опасном положении', 'Под опекой'], PUPILS),
    holds: worst('high'),
  },
  { code: 'T2.SOC.06', take: context(['С ОВЗ', 'Инвалидов'], PUPILS), holds: worst('high') },
  { code: 'T2.SOC.07', take: context(['Русский язык не родной'], PUPILS), holds: worst('high') },
  { code: 'T2.RES.01', take: context(['Вакансий'], null), holds: { atLeast: 1 } },
  { code: 'T2.RES.02', take: context(['Учителей без категории'], 'Учителей'), holds: worst('high') },
  { code: 'T2.RES.03', take: specialists, holds: { atMost: 0 } },
  { code: 'T2.RES.04', take: context(['Смен'], null), holds: { atLeast: 2 } },
];

const CLOSE = 1e-9;
const FEWEST_SCHOOLS = 4;

/** The answers of the schools that are asked, in their order; null: the files do not answer. */
export function answersTo(
  { take, holds }: Question,
  files: Evidence,
  year: string,
  schools: readonly string[],
): ('yes' | 'no' | null)[] {
  const figures = schools.map((school) => take(files, year, school));
  const known = figures.filter((figure) => typeof figure === 'number');
  if ('worstQuarter' in holds) {
    if (known.length < FEWEST_SCHOOLS) return figures.map(() => null);
    const high = holds.worstQuarter === 'high';
    const limit = quantileOfType7(known, high ? 0.75 : 0.25);
    // a share of zero is never among the worst
    return figures.map((figure) => {
      if (typeof figure !== 'number') return null;
      return (high ? figure > 0 && figure >= limit - CLOSE : figure <= limit + CLOSE) ? 'yes' : 'no';
    });
  }
  return figures.map((figure) => {
    if (figure === null) return null;
    if (figure === 'nothing') return 'no';
    return ('atLeast' in holds ? figure >= holds.atLeast - CLOSE : figure <= holds.atMost + CLOSE) ? 'yes' : 'no';
  });
}
