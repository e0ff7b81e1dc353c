import { comparedWithCity, type Distribution, MINIMUM_SCHOOLS } from '@/lib/domain/municipal-statistics';
import { capitalised, formatNumber, NBSP } from '@/lib/domain/russian';

/** Why there is no figure of the city. */
export const CITY_HIDDEN = `В${NBSP}муниципалитете меньше ${MINIMUM_SCHOOLS} принятых карт: среднее не${NBSP}показывается, чтобы не${NBSP}раскрыть отдельные школы.`;

/** A sum against the city in a sentence, with the figures that it rests on. */
export function cityWords(negativeSum: number, city: Distribution | undefined): string {
  if (!city) return CITY_HIDDEN;
  return `${capitalised(comparedWithCity(negativeSum, city))}. ${cityFiguresWords(city)}.`;
}

/** «Среднее 6,4, у половины школ от 3 до 9» — the quartiles in words. */
export function cityFiguresWords({ mean, lowerQuartile, upperQuartile }: Distribution): string {
  return `Среднее ${quantity(mean)}, у${NBSP}средней половины школ от${NBSP}${quantity(lowerQuartile)} до${NBSP}${quantity(upperQuartile)}`;
}

/** A mean or quartile: one decimal where it has one. */
export function quantity(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}
