import type { FieldError } from '@/lib/domain/failure';
import type { AnyPart, EditedInstrument } from './edited-instrument';

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

/** The errors with the ids of their fields in place of paths of the definition (`tables.0.groups.1.title`). */
export function errorsOnPage(instrument: EditedInstrument, errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ path, message }) => {
    const { key, field } = locate(instrument, path);
    return { path: fieldId(key, field), message };
  });
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
