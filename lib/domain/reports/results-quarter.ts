/** Schools that stand in the worse quarter of their municipality, measure by measure; for МОЦ and СОИРО alone. */
import { deriveAnswers } from '../evidence/derive';
import { MEASURES } from '../evidence/measures';
import type { MeasureCode } from '../evidence/rule';
import { LEAST_GROUP } from '../failure-matrix';
import type { Applicability, CriterionDefinition, InstrumentDefinition } from '../instrument';
import type { SchoolResults } from './results-exams';

/** The measures by which schools are held against each other, with the grade that takes the exam. */
const COMPARED: readonly (readonly [MeasureCode, Applicability])[] = [
  ['OGE_RUSSIAN_FAILED_SHARE', 'GRADE9'],
  ['OGE_MATHEMATICS_FAILED_SHARE', 'GRADE9'],
  ['OGE_RUSSIAN_MEAN_MARK', 'GRADE9'],
  ['OGE_MATHEMATICS_MEAN_MARK', 'GRADE9'],
  ['EGE_RUSSIAN_MEAN_SCORE', 'GRADE11'],
  ['EGE_PROFILE_MATHEMATICS_MEAN_SCORE', 'GRADE11'],
  ['VPR_FAILED_SHARE', 'ALL'],
  ['VPR_QUALITY_RATE', 'ALL'],
];

export interface WorseQuarter {
  measure: MeasureCode;
  /** «доля «2» на ОГЭ по русскому языку» */
  name: string;
  /** in the unit of the measure; null: too few schools, or none that is worse */
  threshold: number | null;
  /** schools that have the measure with LEAST_GROUP participants or more */
  compared: number;
  /** the worst first */
  schools: { schoolId: string; name: string; value: number; participants: number | null }[];
}

/**
 * By the rule of the card's criteria (lib/domain/evidence/derive.ts): at the upper quartile and above where more is worse,
 * at the lower one and below elsewhere; a share of 0 is never among the worst. Schools with fewer than LEAST_GROUP
 * participants are left out of the comparison, and so is a measure that fewer than FEWEST_SCHOOLS schools have.
 */
export function worseQuarters(schools: readonly SchoolResults[]): WorseQuarter[] {
  const names = new Map(schools.map(({ schoolId, name }) => [schoolId, name]));
  const answers = deriveAnswers(
    INSTRUMENT,
    schools.map(({ schoolId, grades, facts }) => ({ schoolId, grades, facts, signs: { codes: null, sources: [] } })),
  );
  return COMPARED.map(([measure]) => {
    const { name, moreIsWorse } = MEASURES[measure];
    const all = [...answers].flatMap(([schoolId, those]) =>
      those.filter(({ criterion }) => criterion === measure).map((answer) => ({ schoolId, ...answer })),
    );
    const worse = all.flatMap(({ schoolId, answer, measure: value, n }) =>
      answer === 'yes' && value !== null ? [{ schoolId, name: names.get(schoolId) ?? '', value, participants: n }] : [],
    );
    return {
      ...{ measure, name },
      threshold: all[0]?.threshold ?? null,
      compared: all[0]?.schools ?? 0,
      schools: worse.sort((one, other) => (moreIsWorse ? other.value - one.value : one.value - other.value)),
    };
  });
}

const INSTRUMENT: InstrumentDefinition = {
  tables: [
    {
      ...{ code: 'COMPARED', title: '', track: 'LOW_RESULTS' },
      groups: [{ code: 'COMPARED', title: '', criteria: COMPARED.map(([measure, who]) => criterionOf(measure, who)) }],
    },
  ],
};

function criterionOf(measure: MeasureCode, applicability: Applicability): CriterionDefinition {
  const quarter = MEASURES[measure].moreIsWorse
    ? ({ kind: 'QUARTILE', operator: '>=', quartile: 3 } as const)
    : ({ kind: 'QUARTILE', operator: '<=', quartile: 1 } as const);
  return {
    ...{ code: measure, text: MEASURES[measure].name, type: 'YES_NO', applicability, signs: [] },
    ...{ help: '', purpose: '', evidence: '', threshold: '', source: '', stable: false },
    rule: { measure, comparison: quarter, minimumN: LEAST_GROUP },
  };
}
