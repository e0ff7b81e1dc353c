/** The world of lists with results and social passports in force: what «Два правила» and «Социальные условия» read. */
import type { PrismaClient } from '@/lib/db/generated/client';
import type { ContextFact, GiaFact, VprMarksFact } from '@/lib/domain/evidence/facts';
import { appliedImport, putFacts } from './evidence-units';
import { buildWorld, type City, type World } from './lists-world';

export const YEAR = '2019-2020';
export const BEFORE = '2018-2019';

/** Of 20 participants each, how many got «2»: ОГЭ Russian and mathematics, this year and the year before. */
const FAILED: Record<string, { year: [number, number]; before?: [number, number] }> = {
  // both conditions
  'smolensk-1': { year: [6, 10], before: [2, 8] },
  'smolensk-4': { year: [6, 6], before: [6, 6] },
  'smolensk-5': { year: [9, 9], before: [9, 9] },
  // one low procedure two years running
  'smolensk-10': { year: [0, 7], before: [0, 7] },
  'smolensk-2': { year: [0, 1], before: [8, 0] },
};

/** Of 100 pupils: one-parent families, and twenty fewer of low income. */
const SINGLE_PARENT: Record<string, number> = {
  'smolensk-1': 30,
  'smolensk-2': 26,
  'smolensk-3': 22,
  'smolensk-4': 60,
  'smolensk-5': 24,
  'smolensk-6': 28,
};

const oge = (subject: string, n2: number): GiaFact => ({
  ...{ exam: 'OGE', subject, level: null, participants: 20, meanScore: null, meanMark: 3.4, n2 },
  ...{ n3: 20 - n2, n4: 0, n5: 0, belowMinimum: n2, n81to99: null, n100: null },
});

const passport = (singleParent: number): ContextFact => ({
  ...{ pupils: 100, pupils4to11: 80, classes: 10, shifts: 1, singleParent, lowIncome: singleParent - 20 },
  ...{ largeFamilies: 5, socialRisk: 1, inCare: 1, schoolRecord: 1, policeRecord: 1, specialNeeds: 3, disabled: 1 },
  ...{
    otherMotherTongue: singleParent >= 30 ? 9 : singleParent % 3,
    bothParentsWithDegree: 70 - singleParent,
    teachers: 20,
    vacancies: 0,
  },
  ...{ highestCategory: 5, firstCategory: 5, withoutCategory: 5, youngTeachers: 2, pensionAge: 3 },
  ...{ psychologist: 1, socialPedagogue: 1, speechTherapist: 0 },
});

export async function twoRulesWorld(owner: PrismaClient): Promise<World> {
  const world = await buildWorld(owner);
  const { regionId, smolensk } = world;
  const place = { regionId, municipalityId: smolensk.id, schoolYear: YEAR };
  const importId = await appliedImport(owner, place);
  const of = (code: string, schoolYear: string) => ({ ...place, schoolYear, schoolId: schoolOf(smolensk, code) });
  for (const [code, { year, before }] of Object.entries(FAILED)) {
    const exams = ([russian, mathematics]: [number, number]) => [
      oge('Русский язык', russian),
      oge('Математика', mathematics),
    ];
    await putFacts(owner, importId, of(code, YEAR), 'GIA_AGGREGATE', exams(year));
    if (before) await putFacts(owner, importId, of(code, BEFORE), 'GIA_AGGREGATE', exams(before));
  }
  // three participants are too few for the rule
  const few: VprMarksFact = { grade: 5, subject: 'Математика', participants: 3, n2: 3, n3: 0, n4: 0, n5: 0 };
  await putFacts(owner, importId, of('smolensk-2', YEAR), 'VPR_MARKS', [few]);
  for (const [code, singleParent] of Object.entries(SINGLE_PARENT))
    await putFacts(owner, importId, of(code, YEAR), 'CONTEXT', [passport(singleParent)]);
  return world;
}

export function schoolOf(city: City, code: string): string {
  const id = city.schools[code];
  if (!id) throw new Error(`no school ${code}`);
  return id;
}
