/** Measures of olympiads, contests and interim attestation. domain.md 8.3, 8.4 */
import type { FactsOfYear, InterimFact, OlympiadFact, OlympiadStage, SchoolLevel, Sourced } from './facts';
import { type Measure, NOTHING, share, sourcesOf, taken, total } from './measurement';
import type { MeasureCode } from './rule';
import { ALL_SUBJECTS } from './subjects';

/** A stage by its row «Все предметы», which counts each pupil once, where the file has one; otherwise by all subjects. */
function stageOf(facts: FactsOfYear, stage: OlympiadStage): Sourced<OlympiadFact>[] {
  const rows = (facts.OLYMPIAD ?? []).filter((fact) => fact.stage === stage);
  const together = rows.filter(({ subject }) => subject === ALL_SUBJECTS);
  return together.length > 0 ? together : rows;
}

function municipalStage(name: string, figure: (fact: OlympiadFact) => number): Measure {
  return {
    ...{ name, unit: 'COUNT', moreIsWorse: false, counted: null, kinds: ['OLYMPIAD'], data: 'ВсОШ' },
    // n is not asked for: having no participants is what the criterion is about
    measured: (facts, minimumN) => {
      const rows = stageOf(facts, 'MUNICIPAL');
      return taken(rows, total(rows, figure), null, minimumN);
    },
  };
}

/**
 * Participants of the school stage to pupils of grades 4–11 (to all pupils where the passport does not give these). Where
 * only subjects are given, a pupil of three subjects is three participants and the value may exceed 1: it is not cut
 * there, since a cut would make the most active schools equal and call them all the lower quarter.
 */
const schoolStageShare: Measure = {
  name: 'доля участников школьного этапа ВсОШ',
  unit: 'SHARE',
  moreIsWorse: false,
  counted: 'обучающихся',
  kinds: ['OLYMPIAD', 'CONTEXT'],
  data: 'ВсОШ',
  measured: (facts, minimumN) => {
    const rows = stageOf(facts, 'SCHOOL');
    const context = facts.CONTEXT ?? [];
    if (rows.length === 0 || context.length === 0) return { ...NOTHING, sources: sourcesOf([...rows, ...context]) };
    const pupils = total(context, ({ pupils4to11, pupils: all }) => pupils4to11 ?? all);
    const participants = total(rows, (fact) => fact.participants);
    return taken([...rows, ...context], share(participants, pupils), pupils, minimumN);
  },
};

/** Places in contests held by education authorities: only these count [SEED-1]. */
const authorityPrizes: Measure = {
  name: 'число призовых мест в конкурсах органов власти',
  unit: 'COUNT',
  moreIsWorse: false,
  counted: null,
  kinds: ['CONTEST'],
  data: 'конкурсов',
  measured: ({ CONTEST: rows = [] }, minimumN) => {
    const prizes = total(rows, ({ byAuthority, prizes: places }) => (byAuthority ? places : 0));
    return taken(rows, prizes, null, minimumN);
  },
};

type InterimFigure = (fact: InterimFact) => number | null;

/** A share of the pupils attested, or their number, over all levels loaded or over one. */
function interim(
  about: Pick<Measure, 'name' | 'moreIsWorse'> & { unit: 'SHARE' | 'COUNT'; level?: SchoolLevel },
  figure: InterimFigure,
): Measure {
  const { level, ...named } = about;
  return {
    ...{ ...named, counted: 'обучающихся', kinds: ['INTERIM'], data: 'промежуточной аттестации' },
    measured: (facts, minimumN) => {
      const rows = (facts.INTERIM ?? []).filter((fact) => level === undefined || fact.level === level);
      const n = total(rows, (fact) => fact.total);
      const part = total(rows, figure);
      return taken(rows, about.unit === 'SHARE' ? share(part, n) : part, n, minimumN);
    },
  };
}

/** Качество знаний: «4» and «5» of all. domain.md 8.4 */
const quality = (level: SchoolLevel, inWords: string) =>
  interim(
    { name: `качество знаний на уровне ${inWords}`, unit: 'SHARE', moreIsWorse: false, level },
    ({ n4, n5 }) => n4 + n5,
  );

export const ATTAINMENT_MEASURES = {
  OLYMPIAD_MUNICIPAL_PARTICIPANTS: municipalStage(
    'число участников муниципального этапа ВсОШ',
    ({ participants }) => participants,
  ),
  OLYMPIAD_MUNICIPAL_PRIZES: municipalStage(
    'число победителей и призёров муниципального этапа ВсОШ',
    ({ winners, prizeWinners }) => winners + prizeWinners,
  ),
  OLYMPIAD_SCHOOL_STAGE_SHARE: schoolStageShare,
  CONTEST_AUTHORITY_PRIZES: authorityPrizes,
  INTERIM_DEBT_SHARE: interim(
    { name: 'доля обучающихся с академической задолженностью', unit: 'SHARE', moreIsWorse: true },
    ({ academicDebt }) => academicDebt,
  ),
  INTERIM_QUALITY_NOO: quality('NOO', 'НОО'),
  INTERIM_QUALITY_OOO: quality('OOO', 'ООО'),
  INTERIM_QUALITY_SOO: quality('SOO', 'СОО'),
  INTERIM_REPEAT_YEAR: interim(
    { name: 'число оставленных на повторное обучение', unit: 'COUNT', moreIsWorse: true },
    ({ repeatYear }) => repeatYear,
  ),
} satisfies Partial<Record<MeasureCode, Measure>>;
