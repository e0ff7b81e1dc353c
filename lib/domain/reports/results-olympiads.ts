/** ВсОШ of a municipality by stage and subject. domain.md 8.3 */
import type { OlympiadFact, OlympiadStage } from '../evidence/facts';
import { ALL_SUBJECTS } from '../evidence/subjects';
import { type SchoolResults, subjectOrder } from './results-exams';
import type { Ratio } from './results-ratio';

export const OLYMPIAD_STAGES: readonly { stage: OlympiadStage; title: string }[] = [
  { stage: 'SCHOOL', title: 'Школьный' },
  { stage: 'MUNICIPAL', title: 'Муниципальный' },
  { stage: 'REGIONAL', title: 'Региональный' },
  { stage: 'FINAL', title: 'Заключительный' },
];

/** A stage, or a subject of one, over all schools; counts of people. */
export interface OlympiadLine {
  stage: OlympiadStage;
  /** ALL_SUBJECTS: the stage as a whole */
  subject: string;
  schools: number;
  participants: number;
  winners: number;
  prizeWinners: number;
}

/** The stage as a whole first, then its subjects; stages without participants are left out. */
export function olympiadLines(schools: readonly SchoolResults[]): OlympiadLine[] {
  return OLYMPIAD_STAGES.flatMap(({ stage }) => {
    const wholes = schools.flatMap((school) => wholeStage(school, stage) ?? []);
    if (wholes.length === 0) return [];
    const facts = schools.flatMap((school) => stageSubjects(school, stage));
    const subjects = [...Map.groupBy(facts, ({ subject }) => subject)]
      .sort(([one], [other]) => subjectOrder(one) - subjectOrder(other))
      .map(([subject, those]) => together(stage, subject, those));
    return [together(stage, ALL_SUBJECTS, wholes), ...subjects];
  });
}

/** The subjects of a stage in which somebody of the school took part. */
export function stageSubjects({ facts }: SchoolResults, stage: OlympiadStage): OlympiadFact[] {
  return (facts.OLYMPIAD ?? []).filter(
    (fact) => fact.stage === stage && fact.subject !== ALL_SUBJECTS && fact.participants > 0,
  );
}

/**
 * A school's stage as a whole: its row «Все предметы», where each pupil counts once, if the file has it; otherwise all
 * subjects together, where a pupil of three subjects counts three times. Null: nobody took part.
 */
export function wholeStage(school: SchoolResults, stage: OlympiadStage): OlympiadFact | null {
  const once = (school.facts.OLYMPIAD ?? []).filter((fact) => fact.stage === stage && fact.subject === ALL_SUBJECTS);
  const whole = together(stage, ALL_SUBJECTS, once.length > 0 ? once : stageSubjects(school, stage));
  return whole.participants > 0 ? whole : null;
}

export function together(stage: OlympiadStage, subject: string, facts: readonly OlympiadFact[]): OlympiadLine {
  const added = (figure: (fact: OlympiadFact) => number) => facts.reduce((sum, fact) => sum + figure(fact), 0);
  return {
    ...{ stage, subject, schools: facts.length },
    participants: added(({ participants }) => participants),
    winners: added(({ winners }) => winners),
    prizeWinners: added(({ prizeWinners }) => prizeWinners),
  };
}

/** Winners and prize-winners of the participants: эффективность участия. domain.md 8.3 */
export const placesOf = ({ participants, winners, prizeWinners }: Omit<OlympiadLine, 'schools'>): Ratio => ({
  sum: winners + prizeWinners,
  participants,
});
