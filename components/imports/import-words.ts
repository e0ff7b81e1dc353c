/** Kinds of data, units and states as people read them. */
import type { FactKind } from '@/lib/domain/evidence/facts';
import { importKindName } from '@/lib/domain/evidence/import-kinds';
import { formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import type { ImportState, LoadedRow } from '@/lib/portal/imports/views';

const EXAMS: Readonly<Record<string, string>> = { OGE: 'ОГЭ', EGE: 'ЕГЭ' };
const STAGES: Readonly<Record<string, string>> = {
  SCHOOL: 'школьный этап',
  MUNICIPAL: 'муниципальный этап',
  REGIONAL: 'региональный этап',
  FINAL: 'заключительный этап',
};
const LEVELS: Readonly<Record<string, string>> = {
  NOO: 'начальное общее образование',
  OOO: 'основное общее образование',
  SOO: 'среднее общее образование',
};

export const importStatusWords: Readonly<Record<ImportState, string>> = {
  PREVIEW: 'Не применена',
  APPLIED: 'Применена',
  UNDONE: 'Отменена',
};

/** «Итоги ОГЭ», «ВПР: отметки». */
export function loadedRowName({ kind, exam }: Pick<LoadedRow, 'kind' | 'exam'>): string {
  return exam ? `Итоги ${EXAMS[exam]}` : importKindName(kind);
}

/** What a unit is about inside its kind: «ОГЭ», «5 класс, Математика», «региональный этап»; empty for a whole year. */
export function unitInWords(kind: FactKind, key: string): string {
  if (kind === 'GIA_AGGREGATE') return EXAMS[key] ?? key;
  if (kind === 'OLYMPIAD') return STAGES[key] ?? key;
  if (kind === 'INTERIM') return LEVELS[key] ?? key;
  const [grade, subject] = key.split('|');
  return grade && subject ? `${grade}\u00a0класс, ${subject}` : '';
}

/** «применена: Иванова А. П., вчера в 14:32». */
export function doneBy(what: string, by: string | null, at: Date | null, now: Date): string {
  return `${what}: ${[by, at ? formatMoment(at, now) : null].filter(Boolean).join(', ')}`;
}

export const schoolYearOption = (schoolYear: string) => ({ value: schoolYear, label: formatSchoolYear(schoolYear) });
