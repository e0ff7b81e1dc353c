/** False alarms and power of S1, S2, S3, S5 and S8 at the default settings. */
import { hardTasks, pooledTasks } from '@/lib/domain/objectivity/hard-tasks';
import { type HighMeanData, highMean } from '@/lib/domain/objectivity/high-mean';
import { journalMismatch } from '@/lib/domain/objectivity/journal-mismatch';
import type { MeasuredRow } from '@/lib/domain/objectivity/measured-power';
import { yearMarks } from '@/lib/domain/objectivity/outside-signs';
import { pooledScores } from '@/lib/domain/objectivity/score-moments';
import { DEFAULT_SETTINGS } from '@/lib/domain/objectivity/settings';
import { sharpChange } from '@/lib/domain/objectivity/sharp-change';
import { type Random, randomSource } from '@/prisma/demo/random';
import { measuredRow, type Situation } from './objectivity-measured';
import { journalOf, SCHOOL_SPREAD, scoresOf, scoresTwice, tasksOf, yearMarksOf } from './objectivity-schools';

const stream = randomSource(2020);
const RUNS = 2000;
const SIZES = [25, 50, 100];

/** One situation at every size of school. */
function atSizes(
  situation: Omit<Situation, 'pupils'>,
  fires: (random: Random, n: number) => boolean,
  runs = RUNS,
): MeasuredRow[] {
  return SIZES.map((n) =>
    measuredRow({ ...situation, pupils: String(n) }, runs, (run) =>
      fires(stream(situation.sign, situation.situation, n, run), n),
    ),
  );
}

const said = (sign: Situation['sign'], rate: Situation['rate'], situation: string, situationEnglish: string) => ({
  ...{ sign, rate, situation, situationEnglish },
});

export function meanRows(): MeasuredRow[] {
  const ofRegion = pooledScores(
    Array.from({ length: 300 }, (_, school) => {
      const random = stream('region', school);
      return scoresOf(random, 60, SCHOOL_SPREAD * random.normal());
    }),
  );
  const reference = { value: ofRegion, isMunicipality: false };
  const fires = (random: Random, n: number, effect: number, ege: Pick<HighMeanData, 'ege' | 'egeReference'>) =>
    highMean({ pupils: scoresOf(random, n, effect), reference, advanced: false, ...ege }, DEFAULT_SETTINGS).result ===
    'SIGN';
  const unknown = { ege: null, egeReference: null };
  /** ЕГЭ of 25 graduates, of a school that stands there much as it does in ВПР */
  const known = (random: Random, effect: number) => ({
    ege: 60 + 18 * (effect + 0.2 * random.normal() + random.normal() / 5),
    egeReference: { value: 60, isMunicipality: false },
  });
  const spread = (random: Random) => SCHOOL_SPREAD * random.normal();
  return [
    ...atSizes(said('S1', 'FALSE_ALARMS', 'школы не различаются', 'schools do not differ'), (random, n) =>
      fires(random, n, 0, unknown),
    ),
    ...atSizes(
      said('S1', 'FALSE_ALARMS', 'школы различаются, ЕГЭ неизвестен', 'schools differ honestly, ЕГЭ unknown'),
      (random, n) => fires(random, n, spread(random), unknown),
    ),
    ...atSizes(
      said('S1', 'FALSE_ALARMS', 'школы различаются, ЕГЭ известен', 'schools differ honestly, ЕГЭ known'),
      (random, n) => {
        const effect = spread(random);
        return fires(random, n, effect, known(random, effect));
      },
    ),
    ...[0.5, 1].flatMap((raised) =>
      atSizes(
        said(
          'S1',
          'POWER',
          `балл завышен на ${String(raised).replace('.', ',')} стандартного отклонения, ЕГЭ известен`,
          `mean raised by ${raised} SD of pupils, ЕГЭ known`,
        ),
        (random, n) => {
          const effect = spread(random);
          return fires(random, n, effect + raised, known(random, effect));
        },
      ),
    ),
  ];
}

/** Of the region: marks that differ, and that differ by 2 and more [GK]. */
export const HONEST_JOURNAL = { mismatch: 0.28, gap2: 0.015 };

export function journalRows(): MeasuredRow[] {
  const region = { lowered: 1960, confirmed: 7200, raised: 840, gap2: 150 };
  const fires = (random: Random, n: number, mismatch: number, gap2: number, alike: number) => {
    const counts = journalOf(random, n, { mismatch, gap2, alike });
    const { pValue } = journalMismatch(counts, { value: region, isMunicipality: false }, DEFAULT_SETTINGS);
    return pValue !== null && pValue <= 0.05;
  };
  const { mismatch, gap2 } = HONEST_JOURNAL;
  return [
    ...[0.02, 0.05].flatMap((alike) =>
      atSizes(
        said(
          'S2',
          'FALSE_ALARMS',
          `p ≤ 0,05, сходство учеников школы ${String(alike).replace('.', ',')}`,
          `p ≤ 0.05, pupils of a school alike by ${alike}`,
        ),
        (random, n) => fires(random, n, mismatch, gap2, alike),
      ),
    ),
    ...[0.45, 0.6].flatMap((share) =>
      atSizes(
        said(
          'S2',
          'POWER',
          `p ≤ 0,05, не совпадает ${100 * share} % отметок, 6 % на 2 и больше`,
          `p ≤ 0.05, ${100 * share} % of marks differ, 6 % by 2 and more`,
        ),
        (random, n) => fires(random, n, share, 0.06, 0.02),
      ),
    ),
  ];
}

export function changeRows(errors = DEFAULT_SETTINGS.s3Errors): MeasuredRow[] {
  const settings = { ...DEFAULT_SETTINGS, s3Errors: errors };
  const fires = (random: Random, n: number, raised: number, teaching = 0) => {
    const schools = Array.from({ length: 43 }, (_, school) =>
      scoresTwice(random, n, SCHOOL_SPREAD * random.normal(), teaching * random.normal() + (school === 0 ? raised : 0)),
    );
    const side = (of: 'before' | 'after') => ({
      ...{ pupils: schools[0]?.[of] ?? null, schools: schools.map((school) => school[of]) },
      ...{ marks: null, marksReference: null },
    });
    return sharpChange(side('before'), side('after'), settings).result === 'SIGN';
  };
  const guard = errors === 0 ? ['', ''] : [`, изменение больше ${errors} ошибок`, `, change above ${errors} errors`];
  return [
    ...atSizes(
      said('S3', 'FALSE_ALARMS', `те же ученики год спустя${guard[0]}`, `the same pupils a year later${guard[1]}`),
      (random, n) => fires(random, n, 0),
      500,
    ),
    ...atSizes(
      said(
        'S3',
        'FALSE_ALARMS',
        `то же, и у каждой школы учить стали лучше или хуже (0,2 стандартного отклонения)${guard[0]}`,
        `the same, teaching of every school changed by 0.2 SD of pupils${guard[1]}`,
      ),
      (random, n) => fires(random, n, 0, 0.2),
      500,
    ),
    ...[0.5, 1].flatMap((raised) =>
      atSizes(
        said(
          'S3',
          'POWER',
          `в 4 классе балл завышен на ${String(raised).replace('.', ',')} стандартного отклонения${guard[0]}`,
          `grade 4 raised by ${raised} SD of pupils${guard[1]}`,
        ),
        (random, n) => fires(random, n, raised),
        500,
      ),
    ),
  ];
}

export function taskRows(): MeasuredRow[] {
  const random = stream('tasks of the region');
  const region = pooledTasks(
    Array.from({ length: 200 }, () => tasksOf(random, 60, SCHOOL_SPREAD * random.normal(), 0)),
  );
  const reference = { value: region ?? [], isMunicipality: false };
  const fires = (of: Random, n: number, effect: number, help: number) =>
    hardTasks(tasksOf(of, n, effect, help), reference, n, DEFAULT_SETTINGS).result === 'SIGN';
  return [
    ...atSizes(said('S5', 'FALSE_ALARMS', 'честные школы', 'honest schools'), (of, n) =>
      fires(of, n, SCHOOL_SPREAD * of.normal(), 0),
    ),
    ...[0.15, 0.3].flatMap((help) =>
      atSizes(
        said(
          'S5',
          'POWER',
          `слабая школа, с ${100 * help} % сложных заданий помогли`,
          `weak school, help with ${100 * help} % of hard tasks`,
        ),
        (of, n) => fires(of, n, -0.5, help),
      ),
    ),
  ];
}

export function yearMarkRows(): MeasuredRow[] {
  const fires = (random: Random, n: number, lower: number, lower2: number) =>
    yearMarks(yearMarksOf(random, n, lower, lower2), DEFAULT_SETTINGS).result === 'SIGN';
  const of = (rate: Situation['rate'], lower: number, lower2: number) =>
    atSizes(
      said(
        'S8',
        rate,
        `ОГЭ ниже годовой у ${100 * lower} %, на 2 и больше у ${100 * lower2} %`,
        `ОГЭ below the year mark for ${100 * lower} %, by 2 for ${100 * lower2} %`,
      ),
      (random, n) => fires(random, n, lower, lower2),
    );
  return [...of('FALSE_ALARMS', 0.2, 0.02), ...of('FALSE_ALARMS', 0.3, 0.03), ...of('POWER', 0.5, 0.08)];
}
