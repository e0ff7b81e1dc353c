/** Three-way merge of what two windows or two people wrote into one document of fields and lines. */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface MergeConflict {
  /** where, for example «measures/m-1/title» */
  path: string;
  mine: Json;
  theirs: Json;
}

export interface Merged<T> {
  value: T;
  /** fields that both changed differently: `value` holds theirs */
  conflicts: MergeConflict[];
}

const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Line = { id: string; [key: string]: Json };
const isLines = (value: unknown): value is Line[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && typeof one.id === 'string');

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What comes of `mine` and `theirs`, both made from `base`: a field that one side changed is that side's; lines are told
 * apart by their id; a line that one side removed and the other changed stays.
 */
export function mergeThree<T>(base: T, mine: T, theirs: T): Merged<T> {
  const conflicts: MergeConflict[] = [];
  const value = merged(base as Json, mine as Json, theirs as Json, '', conflicts);
  return { value: value as T, conflicts };
}

function merged(base: Json | undefined, mine: Json, theirs: Json, path: string, conflicts: MergeConflict[]): Json {
  if (same(mine, theirs) || same(mine, base)) return theirs;
  if (same(theirs, base)) return mine;
  if (isLines(mine) && isLines(theirs)) return mergedLines(isLines(base) ? base : [], mine, theirs, path, conflicts);
  if (isObject(mine) && isObject(theirs)) {
    const known = isObject(base) ? base : {};
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      keys.map((key) => [
        key,
        merged(known[key], mine[key] ?? null, theirs[key] ?? null, joined(path, key), conflicts),
      ]),
    );
  }
  conflicts.push({ path, mine, theirs });
  return theirs;
}

const joined = (path: string, key: string) => (path === '' ? key : `${path}/${key}`);

function mergedLines(base: Line[], mine: Line[], theirs: Line[], path: string, conflicts: MergeConflict[]): Json[] {
  const find = (lines: readonly Line[], id: string) => lines.find((line) => line.id === id);
  const kept = theirs.flatMap((line): Json[] => {
    const own = find(mine, line.id);
    const old = find(base, line.id);
    if (own) return [merged(old, own, line, joined(path, line.id), conflicts)];
    // gone on my side: I removed it, or they have added it since
    return old && same(old, line) ? [] : [line];
  });
  const added = mine.filter((line) => {
    if (find(theirs, line.id)) return false;
    const old = find(base, line.id);
    // gone on their side: new of mine, or removed by them though I changed it
    return !old || !same(old, line);
  });
  return [...kept, ...added];
}

/** The document with one field set, by the path of a conflict. */
export function withField<T>(value: T, path: string, field: unknown): T {
  const set = (node: Json, steps: string[]): Json => {
    const [step, ...rest] = steps;
    if (step === undefined) return field as Json;
    if (isLines(node)) return node.map((line) => (line.id === step ? set(line, rest) : line));
    return isObject(node) ? { ...node, [step]: set(node[step] ?? null, rest) } : node;
  };
  return set(value as Json, path.split('/')) as T;
}
