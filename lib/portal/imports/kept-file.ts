/** The file of an import read again, with everything that people have said of it. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Import } from '@/lib/db/generated/client';
import { normalHeader } from '@/lib/domain/evidence/headers';
import { type ImportKind, isImportKind } from '@/lib/domain/evidence/import-kinds';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { pathOfFile } from '@/lib/work/storage';
import { mappingOf, unmatchedOf } from './import-json';
import { importFor } from './import-lock';
import { type ReadFile, type ReadingTask, readImport } from './reading';
import { type KnownBefore, knownBefore } from './territory';

export interface KeptImport extends KnownBefore {
  row: Import;
  kind: ImportKind;
  path: string;
}

/** What people have said of this file. */
export interface Explanation {
  /** schools by the text of the file */
  schools: Map<string, string>;
  /** fields by plain header; null: left out */
  columns: Map<string, string | null>;
}

/** The import with its file; WRONG_STATE when the file holds names and was not kept. */
export async function openKeptImport(
  db: ScopedDatabase,
  viewer: Viewer,
  importId: string,
  action: Action,
): Promise<Outcome<KeptImport>> {
  const found = await importFor(db, viewer, importId, action);
  if (!found.ok) return found;
  const row = found.value;
  if (!row.storageKey || !isImportKind(row.kind)) {
    return failed('WRONG_STATE', 'Этот файл не хранится: в нём имена учеников. Загрузите его ещё раз.');
  }
  const path = await pathOfFile(row.storageKey);
  if (!path) return failed('NOT_FOUND', 'Файла нет в хранилище. Загрузите его ещё раз.');
  return done({ row, kind: row.kind, path, ...(await knownBefore(db, row.kind, row)) });
}

/** What people have said of this file so far. */
export function explanationOf(row: Import): Explanation {
  const schools = unmatchedOf(row).flatMap(({ text, chosen }) => (chosen ? [[text, chosen] as const] : []));
  const columns = mappingOf(row).flatMap((sheet) =>
    sheet.columns.flatMap(({ header, field, explained }) =>
      explained ? [[normalHeader(header), field] as const] : [],
    ),
  );
  return { schools: new Map(schools), columns: new Map(columns) };
}

export function readKeptFile(
  { row, kind, path, territory, columns, scales }: KeptImport,
  explained: Explanation,
  more: Pick<ReadingTask, 'mostFaults' | 'unmatchedAsFaults'> = {},
): Promise<Outcome<ReadFile>> {
  return readImport(
    { path, size: row.fileSize, fileName: row.fileName },
    {
      importId: row.id,
      kind,
      schoolYear: row.schoolYear,
      scope: row,
      territory,
      scales,
      columns: new Map([...columns, ...explained.columns]),
      chosen: explained.schools,
      ...more,
    },
  );
}
