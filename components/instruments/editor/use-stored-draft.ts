'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type Failure, type FieldError, failed, type Outcome } from '@/lib/domain/failure';
import type { SavedDraft } from '@/lib/portal/instruments/schema';
import { edit } from './edit-actions';
import {
  type EditedInstrument,
  editedInstrument,
  enteredDraft,
  type InstrumentDraft,
  storedDraft,
} from './edited-instrument';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft';
import { errorsOnPage, faultsByPart, type PartFaults } from './part-faults';

export interface DraftToStore extends InstrumentDraft {
  version: number;
}

export interface StoredDraftOptions {
  versionId: string;
  /** the stored one, as the page was loaded */
  version: number;
  draft: InstrumentDraft;
  send: (draft: DraftToStore) => Promise<Outcome<{ version: number }>>;
}

/** A save that was refused; its faults stay with their parts wherever these are moved afterwards. */
export interface RefusedSave {
  failure: Failure;
  /** errors with the ids of their fields */
  onPage: FieldError[];
  byPart: ReadonlyMap<string, PartFaults>;
}

const sameDraft = (a: InstrumentDraft, b: InstrumentDraft) =>
  a.title === b.title && JSON.stringify(a.definition) === JSON.stringify(b.definition);

/**
 * The instrument under the hand and its stored twin: what was entered survives a reload, a lost line, an ended session
 * and somebody else's save, until it is stored or given up.
 */
export function useStoredDraft({ versionId, version, draft, send }: StoredDraftOptions) {
  const [instrument, dispatch] = useReducer(edit, draft, editedInstrument);
  const [stored, setStored] = useState({ version, instrument });
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [restored, setRestored] = useState(false);
  const [refused, setRefused] = useState<RefusedSave | null>(null);
  const [conflict, setConflict] = useState<SavedDraft | null>(null);
  const changed = instrument !== stored.instrument;
  const latest = useRef<EditedInstrument>(instrument);

  // Once, when the page opens: what this tab kept stands above what was loaded.
  const opened = useRef({ version, draft });
  useEffect(() => {
    const loaded = opened.current;
    const kept = keptDraft(versionId);
    if (!kept || sameDraft(kept, loaded.draft)) return;
    dispatch({ type: 'load', instrument: editedInstrument(kept) });
    if (kept.version === loaded.version) setRestored(true);
    else setConflict({ ...loaded.draft, version: loaded.version, published: false, savedBy: null, savedAt: null });
  }, [versionId]);

  useEffect(() => {
    latest.current = instrument;
    if (!changed) return;
    keepDraft(versionId, { version: stored.version, ...enteredDraft(instrument) });
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [instrument, changed, stored.version, versionId]);

  /** Stores everything; true when it is stored. `over`: the version of somebody else that this one replaces. */
  const save = useCallback(
    async (over?: number): Promise<boolean> => {
      const sent = latest.current;
      setSaving(true);
      const outcome = await send({ version: over ?? stored.version, ...storedDraft(sent) }).catch(() => NO_LINE);
      setSaving(false);
      if (!outcome.ok) {
        const current = outcome.failure.extra?.current;
        if (outcome.failure.code === 'STALE_VERSION' && current) setConflict(current as SavedDraft);
        else {
          const errors = outcome.failure.errors ?? [];
          const onPage = errorsOnPage(sent, errors);
          setRefused({ failure: outcome.failure, onPage, byPart: faultsByPart(sent, errors) });
        }
        return false;
      }
      setStored({ version: outcome.value.version, instrument: sent });
      setSavedAt(new Date());
      setRestored(false);
      setRefused(null);
      setConflict(null);
      if (latest.current === sent) forgetDraft(versionId);
      return true;
    },
    [send, stored.version, versionId],
  );

  /** Gives up what was entered here and goes on from another state of the draft. */
  const adopt = useCallback(
    (from: DraftToStore) => {
      const adopted = editedInstrument(from);
      dispatch({ type: 'load', instrument: adopted });
      setStored({ version: from.version, instrument: adopted });
      setRestored(false);
      setRefused(null);
      setConflict(null);
      forgetDraft(versionId);
    },
    [versionId],
  );

  return { instrument, dispatch, changed, stored, saving, savedAt, restored, refused, conflict, save, adopt };
}

const NO_LINE = failed(
  'CONFLICT',
  'Нет связи с порталом. Введённое хранится в этой вкладке: проверьте соединение и сохраните ещё раз.',
);
