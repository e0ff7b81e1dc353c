/** A kept file explained by a person: its schools, its columns. It is read again and what was staged is replaced. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Import } from '@/lib/db/generated/client';
import { normalHeader } from '@/lib/domain/evidence/headers';
import { failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { importJson, type StoredMapping, unmatchedOf } from './import-json';
import { lockedImport } from './import-lock';
import { type Explanation, explanationOf, type KeptImport, openKeptImport, readKeptFile } from './kept-file';
import type { ReadFile } from './reading';
import { rememberAliases, rememberColumns } from './remembering';
import type { HeaderChoices, ImportJson, SchoolChoices } from './schema';
import { readColumns, stageUnits, unstageUnits } from './staging';

/** Says which school each unclear text means; with «remember» the next files are read by it too. */
export async function chooseSchools(
  viewer: Viewer,
  importId: string,
  choices: SchoolChoices,
  now: Date,
): Promise<Outcome<ImportJson>> {
  const opened = await openPreview(viewer, importId);
  if (!opened.ok) return opened;
  const { row, territory } = opened.value;
  const strange = choices.find(({ schoolId }) => schoolId && !territory.schools.some(({ id }) => id === schoolId));
  if (strange) {
    const message = 'Такой школы нет среди школ, которые вам доступны. Обновите страницу и выберите снова.';
    return failed('INVALID', message, { errors: [{ path: strange.text, message }] });
  }
  const explained = explanationOf(row);
  for (const { text, schoolId } of choices) {
    if (schoolId) explained.schools.set(text, schoolId);
    else explained.schools.delete(text);
  }
  const aliases = choices.flatMap(({ text, schoolId, remember }) => {
    const alias = unmatchedOf(row).find((one) => one.text === text)?.alias;
    return remember && alias && schoolId ? [{ alias, schoolId }] : [];
  });
  return readAgain(viewer, opened.value, explained, now, async (db) => {
    if (mayRemember(viewer)) await rememberAliases(db, territory, aliases);
  });
}

/** Says what headers mean; with «remember» the next files of this kind are read by it too. */
export async function changeMapping(
  viewer: Viewer,
  importId: string,
  { columns, remember }: HeaderChoices,
  now: Date,
): Promise<Outcome<ImportJson>> {
  const opened = await openPreview(viewer, importId);
  if (!opened.ok) return opened;
  const explained = explanationOf(opened.value.row);
  for (const { header, field } of columns) explained.columns.set(normalHeader(header), field);
  return readAgain(viewer, opened.value, explained, now, async (db) => {
    if (remember && mayRemember(viewer)) await rememberColumns(db, opened.value.row, columns);
  });
}

/** A principal explains the own file and nothing for the files of others. */
export const mayRemember = (viewer: Viewer) => viewer.role !== 'PRINCIPAL' && may(viewer, 'import.create');

async function openPreview(viewer: Viewer, importId: string): Promise<Outcome<KeptImport>> {
  const opened = await forViewer(viewer, (db) => openKeptImport(db, viewer, importId, 'import.create'));
  return opened.ok ? (refusalOfState(opened.value.row) ?? opened) : opened;
}

function refusalOfState({ status }: Import): Outcome<never> | null {
  if (status === 'PREVIEW') return null;
  return failed('WRONG_STATE', 'Загрузка уже применена. Чтобы прочитать файл иначе, загрузите его снова.');
}

async function readAgain(
  viewer: Viewer,
  kept: KeptImport,
  explained: Explanation,
  now: Date,
  remember: (db: ScopedDatabase) => Promise<void>,
): Promise<Outcome<ImportJson>> {
  const read = await readKeptFile(kept, explained);
  if (!read.ok) return read;
  const { row } = kept;
  return forViewer(viewer, async (db): Promise<Outcome<ImportJson>> => {
    const locked = await lockedImport(db, row);
    if (!locked.ok) return locked;
    const refused = refusalOfState(locked.value);
    if (refused) return refused;
    if (locked.value.version !== row.version) {
      return failed('STALE_VERSION', 'Загрузку изменили в другом окне. Обновите страницу и повторите.');
    }
    await remember(db);
    await unstageUnits(db, row.id);
    await stageUnits(db, { importId: row.id, regionId: row.regionId }, read.value.units);
    const stored = await db.import.update({
      where: { id: row.id },
      data: { ...readColumns(withExplained(read.value, explained)), version: { increment: 1 } },
    });
    await record(db, viewer, now, {
      action: 'import.create',
      subjectType: 'import',
      subjectId: row.id,
      municipalityId: row.municipalityId,
      schoolId: row.schoolId,
      detail: 'explain',
      to: { rows: stored.rows, accepted: stored.accepted },
    });
    return { ok: true, value: importJson(stored, viewer) };
  });
}

/** Marks the columns that a person explained, so that the next reading keeps to it. */
function withExplained(read: ReadFile, { columns }: Explanation): ReadFile {
  const mapping: StoredMapping[] = read.mapping.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => ({ ...column, explained: columns.has(normalHeader(column.header)) })),
  }));
  return { ...read, mapping };
}
