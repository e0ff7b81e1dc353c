/** What a programme needs before it may be submitted, what may still change when it runs, and what is late. */
import { isLateOn } from '../support/days';
import type { ProgrammeContent, ProgrammeMeasure } from './content';

export type ProgrammeStatus = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'RUNNING' | 'FINISHED';
export type StageKind = 'DOCUMENTS' | 'MEASURES' | 'CHANGE';
export type StageAssessment = 'MET' | 'PARTLY' | 'NOT_MET';

export const PROGRAMME_STATUSES: Readonly<Record<ProgrammeStatus, string>> = {
  DRAFT: 'Черновик школы',
  SUBMITTED: 'На согласовании',
  RETURNED: 'Возвращена',
  APPROVED: 'Утверждена',
  RUNNING: 'Выполняется',
  FINISHED: 'Завершена',
};

/** The three looks of the project «500+»: documents exist, measures are done, there is a positive change (domain.md 3.2). */
export const STAGE_KINDS: Readonly<Record<StageKind, string>> = {
  DOCUMENTS: 'Документы готовы',
  MEASURES: 'Меры выполнены',
  CHANGE: 'Положительные изменения',
};
export const STAGE_ASSESSMENTS: Readonly<Record<StageAssessment, string>> = {
  MET: 'достигнуто',
  PARTLY: 'частично',
  NOT_MET: 'не достигнуто',
};

/** Days after the approval when each look is due; our own proposal. */
export const STAGE_DAYS: readonly { kind: StageKind; days: number }[] = [
  { kind: 'DOCUMENTS', days: 30 },
  { kind: 'MEASURES', days: 120 },
  { kind: 'CHANGE', days: 240 },
];

/** No measure without a finding or a criterion (also by the recommendation that follows from one). */
export const isGrounded = ({ criteria, findingIds, recommendationIds }: ProgrammeMeasure): boolean =>
  criteria.length + findingIds.length + recommendationIds.length > 0;

export interface Incomplete {
  /** the section at fault */
  path: keyof ProgrammeContent;
  message: string;
}

/** What a programme lacks before МОЦ may look at it; empty when it may be submitted. */
export function missingIn(content: ProgrammeContent): Incomplete[] {
  const { passport, analysis, aims, indicators, measures } = content;
  const blank = (text: string) => text.trim() === '';
  const missing: Incomplete[] = [];
  const need = (path: keyof ProgrammeContent, fault: boolean, message: string) => {
    if (fault) missing.push({ path, message });
  };
  need('passport', blank(passport.responsible), 'Паспорт: укажите ответственного (должность).');
  need('passport', passport.periodFrom === '' || passport.periodTo === '', 'Паспорт: укажите срок программы.');
  need(
    'passport',
    passport.periodFrom !== '' && passport.periodTo !== '' && passport.periodTo < passport.periodFrom,
    'Паспорт: конец срока раньше начала.',
  );
  need('analysis', blank(analysis.summary), 'Анализ: опишите состояние школы.');
  need('aims', aims.length === 0, 'Цели: нужна хотя бы одна цель.');
  for (const { text, tasks } of aims)
    need('aims', blank(text) || blank(tasks), `Цели: у цели «${text || 'без названия'}» нужны текст и задачи.`);
  need('indicators', indicators.length === 0, 'Показатели: нужен хотя бы один показатель.');
  for (const { title, baseline, targets } of indicators) {
    const planned = targets.some(({ value }) => value !== null);
    need(
      'indicators',
      blank(title) || baseline === null || !planned,
      `Показатели: у «${title || 'без названия'}» нужны название, база и план.`,
    );
  }
  need('measures', measures.length === 0, 'Меры: нужна хотя бы одна мера.');
  for (const measure of measures) {
    const name = measure.title || 'без названия';
    need(
      'measures',
      blank(measure.title) || blank(measure.responsible) || measure.endsOn === '',
      `Меры: у «${name}» нужны название, ответственный и срок.`,
    );
    need('measures', !isGrounded(measure), `Меры: «${name}» без вывода, критерия или рекомендации.`);
  }
  return missing;
}

/** Of an approved programme only states and evidence of measures and facts of indicators may change by the school. */
export function runningContent(stored: ProgrammeContent, wanted: ProgrammeContent): ProgrammeContent {
  return {
    ...stored,
    measures: stored.measures.map((measure) => {
      const next = wanted.measures.find(({ id }) => id === measure.id);
      return next ? { ...measure, state: next.state, evidence: next.evidence } : measure;
    }),
    indicators: stored.indicators.map((indicator) => {
      const next = wanted.indicators.find(({ id }) => id === indicator.id);
      return next && indicator.source === 'MANUAL' ? { ...indicator, facts: next.facts } : indicator;
    }),
  };
}

/** A measure is late when its day has passed and it is neither done nor cancelled. */
export const isMeasureLate = ({ state, endsOn }: Pick<ProgrammeMeasure, 'state' | 'endsOn'>, today: string): boolean =>
  (state === 'PLANNED' || state === 'RUNNING') && endsOn !== '' && isLateOn(endsOn, today);
