/** The signs in Russian: what each is called and what its figures say. Never a verdict: docs/objectivity.md. */
import { SIGN_TITLES } from '@/lib/domain/objectivity/sign-titles';
import type { SignCode, SignOutcome, SignResult } from '@/lib/domain/objectivity/signs';
import { capitalised, countOf, formatChange, formatNumber, formatPercent } from '@/lib/domain/russian';

export { SIGN_TITLES };

export const RESULT_WORDS: Record<SignResult, string> = {
  SIGN: 'признак, требующий дополнительного анализа',
  NO_SIGN: 'признака нет',
  NO_DATA: 'данных недостаточно',
};

type Figures = SignOutcome['figures'];

const value = (figures: Figures, name: string): number | null => figures[name] ?? null;
const isYes = (figures: Figures, name: string): boolean => figures[name] === 1;
const pupils = (count: number) => countOf(count, 'участник', 'участника', 'участников');
const points = (number: number | null) => formatNumber(number, 1);

/** «Сравнение — со школами муниципалитета вместе: строки региона в файле нет.» */
export const MUNICIPALITY_AS_REFERENCE =
  'Строки региона в файлах нет: сравнение идёт со всеми школами муниципалитета вместе.';

/** What the sign was decided by, sentence by sentence. */
export function figuresInWords({ code, result, figures }: SignOutcome): string[] {
  if (result === 'NO_DATA') return [whyAbstained(code, figures)];
  const words = WORDS[code](figures);
  return isYes(figures, 'referenceIsMunicipality') ? [...words, MUNICIPALITY_AS_REFERENCE] : words;
}

/** Why the portal abstains. */
export function whyAbstained(code: SignCode, figures: Figures): string {
  const n = value(figures, 'n');
  if (code === 'S4' && isYes(figures, 'approximate')) {
    return `Ориентировочно: ${pupils(n ?? 0)} — мало, чтобы говорить о форме распределения. Признак не засчитывается.`;
  }
  if (code === 'S4' && figures.officialScale === 0) {
    return 'Официальная шкала этого года не загружена, а угадывать её нельзя.';
  }
  if (code === 'S4' && figures.scaleFits === 0) return 'Баллы не подходят к загруженной шкале: проверьте оба файла.';
  if (n !== null && n > 0) return `${capitalised(MISSING[code])}, или участников мало: ${formatNumber(n)}.`;
  return `${capitalised(MISSING[code])}.`;
}

const MISSING: Record<SignCode, string> = {
  S1: 'нет распределения баллов школы или региона',
  S2: 'сравнение с журналом не загружено',
  S3: 'нет результатов 4 класса за прошлый год или 5 класса за этот',
  S4: 'распределение первичных баллов не загружено',
  S5: 'выполнение заданий школы или региона не загружено',
  S6: 'школы нет в загруженном перечне ФИОКО',
  S7: 'данные о претендентах на медаль не загружены',
  S8: 'сравнение годовых отметок с ОГЭ не загружено',
};

const WORDS: Record<SignCode, (figures: Figures) => string[]> = {
  S1: (figures) => [
    `Средний балл школы ${points(value(figures, 'mean'))} (${pupils(figures.n ?? 0)}), нижняя граница ${points(value(figures, 'lowerBound'))}; в регионе ${points(value(figures, 'referenceMean'))}, верхняя граница ${points(value(figures, 'upperBound'))}.`,
    ...(isYes(figures, 'above') && isYes(figures, 'advanced')
      ? ['Предмет изучается углублённо: высокий результат объясним, признак не ставится.']
      : []),
    ...(isYes(figures, 'above') && isYes(figures, 'confirmedByEge')
      ? [
          `Высокий результат подтверждён ЕГЭ: ${points(value(figures, 'ege'))} против ${points(value(figures, 'referenceEge'))}, признак не ставится.`,
        ]
      : []),
  ],
  S2: (figures) => [
    `Не совпали с журналом ${formatPercent(figures.mismatch)} отметок (${pupils(figures.n ?? 0)}): ниже журнала ${formatNumber(figures.lowered)}, так же ${formatNumber(figures.confirmed)}, выше ${formatNumber(figures.raised)}. Допустимым считается ${formatPercent(figures.tolerated)}.`,
    ...(value(figures, 'gap2') === null
      ? []
      : [
          `Разница в 2 отметки и больше — у ${formatPercent(figures.gap2)}, допустимо ${formatPercent(figures.toleratedGap2)}.`,
        ]),
    directionInWords(value(figures, 'direction')),
    `Простое правило (от 40 % несовпадений или от 10 % разницы в 2 отметки по умолчанию): ${firedWords(figures)} Признак ставится не по нему.`,
  ],
  S3: (figures) =>
    isYes(figures, 'byScores')
      ? [
          `Место среди школ: в 4 классе ${formatChange(value(figures, 'zBefore'), 2)}, через год в 5 классе ${formatChange(value(figures, 'z'), 2)} стандартного отклонения; изменение ${formatChange(value(figures, 'change'), 2)} при случайной ошибке ${formatNumber(value(figures, 'changeError'), 2)}.`,
          `Участников: ${formatNumber(figures.nBefore)} и ${formatNumber(figures.n)}; школ в сравнении: ${formatNumber(figures.schoolsBefore)} и ${formatNumber(figures.schools)}.`,
        ]
      : [
          `Доля «4» и «5»: ${formatPercent(figures.shareBefore)} в 4 классе, ${formatPercent(figures.share)} через год в 5 классе. В регионе она изменилась на ${percentPoints(shareChange(figures, 'referenceChange'))}, в школе на ${percentPoints(shareChange(figures, 'change'))}.`,
        ],
  S4: (figures) => [
    `На границах отметок стоит ${formatNumber(figures.onBoundaries)}, гладкая кривая ожидает ${points(value(figures, 'expectedOnBoundaries'))}: больше на ${points(value(figures, 'excess'))}, или ${formatNumber(value(figures, 'deviations'), 1)} стандартного отклонения. Рядом с границами всего ${formatNumber(figures.inWindows)} из ${formatNumber(figures.n)} участников.`,
    `Простое правило (на границе в полтора раза больше, чем в среднем на балл): ${firedWords(figures)} Оно срабатывает и на большинстве честных работ, поэтому признак ставится не по нему.`,
  ],
  S5: (figures) => [
    `Задания базового уровня: ${percentPoints(value(figures, 'easyDifference'))} к региону (заданий ${formatNumber(figures.easyTasks)}); повышенного и высокого: ${percentPoints(value(figures, 'hardDifference'))} (заданий ${formatNumber(figures.hardTasks)}). ${pupils(figures.n ?? 0)}.`,
  ],
  S6: (figures) => [
    `Маркеров за эту работу: ${formatNumber(figures.markers)}, за год по школе: ${formatNumber(figures.markersOfYear)}.`,
  ],
  S7: (figures) => [
    `Претендентов на медаль ${formatNumber(figures.candidates)}, подтвердили её баллами ЕГЭ ${formatNumber(figures.confirmed)}, не подтвердили ${formatNumber(figures.unconfirmed)}.`,
  ],
  S8: (figures) => [
    `Отметка за ОГЭ ниже годовой у ${formatPercent(figures.loweredShare)} (${formatNumber(figures.lowered)} из ${formatNumber(figures.n)}), так же у ${formatNumber(figures.confirmed)}, выше у ${formatNumber(figures.raised)}.`,
    ...(value(figures, 'lowered2Share') === null
      ? []
      : [`Ниже на 2 отметки и больше — у ${formatPercent(figures.lowered2Share)}.`]),
  ],
};

const firedWords = (figures: Figures) => (isYes(figures, 'simpleRule') ? 'сработало.' : 'не сработало.');

function directionInWords(direction: number | null): string {
  if (direction === 1) return 'Чаще отметка за ВПР выше журнальной.';
  if (direction === -1) return 'Чаще журнальная отметка выше, чем за ВПР.';
  return 'Расхождения в обе стороны одинаково часты.';
}

/** A change of a share, in percents. */
function shareChange(figures: Figures, name: string): number | null {
  const change = value(figures, name);
  return change === null ? null : change * 100;
}

/** «+3,2 п. п.» of percents 0…100. */
function percentPoints(difference: number | null): string {
  return `${formatChange(difference, 1)} п. п.`;
}
