'use client';

import { type Dispatch, useMemo } from 'react';
import { canMove, type EditAction, placeOf } from './edit-actions';
import { type AnyPart, type EditedInstrument, lineageOf, ROOT_KEY } from './edited-instrument';
import type { EditorActions } from './editor-context';
import { type KnownCodes, newCriterion, newGroup, newSign, newTable } from './new-parts';
import { fieldId, type PartFaults } from './part-faults';

interface EditorActionsInput {
  instrument: EditedInstrument;
  dispatch: Dispatch<EditAction>;
  known: KnownCodes;
  faults: ReadonlyMap<string, PartFaults>;
  /** says to a screen reader what a hand just did */
  announce: (text: string) => void;
  onRemoved: (removed: RemovedPart) => void;
}

/** A part that was just taken away, and the way back. */
export interface RemovedPart {
  name: string;
  bringBack: () => void;
}

const NO_FAULTS: PartFaults = {};

/** After React has drawn the change. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}

function nameOf(part: AnyPart | undefined): string {
  if (!part) return 'без названия';
  const name = 'text' in part.data ? part.data.text : part.data.title;
  return name || 'без названия';
}

/** What the buttons and fields of the editor do; the focus stays where the hand is. */
export function useEditorActions(input: EditorActionsInput): EditorActions {
  const { instrument, dispatch, known, faults, announce, onRemoved } = input;
  return useMemo(() => {
    const partOf = (key: string) => lineageOf(instrument, key).at(-1);
    const add = (parentKey: string, part: AnyPart, field: string) => {
      const index = partOf(parentKey)?.children.length ?? 0;
      dispatch({ type: 'insert', parentKey, index, part });
      focusSoon(fieldId(part.key, field));
    };
    return {
      change: (key, data) => dispatch({ type: 'change', key, data }),
      movable: (key, step) => canMove(instrument, key, step),
      move(key, step) {
        if (!canMove(instrument, key, step)) return;
        dispatch({ type: 'move', key, step });
        announce(`Перемещено ${step === -1 ? 'выше' : 'ниже'}: ${nameOf(partOf(key))}`);
        focusSoon(fieldId(key, step === -1 ? 'up' : 'down'));
      },
      place(key, groupKey) {
        dispatch({ type: 'place', key, parentKey: groupKey });
        announce(`Перенесено в группу ${nameOf(partOf(groupKey))}: ${nameOf(partOf(key))}`);
        focusSoon(fieldId(key, 'text'));
      },
      remove(key) {
        const place = placeOf(instrument, key);
        const part = partOf(key);
        if (!place || !part) return;
        dispatch({ type: 'remove', key });
        const neighbour = place.parent.children[place.index + 1] ?? place.parent.children[place.index - 1];
        focusSoon(
          fieldId(neighbour?.key ?? place.parent.key, neighbour && 'text' in neighbour.data ? 'text' : 'title'),
        );
        onRemoved({
          name: nameOf(part),
          bringBack: () => {
            dispatch({ type: 'insert', parentKey: place.parent.key, index: place.index, part });
            focusSoon(fieldId(key, 'text' in part.data ? 'text' : 'title'));
          },
        });
      },
      addTable: () => add(ROOT_KEY, newTable(instrument, known), 'title'),
      addGroup: (table) => add(table.key, newGroup(instrument, known), 'title'),
      addCriterion: (table, group) => add(group.key, newCriterion(instrument, table, group, known), 'text'),
      addSign(criterionKey) {
        const criterion = instrument.children
          .flatMap((table) => table.children)
          .flatMap((group) => group.children)
          .find((each) => each.key === criterionKey);
        if (criterion) add(criterionKey, newSign(criterion), 'text');
      },
      groups: instrument.children.flatMap((table) =>
        table.children.map((group) => ({
          key: group.key,
          label: `${group.data.title || 'Без названия'} (${table.data.title || 'таблица без названия'})`,
        })),
      ),
      faultsOf: (key) => faults.get(key) ?? NO_FAULTS,
    };
  }, [instrument, dispatch, known, faults, announce, onRemoved]);
}
