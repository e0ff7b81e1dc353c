/** Cells on their way to the server: kept in the browser until the server has them. */
import { withoutFault } from '@/components/ui/without-fault';
import type { FailureCell } from '@/lib/domain/failure-matrix';
import { placeOfKey } from '@/lib/domain/failure-matrix';

/** A cell that waits: what stood there when it was changed and what it is to be. */
export interface WaitingCell {
  was: number | null;
  pupils: number | null;
}

export type WaitingCells = Readonly<Record<string, WaitingCell>>;

/** The waiting cells after one more change; a cell that is what it was waits no longer. */
export function withChange(
  waiting: WaitingCells,
  key: string,
  stored: number | null,
  pupils: number | null,
): WaitingCells {
  const was = waiting[key]?.was ?? stored;
  const { [key]: _gone, ...others } = waiting;
  return (was || null) === (pupils || null) ? others : { ...others, [key]: { was, pupils } };
}

/** What was sent is no longer waiting, unless it was changed again meanwhile: then it waits against what was sent. */
export function afterSaving(waiting: WaitingCells, sent: WaitingCells, conflicts: ReadonlySet<string>): WaitingCells {
  const left: Record<string, WaitingCell> = {};
  for (const [key, cell] of Object.entries(waiting)) {
    const gone = sent[key];
    if (!gone) left[key] = cell;
    else if (gone.pupils !== cell.pupils && !conflicts.has(key)) left[key] = { was: gone.pupils, pupils: cell.pupils };
  }
  return left;
}

/** The waiting cells as the server takes them. */
export function changesOf(waiting: WaitingCells): (FailureCell & { was: number | null })[] {
  return Object.entries(waiting).flatMap(([key, { was, pupils }]) => {
    const place = placeOfKey(key);
    return place ? [{ ...place, was, pupils }] : [];
  });
}

const nameOf = (matrixId: string, accountId: string) => `moc-matrix-${accountId}-${matrixId}`;

/** What waited when the page was left, for this account; an unreadable note is as good as none. */
export function keptCells(matrixId: string, accountId: string): WaitingCells {
  try {
    return JSON.parse(localStorage.getItem(nameOf(matrixId, accountId)) ?? '{}') as WaitingCells;
  } catch {
    return {};
  }
}

/** Keeps what waits in this window, `before` being what waited in it; what waits in another window stays as it is. */
export function keepCells(matrixId: string, accountId: string, before: WaitingCells, waiting: WaitingCells): void {
  const ofOthers = Object.entries(keptCells(matrixId, accountId)).filter(([key]) => !before[key]);
  const all = { ...Object.fromEntries(ofOthers), ...waiting };
  // a browser that keeps nothing still sends it
  withoutFault(() => {
    if (Object.keys(all).length === 0) localStorage.removeItem(nameOf(matrixId, accountId));
    else localStorage.setItem(nameOf(matrixId, accountId), JSON.stringify(all));
  });
}
