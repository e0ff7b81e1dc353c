/** A city of five schools whose card can be answered from data: what the tests of computed answers need. */
import { forSystem } from '@/lib/access/door';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { FactKind, Facts } from '@/lib/domain/evidence/facts';
import type { CriterionRule } from '@/lib/domain/evidence/rule';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { type ChangedEvidence, deriveAfter } from '@/lib/portal/evidence/commands';
import { signCount, tableOf, yesNo } from '../domain/arbitrary-cards';
import { context, marks, oge } from '../domain/evidence/fact-rows';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { appliedImport, putFacts } from './evidence-units';

/** The results that the open campaign counts. */
export const YEAR = '2019-2020';

const rule = (measure: CriterionRule['measure'], comparison: CriterionRule['comparison']): CriterionRule => ({
  measure,
  comparison,
  minimumN: 1,
});

/** T1: V vacancies, F «2» of ОГЭ in the upper quarter, P nobody can compute, S signs S1, S6. Maximum 5. */
export const RULED: InstrumentDefinition = {
  tables: [
    tableOf('T1', [
      yesNo('V', { rule: rule('CONTEXT_VACANCIES', { kind: 'FIXED', operator: '>=', value: 1 }) }),
      yesNo('F', {
        applicability: 'GRADE9',
        rule: rule('OGE_RUSSIAN_FAILED_SHARE', { kind: 'QUARTILE', operator: '>=', quartile: 3 }),
      }),
      yesNo('P'),
      signCount('S', ['S1', 'S6'], { rule: { measure: 'OBJECTIVITY_SIGNS', comparison: null, minimumN: 0 } }),
    ]),
  ],
};

export interface EvidenceWorld {
  world: World;
  schools: SchoolWithCard[];
  importId: string;
  /** what a file says of a school in force, in place of what was said of the same before */
  put<Kind extends FactKind>(school: SchoolWithCard, kind: Kind, fact: Facts[Kind]): Promise<void>;
  /** as an import does after its units came into force */
  derive(
    change: { schools: SchoolWithCard[]; kinds: FactKind[] } & Partial<ChangedEvidence>,
  ): ReturnType<typeof deriveAfter>;
}

/** Nothing is loaded yet. */
export async function newEvidenceWorld(owner: PrismaClient): Promise<EvidenceWorld> {
  const world = await newWorld(RULED);
  const schools: SchoolWithCard[] = [];
  for (let at = 0; at < 5; at += 1) schools.push(await world.school());
  const { municipalityId } = world.city;
  const place = { regionId: world.regionId, municipalityId, schoolYear: YEAR };
  const importId = await appliedImport(owner, place);
  return {
    world,
    schools,
    importId,
    put: ({ schoolId }, kind, fact) => putFacts(owner, importId, { ...place, schoolId }, kind, [fact]),
    derive: ({ schools: changed, kinds, ...more }) =>
      forSystem('derivation', (db) =>
        deriveAfter(
          db,
          {
            schoolIds: changed.map(({ schoolId }) => schoolId),
            municipalityIds: [municipalityId],
            regionWide: false,
            schoolYears: [YEAR],
            kinds,
            importId,
            ...more,
          },
          NOW,
          world.city.head,
        ),
      ),
  };
}

/** A vacancy in each school with an odd number; 0, 1, 2 … of ten fail in Russian. */
export async function loadAll({ schools, put, derive }: EvidenceWorld) {
  for (const [at, school] of schools.entries()) {
    await put(school, 'CONTEXT', context({ vacancies: at % 2 }));
    await put(school, 'GIA_AGGREGATE', oge('Русский язык', marks(at, 10 - at, 0, 0)));
  }
  return derive({ schools, kinds: ['CONTEXT', 'GIA_AGGREGATE'] });
}
