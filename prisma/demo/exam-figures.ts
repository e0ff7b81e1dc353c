/** Invented results of ОГЭ and ЕГЭ: pupils' abilities are drawn around the school's quality and cut at the marks. */
import type { EgeFigures, EgeSubject, MarkCounts, OgeFigures } from './figures';
import type { Random } from './random';

/** How far a school's quality moves a pupil's ability, in standard deviations of pupils. */
const REACH = 0.42;
/** What one subject in one year adds by chance. */
const SUBJECT_SD = 0.3;

/** Abilities at which the marks «3», «4», «5» begin. */
type MarkSteps = readonly [three: number, four: number, five: number];
const OGE_RUSSIAN: MarkSteps = [-2.05, -0.35, 0.75];
const OGE_MATHEMATICS: MarkSteps = [-1.8, 0.1, 1.35];
const OGE_ELECTIVES: readonly { subject: string; share: number; steps: MarkSteps }[] = [
  { subject: 'обществознание', share: 0.55, steps: [-1.25, 0.3, 1.7] },
  { subject: 'география', share: 0.4, steps: [-1.3, 0.05, 1.2] },
  { subject: 'информатика', share: 0.3, steps: [-1.9, -0.1, 1.1] },
  { subject: 'биология', share: 0.25, steps: [-1.75, 0.3, 1.8] },
];

const EGE_ELECTIVES = [
  { subject: 'обществознание', share: 0.5, mean: 55, minimum: 42 },
  { subject: 'физика', share: 0.25, mean: 53, minimum: 36 },
  { subject: 'биология', share: 0.2, mean: 52, minimum: 36 },
  { subject: 'история', share: 0.18, mean: 55, minimum: 32 },
] as const;
const EGE_PUPIL_SD = 14;

function marksOf(pupils: number, ability: number, [three, four, five]: MarkSteps, random: Random): MarkCounts {
  const marks: MarkCounts = { n2: 0, n3: 0, n4: 0, n5: 0 };
  for (let pupil = 0; pupil < pupils; pupil += 1) {
    const result = ability + random.normal();
    if (result < three) marks.n2 += 1;
    else if (result < four) marks.n3 += 1;
    else if (result < five) marks.n4 += 1;
    else marks.n5 += 1;
  }
  return marks;
}

/** ОГЭ of `graduates` of grade 9; null without graduates. */
export function ogeFigures(graduates: number, quality: number, random: Random): OgeFigures | null {
  if (graduates === 0) return null;
  const ability = () => REACH * quality + SUBJECT_SD * random.normal();
  return {
    russian: marksOf(graduates, ability(), OGE_RUSSIAN, random),
    mathematics: marksOf(graduates, ability(), OGE_MATHEMATICS, random),
    electives: OGE_ELECTIVES.map(({ subject, share, steps }) => ({
      subject,
      marks: marksOf(random.successes(graduates, share), ability(), steps, random),
    })),
    withoutCertificate: random.successes(graduates, Math.min(0.2, 0.0022 * Math.exp(-1.0 * quality))),
  };
}

function egeSubject(pupils: number, mean: number, minimum: number, ability: number, random: Random): EgeSubject {
  const result: EgeSubject = { participants: pupils, mean: 0, belowMinimum: 0, from81: 0 };
  let total = 0;
  for (let pupil = 0; pupil < pupils; pupil += 1) {
    const score = Math.round(Math.min(100, Math.max(0, mean + EGE_PUPIL_SD * (ability + random.normal()))));
    total += score;
    if (score < minimum) result.belowMinimum += 1;
    if (score >= 81) result.from81 += 1;
  }
  return { ...result, mean: pupils === 0 ? 0 : total / pupils };
}

/** ЕГЭ of `graduates` of grade 11; null without graduates. Minimums as in domain.md 3.1. */
export function egeFigures(graduates: number, quality: number, random: Random): EgeFigures | null {
  if (graduates === 0) return null;
  const ability = () => REACH * quality + SUBJECT_SD * random.normal();
  const advanced = random.successes(graduates, 0.55);
  const basicBelow = random.successes(graduates - advanced, Math.min(0.3, 0.008 * Math.exp(-0.9 * quality)));
  return {
    russian: egeSubject(graduates, 68, 24, ability(), random),
    advancedMathematics: advanced === 0 ? null : egeSubject(advanced, 53, 27, ability(), random),
    basicMathematicsBelowMinimum: basicBelow,
    electives: EGE_ELECTIVES.map(({ subject, share, mean, minimum }) => ({
      subject,
      result: egeSubject(random.successes(graduates, share), mean, minimum, ability(), random),
    })),
    withoutCertificate: random.successes(basicBelow, 0.6),
  };
}
