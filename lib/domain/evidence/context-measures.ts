/** Measures of the social passport. domain.md 8.5 */
import type { ContextFact } from './facts';
import { type Measure, share, taken, total } from './measurement';
import type { MeasureCode } from './rule';

type Figure = (fact: ContextFact) => number | null;

const FROM_PASSPORT = { kinds: ['CONTEXT'], data: 'социального паспорта' } as const;

function shareOfPupils(name: string, part: Figure, moreIsWorse = true): Measure {
  return {
    ...{ ...FROM_PASSPORT, name, unit: 'SHARE', moreIsWorse, counted: 'обучающихся' },
    measured: ({ CONTEXT: rows = [] }, minimumN) => {
      const n = total(rows, ({ pupils }) => pupils);
      return taken(rows, share(total(rows, part), n), n, minimumN);
    },
  };
}

function count(name: string, figure: Figure, moreIsWorse = true): Measure {
  return {
    ...{ ...FROM_PASSPORT, name, unit: 'COUNT', moreIsWorse, counted: null },
    measured: ({ CONTEXT: rows = [] }, minimumN) => taken(rows, total(rows, figure), null, minimumN),
  };
}

/**
 * Two columns together. The passport gives counts, not pupils, so a pupil who stands in both (on the record of the school
 * and of the police; ОВЗ and disabled) is counted twice: all schools are counted alike, which is what comparing them needs.
 */
const both =
  (one: Figure, other: Figure): Figure =>
  (fact) => {
    const [first, second] = [one(fact), other(fact)];
    return first === null || second === null ? null : first + second;
  };

export const CONTEXT_MEASURES = {
  CONTEXT_SINGLE_PARENT_SHARE: shareOfPupils('доля обучающихся из неполных семей', ({ singleParent }) => singleParent),
  CONTEXT_PARENTS_WITH_DEGREE_SHARE: shareOfPupils(
    'доля обучающихся, у которых оба родителя с высшим образованием',
    ({ bothParentsWithDegree }) => bothParentsWithDegree,
    false,
  ),
  CONTEXT_RECORD_SHARE: shareOfPupils(
    'доля обучающихся на профилактическом учёте',
    both(
      ({ schoolRecord }) => schoolRecord,
      ({ policeRecord }) => policeRecord,
    ),
  ),
  CONTEXT_LOW_INCOME_SHARE: shareOfPupils('доля обучающихся из малообеспеченных семей', ({ lowIncome }) => lowIncome),
  CONTEXT_SOCIAL_RISK_SHARE: shareOfPupils(
    'доля детей из семей в социально опасном положении и под опекой',
    both(
      ({ socialRisk }) => socialRisk,
      ({ inCare }) => inCare,
    ),
  ),
  CONTEXT_SPECIAL_NEEDS_SHARE: shareOfPupils(
    'доля обучающихся с ОВЗ и инвалидностью',
    both(
      ({ specialNeeds }) => specialNeeds,
      ({ disabled }) => disabled,
    ),
  ),
  CONTEXT_OTHER_TONGUE_SHARE: shareOfPupils(
    'доля обучающихся с неродным русским языком',
    ({ otherMotherTongue }) => otherMotherTongue,
  ),
  CONTEXT_VACANCIES: count('число вакансий учителей', ({ vacancies }) => vacancies),
  CONTEXT_WITHOUT_CATEGORY_SHARE: {
    ...{
      ...FROM_PASSPORT,
      name: 'доля педагогов без категории',
      unit: 'SHARE',
      moreIsWorse: true,
      counted: 'педагогов',
    },
    measured: ({ CONTEXT: rows = [] }, minimumN) => {
      const n = total(rows, ({ teachers }) => teachers);
      return taken(
        rows,
        share(
          total(rows, ({ withoutCategory }) => withoutCategory),
          n,
        ),
        n,
        minimumN,
      );
    },
  },
  /** whichever of the two there are fewer of: 0 where one of them is missing */
  CONTEXT_SPECIALISTS: count(
    'педагоги-психологи и социальные педагоги (наименьшее число)',
    ({ psychologist, socialPedagogue }) =>
      psychologist === null || socialPedagogue === null ? null : Math.min(psychologist, socialPedagogue),
    false,
  ),
  CONTEXT_SHIFTS: count('число смен', ({ shifts }) => shifts),
} satisfies Partial<Record<MeasureCode, Measure>>;
