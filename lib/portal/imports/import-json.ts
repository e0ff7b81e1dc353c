/** An import as the API tells it and as pages begin with it. */
import type { Viewer } from '@/lib/access/viewer';
import type { Import } from '@/lib/db/generated/client';
import type { ChangedCard } from '@/lib/portal/evidence/commands';
import type { Fault, ImportJson, ImportListItem, ImportResult, Mapping } from './schema';
import type { StoredUnmatched } from './unmatched-list';

/** `explained`: a person said what the column means. */
export interface StoredMapping extends Mapping {
  columns: (Mapping['columns'][number] & { explained?: boolean })[];
  /** what is worth telling of the sheet and is no fault */
  notes?: string[];
}

export const faultsOf = ({ errors }: Pick<Import, 'errors'>) => errors as unknown as Fault[];
export const unmatchedOf = ({ unmatched }: Pick<Import, 'unmatched'>) => unmatched as unknown as StoredUnmatched[];
export const mappingOf = ({ mapping }: Pick<Import, 'mapping'>) => mapping as unknown as StoredMapping[];

/** The cards that changed, as far as the viewer may know: a school hears of its own card alone, not of its neighbours'. */
export function changesOf(
  { changes }: Pick<Import, 'changes'>,
  viewer: Pick<Viewer, 'role' | 'schoolId'>,
): ChangedCard[] {
  const all = changes as unknown as ChangedCard[];
  return viewer.role === 'PRINCIPAL' ? all.filter(({ schoolId }) => schoolId === viewer.schoolId) : all;
}

export function importListItem(row: Import): ImportListItem {
  const { id, kind, schoolYear, municipalityId, schoolId, status, fileName, rows, accepted, errorCount } = row;
  return {
    id,
    kind,
    schoolYear,
    municipalityId,
    schoolId,
    status,
    fileName,
    rows,
    accepted,
    errorCount,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}

/** With its faults, what is still unclear, and the cards that the last apply or undo changed. */
export function importJson(row: Import, viewer: Viewer): ImportJson {
  return {
    ...importListItem(row),
    version: row.version,
    errors: faultsOf(row),
    unmatched: unmatchedOf(row)
      .filter(({ chosen }) => chosen === null)
      .map(({ text, rows, reason, candidates }) => ({ text, rows, reason, candidates })),
    mapping: mappingOf(row)
      .filter(({ columns }) => columns.length > 0)
      .map(({ sheet, columns }) => ({
        sheet,
        columns: columns.map(({ header, column, field }) => ({ header, column, field })),
      })),
    changedCards: changesOf(row, viewer).map(({ cardId }) => cardId),
  };
}

export function importResult(row: Import, viewer: Viewer): ImportResult {
  return { id: row.id, status: row.status, changedCards: changesOf(row, viewer).map(({ cardId }) => cardId) };
}
