/** Facts in force, put in by the owner past the import: what a test needs and nothing more. */
import { randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { type FactKind, type Facts, unitKeyOf } from '@/lib/domain/evidence/facts';
import { NOW } from './card-world';

/** Whose facts: of a school, of a municipality's own line, or of the region's (municipalityId null). */
export interface FactsPlace {
  regionId: string;
  municipalityId: string | null;
  schoolId: string | null;
  schoolYear: string;
}

/** An applied import that the units of a test name as their file. */
export async function appliedImport(owner: PrismaClient, place: Omit<FactsPlace, 'schoolId'>): Promise<string> {
  const { id } = await owner.import.create({
    data: {
      ...place,
      kind: 'VPR_SCORES',
      fileName: 'Баллы ВПР.csv',
      fileSize: 1,
      sha256: randomUUID(),
      status: 'APPLIED',
      rows: 1,
      accepted: 1,
      errors: [],
      errorCount: 0,
      unmatched: [],
      mapping: [],
      createdById: randomUUID(),
      createdBy: 'Проверка',
      appliedBy: 'Проверка',
      appliedAt: NOW,
    },
  });
  return id;
}

/** Puts facts of one kind in force in place of those that were there. */
export async function putFacts<Kind extends FactKind>(
  owner: PrismaClient,
  importId: string,
  place: FactsPlace,
  kind: Kind,
  facts: readonly Facts[Kind][],
): Promise<void> {
  const units = Map.groupBy(facts, (fact) => unitKeyOf(kind, fact));
  for (const [key, those] of units) {
    const sourced = those.map((fact, at) => ({ ...fact, source: { importId, sheet: '', row: at + 2 } }));
    await owner.evidenceUnit.deleteMany({ where: { ...place, kind, key } });
    await owner.evidenceUnit.create({
      data: { ...place, importId, kind, key, state: 'IN_FORCE', facts: sourced as unknown as Prisma.InputJsonArray },
    });
  }
}
