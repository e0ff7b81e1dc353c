/**
 * Risk profile of a school: factors of the centre's dictionary, their significance, what shows them. The factors of
 * domain.md 3.2 are remembered, not verified; which criteria of the card hint at a factor is our own proposal.
 */
import { z } from 'zod';

export type Significance = 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE';
export type ProfileStatus = 'DRAFT' | 'WITH_SCHOOL' | 'VERIFIED';

export const SIGNIFICANCES: Readonly<Record<Significance, string>> = {
  HIGH: 'высокая',
  MEDIUM: 'средняя',
  LOW: 'низкая',
  NONE: 'нет риска',
};

export const PROFILE_STATUSES: Readonly<Record<ProfileStatus, string>> = {
  DRAFT: 'Черновик МОЦ',
  WITH_SCHOOL: 'На проверке у школы',
  VERIFIED: 'Проверен со школой',
};

export const riskFactorSchema = z.object({
  code: z.string().regex(/^R\d{2,3}$/, 'Код фактора — R и две цифры.'),
  title: z.string().trim().min(1, 'Назовите фактор.').max(300, 'Не длиннее 300 знаков.'),
  /** beginnings of codes of criteria that hint at it: «T1.OGE» or «T1.OGE.01» */
  hints: z.array(z.string().max(50)).max(30),
  active: z.boolean(),
});
export type RiskFactor = z.output<typeof riskFactorSchema>;
export const riskFactorsSchema = z.array(riskFactorSchema).min(1, 'Нужен хотя бы один фактор.').max(60);

const factor = (code: string, title: string, ...hints: string[]): RiskFactor => ({ code, title, hints, active: true });

export const DEFAULT_FACTORS: readonly RiskFactor[] = [
  factor('R01', 'Низкий уровень оснащения школы', 'T2.RES.04', 'T2.RES.05'),
  factor('R02', 'Дефицит педагогических кадров', 'T2.RES.01', 'T2.RES.02'),
  factor('R03', 'Недостаточная предметная и методическая компетентность педагогических работников', 'T1.OGE', 'T1.EGE'),
  factor('R04', 'Риски низкой адаптивности учебного процесса', 'T1.INT'),
  factor('R05', 'Несформированность внутришкольной системы повышения квалификации', 'T1.OBJ'),
  factor('R06', 'Высокая доля обучающихся с ОВЗ', 'T2.SOC.06'),
  factor('R07', 'Низкое качество преодоления языковых и культурных барьеров', 'T2.SOC.07'),
  factor('R08', 'Низкая учебная мотивация обучающихся', 'T1.OLY'),
  factor('R09', 'Пониженный уровень школьного благополучия', 'T2.RES.03'),
  factor('R10', 'Низкий уровень дисциплины в классе'),
  factor('R11', 'Высокая доля обучающихся с рисками учебной неуспешности', 'T1.INT', 'T1.OGE'),
  factor('R12', 'Низкий уровень вовлечённости родителей', 'T2.SOC.01', 'T2.SOC.03', 'T2.SOC.05'),
];

/** Whether a criterion hints at the factor. */
export const hintsAt = ({ hints }: Pick<RiskFactor, 'hints'>, criterion: string): boolean =>
  hints.some((hint) => criterion === hint || criterion.startsWith(`${hint}.`));

/** Shares of hinting criteria with points from which the portal proposes a significance; our own proposal. */
export const PROPOSAL_SHARES = { HIGH: 0.6, MEDIUM: 0.3 } as const;

/**
 * What the card of the school proposes for a factor: the share of the criteria that hint at it and gave points. null when
 * no criterion of the card hints at it, so that the portal abstains.
 */
export function proposedSignificance(
  factorHints: Pick<RiskFactor, 'hints'>,
  criteria: readonly { code: string; points: number }[],
): { significance: Significance; withPoints: string[]; of: number } | null {
  const hinting = criteria.filter(({ code }) => hintsAt(factorHints, code));
  if (hinting.length === 0) return null;
  const withPoints = hinting.filter(({ points }) => points > 0).map(({ code }) => code);
  const share = withPoints.length / hinting.length;
  const significance =
    share >= PROPOSAL_SHARES.HIGH ? 'HIGH' : share >= PROPOSAL_SHARES.MEDIUM ? 'MEDIUM' : share > 0 ? 'LOW' : 'NONE';
  return { significance, withPoints, of: hinting.length };
}

/** What is wrong with a dictionary that is to replace another: a used factor may be switched off, never removed. */
export function dictionaryFaults(before: readonly RiskFactor[], after: readonly RiskFactor[]): string[] {
  const codes = after.map(({ code }) => code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  const missing = before.filter(({ code }) => !codes.includes(code));
  return [
    ...[...new Set(twice)].map((code) => `Код ${code} записан дважды.`),
    ...missing.map(({ code, title }) => `Фактор ${code} «${title}» нельзя убрать: снимите отметку «действует».`),
  ];
}
