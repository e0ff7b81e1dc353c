/** Imports and loaded data as their pages see them. */
import type { FactKind } from '@/lib/domain/evidence/facts';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import type { ChangedCard } from '@/lib/portal/evidence/commands';
import type { StoredMapping } from './import-json';
import type { Fault } from './schema';
import type { StoredUnmatched } from './unmatched-list';

export type ImportState = 'PREVIEW' | 'APPLIED' | 'UNDONE';

/** A row of the list of imports. */
export interface ImportRow {
  id: string;
  kind: ImportKind;
  schoolYear: string;
  /** null: for the whole region */
  municipalityName: string | null;
  /** a principal's own file */
  schoolName: string | null;
  status: ImportState;
  fileName: string;
  rows: number;
  accepted: number;
  errorCount: number;
  createdBy: string;
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
}

/** One thing that the file is the whole truth of. */
export interface UnitSample {
  kind: FactKind;
  key: string;
  schoolYear: string;
  /** null: the region's or municipality's own line */
  schoolName: string | null;
  /** what it would replace; null: nothing was there */
  replaces: { fileName: string; appliedAt: Date | null } | null;
}

export interface ImportView extends ImportRow {
  version: number;
  fileSize: number;
  fileKept: boolean;
  appliedBy: string | null;
  undoneBy: string | null;
  errors: Fault[];
  unmatched: StoredUnmatched[];
  mapping: StoredMapping[];
  changes: ChangedCard[];
  /** schools and lines of the region that the file speaks of */
  schools: number;
  units: number;
  /** units that replace what an earlier file said; of an applied import those that it replaced */
  replacing: number;
  sample: UnitSample[];
  /** the same file, applied before */
  sameAs: { id: string; appliedAt: Date | null } | null;
  /** schools that a person may choose from; empty when there are too many */
  schoolChoices: { id: string; name: string }[];
  may: { change: boolean; apply: boolean; undo: boolean; remember: boolean };
}

/** What is loaded of one kind in one school year. */
export interface LoadedCell {
  schools: number;
  /** lines of the region or municipality, and scales */
  general: number;
  last: { importId: string; fileName: string; appliedAt: Date | null; appliedBy: string | null } | null;
}

export interface LoadedRow {
  /** a kind of fact; ОГЭ and ЕГЭ stand apart */
  code: string;
  kind: FactKind;
  exam: 'OGE' | 'EGE' | null;
  /** by school year */
  years: Record<string, LoadedCell>;
}

export interface LoadedData {
  /** the newest first */
  schoolYears: string[];
  rows: LoadedRow[];
  /** working schools in the viewer's scope */
  schools: number;
}
