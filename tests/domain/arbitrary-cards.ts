/** Random instruments and cards for properties, and short ways to write an instrument by hand. */
import fc from 'fast-check';
import type { Answer, StoredAnswer } from '../../lib/domain/answers';
import type {
  Applicability,
  CriterionDefinition,
  InstrumentDefinition,
  SchoolGrades,
  TableDefinition,
} from '../../lib/domain/instrument';
import type { StoredAnswers } from '../../lib/domain/scoring';

const APPLICABILITIES: Applicability[] = ['ALL', 'PRIMARY', 'GRADE7_11', 'GRADE9', 'GRADE11'];

/** A yes/no criterion written by hand; anything can be said otherwise. */
export function yesNo(code: string, more: Partial<CriterionDefinition> = {}): CriterionDefinition {
  return {
    code,
    text: `Критерий ${code}`,
    type: 'YES_NO',
    applicability: 'ALL',
    signs: [],
    help: '',
    purpose: 'Проверка',
    evidence: '',
    threshold: '',
    source: '',
    stable: false,
    ...more,
  };
}

/** A criterion that counts these signs. */
export function signCount(code: string, signs: string[], more: Partial<CriterionDefinition> = {}): CriterionDefinition {
  const definitions = signs.map((sign) => ({ code: sign, text: `Признак ${sign}`, help: '' }));
  return yesNo(code, { type: 'SIGN_COUNT', signs: definitions, ...more });
}

/** A table of one group with these criteria. */
export function tableOf(code: string, criteria: CriterionDefinition[]): TableDefinition {
  return {
    code,
    title: `Таблица ${code}`,
    track: 'LOW_RESULTS',
    groups: [{ code: `${code}G`, title: `Группа ${code}`, criteria }],
  };
}

/** An instrument of one table T1 with one group. */
export function instrumentOf(...criteria: CriterionDefinition[]): InstrumentDefinition {
  return { tables: [tableOf('T1', criteria)] };
}

/** Declared answers by code. */
export function declared(answers: Record<string, Answer>): StoredAnswers {
  return Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, { declared: answer }]));
}

export const FULL_SCHOOL: SchoolGrades = { from: 1, to: 11 };

export const anyGrades: fc.Arbitrary<SchoolGrades> = fc
  .tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 11 }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const anyCriterion = fc.record({
  applicability: fc.constantFrom(...APPLICABILITIES),
  stable: fc.boolean(),
  signs: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 4 }),
});

/** Up to three tables of up to three groups of up to six criteria; codes are unique over the instrument. */
export const anyInstrument: fc.Arbitrary<InstrumentDefinition> = fc
  .array(fc.array(fc.array(anyCriterion, { maxLength: 6 }), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((tables) => ({
    tables: tables.map((groups, t) => ({
      code: `T${t}`,
      title: `Таблица ${t}`,
      track: t === 0 ? 'LOW_RESULTS' : 'ADVERSE_CONDITIONS',
      groups: groups.map((criteria, g) => ({
        code: `T${t}G${g}`,
        title: `Группа ${t}.${g}`,
        criteria: criteria.map(({ applicability, stable, signs }, c) => {
          const code = `T${t}.G${g}.${c}`;
          const codes = Array.from({ length: signs ?? 0 }, (_, s) => `S${s + 1}`);
          return signs === null
            ? yesNo(code, { applicability, stable })
            : signCount(code, codes, { applicability, stable });
        }),
      })),
    })),
  }));

/** Any answer that the criterion takes, repetitions of signs among them. */
export function anyAnswer(criterion: CriterionDefinition): fc.Arbitrary<Answer> {
  if (criterion.type === 'YES_NO') return fc.constantFrom<Answer>('yes', 'no', 'na', null);
  const codes = criterion.signs.map((sign) => sign.code);
  return fc.option(fc.array(fc.constantFrom(...codes), { maxLength: 10 }), { freq: 5 });
}

function anyStored(criterion: CriterionDefinition): fc.Arbitrary<StoredAnswer | undefined> {
  const answer = anyAnswer(criterion);
  return fc.option(fc.oneof(fc.record({ declared: answer }), fc.record({ declared: answer, verified: answer })), {
    nil: undefined,
    freq: 8,
  });
}

/** Answers to any of the instrument's criteria, whether they apply or not. */
export function anyAnswers(instrument: InstrumentDefinition): fc.Arbitrary<StoredAnswers> {
  const criteria = instrument.tables.flatMap((table) => table.groups.flatMap((group) => group.criteria));
  return fc.tuple(...criteria.map(anyStored)).map((answers) => {
    const given = criteria.flatMap((criterion, index): [string, StoredAnswer][] => {
      const answer = answers[index];
      return answer === undefined ? [] : [[criterion.code, answer]];
    });
    return Object.fromEntries(given);
  });
}

/** An instrument with a school and its answers. */
export const anyCard = fc
  .record({ instrument: anyInstrument, grades: anyGrades })
  .chain(({ instrument, grades }) => anyAnswers(instrument).map((answers) => ({ instrument, grades, answers })));

/** Two versions and a card of each: criteria dropped, added, of another kind, for other grades, with other signs. */
export const anyTwoVersions = fc
  .tuple(anyInstrument, anyInstrument, anyGrades, anyGrades)
  .chain(([first, second, before, after]) =>
    fc.record({
      earlier: anyAnswers(first).map((answers) => ({ instrument: first, grades: before, answers })),
      later: anyAnswers(second).map((answers) => ({ instrument: second, grades: after, answers })),
    }),
  );
