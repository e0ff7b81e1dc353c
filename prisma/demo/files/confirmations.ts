/** Files behind the signs S6, S7 and S8: the ФИОКО list, medals, year marks of grade 9 against ОГЭ. domain.md 2.2, 2.4 */
import { type MarkCounts, participants } from '../figures';
import type { Random, RandomSource } from '../random';
import { type Cell, type DemoTable, yearOf } from './demo-file';
import { headerOf } from './headers';
import type { SchoolResults } from './school-results';

/** One or two of the four works carry markers where the school is on the list; zeros are said aloud. */
function markerRow({ school, autumn, figures: { signs } }: SchoolResults, draw: RandomSource): Cell[] {
  const random = draw('files', 'markers', school.code, autumn);
  const works = [0, 0, 0, 0];
  if (signs.includes('S6')) {
    works[random.between(0, 3)] = random.between(1, 2);
    works[random.between(0, 3)] = 1;
  }
  return [school.code, yearOf(autumn), ...works];
}

/** One graduate in twelve is a candidate; where the sign S7 is, one or two of them were not confirmed. */
function medalRows({ school, autumn, figures: { ege, signs } }: SchoolResults, draw: RandomSource): Cell[][] {
  if (!ege) return [];
  const random = draw('files', 'medals', school.code, autumn);
  const likely = random.successes(ege.russian.participants, 1 / 12);
  const unconfirmed = signs.includes('S7') ? random.between(1, 2) : 0;
  const candidates = Math.max(likely, unconfirmed);
  return [[school.code, yearOf(autumn), candidates, candidates - unconfirmed]];
}

/** Honest schools lower 8 to 22 % of year marks at the exam; where the sign S8 is, more than half. */
function comparedMarks(marks: MarkCounts, biased: boolean, random: Random): Cell[] {
  const all = participants(marks);
  const share = biased ? 0.52 + 0.1 * random.uniform() : 0.08 + 0.14 * random.uniform();
  const lowered = biased ? Math.ceil(all * share) : Math.floor(all * share);
  const raised = Math.floor((all - lowered) * 0.08);
  const lowered2 = Math.floor(all * (biased ? 0.06 : 0.02));
  return [lowered, all - lowered - raised, raised, lowered2];
}

function yearMarkRows({ school, autumn, figures: { oge, signs } }: SchoolResults, draw: RandomSource): Cell[][] {
  if (!oge) return [];
  const random = draw('files', 'year marks', school.code, autumn);
  const biased = signs.includes('S8');
  return (
    [
      ['Русский язык', oge.russian],
      ['Математика', oge.mathematics],
    ] as const
  ).map(([subject, marks]) => [school.code, yearOf(autumn), subject, ...comparedMarks(marks, biased, random)]);
}

export function markerTable(listed: readonly SchoolResults[], draw: RandomSource): DemoTable {
  const written = listed.filter(({ grades }) => grades.from <= 5);
  return { header: headerOf('FIOKO_MARKERS'), rows: written.map((results) => markerRow(results, draw)) };
}

export function medalTable(listed: readonly SchoolResults[], draw: RandomSource): DemoTable {
  return { header: headerOf('MEDALS'), rows: listed.flatMap((results) => medalRows(results, draw)) };
}

export function yearMarkTable(listed: readonly SchoolResults[], draw: RandomSource): DemoTable {
  return { header: headerOf('OGE_JOURNAL'), rows: listed.flatMap((results) => yearMarkRows(results, draw)) };
}
