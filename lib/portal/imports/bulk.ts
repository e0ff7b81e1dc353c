/** Many files at once, as when an installation is filled: each is read, matched, staged and applied as ever, the cards follow later. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { applyImport } from './deciding';
import { previewImport } from './previewing';
import type { ImportInput, ImportJson } from './schema';

/** A file on the disk, or its bytes with a name. */
export type BulkFile = { path: string; name?: string } | { bytes: Uint8Array; name: string };

/**
 * Brings in one file for the viewer and applies it, without computing cards: whoever brings in many files computes all of
 * them once at the end (`deriveAfter` of lib/portal/evidence). Gives the preview, with what failed in it.
 */
export async function importWithoutDerivation(
  viewer: Viewer,
  input: ImportInput,
  file: BulkFile,
  now: Date,
): Promise<Outcome<ImportJson>> {
  const fileName = 'path' in file ? (file.name ?? basename(file.path)) : file.name;
  const contents = 'path' in file ? createReadStream(file.path) : inPieces(file.bytes);
  const preview = await previewImport(viewer, input, { fileName, announced: 0, contents }, now);
  if (!preview.ok || preview.value.accepted === 0) return preview;
  const applied = await applyImport(viewer, preview.value.id, now, { derive: false });
  return applied.ok ? done({ ...preview.value, status: applied.value.status }) : applied;
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
