/** What a version changed against the one it was copied from. Criteria are the same when their codes are. */
import { sameRule } from './evidence/rule-words';
import {
  type CriterionDefinition,
  type InstrumentDefinition,
  type PlacedCriterion,
  placedCriteria,
  type Track,
} from './instrument';

/** Where a criterion stands, in the words of the instrument. */
export interface CriterionPlace {
  table: string;
  group: string;
}

export interface ListedCriterion extends CriterionPlace {
  code: string;
  text: string;
}

/** What of a criterion may differ, beside its place. */
export const CRITERION_FIELDS = [
  'text',
  'type',
  'applicability',
  'signs',
  'help',
  'purpose',
  'evidence',
  'threshold',
  'source',
  'stable',
  'rule',
] as const satisfies readonly (keyof CriterionDefinition)[];
export type CriterionField = (typeof CRITERION_FIELDS)[number];

/** A criterion of both versions whose contents differ. */
export interface ChangedCriterion {
  code: string;
  before: CriterionDefinition;
  after: CriterionDefinition;
  fields: CriterionField[];
}

/** A criterion that went to another group, or to another place in its own one. */
export interface MovedCriterion {
  code: string;
  text: string;
  from: CriterionPlace;
  to: CriterionPlace;
  withinGroup: boolean;
}

/** What happened to a table or group itself. */
export interface ChangedHeading {
  kind: 'TABLE' | 'GROUP';
  code: string;
  title: string;
  change: 'ADDED' | 'REMOVED' | 'RETITLED' | 'MOVED' | 'OTHER_TRACK';
  /** RETITLED: the earlier title */
  earlierTitle?: string;
}

export interface InstrumentDifference {
  added: ListedCriterion[];
  removed: ListedCriterion[];
  /** the wording asked is another one */
  reworded: ChangedCriterion[];
  /** the wording is the same; type, applicability, signs or explanations differ */
  adjusted: ChangedCriterion[];
  moved: MovedCriterion[];
  headings: ChangedHeading[];
}

/** The difference of two versions, each list in the order of the card (of the older one for what was removed). */
export function instrumentDifference(before: InstrumentDefinition, after: InstrumentDefinition): InstrumentDifference {
  const old = new Map(placedCriteria(before).map((placed) => [placed.criterion.code, placed]));
  const present = placedCriteria(after);
  const codes = new Set(present.map((placed) => placed.criterion.code));
  const changed = present.flatMap((placed) => {
    const earlier = old.get(placed.criterion.code)?.criterion;
    const fields = earlier ? CRITERION_FIELDS.filter((field) => !sameField(earlier, placed.criterion, field)) : [];
    return earlier && fields.length > 0
      ? [{ code: earlier.code, before: earlier, after: placed.criterion, fields }]
      : [];
  });
  return {
    added: present.filter((placed) => !old.has(placed.criterion.code)).map(listed),
    removed: [...old.values()].filter((placed) => !codes.has(placed.criterion.code)).map(listed),
    reworded: changed.filter((change) => change.fields.includes('text')),
    adjusted: changed.filter((change) => !change.fields.includes('text')),
    moved: movedCriteria(old, present),
    headings: changedHeadings(before, after),
  };
}

/** How many differences there are in all; 0: the versions ask and score the same in the same order. */
export function differenceCount(difference: InstrumentDifference): number {
  return Object.values(difference).reduce((sum, list) => sum + list.length, 0);
}

function listed({ table, group, criterion }: PlacedCriterion): ListedCriterion {
  return { code: criterion.code, text: criterion.text, table: table.title, group: group.title };
}

function sameField(a: CriterionDefinition, b: CriterionDefinition, field: CriterionField): boolean {
  if (field === 'rule') return sameRule(a.rule, b.rule);
  if (field !== 'signs') return a[field] === b[field];
  return (
    a.signs.length === b.signs.length &&
    a.signs.every((sign, index) => {
      const other = b.signs[index];
      return other?.code === sign.code && other.text === sign.text && other.help === sign.help;
    })
  );
}

const placeKey = ({ table, group }: PlacedCriterion) => JSON.stringify([table.code, group.code]);

/** Within a group only those are called moved that must move, so that the others keep their order among themselves. */
function movedCriteria(old: Map<string, PlacedCriterion>, present: PlacedCriterion[]): MovedCriterion[] {
  const oldOrder = new Map([...old.keys()].map((code, index) => [code, index]));
  const staying = new Map<string, number[]>();
  for (const placed of present) {
    const earlier = old.get(placed.criterion.code);
    if (!earlier || placeKey(earlier) !== placeKey(placed)) continue;
    const order = staying.get(placeKey(placed)) ?? [];
    order.push(oldOrder.get(placed.criterion.code) ?? 0);
    staying.set(placeKey(placed), order);
  }
  const unmoved = new Set([...staying.values()].flatMap(longestIncreasing));
  return present.flatMap((placed) => {
    const { code, text } = placed.criterion;
    const earlier = old.get(code);
    const order = oldOrder.get(code);
    if (!earlier || order === undefined || unmoved.has(order)) return [];
    const withinGroup = placeKey(earlier) === placeKey(placed);
    return [{ code, text, from: placeOf(earlier), to: placeOf(placed), withinGroup }];
  });
}

function placeOf({ table, group }: PlacedCriterion): CriterionPlace {
  return { table: table.title, group: group.title };
}

/** The longest increasing subsequence of distinct numbers. */
function longestIncreasing(values: number[]): number[] {
  let best: number[] = [];
  const endingAt: number[][] = [];
  for (const value of values) {
    const before = endingAt.reduce<number[]>(
      (longest, run) => ((run.at(-1) ?? value) < value && run.length > longest.length ? run : longest),
      [],
    );
    const run = [...before, value];
    endingAt.push(run);
    if (run.length > best.length) best = run;
  }
  return best;
}

interface Heading {
  kind: 'TABLE' | 'GROUP';
  /** the code of the table in which a group stands; '' for tables */
  within: string;
  code: string;
  title: string;
  track?: Track;
}

function headings(instrument: InstrumentDefinition): Heading[] {
  return instrument.tables.flatMap(({ code, title, track, groups }): Heading[] => [
    { kind: 'TABLE', within: '', code, title, track },
    ...groups.map((group): Heading => ({ kind: 'GROUP', within: code, code: group.code, title: group.title })),
  ]);
}

function changedHeadings(before: InstrumentDefinition, after: InstrumentDefinition): ChangedHeading[] {
  const keyOf = (heading: Heading) => JSON.stringify([heading.within, heading.code]);
  const old = headings(before);
  const present = headings(after);
  const oldByKey = new Map(old.map((heading) => [keyOf(heading), heading]));
  const presentKeys = new Set(present.map(keyOf));
  const oldOrder = new Map(old.map((heading, index) => [keyOf(heading), index]));
  const siblings = Map.groupBy(
    present.filter((heading) => oldByKey.has(keyOf(heading))),
    (heading) => heading.within,
  );
  const unmoved = new Set(
    [...siblings.values()].flatMap((row) => longestIncreasing(row.map((heading) => oldOrder.get(keyOf(heading)) ?? 0))),
  );
  const changed = present.flatMap((heading): ChangedHeading[] => {
    const { kind, code, title, track } = heading;
    const earlier = oldByKey.get(keyOf(heading));
    if (!earlier) return [{ kind, code, title, change: 'ADDED' }];
    const changes: ChangedHeading[] = [];
    if (earlier.title !== title) changes.push({ kind, code, title, change: 'RETITLED', earlierTitle: earlier.title });
    if (earlier.track !== track) changes.push({ kind, code, title, change: 'OTHER_TRACK' });
    if (!unmoved.has(oldOrder.get(keyOf(heading)) ?? 0)) changes.push({ kind, code, title, change: 'MOVED' });
    return changes;
  });
  const removed = old.filter((heading) => !presentKeys.has(keyOf(heading)));
  return [...changed, ...removed.map(({ kind, code, title }) => ({ kind, code, title, change: 'REMOVED' as const }))];
}
