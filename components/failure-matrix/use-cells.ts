'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Outcome } from '@/lib/domain/failure';
import { cellKey, type FailureCell } from '@/lib/domain/failure-matrix';
import type { CellConflict, SavedCells } from '@/lib/portal/failure-matrix/views';
import { afterSaving, changesOf, keepCells, keptCells, type WaitingCells, withChange } from './cell-saving';

/** Milliseconds without a key press after which a cell is sent, and between attempts while there is no line. */
const SEND_AFTER_MS = 600;
const RETRY_AFTER_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

export type SaveCells = (matrixId: string, changes: ReturnType<typeof changesOf>) => Promise<Outcome<SavedCells>>;
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused';

export interface Cells {
  valueOf(key: string): number | null;
  change(key: string, pupils: number | null): void;
  conflicts: readonly CellConflict[];
  /** ends a conflict: what stood in the other window stays, or mine is written over it */
  settle(key: string, keep: 'stored' | 'mine'): void;
  state: SaveState;
  waitingCount: number;
  refusal: string | null;
  savedAt: Date | null;
}

interface Line {
  stored: Map<string, number | null>;
  waiting: WaitingCells;
  sending: boolean;
  attempts: number;
}

/** The numbers of a matrix that save themselves: a change is kept in the browser at once and sent soon after. */
export function useCells(
  matrix: { id: string; accountId: string; cells: readonly FailureCell[]; savedAt: Date | null },
  save: SaveCells,
): Cells {
  const { id, accountId } = matrix;
  const line = useRef<Line>({
    stored: new Map(matrix.cells.map((cell) => [cellKey(cell), cell.pupils])),
    waiting: {},
    sending: false,
    attempts: 0,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [conflicts, setConflicts] = useState<CellConflict[]>([]);
  const [state, setState] = useState<SaveState>('saved');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState(matrix.savedAt);

  const send = useCallback(async () => {
    const now = line.current;
    if (now.sending || Object.keys(now.waiting).length === 0) return;
    const sent = now.waiting;
    now.sending = true;
    setState('saving');
    const answer = await save(id, changesOf(sent)).catch(() => null);
    now.sending = false;
    if (answer === null) {
      const pause = RETRY_AFTER_MS[Math.min(now.attempts, RETRY_AFTER_MS.length - 1)];
      now.attempts += 1;
      setState('offline');
      clearTimeout(timer.current);
      timer.current = setTimeout(send, pause);
      return;
    }
    now.attempts = 0;
    if (!answer.ok) {
      setRefusal(answer.failure.errors?.[0]?.message ?? answer.failure.detail);
      setState('refused');
      return;
    }
    const met = answer.value.conflicts;
    for (const [key, { pupils }] of Object.entries(sent)) now.stored.set(key, pupils);
    for (const conflict of met) now.stored.set(conflict.key, conflict.stored);
    const before = now.waiting;
    now.waiting = afterSaving(before, sent, new Set(met.map(({ key }) => key)));
    keepCells(id, accountId, before, now.waiting);
    setConflicts((known) => [...known.filter((one) => !met.some(({ key }) => key === one.key)), ...met]);
    setSavedAt(new Date(answer.value.savedAt));
    setRefusal(null);
    const left = Object.keys(now.waiting).length > 0;
    setState(left ? 'waiting' : 'saved');
    if (left) timer.current = setTimeout(send, SEND_AFTER_MS);
  }, [id, accountId, save]);

  const change = useCallback(
    (key: string, pupils: number | null) => {
      const now = line.current;
      const before = now.waiting;
      now.waiting = withChange(before, key, now.stored.get(key) ?? null, pupils);
      keepCells(id, accountId, before, now.waiting);
      setState(Object.keys(now.waiting).length > 0 || now.sending ? 'waiting' : 'saved');
      redraw();
      clearTimeout(timer.current);
      timer.current = setTimeout(send, SEND_AFTER_MS);
    },
    [id, accountId, send],
  );

  useEffect(() => {
    const kept = keptCells(id, accountId);
    if (Object.keys(kept).length > 0) {
      line.current.waiting = { ...kept, ...line.current.waiting };
      setState('waiting');
      void send();
    }
    const again = () => void send();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
    };
  }, [id, accountId, send]);

  return {
    valueOf: (key) => {
      const waiting = line.current.waiting[key];
      return waiting ? waiting.pupils : (line.current.stored.get(key) ?? null);
    },
    change,
    conflicts,
    settle(key, keep) {
      const conflict = conflicts.find((one) => one.key === key);
      setConflicts((known) => known.filter((one) => one.key !== key));
      if (conflict && keep === 'mine') change(key, conflict.mine);
    },
    state,
    waitingCount: Object.keys(line.current.waiting).length,
    refusal,
    savedAt,
  };
}
