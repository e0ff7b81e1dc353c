/** A school fills in its matrix: cell by cell, each against what stood there when it was changed. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { FailureCampaign, FailureMatrix } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { cellFaults, cellKey, type FailureCause, type MatrixForm } from '@/lib/domain/failure-matrix';
import { formatDate } from '@/lib/domain/russian';
import { record } from '@/lib/portal/journal/commands';
import type { CellChange } from './schema';
import type { CellConflict, SavedCells } from './views';

export type OpenedMatrix = FailureMatrix & { campaign: FailureCampaign };

export const formOf = ({ campaign, gradeFrom, gradeTo }: OpenedMatrix): MatrixForm => ({
  causes: campaign.causes as unknown as FailureCause[],
  subjects: campaign.subjects,
  grades: { from: gradeFrom, to: gradeTo },
});

/** Why the matrix cannot be changed, with what to do; null: it can. */
export function lockOf({ campaign, status, submittedAt }: OpenedMatrix): string | null {
  if (campaign.status === 'CLOSED') {
    return `Сбор матриц закрыт ${campaign.closedAt ? formatDate(campaign.closedAt) : ''}. Если нужно исправление, напишите в МОЦ.`;
  }
  if (status === 'SUBMITTED') {
    return `Матрица отправлена ${submittedAt ? formatDate(submittedAt) : ''}. Чтобы исправить, попросите МОЦ вернуть её.`;
  }
  return null;
}

/** The matrix for an action of this viewer; 'change' locks its row until the end of the transaction. */
export async function openMatrix(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
  lock: 'read' | 'change' = 'read',
): Promise<Outcome<OpenedMatrix>> {
  const stranger = refusal(viewer, 'matrix.read');
  if (stranger) return { ok: false, failure: stranger };
  if (lock === 'change') await db.$queryRaw`SELECT 1 FROM failure_matrix WHERE id = ${id}::uuid FOR UPDATE`;
  const matrix = await db.failureMatrix.findUnique({ where: { id }, include: { campaign: true } });
  if (!matrix) return failed('NOT_FOUND', 'Матрица не найдена. Вернитесь к списку.');
  const refused = refusal(viewer, action, { municipalityId: matrix.municipalityId, schoolId: matrix.schoolId });
  return refused ? { ok: false, failure: refused } : done(matrix);
}

/**
 * Stores the changed cells of a school that still hold what they held when they were changed; the others come back as
 * conflicts and stay as they are. NOT_EDITABLE when the matrix was sent or the campaign is closed, INVALID for a place that
 * the form does not have: then nothing is stored.
 */
export function saveCells(
  viewer: Viewer,
  matrixId: string,
  changes: readonly CellChange[],
  now: Date,
): Promise<Outcome<SavedCells>> {
  return forViewer(viewer, async (db) => {
    const opened = await openMatrix(db, viewer, matrixId, 'matrix.fill', 'change');
    if (!opened.ok) return opened;
    const matrix = opened.value;
    const locked = lockOf(matrix);
    if (locked) return failed('NOT_EDITABLE', locked);
    const errors = cellFaults(formOf(matrix), changes);
    if (errors.length > 0) return failed('INVALID', 'Не сохранено: исправьте отмеченные клетки.', { errors });
    const rows = await db.failureCell.findMany({ where: { matrixId } });
    const stored = new Map(rows.map((row) => [cellKey(row), row.pupils]));
    const conflicts: CellConflict[] = [];
    const wanted = new Map<string, CellChange>();
    for (const change of changes) {
      const now = stored.get(cellKey(change)) ?? null;
      // 0 and an empty cell say the same: nobody
      const mine = change.pupils || null;
      if (now === mine) continue;
      if (now === (change.was || null)) wanted.set(cellKey(change), { ...change, pupils: mine });
      else conflicts.push({ key: cellKey(change), stored: now, mine });
    }
    await storeCells(db, matrix, [...wanted.values()]);
    if (wanted.size > 0) {
      await db.failureMatrix.update({
        where: { id: matrixId },
        data: { savedAt: now, savedBy: viewer.name, version: { increment: 1 } },
      });
      // how many cells, not how many pupils: the journal is read outside the school
      await record(db, viewer, now, {
        action: 'matrix.fill',
        subjectType: 'failure-matrix',
        subjectId: matrixId,
        municipalityId: matrix.municipalityId,
        schoolId: matrix.schoolId,
        to: { cells: wanted.size },
      });
    }
    return done({ savedAt: wanted.size > 0 ? now : (matrix.savedAt ?? now), conflicts });
  });
}

async function storeCells(db: ScopedDatabase, matrix: OpenedMatrix, cells: readonly CellChange[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ cause, grade, subject, pupils }) => ({ cause, grade, subject, pupils }));
  const { id: matrixId, schoolId } = matrix;
  await db.$executeRaw`
    DELETE FROM failure_cell c USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (cause text, grade int, subject text)
    WHERE c.matrix_id = ${matrixId}::uuid AND c.cause = r.cause AND c.grade = r.grade AND c.subject = r.subject`;
  await db.failureCell.createMany({
    data: rows.flatMap(({ pupils, ...place }) => (pupils === null ? [] : [{ matrixId, schoolId, ...place, pupils }])),
  });
}

/** Sends the matrix to the centre; sending it twice is the same as once. */
export function submitMatrix(viewer: Viewer, matrixId: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const opened = await openMatrix(db, viewer, matrixId, 'matrix.fill', 'change');
    if (!opened.ok) return opened;
    const matrix = opened.value;
    if (matrix.status === 'SUBMITTED') return done(undefined);
    const locked = lockOf(matrix);
    if (locked) return failed('NOT_EDITABLE', locked);
    await db.failureMatrix.update({
      where: { id: matrixId },
      data: {
        status: 'SUBMITTED',
        submittedAt: now,
        submittedBy: viewer.name,
        returnComment: null,
        version: { increment: 1 },
      },
    });
    await record(db, viewer, now, {
      action: 'matrix.fill',
      subjectType: 'failure-matrix',
      subjectId: matrixId,
      municipalityId: matrix.municipalityId,
      schoolId: matrix.schoolId,
      detail: 'submitted',
    });
    return done(undefined);
  });
}
