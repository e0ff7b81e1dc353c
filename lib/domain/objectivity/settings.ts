/**
 * The constants of the signs S1…S8 as data: name, unit, bounds, default and what the default rests on. ФИОКО has published
 * the signs but not their numbers (domain.md 2.3, 2.4), so that most defaults are our own proposal and all can be changed.
 */
import { z } from 'zod';
import type { SignCode } from './signs';

export type SettingUnit = 'PUPILS' | 'SCHOOLS' | 'SHARE' | 'POINTS' | 'PERCENT_POINTS' | 'DEVIATIONS' | 'COUNT';

export const SETTING_UNIT_NAMES: Record<SettingUnit, string> = {
  PUPILS: 'учеников',
  SCHOOLS: 'школ',
  SHARE: 'доля от 0 до 1',
  POINTS: 'первичных баллов',
  PERCENT_POINTS: 'процентных пунктов',
  DEVIATIONS: 'стандартных отклонений',
  COUNT: 'число',
};

export interface SettingDefinition {
  key: string;
  /** null: concerns several signs */
  sign: SignCode | null;
  /** what people read beside the field */
  name: string;
  unit: SettingUnit;
  minimum: number;
  maximum: number;
  /** whole numbers only */
  whole: boolean;
  value: number;
  /** in Russian: whose number it is */
  basis: string;
}

const OURS = 'предложение разработчиков портала';
const PRACTICE = 'встречается в практике регионов';
const FIOKO = 'Рекомендации ФИОКО по анализу результатов ВПР, 2026, в пересказе';

const pupils = { unit: 'PUPILS', minimum: 5, maximum: 200, whole: true } as const;
const share = { unit: 'SHARE', minimum: 0, maximum: 1, whole: false } as const;
const level = { unit: 'SHARE', minimum: 0.001, maximum: 0.2, whole: false, value: 0.05 } as const;

export const SETTING_DEFINITIONS = [
  {
    key: 'referenceSchools',
    sign: null,
    name: 'Сколько школ муниципалитета вместе заменяют строку региона',
    unit: 'SCHOOLS',
    minimum: 3,
    maximum: 50,
    whole: true,
    value: 5,
    basis: OURS,
  },
  { ...pupils, key: 's1MinimumN', sign: 'S1', name: 'Наименьшее число участников', value: 10, basis: OURS },
  {
    key: 's1Deviations',
    sign: 'S1',
    name: 'Ширина интервала среднего балла: во сколько его ошибок',
    unit: 'DEVIATIONS',
    minimum: 1,
    maximum: 5,
    whole: false,
    value: 1.96,
    basis: 'доверительный интервал 95 %; форма правила — предложение разработчиков портала',
  },
  {
    key: 's1LeastGap',
    sign: 'S1',
    name: 'Наименьшее превышение над регионом, кроме ширины интервалов',
    unit: 'DEVIATIONS',
    minimum: 0,
    maximum: 3,
    whole: false,
    value: 0,
    basis: OURS,
  },
  { ...pupils, key: 's2MinimumN', sign: 'S2', name: 'Наименьшее число участников', value: 10, basis: OURS },
  {
    ...share,
    key: 's2Tolerated',
    sign: 'S2',
    value: 0.2,
    name: 'Несовпадение с журналом, которое ещё допустимо',
    basis: PRACTICE,
  },
  {
    ...share,
    key: 's2ToleratedGap2',
    sign: 'S2',
    value: 0.02,
    name: 'Доля разницы в 2 отметки и больше, которая ещё допустима',
    basis: OURS,
  },
  {
    ...share,
    key: 's2Spread',
    sign: 'S2',
    maximum: 0.3,
    value: 0.02,
    name: 'Насколько похожи отметки учеников одной школы (внутриклассовая корреляция)',
    basis: OURS,
  },
  { ...level, key: 's2FalseDiscovery', sign: 'S2', name: 'Доля ложных среди найденных, не больше', basis: OURS },
  {
    ...share,
    key: 's2SimpleShare',
    sign: 'S2',
    value: 0.4,
    name: 'Простое правило: доля несовпавших отметок',
    basis: PRACTICE,
  },
  {
    ...share,
    key: 's2SimpleGap2',
    sign: 'S2',
    value: 0.1,
    name: 'Простое правило: доля разницы в 2 отметки',
    basis: `разница в 2 отметки — ${FIOKO}; доля — ${OURS}`,
  },
  {
    ...pupils,
    key: 's3MinimumN',
    sign: 'S3',
    name: 'Наименьшее число участников в каждый год',
    value: 10,
    basis: OURS,
  },
  {
    key: 's3Change',
    sign: 'S3',
    name: 'Изменение места среди школ от 4 к 5 классу',
    unit: 'DEVIATIONS',
    minimum: 0.1,
    maximum: 5,
    whole: false,
    value: 1,
    basis: OURS,
  },
  {
    key: 's3Errors',
    sign: 'S3',
    name: 'Во сколько раз изменение больше своей случайной ошибки',
    unit: 'DEVIATIONS',
    minimum: 0,
    maximum: 5,
    whole: false,
    value: 0,
    basis: OURS,
  },
  {
    ...share,
    key: 's3ShareChange',
    sign: 'S3',
    value: 0.2,
    basis: OURS,
    name: 'Если баллов нет: расхождение с изменением доли «4» и «5» в регионе',
  },
  {
    ...pupils,
    key: 's4MinimumN',
    sign: 'S4',
    name: 'Наименьшее число участников',
    value: 50,
    basis: `N не меньше 50 — ${FIOKO}`,
  },
  {
    ...pupils,
    key: 's4ApproximateN',
    sign: 'S4',
    name: 'Наименьшее число участников для ориентировочной оценки',
    value: 20,
    basis: `20–30 — ориентировочный минимум, ${FIOKO}`,
  },
  { ...level, key: 's4FalseDiscovery', sign: 'S4', name: 'Доля ложных среди найденных, не больше', basis: OURS },
  { ...pupils, key: 's5MinimumN', sign: 'S5', name: 'Наименьшее число участников', value: 10, basis: OURS },
  {
    key: 's5Easy',
    sign: 'S5',
    name: 'Задания базового уровня хуже региона на',
    unit: 'PERCENT_POINTS',
    minimum: 0,
    maximum: 50,
    whole: false,
    value: 3,
    basis: OURS,
  },
  {
    key: 's5Hard',
    sign: 'S5',
    name: 'Задания повышенного и высокого уровня лучше региона на',
    unit: 'PERCENT_POINTS',
    minimum: 0,
    maximum: 50,
    whole: false,
    value: 3,
    basis: OURS,
  },
  {
    key: 's6Markers',
    sign: 'S6',
    name: 'Маркеров ФИОКО в году, не меньше',
    unit: 'COUNT',
    minimum: 1,
    maximum: 16,
    whole: true,
    value: 1,
    basis: PRACTICE,
  },
  {
    key: 's7Unconfirmed',
    sign: 'S7',
    name: 'Претендентов на медаль без подтверждения на ЕГЭ, не меньше',
    unit: 'PUPILS',
    minimum: 1,
    maximum: 50,
    whole: true,
    value: 1,
    basis: 'баллы — приказ Минпросвещения России от 29.09.2023 № 730; число — предложение разработчиков портала',
  },
  { ...pupils, key: 's8MinimumN', sign: 'S8', name: 'Наименьшее число участников', value: 10, basis: OURS },
  {
    ...share,
    key: 's8Lowered',
    sign: 'S8',
    value: 0.4,
    basis: OURS,
    name: 'Доля учеников, у которых отметка за ОГЭ ниже годовой',
  },
  {
    ...share,
    key: 's8Lowered2',
    sign: 'S8',
    value: 0.1,
    basis: OURS,
    name: 'Доля учеников, у которых отметка за ОГЭ ниже годовой на 2 и больше',
  },
] as const satisfies readonly SettingDefinition[];

export type SettingKey = (typeof SETTING_DEFINITIONS)[number]['key'];

export type ObjectivitySettings = { readonly [Key in SettingKey]: number };

const DEFINITIONS: readonly (SettingDefinition & { key: SettingKey })[] = SETTING_DEFINITIONS;

const fieldOf = ({ minimum, maximum, whole, value }: SettingDefinition) => {
  const number = z
    .number('Введите число')
    .min(minimum, `Не меньше ${russian(minimum)}`)
    .max(maximum, `Не больше ${russian(maximum)}`);
  return (whole ? number.int('Нужно целое число') : number).default(value);
};

function russian(value: number): string {
  return String(value).replace('.', ',');
}

/** Checks what a form or the database gives; what is missing takes its default, what is unknown is dropped. */
export const settingsSchema = z
  .object(
    Object.fromEntries(DEFINITIONS.map((definition) => [definition.key, fieldOf(definition)])) as Record<
      SettingKey,
      ReturnType<typeof fieldOf>
    >,
  )
  .refine((settings) => settings.s4ApproximateN <= settings.s4MinimumN, {
    path: ['s4ApproximateN'],
    message: 'Не больше числа участников для полной оценки',
  });

export const DEFAULT_SETTINGS: ObjectivitySettings = settingsSchema.parse({});

export type ParsedSettings =
  | { ok: true; settings: ObjectivitySettings }
  | { ok: false; errors: { path: string; message: string }[] };

/** The settings that values give, or what is wrong with which of them, in Russian. */
export function parseSettings(values: unknown): ParsedSettings {
  const parsed = settingsSchema.safeParse(values);
  if (parsed.success) return { ok: true, settings: parsed.data };
  return {
    ok: false,
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  };
}
