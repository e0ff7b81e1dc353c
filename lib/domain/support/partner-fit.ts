/**
 * How well a school-leader fits a supported school: named parts with weights, each with its words. The weights are our own
 * proposal; a list school, a declared conflict or a full host is never proposed.
 */
import { formatNumber, formatPercent } from '../russian';

/** Points that each part can give; together 100. */
export const FIT_WEIGHTS = {
  strength: 30,
  social: 15,
  size: 10,
  type: 10,
  resilient: 10,
  trust: 10,
  distance: 5,
  load: 5,
  past: 5,
} as const;
export type FitPart = keyof typeof FIT_WEIGHTS;

/** A pair with fewer reasons is not proposed. */
export const LEAST_REASONS = 3;

/** Schools that a host takes at most, unless told otherwise. */
export const HOST_CAPACITY = 2;

export interface PartnerTraits {
  id: string;
  name: string;
  gradeFrom: number;
  gradeTo: number;
  kind: string;
  municipalityId: string;
  /** null: not known */
  pupils: number | null;
  /** index of social conditions, mean 100, SD 15; null: not known */
  socialIndex: number | null;
  /** points by group of criteria: `title` in words */
  groups: readonly { code: string; title: string; points: number; maximum: number }[];
  listed: boolean;
  resilient: boolean;
  trust: 'TRUSTED' | 'DOUBTFUL' | 'NO_DATA';
}

export interface PairContext {
  /** schools that the host supports now */
  load: number;
  capacity: number;
  /** a declared conflict of interest, in words */
  conflict: string | null;
  /** what came of an earlier pair: finished, declined, or none */
  past: 'FINISHED' | 'DECLINED' | null;
}

export interface Fit {
  /** 0..100; 0 when the pair is not allowed */
  value: number;
  /** why the pair is not proposed at all, Russian; null: it may be */
  refused: string | null;
  parts: Readonly<Record<FitPart, number>>;
  /** what speaks for the pair, Russian sentences, at least three when it may be proposed */
  reasons: string[];
  /** what speaks against it or is not known */
  against: string[];
}

const NO_PARTS: Fit['parts'] = {
  strength: 0,
  social: 0,
  size: 0,
  type: 0,
  resilient: 0,
  trust: 0,
  distance: 0,
  load: 0,
  past: 0,
};
const refuse = (why: string): Fit => ({ value: 0, refused: why, parts: NO_PARTS, reasons: [], against: [why] });

/** The fit of a host for a school. */
export function partnerFit(host: PartnerTraits, school: PartnerTraits, context: PairContext): Fit {
  if (host.id === school.id) return refuse('Это одна и та же школа.');
  if (host.listed) return refuse('Школа сама в списке с низкими результатами.');
  if (context.conflict !== null) return refuse(`Конфликт интересов: ${context.conflict}`);
  if (context.load >= context.capacity) return refuse(`Уже поддерживает школ: ${context.load}, больше не взять.`);
  const reasons: string[] = [];
  const against: string[] = [];
  const parts = {
    strength: strengthOf(host, school, reasons, against),
    social: socialOf(host, school, reasons, against),
    size: sizeOf(host, school, reasons, against),
    type: typeOf(host, school, reasons, against),
    resilient: resilientOf(host, reasons),
    trust: trustOf(host, reasons, against),
    distance: distanceOf(host, school, reasons, against),
    load: loadOf(context, reasons),
    past: pastOf(context, reasons, against),
  };
  if (reasons.length < LEAST_REASONS) {
    return { ...refuse('Доводов за меньше трёх: портал такую пару не предлагает.'), against };
  }
  const value = Math.round(10 * Object.values(parts).reduce((sum, part) => sum + part, 0)) / 10;
  return { value, refused: null, parts, reasons, against };
}

/** Of the groups where the school has points: how much better the host stands there, weighted by the school's points. */
function strengthOf(host: PartnerTraits, school: PartnerTraits, reasons: string[], against: string[]): number {
  const weak = school.groups.filter(({ points, maximum }) => points > 0 && maximum > 0);
  const total = weak.reduce((sum, { points }) => sum + points, 0);
  if (total === 0 || host.groups.length === 0) {
    against.push('Баллы карты одной из школ не известны: сильные стороны не сравнить.');
    return 0;
  }
  let share = 0;
  const strong: string[] = [];
  for (const { code, title, points, maximum } of weak) {
    const own = host.groups.find((group) => group.code === code);
    if (!own || own.maximum === 0) continue;
    const better = Math.max(0, points / maximum - own.points / own.maximum);
    share += (points / total) * better;
    if (better >= 0.25) strong.push(`${title} (${own.points} из ${own.maximum} против ${points} из ${maximum})`);
  }
  if (strong.length > 0) reasons.push(`Сильна там, где школа слаба: ${strong.join('; ')}.`);
  else against.push('Заметно не сильнее ни в одной из слабых сторон школы.');
  return FIT_WEIGHTS.strength * Math.min(1, share);
}

/** Full points for the same index, none from two standard deviations (30) on. */
function socialOf(host: PartnerTraits, school: PartnerTraits, reasons: string[], against: string[]): number {
  if (host.socialIndex === null || school.socialIndex === null) {
    against.push('Социальные условия одной из школ не известны.');
    return FIT_WEIGHTS.social / 2;
  }
  const apart = Math.abs(host.socialIndex - school.socialIndex);
  const words = `индекс ${formatNumber(host.socialIndex)} и ${formatNumber(school.socialIndex)}`;
  if (apart <= 15) reasons.push(`Работает в похожих социальных условиях: ${words}.`);
  else against.push(`Социальные условия отличаются: ${words}.`);
  return FIT_WEIGHTS.social * Math.max(0, 1 - apart / 30);
}

/** Full points for the same number of pupils, none where one is four times the other. */
function sizeOf(host: PartnerTraits, school: PartnerTraits, reasons: string[], against: string[]): number {
  if (host.pupils === null || school.pupils === null || host.pupils === 0 || school.pupils === 0) {
    against.push('Число учеников одной из школ не известно.');
    return FIT_WEIGHTS.size / 2;
  }
  const ratio = Math.abs(Math.log2(host.pupils / school.pupils));
  const words = `учеников ${formatNumber(host.pupils)} и ${formatNumber(school.pupils)}`;
  if (ratio <= 0.6) reasons.push(`Близка по размеру: ${words}.`);
  else against.push(`Отличается по размеру: ${words}.`);
  return FIT_WEIGHTS.size * Math.max(0, 1 - ratio / 2);
}

/** The share of the school's grades that the host teaches as well; half of it for another kind of school. */
function typeOf(host: PartnerTraits, school: PartnerTraits, reasons: string[], against: string[]): number {
  const common = Math.min(host.gradeTo, school.gradeTo) - Math.max(host.gradeFrom, school.gradeFrom) + 1;
  const share = Math.max(0, common) / (school.gradeTo - school.gradeFrom + 1);
  if (share === 1) reasons.push(`Учит те же классы: ${school.gradeFrom}–${school.gradeTo}.`);
  else against.push(`Учит не все классы школы: общих ${formatPercent(share, 0)}.`);
  const sameKind = host.kind === school.kind;
  if (!sameKind) against.push('Школа другого вида: опыт может не подойти целиком.');
  return FIT_WEIGHTS.type * share * (sameKind ? 1 : 0.5);
}

function resilientOf(host: PartnerTraits, reasons: string[]): number {
  if (!host.resilient) return 0;
  reasons.push('Резильентная школа: хорошие результаты в трудных условиях.');
  return FIT_WEIGHTS.resilient;
}

function trustOf(host: PartnerTraits, reasons: string[], against: string[]): number {
  if (host.trust === 'TRUSTED') {
    reasons.push('Её результатам можно доверять: признаков, требующих дополнительного анализа, почти нет.');
    return FIT_WEIGHTS.trust;
  }
  if (host.trust === 'DOUBTFUL') {
    against.push('В её результатах есть признаки, требующие дополнительного анализа.');
    return 0;
  }
  against.push('Данных об объективности её результатов мало.');
  return FIT_WEIGHTS.trust / 2;
}

/** Roads are not in the portal: the same municipality is near enough, and that it does not know more is said. */
function distanceOf(host: PartnerTraits, school: PartnerTraits, reasons: string[], against: string[]): number {
  if (host.municipalityId !== school.municipalityId) {
    against.push('Школы в разных муниципалитетах.');
    return 0;
  }
  reasons.push('Тот же муниципалитет: встречаться можно без дальней дороги (точного расстояния портал не знает).');
  return FIT_WEIGHTS.distance;
}

function loadOf({ load, capacity }: PairContext, reasons: string[]): number {
  reasons.push(
    load === 0 ? 'Сейчас никого не поддерживает.' : `Поддерживает школ: ${load}, может взять ещё ${capacity - load}.`,
  );
  return FIT_WEIGHTS.load * (1 - load / capacity);
}

function pastOf({ past }: PairContext, reasons: string[], against: string[]): number {
  if (past === 'FINISHED') reasons.push('Прошлое партнёрство этих школ завершено успешно.');
  if (past === 'DECLINED') against.push('Прошлое партнёрство этих школ не состоялось.');
  return past === 'FINISHED' ? FIT_WEIGHTS.past : past === null ? FIT_WEIGHTS.past / 2 : 0;
}
