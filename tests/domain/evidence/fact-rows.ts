/** Facts written by hand or at random: everything that is not named is unknown. */
import fc from 'fast-check';
import type {
  ContestFact,
  ContextFact,
  FactsOfYear,
  GiaFact,
  InterimFact,
  OlympiadFact,
  Sourced,
} from '../../../lib/domain/evidence/facts';

const source = (row: number, importId = 'file') => ({ source: { importId, sheet: '', row } });

const NO_MARKS = { meanScore: null, meanMark: null, n2: null, n3: null, n4: null, n5: null };
const NO_POINTS = { belowMinimum: null, n81to99: null, n100: null };

export function oge(subject: string, more: Partial<GiaFact> = {}, row = 2): Sourced<GiaFact> {
  return { exam: 'OGE', subject, level: null, participants: 10, ...NO_MARKS, ...NO_POINTS, ...more, ...source(row) };
}

/** Pupils by mark, «2» first. */
export function marks(n2: number, n3: number, n4: number, n5: number): Partial<GiaFact> {
  return { participants: n2 + n3 + n4 + n5, n2, n3, n4, n5 };
}

export function ege(subject: string, more: Partial<GiaFact> = {}, row = 2): Sourced<GiaFact> {
  return { ...oge(subject, more, row), exam: 'EGE' };
}

export function olympiad(more: Partial<OlympiadFact>, row = 2): Sourced<OlympiadFact> {
  const nobody = { participants: 0, winners: 0, prizeWinners: 0 };
  return { stage: 'MUNICIPAL', subject: 'Все предметы', ...nobody, ...more, ...source(row) };
}

export function contest(byAuthority: boolean, prizes: number, row = 2): Sourced<ContestFact> {
  return { name: 'Конкурс', level: 'муниципальный', byAuthority, prizes, participants: prizes, ...source(row) };
}

export function interim(level: InterimFact['level'], more: Partial<InterimFact> = {}, row = 2): Sourced<InterimFact> {
  const none = { total: 0, n5: 0, n4: 0, n3: 0, n2: 0 };
  const unknown = { notAttested: null, academicDebt: null, conditionallyPromoted: null, repeatYear: null };
  return { level, ...none, ...unknown, ...more, ...source(row) };
}

export const CONTEXT_FIGURES = [
  'pupils4to11',
  'classes',
  'shifts',
  'singleParent',
  'lowIncome',
  'largeFamilies',
  'socialRisk',
  'inCare',
  'schoolRecord',
  'policeRecord',
  'specialNeeds',
  'disabled',
  'otherMotherTongue',
  'bothParentsWithDegree',
  'teachers',
  'vacancies',
  'highestCategory',
  'firstCategory',
  'withoutCategory',
  'youngTeachers',
  'pensionAge',
  'psychologist',
  'socialPedagogue',
  'speechTherapist',
] as const satisfies readonly (keyof ContextFact)[];

export function context(more: Partial<ContextFact> = {}, row = 2): Sourced<ContextFact> {
  const unknown = Object.fromEntries(CONTEXT_FIGURES.map((name) => [name, null])) as Omit<ContextFact, 'pupils'>;
  return { pupils: 100, ...unknown, ...more, ...source(row) };
}

const some = (max: number) => fc.integer({ min: 0, max });
/** Often nothing, so that quartiles of 0 and draws happen. */
const few = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: some(6) });
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 12 });

const anyMarks = fc.tuple(few, few, few, few).map((counts) => marks(...counts));
const anyPoints = fc.record({
  participants: some(12),
  meanScore: perhaps(some(1000).map((tenths) => tenths / 10)),
  belowMinimum: perhaps(few),
  n81to99: perhaps(few),
  n100: perhaps(few),
});

const ELECTIVES = ['Физика', 'Химия', 'История'] as const;

const anyOge = fc
  .tuple(perhaps(anyMarks), perhaps(anyMarks), fc.array(anyMarks, { maxLength: 3 }))
  .map(([russian, mathematics, electives]) => [
    ...(russian ? [oge('Русский язык', russian, 2)] : []),
    ...(mathematics ? [oge('Математика', mathematics, 3)] : []),
    ...electives.map((elective, at) => oge(ELECTIVES[at] ?? '', elective, 4 + at)),
  ]);

const anyEge = fc
  .tuple(perhaps(anyPoints), perhaps(anyPoints), perhaps(anyMarks), fc.array(anyPoints, { maxLength: 3 }))
  .map(([russian, profile, basic, electives]) => [
    ...(russian ? [ege('Русский язык', russian, 12)] : []),
    ...(profile ? [ege('Математика', { ...profile, level: 'PROFILE' }, 13)] : []),
    ...(basic ? [ege('Математика', { ...basic, level: 'BASIC' }, 14)] : []),
    ...electives.map((elective, at) => ege(ELECTIVES[at] ?? '', elective, 15 + at)),
  ]);

const anyStage = (stage: OlympiadFact['stage']) =>
  fc
    .tuple(fc.option(fc.tuple(few, few, few)), fc.array(fc.tuple(few, few, few), { maxLength: 2 }))
    .map(([together, subjects]) =>
      [
        ...(together ? [['Все предметы', together] as const] : []),
        ...subjects.map((counts, at) => [ELECTIVES[at] ?? '', counts] as const),
      ].map(([subject, [participants, winners, prizeWinners]], at) =>
        olympiad({ stage, subject, participants, winners, prizeWinners }, 20 + at),
      ),
    );

const anyInterim = fc.tuple(
  ...(['NOO', 'OOO', 'SOO'] as const).map((level) =>
    fc.option(
      fc
        .record({ n5: few, n4: few, n3: few, n2: few, academicDebt: perhaps(few), repeatYear: perhaps(few) })
        .map((counts) => interim(level, { ...counts, total: counts.n5 + counts.n4 + counts.n3 + counts.n2 })),
      { freq: 6 },
    ),
  ),
);

const anyContext = fc
  .tuple(some(60), fc.array(perhaps(few), { minLength: 24, maxLength: 24 }))
  .map(([pupils, figures]) =>
    context({ pupils, ...Object.fromEntries(CONTEXT_FIGURES.map((name, at) => [name, figures[at] ?? null])) }, 40),
  );

/** What files may say of a school in a year; kinds that were not loaded are missing. */
export const anyFacts: fc.Arbitrary<FactsOfYear> = fc
  .record({
    oge: anyOge,
    ege: anyEge,
    school: anyStage('SCHOOL'),
    municipal: anyStage('MUNICIPAL'),
    contests: fc.array(fc.tuple(fc.boolean(), few), { maxLength: 3 }),
    interim: anyInterim,
    context: fc.option(anyContext, { freq: 8 }),
  })
  .map((facts) => ({
    GIA_AGGREGATE: [...facts.oge, ...facts.ege],
    OLYMPIAD: [...facts.school, ...facts.municipal],
    CONTEST: facts.contests.map(([byAuthority, prizes], at) => contest(byAuthority, prizes, 30 + at)),
    INTERIM: facts.interim.filter((fact) => fact !== null),
    ...(facts.context && { CONTEXT: [facts.context] }),
  }));
