import type { FieldError } from '@/lib/domain/failure';
import { type AnyPart, type EditedInstrument, lineageOf } from './edited-instrument';

/** Complaints of one part by field; `children`: about what it should hold. */
export type PartFaults = Readonly<Record<string, string>>;

const LISTS = new Set(['tables', 'groups', 'criteria', 'signs']);

function locate(instrument: EditedInstrument, path: string): { key: string; field: string } {
  const steps = path.split('.');
  let part: AnyPart = instrument;
  for (const step of steps) {
    const child: AnyPart | undefined = /^\d+$/.test(step) ? part.children[Number(step)] : undefined;
    if (child) part = child;
  }
  const last = steps.at(-1) ?? '';
  // Tables and groups get their codes by themselves: what is wrong with one is said at the title.
  if (last === 'code' && !('help' in part.data)) return { key: part.key, field: 'title' };
  return { key: part.key, field: LISTS.has(last) ? 'children' : last };
}

/** The id of a part's field on the page. */
export function fieldId(key: string, field: string): string {
  return `${key}-${field}`;
}

/**
 * The errors with the ids of their fields in place of paths of the definition (`tables.0.groups.1.title`), each beginning
 * with its place on the card.
 */
export function errorsOnPage(instrument: EditedInstrument, errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ path, message }) => {
    const { key, field } = locate(instrument, path);
    const place = placeInWords(instrument, key);
    return { path: fieldId(key, field), message: place ? `${place}: ${message}` : message };
  });
}

/** «Критерий 5, признак 2», «Группа «Результаты ОГЭ»»; nothing for the whole. */
function placeInWords(instrument: EditedInstrument, key: string): string {
  const [, table, group, criterion, sign] = lineageOf(instrument, key);
  if (criterion) {
    const criteria = instrument.children.flatMap((each) => each.children.flatMap(({ children }) => children));
    const number = criteria.findIndex((each) => each.key === criterion.key) + 1;
    const signs: readonly AnyPart[] = criterion.children;
    return sign ? `Критерий ${number}, признак ${signs.indexOf(sign) + 1}` : `Критерий ${number}`;
  }
  const part = group ?? table;
  if (!part || !('title' in part.data)) return '';
  return `${group ? 'Группа' : 'Таблица'} ${part.data.title ? `«${part.data.title}»` : 'без названия'}`;
}

/** Complaints by key of the part, one a field. */
export function faultsByPart(instrument: EditedInstrument, errors: readonly FieldError[]): Map<string, PartFaults> {
  const found = new Map<string, PartFaults>();
  for (const { path, message } of errors) {
    const { key, field } = locate(instrument, path);
    found.set(key, { [field]: message, ...found.get(key) });
  }
  return found;
}
