import type { ScopedDatabase } from '@/lib/access/door';
import type { CriterionRule } from '@/lib/domain/evidence/rule';
import type { InstrumentDefinition } from '@/lib/domain/instrument';

/** An instrument version as the rules see it, with the database's ids of its criteria by code. */
export interface LoadedInstrument {
  versionId: string;
  definition: InstrumentDefinition;
  criterionIds: Map<string, string>;
  criterionCodes: Map<string, string>;
}

/** Published versions never change, so each is read once; drafts are read every time. */
const published = new Map<string, LoadedInstrument>();

const byPosition = { orderBy: { position: 'asc' } } as const;

/**
 * The definition of a version; null when there is none in the scope. The cache is filled through the scope of whoever
 * asked first, and each caller reaches a version only through a campaign or instrument of its own scope.
 */
export async function loadInstrument(db: ScopedDatabase, versionId: string): Promise<LoadedInstrument | null> {
  const known = published.get(versionId);
  if (known) return known;
  const version = await db.instrumentVersion.findUnique({
    where: { id: versionId },
    include: {
      tables: {
        ...byPosition,
        include: {
          groups: { ...byPosition, include: { criteria: { ...byPosition, include: { signs: byPosition } } } },
        },
      },
    },
  });
  if (!version) return null;
  const criteria = version.tables.flatMap((table) => table.groups.flatMap((group) => group.criteria));
  const loaded: LoadedInstrument = {
    versionId,
    definition: {
      tables: version.tables.map(({ code, title, track, groups }) => ({
        code,
        title,
        track,
        groups: groups.map((group) => ({
          code: group.code,
          title: group.title,
          criteria: group.criteria.map((criterion) => ({
            code: criterion.code,
            text: criterion.text,
            type: criterion.type,
            applicability: criterion.applicability,
            signs: criterion.signs.map((sign) => ({ code: sign.code, text: sign.text, help: sign.help })),
            help: criterion.help,
            purpose: criterion.purpose,
            evidence: criterion.evidence,
            threshold: criterion.threshold,
            source: criterion.source,
            stable: criterion.stable,
            ...(criterion.rule !== null && { rule: criterion.rule as unknown as CriterionRule }),
          })),
        })),
      })),
    },
    criterionIds: new Map(criteria.map((criterion) => [criterion.code, criterion.id])),
    criterionCodes: new Map(criteria.map((criterion) => [criterion.id, criterion.code])),
  };
  if (version.status === 'PUBLISHED') published.set(versionId, loaded);
  return loaded;
}
