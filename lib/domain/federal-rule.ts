/**
 * ШНОР BY THE FEDERAL RULE (domain.md 3.1): a share of participants below the bound in two procedures of the year and in
 * one and the same procedure of this and the year before. The wording is that of the control act in Омская область,
 * December 2025; that it is read so, and every constant besides 30 %, two procedures and «а также», is our own proposal.
 */
import { z } from 'zod';
import type { FactsOfYear } from './evidence/facts';
import { PROCEDURE_CODES, type ProcedureCode, type ProcedureResult, procedureResult } from './federal-procedures';

export const federalRuleSettingsSchema = z
  .object({
    share: z
      .number('Доля должна быть числом.')
      .gt(0, 'Доля должна быть больше 0 %.')
      .max(1, 'Доля не может быть больше 100 %.'),
    minimumN: z
      .int('Число участников должно быть целым.')
      .min(1, 'Участников должно быть не меньше 1.')
      .max(1000, 'Участников должно быть не больше 1000.'),
    fewestLow: z
      .int('Число процедур должно быть целым.')
      .min(1, 'Процедур должно быть не меньше 1.')
      .max(PROCEDURE_CODES.length, `Процедур должно быть не больше ${PROCEDURE_CODES.length}.`),
    mode: z.enum(['AND', 'OR'], { error: 'Связь двух условий: AND или OR.' }),
    procedures: z
      .array(z.enum(PROCEDURE_CODES, { error: 'Такой процедуры нет.' }))
      .min(1, 'Выберите хотя бы одну процедуру.')
      .refine((codes) => new Set(codes).size === codes.length, 'Процедура названа дважды.')
      .refine(
        (codes) =>
          !codes.includes('EGE_MATHEMATICS') ||
          !codes.some((code) => code === 'EGE_MATHEMATICS_BASIC' || code === 'EGE_MATHEMATICS_PROFILE'),
        'ЕГЭ по математике считается либо вместе, либо по уровням: иначе одни и те же участники считаются дважды.',
      ),
  })
  .refine(({ procedures, fewestLow }) => procedures.length >= fewestLow, {
    path: ['procedures'],
    error: 'Выберите не меньше процедур, чем требует правило.',
  });

export type FederalRuleSettings = z.output<typeof federalRuleSettingsSchema>;

/**
 * ВПР in Russian and mathematics of grades 5 and 6, ОГЭ and ЕГЭ in both subjects: the set usual in 2021–2022 [GK].
 * ЕГЭ in mathematics is ONE procedure, base and profile added up: a graduate takes one of the two, so that together they
 * are the school's graduates and apart one weakness in mathematics would already be «two procedures».
 */
export const FEDERAL_RULE_DEFAULTS: FederalRuleSettings = {
  share: 0.3,
  minimumN: 5,
  fewestLow: 2,
  mode: 'AND',
  procedures: [
    'VPR_5_RUSSIAN',
    'VPR_5_MATHEMATICS',
    'VPR_6_RUSSIAN',
    'VPR_6_MATHEMATICS',
    'OGE_RUSSIAN',
    'OGE_MATHEMATICS',
    'EGE_RUSSIAN',
    'EGE_MATHEMATICS',
  ],
};

/** One procedure of a school in one year; result null: files say nothing; low null: nothing, or too few participants. */
export interface ProcedureYear {
  result: ProcedureResult | null;
  /** below / participants, 0…1 */
  share: number | null;
  low: boolean | null;
}

export interface ProcedureVerdict {
  code: ProcedureCode;
  year: ProcedureYear;
  before: ProcedureYear;
  /** low in both years */
  lasting: boolean | null;
}

/** LOW: ШНОР by the rule; RISK: one of its two halves; NO: neither is known to hold; LITTLE_DATA: the portal abstains. */
export type FederalResult = 'LOW' | 'RISK' | 'NO' | 'LITTLE_DATA';

export interface FederalVerdict {
  /** in the order of the settings */
  procedures: ProcedureVerdict[];
  /** `fewestLow` procedures low in the year */
  current: boolean | null;
  /** some procedure low in the year and in the one before */
  persistent: boolean | null;
  federalLow: boolean | null;
  /** exactly one of the two halves */
  riskGroup: boolean | null;
  result: FederalResult;
}

/** A school by the rule from the facts of a school year and of the one before it. */
export function federalVerdict(settings: FederalRuleSettings, year: FactsOfYear, before: FactsOfYear): FederalVerdict {
  const procedures = settings.procedures.map((code): ProcedureVerdict => {
    const now = procedureYear(settings, code, year);
    const then = procedureYear(settings, code, before);
    return { code, year: now, before: then, lasting: both(now.low, then.low) };
  });
  const current = currentOf(settings, procedures);
  const persistent = persistentOf(procedures);
  const federalLow = settings.mode === 'AND' ? both(current, persistent) : either(current, persistent);
  const riskGroup = current === null || persistent === null ? null : current !== persistent;
  const result = federalLow ? 'LOW' : riskGroup ? 'RISK' : federalLow === false ? 'NO' : 'LITTLE_DATA';
  return { procedures, current, persistent, federalLow, riskGroup, result };
}

function procedureYear({ share: bound, minimumN }: FederalRuleSettings, code: ProcedureCode, facts: FactsOfYear) {
  const result = procedureResult(code, facts);
  if (!result) return { result, share: null, low: null };
  const share = result.below / result.participants;
  return { result, share, low: result.participants < minimumN ? null : share >= bound };
}

/** With fewer judged procedures than the rule asks for it can only be silent: «no» would mean that nobody looked. */
function currentOf({ fewestLow }: FederalRuleSettings, procedures: readonly ProcedureVerdict[]): boolean | null {
  const judged = procedures.filter(({ year }) => year.low !== null);
  if (judged.length < fewestLow) return null;
  return judged.filter(({ year }) => year.low).length >= fewestLow;
}

/** Of procedures judged in the year; one that is low and was not judged the year before leaves it open. */
function persistentOf(procedures: readonly ProcedureVerdict[]): boolean | null {
  const judged = procedures.filter(({ year }) => year.low !== null);
  if (judged.some(({ lasting }) => lasting)) return true;
  return judged.length === 0 || judged.some(({ lasting }) => lasting === null) ? null : false;
}

/** «and» and «or» of what may be unknown (Kleene): unknown only where the unknown one decides. */
function both(one: boolean | null, other: boolean | null): boolean | null {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  if (one || other) return true;
  return one === null || other === null ? null : false;
}
