/** A file comes in: it is received piece by piece, read, and staged; nothing counts before it is applied. */
import { randomUUID } from 'node:crypto';
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { IMPORT_KIND_NOTES } from '@/lib/domain/evidence/import-kinds';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatFileSize } from '@/lib/domain/russian';
import { record } from '@/lib/portal/journal/commands';
import { discardFile, type IncomingFile, keepFile, receiveFile } from '@/lib/work/storage';
import { plainFileName } from './file-name';
import { importJson } from './import-json';
import { type ReadFile, readImport } from './reading';
import { type ImportInput, type ImportJson, MOST_IMPORT_BYTES } from './schema';
import { type ImportScope, scopeOfNewImport } from './scope';
import { readColumns, stageUnits } from './staging';
import { knownBefore } from './territory';

export interface ImportUpload {
  fileName: string;
  /** bytes that the sender announced, 0 when it did not */
  announced: number;
  contents: AsyncIterable<Uint8Array>;
  /** hears how much of the file is read, 0…1, and how many rows */
  onProgress?: ((share: number, rows: number) => void) | undefined;
}

/**
 * Receives a file, reads it and stages what it says. Scope and role are asked before the first byte is received.
 * TOO_LARGE over 25 MB; what the reader refuses comes with its own sentence. Then nothing of the file is kept; protocols
 * of pupils are never kept.
 */
export async function previewImport(
  viewer: Viewer,
  input: ImportInput,
  upload: ImportUpload,
  now: Date,
): Promise<Outcome<ImportJson>> {
  const scope = scopeOfNewImport(viewer, input);
  if (!scope.ok) return scope;
  const tooLarge = upload.announced > MOST_IMPORT_BYTES;
  const file = tooLarge ? 'too-large' : await receiveFile(upload.contents, MOST_IMPORT_BYTES);
  if (file === 'too-large') {
    return failed('TOO_LARGE', `Файл больше ${formatFileSize(MOST_IMPORT_BYTES)}. Разделите его на части.`);
  }
  let kept = false;
  try {
    if (file.size === 0) return failed('INVALID', 'Файл пуст. Выберите другой.');
    const preview = await previewReceived(viewer, input, scope.value, { ...upload, file }, now);
    kept = preview.ok && IMPORT_KIND_NOTES[input.kind].keepsFile;
    return preview;
  } finally {
    if (!kept) await discardFile(file);
  }
}

async function previewReceived(
  viewer: Viewer,
  input: ImportInput,
  scope: ImportScope,
  { file, fileName, onProgress }: ImportUpload & { file: IncomingFile },
  now: Date,
): Promise<Outcome<ImportJson>> {
  const importId = randomUUID();
  const known = await forViewer(viewer, (db) => knownBefore(db, input.kind, scope));
  const task = { importId, ...input, scope, ...known, chosen: new Map<string, string>(), onProgress };
  const read = await readImport({ path: file.path, size: file.size, fileName }, task);
  if (!read.ok) return read;
  return forViewer(viewer, (db) => storePreview(db, viewer, importId, input, scope, file, fileName, read.value, now));
}

async function storePreview(
  db: ScopedDatabase,
  viewer: Viewer,
  importId: string,
  { kind, schoolYear }: ImportInput,
  scope: ImportScope,
  file: IncomingFile,
  fileName: string,
  read: ReadFile,
  now: Date,
): Promise<Outcome<ImportJson>> {
  const created = await db.import.create({
    data: {
      id: importId,
      kind,
      ...scope,
      schoolYear,
      fileName: plainFileName(fileName),
      fileSize: file.size,
      sha256: file.sha256,
      storageKey: IMPORT_KIND_NOTES[kind].keepsFile ? file.key : null,
      ...readColumns(read),
      createdById: viewer.accountId,
      createdBy: viewer.name,
      createdAt: now,
    },
  });
  await stageUnits(db, { importId, regionId: scope.regionId }, read.units);
  await record(db, viewer, now, {
    action: 'import.create',
    subjectType: 'import',
    subjectId: importId,
    municipalityId: scope.municipalityId,
    schoolId: scope.schoolId,
    detail: kind,
    to: { fileName: created.fileName, rows: read.rows, accepted: read.accepted },
  });
  if (created.storageKey) await keepFile(file);
  return done(importJson(created, viewer));
}
