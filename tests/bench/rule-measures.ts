/** The rules alone, without a database, over a municipality of 1,000 schools. */
import { type CriterionPoints, criterionPoints } from '@/lib/domain/criterion-points';
import { firmnessOf, type JudgedSchool } from '@/lib/domain/firmness';
import type { IdentificationRule } from '@/lib/domain/identification';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { type FilledCard, rescored } from '@/lib/domain/rescoring';
import { scoreOf } from '@/lib/domain/scoring';
import { whatIf } from '@/lib/domain/what-if';
import { type AnswerPattern, answerPatterns, DEGREES, GRADES } from './answer-patterns';
import type { Measure } from './measure';

const SCHOOLS = 1000;
const YEARS = 5;

const RULES: IdentificationRule[] = [
  { kind: 'SUM', tableCode: 'T1', value: 12 },
  { kind: 'SHARE', tableCode: 'T1', value: 0.5 },
  { kind: 'TOP_N', tableCode: 'T1', value: 100 },
];

export function ruleMeasures(instrument: InstrumentDefinition): Measure[] {
  const whole = answerPatterns(instrument).slice(0, DEGREES * GRADES.length);
  const patternOf = (at: number): AnswerPattern => {
    const pattern = whole[(at * 7) % whole.length];
    if (!pattern) throw new Error('no pattern');
    return pattern;
  };
  const judged = Array.from({ length: SCHOOLS }, (_, at) => judgedSchool(instrument, patternOf(at), at));
  const criteria = new Set(judged.flatMap((school) => school.criteria.map(({ code }) => code))).size;
  const cards = Array.from({ length: SCHOOLS * YEARS }, (_, at): FilledCard => {
    const { grades, answers } = patternOf(at);
    return { instrument, grades, answers };
  });
  const other = otherVersion(instrument);
  const pure = { sql: false } as const;
  return [
    ...RULES.map((rule): Measure => {
      const name = `«что если», 1000 школ, правило ${rule.kind}`;
      return { ...pure, name, call: (run) => whatIf(rule, { ...rule, value: moved(rule, run) }, judged), goal: 200 };
    }),
    ...RULES.map((rule): Measure => {
      const name = `устойчивость, 1000 школ × ${criteria} критерия, ${rule.kind}`;
      return { ...pure, name, call: () => firmnessOf(rule, judged), goal: 200 };
    }),
    { ...pure, name: 'пересчёт 1000 школ × 5 лет другой версией', call: () => rescoredAll(cards, other), goal: 1000 },
    {
      ...pure,
      name: 'сумма одной карты',
      call: () => scoreOf(instrument, cards[0]?.grades ?? { from: 1, to: 11 }, cards[0]?.answers ?? {}),
      goal: 1,
    },
  ];
}

/** A school judged by the criteria of all tables together: 34 in the default instrument. */
function judgedSchool(instrument: InstrumentDefinition, { grades, answers }: AnswerPattern, at: number): JudgedSchool {
  const criteria = instrument.tables.flatMap(({ code }): CriterionPoints[] =>
    criterionPoints(instrument, code, grades, answers),
  );
  const sumOf = (part: 'negativeSum' | 'maximum') => criteria.reduce((sum, criterion) => sum + criterion[part], 0);
  return {
    ...{ schoolId: `${at}`, schoolCode: `m-0001-${at}`, name: `СШ № ${at}`, criteria },
    ...{ negativeSum: sumOf('negativeSum'), maximum: sumOf('maximum') },
  };
}

function moved({ kind, value }: IdentificationRule, run: number): number {
  return kind === 'SHARE' ? value - (run % 10) / 100 : value - (run % 5);
}

/** The next version: one criterion of every group is gone and one new one stands in its place. */
function otherVersion({ tables }: InstrumentDefinition): InstrumentDefinition {
  return {
    tables: tables.map((table) => ({
      ...table,
      groups: table.groups.map((group) => ({
        ...group,
        criteria: group.criteria.map((each, at) => (at === 0 ? { ...each, code: `${each.code}.new` } : each)),
      })),
    })),
  };
}

function rescoredAll(cards: readonly FilledCard[], target: InstrumentDefinition): number {
  return cards.reduce((sum, card) => sum + rescored(card, target).score.negativeSum, 0);
}
