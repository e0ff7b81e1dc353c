import type { ScopedDatabase } from '@/lib/access/door';
import { type Derived, isEmpty, type Occasion } from './derived';

/** Writes what computed answers rest on; where nothing is loaded any more, there is nothing to rest on. */
export async function storeEvidence(
  db: ScopedDatabase,
  changed: readonly Derived[],
  { importId, now }: Pick<Occasion, 'importId' | 'now'>,
): Promise<void> {
  const rows = changed.map(({ card, criterionId, computed }) => ({
    cardId: card.id,
    criterionId,
    schoolId: card.schoolId,
    municipalityId: card.municipalityId,
    evidence: isEmpty(computed) ? null : computed,
  }));
  const written = rows.filter(({ evidence }) => evidence !== null);
  if (written.length > 0) {
    await db.$executeRaw`
      INSERT INTO answer_evidence (card_id, criterion_id, school_id, municipality_id, evidence, import_id, computed_at)
      SELECT r."cardId", r."criterionId", r."schoolId", r."municipalityId", r.evidence, ${importId}::uuid, ${now}
      FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS r (
        "cardId" uuid, "criterionId" uuid, "schoolId" uuid, "municipalityId" uuid, evidence jsonb)
      ON CONFLICT (card_id, criterion_id) DO UPDATE SET
        evidence = excluded.evidence, import_id = excluded.import_id, computed_at = excluded.computed_at`;
  }
  const emptied = rows.filter(({ evidence }) => evidence === null);
  if (emptied.length > 0) {
    await db.$executeRaw`
      DELETE FROM answer_evidence e USING jsonb_to_recordset(${JSON.stringify(emptied)}::jsonb) AS r (
        "cardId" uuid, "criterionId" uuid)
      WHERE e.card_id = r."cardId" AND e.criterion_id = r."criterionId"`;
  }
}
