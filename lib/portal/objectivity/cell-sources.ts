/** Which files stand behind a cell, by name, sheet and row. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { FactKind, FactSource, FactsOfYear } from '@/lib/domain/evidence/facts';
import { factsAbout, type Work } from '@/lib/domain/objectivity/references';
import type { SignCode } from '@/lib/domain/objectivity/signs';
import type { CellSource } from './views';

const WORK_KINDS = ['VPR_SCORES', 'VPR_MARKS', 'VPR_JOURNAL', 'VPR_TASKS', 'VPR_SCALE'] as const;
/** Kinds beside ВПР, with the sign that each is for. */
const OTHER_KINDS = [
  ['FIOKO_MARKERS', 'S6'],
  ['MEDALS', 'S7'],
  ['OGE_JOURNAL', 'S8'],
] as const;

interface Found {
  kind: FactKind;
  source: FactSource;
  ofReference: boolean;
}

/** The files that the school's own figures and those of the region were read from; `codes`: the signs looked for. */
export async function cellSources(
  db: ScopedDatabase,
  { work, codes }: { work: Work; codes: readonly SignCode[] },
  own: FactsOfYear,
  reference: FactsOfYear,
): Promise<CellSource[]> {
  const read = [...ofWork(own, work, false), ...besides(own, work, codes), ...ofWork(reference, work, true)];
  const asked = [...new Set(read.map((one) => one.source.importId))];
  const labels = await db.$queryRaw<{ id: string; fileName: string; appliedAt: Date | null }[]>`
    SELECT id, file_name AS "fileName", applied_at AS "appliedAt" FROM import_labels(${asked}::uuid[])`;
  const groups = Map.groupBy(read, ({ kind, source, ofReference }) =>
    [kind, source.importId, source.sheet, ofReference].join('|'),
  );
  return [...groups.values()].flatMap((those): CellSource[] => {
    const first = those[0];
    const label = labels.find((one) => one.id === first?.source.importId);
    if (!first || !label) return [];
    const { kind, source, ofReference } = first;
    const rows = [...new Set(those.map((one) => one.source.row))].sort((a, b) => a - b);
    return [{ kind, fileName: label.fileName, appliedAt: label.appliedAt, sheet: source.sheet, rows, ofReference }];
  });
}

function ofWork(facts: FactsOfYear, work: Work, ofReference: boolean): Found[] {
  return WORK_KINDS.flatMap((kind) => found(kind, factsAbout(facts, kind, work), ofReference));
}

function besides(facts: FactsOfYear, { subject }: Work, codes: readonly SignCode[]): Found[] {
  return OTHER_KINDS.filter(([, code]) => codes.includes(code)).flatMap(([kind]) =>
    found(
      kind,
      (facts[kind] ?? []).filter((fact) => !('subject' in fact) || fact.subject === subject),
      false,
    ),
  );
}

function found(kind: FactKind, facts: readonly object[], ofReference: boolean): Found[] {
  return facts.flatMap((fact) => {
    const source = sourceOf(fact);
    return source ? [{ kind, source, ofReference }] : [];
  });
}

/** Facts in force carry their source; the rules of the domain do not ask for it. */
function sourceOf(fact: object): FactSource | null {
  return 'source' in fact ? (fact.source as FactSource) : null;
}
