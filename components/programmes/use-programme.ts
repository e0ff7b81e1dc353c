'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '@/lib/domain/failure';
import type { ProgrammeContent } from '@/lib/domain/programme/content';
import { type MergeConflict, mergeThree, withField } from '@/lib/domain/programme/merge';
import { forgetUnsent, keepUnsent, unsentOfAll } from './unsent-text';

export type SaveProgrammeAction = (sent: {
  base: ProgrammeContent;
  content: ProgrammeContent;
}) => Promise<Outcome<{ version: number; content: ProgrammeContent; conflicts: MergeConflict[] }>>;

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; message: string };

const PAUSE_MS = 1_000;
const RETRY_MS = 5_000;
const LONGEST_WAIT_MS = 10_000;

/**
 * The programme while it is written: saves itself, keeps what was not sent over a reload and a lost line, and takes in
 * what another window stored meanwhile; fields that both changed differently are given to the person to choose.
 */
export function useProgramme(
  key: string,
  { content: initial, version: initialVersion }: { content: ProgrammeContent; version: number },
  save: SaveProgrammeAction,
) {
  const [content, setContent] = useState(initial);
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const [conflicts, setConflicts] = useState<MergeConflict[]>([]);
  const base = useRef(initial);
  const latest = useRef(initial);
  const version = useRef(initialVersion);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // each window keeps its own copy: what one has sent must not take the unsent text of another along
  const [ownKey] = useState(() => `${key}#${Math.random().toString(36).slice(2)}`);

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const sent = latest.current;
    setState({ kind: 'saving' });
    try {
      const stored = await save({ base: base.current, content: sent });
      if (stored.ok) {
        const { value: whole } = mergeThree(sent, latest.current, stored.value.content);
        base.current = stored.value.content;
        version.current = stored.value.version;
        latest.current = whole;
        setContent(whole);
        if (stored.value.conflicts.length > 0) setConflicts((before) => [...before, ...stored.value.conflicts]);
        const more = JSON.stringify(whole) !== JSON.stringify(base.current);
        if (more) keepUnsent(ownKey, { base: base.current, content: whole });
        else forgetUnsent(ownKey);
        setState({ kind: more ? 'waiting' : 'saved' });
        if (more) timer.current = setTimeout(() => void send(), PAUSE_MS);
      } else {
        setState({ kind: 'refused', message: stored.failure.detail });
      }
    } catch {
      setState({ kind: 'offline' });
      timer.current = setTimeout(() => void send(), RETRY_MS);
    } finally {
      busy.current = false;
    }
  }, [ownKey, save]);

  const schedule = useCallback(
    (next: ProgrammeContent) => {
      latest.current = next;
      setContent(next);
      keepUnsent(ownKey, { base: base.current, content: next });
      setState((before) => (before.kind === 'offline' ? before : { kind: 'waiting' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE_MS);
    },
    [ownKey, send],
  );

  useEffect(() => {
    const left = unsentOfAll<ProgrammeContent>(key);
    let whole = latest.current;
    for (const { unsent } of left) {
      const { value, conflicts: met } = mergeThree(unsent.base, unsent.content, whole);
      whole = value;
      if (met.length > 0) setConflicts((before) => [...before, ...met]);
    }
    const stored = JSON.stringify(whole) === JSON.stringify(base.current);
    if (!stored) schedule(whole);
    // it stands in this window's own copy now, or in the portal
    for (const { place } of left) if (place !== ownKey) forgetUnsent(place);
    const online = () => void send();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      clearTimeout(timer.current);
    };
  }, [key, ownKey, schedule, send]);

  /** Ends a conflict: one's own words, or those that stand. */
  const settle = (conflict: MergeConflict, keepMine: boolean) => {
    setConflicts((before) => before.filter((one) => one !== conflict));
    if (keepMine) schedule(withField(latest.current, conflict.path, conflict.mine));
  };

  /** Stores what is not stored yet; gives the version that the portal then has, null when it could not be reached. */
  const settled = async (): Promise<number | null> => {
    const unsaved = () => JSON.stringify(latest.current) !== JSON.stringify(base.current);
    for (const end = Date.now() + LONGEST_WAIT_MS; unsaved() && Date.now() < end; ) {
      clearTimeout(timer.current);
      await send();
      if (unsaved()) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return unsaved() ? null : version.current;
  };

  return { content, change: schedule, state, conflicts, settle, settled };
}
