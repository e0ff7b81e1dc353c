'use client';

import { ChevronDown, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { LiveRegion } from '@/components/ui/live-region';
import { showToast } from '@/components/ui/toast';
import type { FieldError } from '@/lib/domain/failure';
import { type InstrumentDefinition, placedCriteria } from '@/lib/domain/instrument';
import { instrumentFaults } from '@/lib/domain/instrument-validity';
import { formatTime } from '@/lib/domain/russian';
import type { SavedDraft } from '@/lib/portal/instruments/schema';
import { DifferenceDialog } from './difference-dialog';
import { editedInstrument, enteredDraft, ROOT_KEY, storedDraft } from './edited-instrument';
import { EditorContext } from './editor-context';
import { EditorNotices } from './editor-notices';
import { Outline } from './outline';
import { errorsOnPage, faultsByPart, fieldId, type PartFaults } from './part-faults';
import { SaveBar } from './save-bar';
import { TableEditor } from './table-editor';
import { useAlive } from './use-alive';
import { type RemovedPart, useEditorActions } from './use-editor-actions';
import { type StoredDraftOptions, useStoredDraft } from './use-stored-draft';

export interface InstrumentEditorProps extends StoredDraftOptions {
  /** the version it was copied from; null when the viewer may not see that one */
  source: { name: string; definition: InstrumentDefinition } | null;
  /** show at once what keeps the draft from being published */
  checked: boolean;
}

/** The whole draft on one page: order, wording, criteria and signs, saved as one document. */
export function InstrumentEditor({ source, checked: checkedFirst, ...options }: InstrumentEditorProps) {
  const { versionId, draft } = options;
  const router = useRouter();
  const alive = useAlive();
  const kept = useStoredDraft(options);
  const { instrument, refused, conflict, saving, save } = kept;
  const [checked, setChecked] = useState(checkedFirst);
  const [summary, setSummary] = useState<FieldError[] | null>(null);
  const [said, announce] = useState('');
  const [removed, setRemoved] = useState<RemovedPart | null>(null);

  const current = useDeferredValue(instrument);
  const toStore = useMemo(() => storedDraft(current), [current]);
  const errors = useMemo(() => instrumentFaults(toStore.definition), [toStore]);
  const faults = useMemo(() => {
    const found = checked ? faultsByPart(current, errors) : new Map<string, PartFaults>();
    for (const [key, fields] of refused?.byPart ?? []) found.set(key, { ...found.get(key), ...fields });
    return found;
  }, [current, checked, errors, refused]);
  const known = useMemo(() => {
    const tables = source?.definition.tables ?? [];
    return {
      tables: tables.map((table) => table.code),
      groups: tables.flatMap((table) => table.groups.map((group) => group.code)),
      criteria: source ? placedCriteria(source.definition).map(({ criterion }) => criterion.code) : [],
    };
  }, [source]);
  const actions = useEditorActions({
    instrument,
    dispatch: kept.dispatch,
    known,
    faults,
    announce,
    onRemoved: setRemoved,
  });

  // Counted from what stands in the fields now, not from the deferred copy that paints the marks.
  const faultsNow = () => instrumentFaults(storedDraft(instrument).definition);
  const showFaults = () => {
    setChecked(true);
    setSummary(errorsOnPage(instrument, faultsNow()));
  };
  const store = async (over?: number) => {
    const stored = await save(over);
    if (stored) {
      setSummary(null);
      setRemoved(null);
    }
    return stored;
  };
  const leaveFor = async (href: string) => {
    if (!kept.changed || (await store())) router.push(href);
  };
  const takeTheirs = (theirs: SavedDraft) => {
    const mine = enteredDraft(instrument);
    kept.adopt(theirs);
    showToast({
      text: 'Взят сохранённый вариант.',
      action: {
        label: 'Вернуть мой',
        onSelect: () => kept.dispatch({ type: 'load', instrument: editedInstrument(mine) }),
      },
    });
  };
  const publish = async () => {
    if (faultsNow().length > 0) showFaults();
    else await leaveFor(`/settings/instruments/${versionId}/publish`);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [save]);

  let number = 1;
  const readHref = `/settings/instruments/${versionId}`;
  return (
    <EditorContext value={actions}>
      <LiveRegion text={said} />
      <LiveRegion text={saving ? '' : kept.savedAt && !kept.changed ? `Сохранено в ${formatTime(kept.savedAt)}` : ''} />
      <EditorNotices
        readHref={readHref}
        mine={toStore}
        conflict={conflict}
        refused={refused}
        summary={summary}
        restored={kept.restored}
        onSaveMine={(over) => void store(over)}
        onTakeTheirs={takeTheirs}
        onGiveUp={() => kept.adopt({ version: options.version, ...draft })}
      />
      <div inert={!alive} className="gap-8 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start">
        <nav
          aria-label="Содержание карты"
          data-print="none"
          className="mb-6 lg:sticky lg:top-4 lg:max-h-[80dvh] lg:overflow-y-auto lg:pr-2"
        >
          <details className="rounded-lg border border-line bg-surface px-4 py-3 lg:hidden">
            <summary className="flex items-center justify-between font-semibold">
              Содержание карты <ChevronDown aria-hidden className="size-5 text-muted" />
            </summary>
            <div className="mt-3">
              <Outline instrument={instrument} />
            </div>
          </details>
          <div className="hidden rounded-lg border border-line bg-surface p-4 lg:block">
            <p className="mb-3 font-semibold">Содержание карты</p>
            <Outline instrument={instrument} />
          </div>
          {source ? <DifferenceDialog source={source} definition={toStore.definition} /> : null}
        </nav>
        <div className="min-w-0 space-y-10">
          <TextField
            id={fieldId(ROOT_KEY, 'title')}
            name="title"
            label="Название версии"
            hint="Его увидят директора в карте своей школы."
            error={actions.faultsOf(ROOT_KEY).title}
            value={instrument.data.title}
            onChange={(event) => actions.change(ROOT_KEY, { title: event.target.value })}
          />
          {instrument.children.map((table) => {
            const first = number;
            number += table.children.reduce((sum, group) => sum + group.children.length, 0);
            return <TableEditor key={table.key} table={table} firstNumber={first} />;
          })}
          <div id={fieldId(ROOT_KEY, 'children')} tabIndex={-1}>
            <Button onClick={actions.addTable}>
              <Plus aria-hidden /> Добавить таблицу
            </Button>
          </div>
        </div>
      </div>
      <SaveBar
        changed={kept.changed}
        saving={saving}
        savedAt={kept.savedAt}
        faults={errors.length}
        removed={removed?.name ?? null}
        onBringBack={() => {
          removed?.bringBack();
          setRemoved(null);
        }}
        onSave={() => void store()}
        onPreview={() => void leaveFor(`${readHref}/preview`)}
        onPublish={() => void publish()}
        onShowFaults={showFaults}
      />
    </EditorContext>
  );
}
