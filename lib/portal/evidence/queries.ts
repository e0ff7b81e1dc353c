/** What computed answers rest on, as people read it. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { ComputedAnswer } from '@/lib/domain/evidence/computed-answer';
import { disagreement } from '@/lib/domain/evidence/disagreement';
import type { FactSource } from '@/lib/domain/evidence/facts';
import { MEASURES } from '@/lib/domain/evidence/measures';
import { ruleWords } from '@/lib/domain/evidence/rule-words';
import { done, type Outcome } from '@/lib/domain/failure';
import { type AnsweredCriterion, answeredCriteria } from '@/lib/portal/cards/queries';
import type { Evidence, EvidenceItem } from './schema';

export { factsOfSchools } from './facts';

/** Every criterion that applies to the card's school: who answered what, what counts, and what the data say. */
export function evidenceOfCard(viewer: Viewer, cardId: string): Promise<Outcome<Evidence>> {
  return forViewer(viewer, async (db) => {
    const opened = await answeredCriteria(db, viewer, cardId, 'evidence.read');
    if (!opened.ok) return opened;
    const { instrumentVersionId, criteria } = opened.value;
    const rows = await db.answerEvidence.findMany({
      where: { cardId },
      select: { criterionId: true, evidence: true, computedAt: true },
    });
    const stored = new Map(
      rows.map(({ criterionId, evidence, computedAt }) => [
        criterionId,
        { computed: evidence as unknown as ComputedAnswer, computedAt },
      ]),
    );
    const files = await filesOf(
      db,
      [...stored.values()].flatMap(({ computed }) => computed.sources),
    );
    const reader = viewer.role === 'PRINCIPAL' ? 'SCHOOL' : 'CENTRE';
    const items = criteria.map((answered) => itemOf(answered, stored.get(answered.criterionId), files, reader));
    return done({ instrumentVersionId, items });
  });
}

interface Stored {
  computed: ComputedAnswer;
  computedAt: Date;
}

function itemOf(
  { criterion, criterionId: _id, ...answers }: AnsweredCriterion,
  stored: Stored | undefined,
  files: ReadonlyMap<string, ImportedFile>,
  reader: 'SCHOOL' | 'CENTRE',
): EvidenceItem {
  const rule = stored?.computed.rule ?? criterion.rule;
  const found = stored?.computed;
  return {
    criterion: criterion.code,
    ...answers,
    measure: found?.measure ?? null,
    threshold: found?.threshold ?? null,
    n: found?.n ?? null,
    sources: (found?.sources ?? []).map((source) => sourceOf(source, files)),
    // where nothing is loaded nothing is kept
    abstention: found ? found.abstention : rule ? 'NO_DATA' : null,
    schools: found?.schools ?? null,
    measureCode: rule?.measure ?? null,
    unit: rule ? MEASURES[rule.measure].unit : null,
    rule: rule ? ruleWords(rule) : null,
    disagreement: rule ? disagreement(answers.declared, { answer: answers.computed, rule }, reader) : null,
    computedAt: stored?.computedAt.toISOString() ?? null,
  };
}

interface ImportedFile {
  id: string;
  fileName: string;
  appliedAt: Date | null;
}

function sourceOf({ importId, sheet, row }: FactSource, files: ReadonlyMap<string, ImportedFile>) {
  const file = files.get(importId);
  const importedAt = file?.appliedAt?.toISOString() ?? null;
  return { importId, sheet, row, fileName: file?.fileName ?? null, importedAt };
}

/** The files by import: name and date are told to all who read the facts, also where the import is out of reach. */
async function filesOf(db: ScopedDatabase, sources: readonly FactSource[]): Promise<Map<string, ImportedFile>> {
  const ids = [...new Set(sources.map(({ importId }) => importId))];
  if (ids.length === 0) return new Map();
  const files = await db.$queryRaw<ImportedFile[]>`
    SELECT id, file_name AS "fileName", applied_at AS "appliedAt" FROM import_labels(${ids}::uuid[])`;
  return new Map(files.map((file) => [file.id, file]));
}

/**
 * On how many criteria a card says otherwise than the data, where МОЦ has verified neither; cards without such are not
 * in it. The same as `disagrees` of lib/domain/evidence/disagreement.ts, for many cards by one statement.
 */
export async function disagreementsByCard(
  db: ScopedDatabase,
  cardIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ cardId: string; count: number }[]>`
    SELECT card_id AS "cardId", count(*)::int AS count FROM answer
    WHERE card_id = ANY(${cardIds}::uuid[])
      AND (computed_is_list OR computed_value IS NOT NULL) AND (declared_is_list OR declared_value IS NOT NULL)
      AND NOT verified_is_list AND verified_value IS NULL
      AND CASE WHEN computed_is_list AND declared_is_list
        THEN NOT (computed_signs @> declared_signs AND declared_signs @> computed_signs)
        ELSE (computed_is_list OR declared_is_list OR computed_value <> declared_value) END
    GROUP BY card_id`;
  return new Map(rows.map(({ cardId, count }) => [cardId, count]));
}
