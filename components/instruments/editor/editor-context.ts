import { createContext, useContext } from 'react';
import type { AnyPart, GroupPart, TablePart } from './edited-instrument';

/** What the parts of the editor can do; the parts themselves come as props. */
export interface EditorActions {
  change: (key: string, data: Partial<AnyPart['data']>) => void;
  move: (key: string, step: 1 | -1) => void;
  movable: (key: string, step: 1 | -1) => boolean;
  remove: (key: string) => void;
  place: (key: string, groupKey: string) => void;
  addTable: () => void;
  addGroup: (table: TablePart) => void;
  addCriterion: (table: TablePart, group: GroupPart) => void;
  addSign: (criterionKey: string) => void;
  /** every group with the name of its table, for moving a criterion there */
  groups: readonly { key: string; label: string }[];
  faultsOf: (key: string) => Readonly<Record<string, string>>;
}

export const EditorContext = createContext<EditorActions | null>(null);

export function useEditor(): EditorActions {
  const actions = useContext(EditorContext);
  if (!actions) throw new Error('outside of the instrument editor');
  return actions;
}
