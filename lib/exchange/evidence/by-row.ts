/** Layouts in which every row is a fact of its own. */
import type { FactKind, Facts } from '@/lib/domain/evidence/facts';
import { column } from './columns';
import type { Found, FoundFact, Layout, LineReader, SheetContext } from './layout';
import { type RowReader, yearOfText } from './row-reader';
import { type LineOwner, ownerOf, type SchoolText } from './school-text';

export const YEAR_COLUMN = column(
  'schoolYear',
  'Учебный год',
  'Например 2019-2020; пусто — год, выбранный при загрузке.',
  {
    same: ['Год', 'Уч. год', 'year'],
  },
);

export interface RowRules {
  /** a line of the region's own is a fact without a school */
  region?: boolean;
  /** a bare year is the spring of a school year */
  bareYears?: boolean;
}

export type BuildFact<Kind extends FactKind> = (reader: RowReader, context: SheetContext) => Facts[Kind] | null;

/** The reader of a layout whose rows are facts one by one. */
export function byRow<Kind extends FactKind>(
  kind: Kind,
  build: BuildFact<Kind>,
  rules: RowRules = {},
): Layout['reader'] {
  return (context): LineReader => ({
    line(reader) {
      const owner = kind === 'VPR_SCALE' ? { kind: 'region' as const } : schoolOf(reader, context, rules);
      if (owner?.kind === 'other') return [];
      const schoolYear = schoolYearOf(reader, context, rules);
      const fact = build(reader, context);
      if (reader.faults.length > 0 || !owner || !schoolYear || !fact) return faultsOf(reader);
      const school: SchoolText | null = owner.kind === 'school' ? owner.school : null;
      return [{ type: 'fact', kind, schoolYear, school, fact, row: reader.row.number } as FoundFact];
    },
    end: () => [],
  });
}

export function faultsOf(reader: RowReader): Found[] {
  return reader.faults.map((fault) => ({ type: 'fault', ...fault }));
}

/** Whose the row is; null when nobody can tell, which is noted. */
export function schoolOf(reader: RowReader, context: SheetContext, rules: RowRules): LineOwner | null {
  const owner = ownerOf(reader);
  if (owner === null && context.school) return { kind: 'school', school: context.school };
  const field = ['code', 'login', 'name'].find((known) => reader.has(known)) ?? 'code';
  if (owner === null) return reader.fault(field, 'Не названа школа: впишите её код, логин или название.');
  if (owner.kind === 'region' && !rules.region) {
    return reader.fault(field, 'Для таких данных строка региона не нужна: удалите её или впишите код школы.');
  }
  return owner;
}

/** Of the row, of the title, of the import; null when the row's is no school year, which is noted. */
export function schoolYearOf(reader: RowReader, context: SheetContext, rules: RowRules): string | null {
  const text = reader.text('schoolYear');
  if (text === '') return reader.has('schoolYear') ? context.schoolYear : yearOfTitle(context, rules);
  const year = yearOfText(text, rules.bareYears ?? false);
  if (year === null) {
    return reader.fault('schoolYear', `Стоит «${text.slice(0, 20)}», а нужен учебный год вида 2019-2020.`);
  }
  if (year.bareYear)
    context.note(`Год ${year.bareYear} прочитан как ${year.schoolYear} учебный год (весна ${year.bareYear}).`);
  return year.schoolYear;
}

/** The school year that the title names, said when it is not the one of the import. */
export function yearOfTitle({ titles, schoolYear, note }: SheetContext, { bareYears }: RowRules): string {
  const told = titles.schoolYear;
  if (told === null || told === schoolYear || (titles.isBareYear && !bareYears)) return schoolYear;
  note(`В заголовке таблицы стоит «${titles.yearWritten}»: данные отнесены к ${told} учебному году.`);
  return told;
}
