/** What data answer on a card, in the words in which people read it. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { ComputedAnswer } from '@/lib/domain/evidence/computed-answer';
import type { FactSource } from '@/lib/domain/evidence/facts';
import { MEASURES, valueWords } from '@/lib/domain/evidence/measures';
import { ABSTENTION_WORDS, ruleWords } from '@/lib/domain/evidence/rule-words';
import type { LoadedInstrument } from '@/lib/portal/instruments/queries';
import type { ComputedView, EvidenceSource } from './views';

/** By criterion code, for the criteria on which data were looked at; `criterionId` narrows it to one of them. */
export async function computedViews(
  db: ScopedDatabase,
  cardId: string,
  instrument: LoadedInstrument,
  criterionId?: string,
): Promise<Map<string, ComputedView>> {
  const rows = await db.answerEvidence.findMany({
    where: { cardId, criterionId },
    select: { criterionId: true, evidence: true, computedAt: true },
  });
  if (rows.length === 0) return new Map();
  const computed = rows.flatMap((row) => {
    const code = instrument.criterionCodes.get(row.criterionId);
    return code === undefined ? [] : [{ ...row, code, evidence: row.evidence as unknown as ComputedAnswer }];
  });
  const labelOf = await importLabels(
    db,
    computed.flatMap(({ evidence }) => evidence.sources),
  );
  const version = await db.instrumentVersion.findUnique({
    where: { id: instrument.versionId },
    select: { number: true },
  });
  return new Map(
    computed.map(({ code, evidence, computedAt }) => [
      code,
      {
        ...inWords(evidence),
        versionNumber: version?.number ?? 1,
        sources: filesOf(evidence.sources, labelOf),
        computedAt,
      },
    ]),
  );
}

function inWords({ answer, abstention, measure, threshold, n, schools, rule }: ComputedAnswer) {
  const { name, data, counted } = MEASURES[rule.measure];
  const amongSchools = rule.comparison !== null && rule.comparison.kind !== 'FIXED';
  return {
    answer,
    data,
    abstention: abstention && ABSTENTION_WORDS[abstention],
    measure: name,
    value: valueWords(rule.measure, measure),
    threshold: threshold === null ? null : valueWords(rule.measure, threshold),
    n: n === null || counted === null ? null : { count: n, of: counted },
    schools: amongSchools ? schools : null,
    rule: ruleWords(rule),
  };
}

interface ImportLabel {
  id: string;
  fileName: string;
  appliedAt: Date | null;
}

/** The files by import: their names are told also to those who do not see the imports themselves. */
async function importLabels(db: ScopedDatabase, sources: readonly FactSource[]): Promise<Map<string, ImportLabel>> {
  const ids = [...new Set(sources.map(({ importId }) => importId))];
  if (ids.length === 0) return new Map();
  const labels = await db.$queryRaw<ImportLabel[]>`
    SELECT id, file_name AS "fileName", applied_at AS "appliedAt" FROM import_labels(${ids}::uuid[])`;
  return new Map(labels.map((label) => [label.id, label]));
}

/** The rows by file and sheet, each row once. */
function filesOf(sources: readonly FactSource[], labelOf: ReadonlyMap<string, ImportLabel>): EvidenceSource[] {
  const files = Map.groupBy(sources, ({ importId, sheet }) => JSON.stringify([importId, sheet]));
  return [...files.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const label = labelOf.get(first.importId);
    return {
      importId: first.importId,
      file: label?.fileName ?? null,
      sheet: first.sheet,
      rows: [...new Set(rows.map(({ row }) => row))].filter((row) => row > 0).sort((a, b) => a - b),
      at: label?.appliedAt ?? null,
    };
  });
}
