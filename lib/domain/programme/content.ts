/**
 * Programme of transition to an effective mode of work: what stands in it (domain.md 7, proposed sections). Every line of a
 * list has an id that stays, so that versions and windows can be compared and merged line by line.
 */
import { z } from 'zod';
import { isSchoolYear } from '../school-year';

// as it was typed: while a person writes, a space at the end is the beginning of the next word
const text = (most: number) => z.string().max(most, `Не длиннее ${most} знаков.`).default('');
const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const day = z.union([z.literal(''), z.iso.date('Укажите дату.')]).default('');
const codes = z.array(z.string().max(50)).max(60).default([]);
const LINES = 60;
const lines = <Line extends z.ZodType>(line: Line) => z.array(line).max(LINES, `Не больше ${LINES} строк.`).default([]);
const schoolYear = z.string().refine(isSchoolYear, 'Учебный год пишется как 2019-2020.');
const figure = z.object({ schoolYear, value: z.number('Введите число.').nullable() });

export type MeasureState = 'PLANNED' | 'RUNNING' | 'DONE' | 'CANCELLED';
export const MEASURE_STATES: Readonly<Record<MeasureState, string>> = {
  PLANNED: 'Запланировано',
  RUNNING: 'Идёт',
  DONE: 'Выполнено',
  CANCELLED: 'Отменено',
};

/** Where the fact of an indicator comes from; MANUAL: the school writes it. */
export type IndicatorSource = 'MANUAL' | 'NEGATIVE_SUM' | 'NEGATIVE_SHARE' | 'BIAS_SIGNS';
export const INDICATOR_SOURCES: Readonly<Record<IndicatorSource, string>> = {
  MANUAL: 'вносит школа',
  NEGATIVE_SUM: 'сумма карты',
  NEGATIVE_SHARE: 'доля баллов карты, %',
  BIAS_SIGNS: 'признаков, требующих дополнительного анализа',
};

export const measureSchema = z.object({
  id,
  title: text(500),
  responsible: text(200),
  startsOn: day,
  endsOn: day,
  state: z.enum(['PLANNED', 'RUNNING', 'DONE', 'CANCELLED'], 'Выберите состояние.').default('PLANNED'),
  evidence: text(1000),
  criteria: codes,
  findingIds: z.array(z.guid()).max(60).default([]),
  recommendationIds: z.array(z.guid()).max(60).default([]),
  partnershipId: z.guid().nullable().default(null),
});
export type ProgrammeMeasure = z.output<typeof measureSchema>;

export const indicatorSchema = z.object({
  id,
  title: text(300),
  unit: text(50),
  source: z.enum(['MANUAL', 'NEGATIVE_SUM', 'NEGATIVE_SHARE', 'BIAS_SIGNS']).default('MANUAL'),
  baseline: z.number('Введите число.').nullable().default(null),
  targets: z.array(figure).max(5).default([]),
  facts: z.array(figure).max(5).default([]),
});
export type ProgrammeIndicator = z.output<typeof indicatorSchema>;

export const programmeContentSchema = z.object({
  passport: z
    .object({
      responsible: text(200),
      orderNumber: text(50),
      orderDate: day,
      periodFrom: day,
      periodTo: day,
      basis: text(1000),
    })
    .prefault({}),
  analysis: z
    .object({
      summary: text(10_000),
      strengths: text(3000),
      weaknesses: text(3000),
      opportunities: text(3000),
      threats: text(3000),
      points: lines(z.object({ id, criterion: text(50), why: text(2000) })),
    })
    .prefault({}),
  aims: lines(z.object({ id, text: text(1000), tasks: text(5000) })),
  indicators: lines(indicatorSchema),
  measures: lines(measureSchema),
  resources: lines(z.object({ id, kind: text(100), text: text(1000) })),
  partners: lines(z.object({ id, text: text(1000) })),
  risks: lines(z.object({ id, factor: text(100), text: text(1000), response: text(1000) })),
  antiRisk: lines(z.object({ id, factor: text(100), aim: text(1000), measures: text(3000), result: text(1000) })),
});
export type ProgrammeContent = z.output<typeof programmeContentSchema>;

/** The content as it was stored, what is missing as empty; a stored content never fails a page. */
export function readProgramme(stored: unknown): ProgrammeContent {
  const read = programmeContentSchema.safeParse(stored);
  return read.success ? read.data : programmeContentSchema.parse({});
}
