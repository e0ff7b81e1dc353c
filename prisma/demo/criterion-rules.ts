/** What each criterion of the default instrument asks of a school's figures. Thresholds as in prisma/instruments/default.json. */
import {
  type EgeFigures,
  failedShare,
  meanMark,
  type OgeFigures,
  participants,
  qualityRate,
  type SchoolYearFigures,
} from './figures';

type Measure = (figures: SchoolYearFigures) => number | null;

/**
 * worst: «high» or «low»: the worse quarter of the municipality's schools by the measure; null measure: not applicable.
 * holds: «да» when true; null: not applicable. signs: the signs found.
 */
export type CriterionRule =
  | { worst: 'high' | 'low'; measure: Measure }
  | { holds: (figures: SchoolYearFigures) => boolean | null }
  | { signs: (figures: SchoolYearFigures) => string[] };

const PASS_LIMIT = 0.3;
const FEWEST_PARTICIPANTS = 5;

const ofOge =
  <T>(ask: (oge: OgeFigures) => T) =>
  ({ oge }: SchoolYearFigures) =>
    oge ? ask(oge) : null;
const ofEge =
  <T>(ask: (ege: EgeFigures) => T) =>
  ({ ege }: SchoolYearFigures) =>
    ege ? ask(ege) : null;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const manyFailed = (failed: number, all: number) => all >= FEWEST_PARTICIPANTS && failed / all >= PASS_LIMIT;

export const CRITERION_RULES: ReadonlyMap<string, CriterionRule> = new Map<string, CriterionRule>([
  ['T1.OGE.01', { worst: 'high', measure: ofOge(({ russian }) => failedShare(russian)) }],
  ['T1.OGE.02', { worst: 'high', measure: ofOge(({ mathematics }) => failedShare(mathematics)) }],
  ['T1.OGE.03', { worst: 'low', measure: ofOge(({ russian }) => meanMark(russian)) }],
  ['T1.OGE.04', { worst: 'low', measure: ofOge(({ mathematics }) => meanMark(mathematics)) }],
  [
    'T1.OGE.05',
    { holds: ofOge(({ electives }) => electives.some(({ marks }) => manyFailed(marks.n2, participants(marks)))) },
  ],
  ['T1.OGE.06', { holds: ofOge(({ withoutCertificate }) => withoutCertificate > 0) }],
  ['T1.EGE.01', { worst: 'low', measure: ofEge(({ russian }) => russian.mean) }],
  ['T1.EGE.02', { worst: 'low', measure: ofEge(({ advancedMathematics }) => advancedMathematics?.mean ?? null) }],
  [
    'T1.EGE.03',
    {
      holds: ofEge(
        ({ russian, advancedMathematics, basicMathematicsBelowMinimum }) =>
          russian.belowMinimum + (advancedMathematics?.belowMinimum ?? 0) + basicMathematicsBelowMinimum > 0,
      ),
    },
  ],
  [
    'T1.EGE.04',
    {
      holds: ofEge(({ electives }) =>
        electives.some(({ result }) => manyFailed(result.belowMinimum, result.participants)),
      ),
    },
  ],
  [
    'T1.EGE.05',
    {
      holds: ofEge(
        ({ russian, advancedMathematics, electives }) =>
          russian.from81 +
            (advancedMathematics?.from81 ?? 0) +
            electives.reduce((sum, { result }) => sum + result.from81, 0) ===
          0,
      ),
    },
  ],
  ['T1.EGE.06', { holds: ofEge(({ withoutCertificate }) => withoutCertificate > 0) }],
  ['T1.OBJ.01', { signs: ({ signs }) => signs }],
  ['T1.OLY.01', { holds: ({ olympiad }) => olympiad.municipalStage === 0 }],
  ['T1.OLY.02', { holds: ({ olympiad }) => olympiad.municipalPrizes === 0 }],
  ['T1.OLY.03', { worst: 'low', measure: ({ olympiad }) => share(olympiad.schoolStage, olympiad.eligible) }],
  ['T1.OLY.04', { holds: ({ olympiad }) => olympiad.contestPrizes === 0 }],
  ['T1.INT.01', { worst: 'high', measure: ({ attestation }) => share(attestation.academicDebt, attestation.pupils) }],
  [
    'T1.INT.02',
    { worst: 'low', measure: ({ attestation }) => attestation.primary && qualityRate(attestation.primary) },
  ],
  ['T1.INT.03', { worst: 'low', measure: ({ attestation }) => attestation.basic && qualityRate(attestation.basic) }],
  [
    'T1.INT.04',
    { worst: 'low', measure: ({ attestation }) => attestation.secondary && qualityRate(attestation.secondary) },
  ],
  ['T1.INT.05', { holds: ({ attestation }) => attestation.repeatYear > 0 }],
  ['T2.SOC.01', { worst: 'high', measure: ({ context }) => share(context.singleParent, context.pupils) }],
  ['T2.SOC.02', { worst: 'low', measure: ({ context }) => share(context.bothParentsWithDegree, context.pupils) }],
  ['T2.SOC.03', { worst: 'high', measure: ({ context }) => share(context.onPreventiveRecord, context.pupils) }],
  ['T2.SOC.04', { worst: 'high', measure: ({ context }) => share(context.lowIncome, context.pupils) }],
  ['T2.SOC.05', { worst: 'high', measure: ({ context }) => share(context.atSocialRiskOrInCare, context.pupils) }],
  ['T2.SOC.06', { worst: 'high', measure: ({ context }) => share(context.specialNeeds, context.pupils) }],
  ['T2.SOC.07', { worst: 'high', measure: ({ context }) => share(context.otherMotherTongue, context.pupils) }],
  ['T2.RES.01', { holds: ({ context }) => context.vacancies > 0 }],
  ['T2.RES.02', { worst: 'high', measure: ({ context }) => share(context.teachersWithoutCategory, context.teachers) }],
  ['T2.RES.03', { holds: ({ context }) => !context.psychologist || !context.socialPedagogue }],
  ['T2.RES.04', { holds: ({ context }) => context.shifts === 2 }],
  ['T2.RES.05', { holds: ({ context }) => context.facilitiesLacking }],
]);
