import { type AnyPart, type EditedInstrument, lineageOf } from './edited-instrument';

/** What a hand does to the instrument. */
export type EditAction =
  | { type: 'change'; key: string; data: Partial<AnyPart['data']> }
  | { type: 'insert'; parentKey: string; index: number; part: AnyPart }
  | { type: 'remove'; key: string }
  | { type: 'move'; key: string; step: 1 | -1 }
  | { type: 'place'; key: string; parentKey: string }
  | { type: 'load'; instrument: EditedInstrument };

/** The instrument after the action; parts that it does not concern stay the same objects. */
export function edit(instrument: EditedInstrument, action: EditAction): EditedInstrument {
  switch (action.type) {
    case 'change':
      return changed(
        instrument,
        action.key,
        (part) => ({ ...part, data: { ...part.data, ...action.data } }) as AnyPart,
      );
    case 'insert':
      return inserted(instrument, action.parentKey, action.index, action.part);
    case 'remove':
      return removed(instrument, action.key);
    case 'move':
      return moved(instrument, action.key, action.step);
    case 'place': {
      const target = lineageOf(instrument, action.parentKey).at(-1);
      return target ? carried(instrument, action.key, action.parentKey, target.children.length) : instrument;
    }
    case 'load':
      return action.instrument;
  }
}

/** Where a part stands: its parent and its place there; null for the whole and for what is gone. */
export function placeOf(instrument: EditedInstrument, key: string): { parent: AnyPart; index: number } | null {
  const parent = lineageOf(instrument, key).at(-2);
  return parent ? { parent, index: parent.children.findIndex((child) => child.key === key) } : null;
}

/** Whether a step up or down leads anywhere: criteria and groups go on into the neighbouring group or table. */
export function canMove(instrument: EditedInstrument, key: string, step: 1 | -1): boolean {
  return moved(instrument, key, step) !== instrument;
}

function changed<Part extends AnyPart>(part: Part, key: string, change: (found: AnyPart) => AnyPart): Part {
  // The kinds of parts nest in one way only, so that what comes back is of the kind that went in.
  if (part.key === key) return change(part) as Part;
  const children = (part.children as readonly AnyPart[]).map((child) => changed(child, key, change));
  return children.some((child, index) => child !== part.children[index])
    ? ({ ...part, children } as AnyPart as Part)
    : part;
}

function withChildren(instrument: EditedInstrument, key: string, change: (children: AnyPart[]) => AnyPart[]) {
  return changed(instrument, key, (part) => ({ ...part, children: change([...part.children]) }) as AnyPart);
}

function inserted(instrument: EditedInstrument, parentKey: string, index: number, part: AnyPart): EditedInstrument {
  return withChildren(instrument, parentKey, (children) => children.toSpliced(index, 0, part));
}

function removed(instrument: EditedInstrument, key: string): EditedInstrument {
  const place = placeOf(instrument, key);
  if (!place) return instrument;
  return withChildren(instrument, place.parent.key, (children) => children.filter((child) => child.key !== key));
}

function carried(instrument: EditedInstrument, key: string, parentKey: string, index: number): EditedInstrument {
  const part = lineageOf(instrument, key).at(-1);
  return part ? inserted(removed(instrument, key), parentKey, index, part) : instrument;
}

function moved(instrument: EditedInstrument, key: string, step: 1 | -1): EditedInstrument {
  const lineage = lineageOf(instrument, key);
  const parent = lineage.at(-2);
  if (!parent) return instrument;
  const index = parent.children.findIndex((child) => child.key === key);
  const next = index + step;
  if (next >= 0 && next < parent.children.length) return carried(instrument, key, parent.key, next);
  const depth = lineage.length - 1;
  if (depth !== GROUP_DEPTH && depth !== CRITERION_DEPTH) return instrument;
  const parents = partsAt(instrument, depth - 1);
  const neighbour = parents[parents.findIndex((each) => each.key === parent.key) + step];
  return neighbour ? carried(instrument, key, neighbour.key, step === 1 ? 0 : neighbour.children.length) : instrument;
}

const GROUP_DEPTH = 2;
const CRITERION_DEPTH = 3;

function partsAt(part: AnyPart, depth: number): AnyPart[] {
  return depth === 0 ? [part] : part.children.flatMap((child) => partsAt(child, depth - 1));
}
