/** Files of olympiads, contests and interim attestation: what cards count, spread over rows. domain.md 8.3, 8.4 */
import { ALL_SUBJECTS } from '@/lib/domain/evidence/subjects';
import { type MarkCounts, participants } from '../figures';
import type { Random, RandomSource } from '../random';
import { type Cell, type DemoTable, yearOf } from './demo-file';
import { headerOf } from './headers';
import type { SchoolResults } from './school-results';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** `total` things dealt out at random to places of these sizes, no place beyond its size. */
function dealt(total: number, sizes: readonly number[], random: Random): number[] {
  const counts = sizes.map(() => 0);
  const room = [...sizes];
  for (let left = total; left > 0; left -= 1) {
    let chosen = random.between(1, sum(room));
    const place = room.findIndex((size) => {
      chosen -= size;
      return chosen <= 0;
    });
    if (place < 0) break;
    counts[place] = (counts[place] ?? 0) + 1;
    room[place] = (room[place] ?? 0) - 1;
  }
  return counts;
}

const MUNICIPAL_SUBJECTS = [
  'Русский язык',
  'Математика',
  'История',
  'Обществознание',
  'Биология',
  'Литература',
] as const;

/** School stage with each pupil once; municipal stage by subject, a zero said aloud. */
function olympiadRows({ school, autumn, grades, figures: { olympiad } }: SchoolResults, draw: RandomSource): Cell[][] {
  const random = draw('files', 'olympiad', school.code, autumn);
  const head = [school.code, yearOf(autumn)];
  const winners = Math.round(olympiad.schoolStage * 0.06);
  const prizes = Math.round(olympiad.schoolStage * 0.14);
  const rows: Cell[][] = [[...head, 'школьный', ALL_SUBJECTS, olympiad.schoolStage, winners, prizes]];
  if (grades.to < 7) return rows;
  const { municipalStage, municipalPrizes } = olympiad;
  if (municipalStage === 0) return [...rows, [...head, 'муниципальный', ALL_SUBJECTS, 0, 0, 0]];
  const room = MUNICIPAL_SUBJECTS.map(() => municipalStage);
  const bySubject = dealt(municipalStage, room, random);
  const placed = dealt(municipalPrizes, bySubject, random);
  MUNICIPAL_SUBJECTS.forEach((subject, index) => {
    const taking = bySubject[index] ?? 0;
    const best = placed[index] ?? 0;
    const won = random.successes(best, 0.25);
    if (taking > 0) rows.push([...head, 'муниципальный', subject, taking, won, best - won]);
  });
  return rows;
}

const OF_AUTHORITIES = [
  ['Конкурс сочинений', 'муниципальный'],
  ['Конкурс исследовательских работ школьников', 'муниципальный'],
  ['Фестиваль «Шаг в науку»', 'региональный'],
] as const;
const OF_OTHERS = [
  ['Дистанционный конкурс издательства', 'всероссийский'],
  ['Творческий конкурс общественного фонда', 'региональный'],
] as const;

/** Contests of education authorities, which count, and others, whose places do not. */
function contestRows({ school, autumn, figures: { olympiad } }: SchoolResults, draw: RandomSource): Cell[][] {
  const random = draw('files', 'contests', school.code, autumn);
  const places = dealt(
    olympiad.contestPrizes,
    OF_AUTHORITIES.map(() => olympiad.contestPrizes),
    random,
  );
  const line = ([name, level]: readonly [string, string], byAuthority: boolean, prizes: number): Cell[] => [
    ...[school.code, yearOf(autumn), name, byAuthority ? 'да' : 'нет', level],
    ...[prizes + random.between(1, 6), prizes],
  ];
  const held = OF_AUTHORITIES.map((contest, index) => line(contest, true, places[index] ?? 0));
  // a school that took part in nothing of an authority's still says so
  return [
    ...held.filter((_, index) => index === 0 || (places[index] ?? 0) > 0),
    line(random.pick(OF_OTHERS), false, random.between(0, 4)),
  ];
}

const LEVELS = [
  ['primary', 'НОО'],
  ['basic', 'ООО'],
  ['secondary', 'СОО'],
] as const;

/** Marks of each level; debts and repeaters dealt to the levels, the weakest marks first. */
function interimRows({ school, autumn, figures: { attestation } }: SchoolResults, draw: RandomSource): Cell[][] {
  const random = draw('files', 'interim', school.code, autumn);
  const levels = LEVELS.flatMap(([key, name]): { name: string; marks: MarkCounts }[] => {
    const marks = attestation[key];
    return marks ? [{ name, marks }] : [];
  });
  const sizes = levels.map(({ marks }) => participants(marks));
  const debts = dealt(Math.min(attestation.academicDebt, sum(sizes)), sizes, random);
  const repeaters = dealt(attestation.repeatYear, sizes, random);
  return levels.map(({ name, marks }, index) => {
    const debt = debts[index] ?? 0;
    return [
      ...[school.code, yearOf(autumn), name, participants(marks), marks.n5, marks.n4, marks.n3, marks.n2, 0],
      ...[debt, random.successes(debt, 0.8), repeaters[index] ?? 0],
    ];
  });
}

const table =
  (kind: 'OLYMPIAD' | 'CONTEST' | 'INTERIM', rowsOf: (results: SchoolResults, draw: RandomSource) => Cell[][]) =>
  (listed: readonly SchoolResults[], draw: RandomSource): DemoTable => ({
    header: headerOf(kind),
    rows: listed.flatMap((results) => rowsOf(results, draw)),
  });

export const olympiadTable = table('OLYMPIAD', olympiadRows);
export const contestTable = table('CONTEST', contestRows);
export const interimTable = table('INTERIM', interimRows);
