/** `npm run rescore`: whether every stored figure is what the stored answers give; `-- --write` repairs open cards. */
import { parseArgs } from 'node:util';
import { parseSchoolYear } from '../lib/domain/school-year';
import { type DifferingCard, type FigureDifference, rescoreAll } from '../lib/portal/cards/rescore-all';
import { CommandFault, command } from './portal/command';
import { withDatabase } from './portal/with-database';

const USAGE = 'npm run rescore -- [--year 2020-2021] [--write]';

const FIGURES: Readonly<Record<string, string>> = {
  negativeSum: 'сумма',
  maximum: 'максимум',
  answered: 'отвечено',
  applicable: 'критериев',
  points: 'баллы',
  score: 'составляющие суммы',
};

await command(async () => {
  const { write, schoolYear } = options();
  const result = await withDatabase({ migrate: false }, () =>
    rescoreAll({ now: new Date(), write, schoolYear, onDiffering: tell }),
  );
  console.log(`Проверено карт: ${result.checked}. Расходятся: ${result.differing}. Исправлено: ${result.repaired}.`);
  process.exit(result.differing > 0 ? 1 : 0);
});

function options(): { write: boolean; schoolYear?: string } {
  try {
    const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, year: { type: 'string' } } });
    const schoolYear = values.year === undefined ? undefined : parseSchoolYear(values.year);
    if (schoolYear === null) throw new CommandFault(`Учебный год пишется «2020-2021». ${USAGE}`);
    return { write: values.write, schoolYear };
  } catch (error) {
    throw error instanceof CommandFault ? error : new CommandFault(`Не понимаю: ${USAGE}`);
  }
}

function tell({ schoolCode, schoolYear, cardId, open, repaired, differences }: DifferingCard): void {
  const state = repaired ? 'исправлена' : open ? 'можно исправить: --write' : 'принята или закрыта, не исправляется';
  console.log(`${schoolCode}, ${schoolYear}, карта ${cardId} (${state}):`);
  for (const difference of differences) {
    console.log(
      `  ${figureName(difference.figure)}: хранится ${shown(difference.stored)}, по ответам ${shown(difference.recomputed)}`,
    );
  }
}

function figureName(figure: FigureDifference['figure']): string {
  return FIGURES[figure] ?? figure.replace('table ', 'таблица ');
}

function shown(value: string): string {
  return value === '' ? '—' : value;
}
