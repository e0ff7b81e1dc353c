import type { AnyPart, CriterionPart, EditedInstrument, GroupPart, SignPart, TablePart } from './edited-instrument';

let made = 0;
/** Keys of new parts never meet those of loaded ones («t0-g1»). */
const newKey = () => `new${++made}`;

/**
 * The first free code of the form prefix + number. `taken` also holds the codes of the version that was copied: a code
 * that meant something else there would be compared with it.
 */
function freeCode(prefix: string, digits: number, taken: ReadonlySet<string>): string {
  let number = 1;
  const code = () => prefix + String(number).padStart(digits, '0');
  while (taken.has(code())) number += 1;
  return code();
}

function codesAt(part: AnyPart, depth: number): string[] {
  if (depth > 0) return part.children.flatMap((child) => codesAt(child, depth - 1));
  return 'code' in part.data ? [part.data.code] : [];
}

/** Codes of the version that was copied. */
export interface KnownCodes {
  tables: readonly string[];
  groups: readonly string[];
  criteria: readonly string[];
}

export function newTable(instrument: EditedInstrument, known: KnownCodes): TablePart {
  const code = freeCode('T', 1, new Set([...codesAt(instrument, 1), ...known.tables]));
  return { key: newKey(), data: { code, title: '', track: 'LOW_RESULTS' }, children: [] };
}

export function newGroup(instrument: EditedInstrument, known: KnownCodes): GroupPart {
  const code = freeCode('G', 1, new Set([...codesAt(instrument, 2), ...known.groups]));
  return { key: newKey(), data: { code, title: '' }, children: [] };
}

/** A question «да или нет» for all schools, with a code of its table and group. */
export function newCriterion(
  instrument: EditedInstrument,
  table: TablePart,
  group: GroupPart,
  known: KnownCodes,
): CriterionPart {
  const taken = new Set([...codesAt(instrument, 3), ...known.criteria]);
  const texts = { text: '', help: '', purpose: '', evidence: '', threshold: '', source: '' };
  return {
    key: newKey(),
    data: {
      code: freeCode(`${table.data.code}.${group.data.code}.`, 2, taken),
      type: 'YES_NO',
      applicability: 'ALL',
      stable: false,
      ...texts,
    },
    children: [],
  };
}

export function newSign(criterion: CriterionPart): SignPart {
  const code = freeCode('S', 1, new Set(codesAt(criterion, 1)));
  return { key: newKey(), data: { code, text: '', help: '' }, children: [] };
}
