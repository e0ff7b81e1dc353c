/**
 * What an instrument's criteria tell about schools: which never fire, always fire, repeat another or go together with
 * nothing else. A finding is a reason to look at the wording, never at a school. All numbers are [DESIGN].
 */
import { type Answer, isDefinite } from './answers';
import { applicableCriteria, type InstrumentDefinition, placedCriteria, type SchoolGrades } from './instrument';
import { formatNumber, formatPercent, NBSP } from './russian';
import { scoreOfCriterion } from './scoring';
import { correlation } from './statistics';

/** Limits of the findings; every one can be set otherwise. */
export interface DiagnosticSettings {
  /** cards with a definite answer below which nothing is said of a criterion or of a pair */
  minimumCards: number;
  /** phi of two criteria from which one is called a repetition of the other */
  duplicatePhi: number;
  /** each of the two must fire on so many cards: one common school proves nothing */
  duplicateMinimumFires: number;
  /** correlation with the rest of its table, in absolute value, below which a criterion is called noise */
  noiseCorrelation: number;
}

export const DIAGNOSTIC_SETTINGS: DiagnosticSettings = {
  minimumCards: 20,
  duplicatePhi: 0.9,
  duplicateMinimumFires: 5,
  noiseCorrelation: 0.1,
};

/** A card's counted answers by code, from any year filled in by this version. */
export interface DiagnosedCard {
  grades: SchoolGrades;
  answers: Record<string, Answer>;
}

export type Finding = 'TOO_FEW' | 'NEVER_FIRES' | 'ALWAYS_FIRES' | 'DUPLICATE' | 'NOISE';

export const FINDING_NAMES: Record<Finding, string> = {
  TOO_FEW: 'данных недостаточно',
  NEVER_FIRES: 'никогда не срабатывает',
  ALWAYS_FIRES: 'срабатывает всегда',
  DUPLICATE: 'повторяет другой критерий',
  NOISE: 'шум',
};

/** Another criterion that fires on the same cards. */
export interface Duplicate {
  code: string;
  /** phi, −1…1; null when both fire on all common cards, so that it is not defined */
  phi: number | null;
  /** cards on which both have a definite answer */
  cards: number;
}

export interface CriterionDiagnosis {
  code: string;
  text: string;
  tableCode: string;
  groupCode: string;
  /** cards to which the criterion applies and that answered it definitely (neither «не применимо» nor nothing) */
  cards: number;
  /** of them, cards with at least one point */
  fires: number;
  /** fires / cards; null without cards */
  share: number | null;
  /** Pearson's r between the criterion's points and the rest of its table as a share of its maximum; null: not defined */
  restCorrelation: number | null;
  duplicates: Duplicate[];
  /** empty: nothing to say against the criterion */
  findings: Finding[];
}

/** The points that a definitely answered criterion gave a card, of how many. */
interface Given {
  points: number;
  maximum: number;
}

/** A criterion's points by the position of the card. */
type Column = ReadonlyMap<number, Given>;

/**
 * Every criterion of the instrument, in the order of the card. Cards of several years may be given together; those of one
 * school in two years resemble each other, so that the numbers are then firmer than they look.
 */
export function diagnoseInstrument(
  instrument: InstrumentDefinition,
  cards: readonly DiagnosedCard[],
  settings: DiagnosticSettings = DIAGNOSTIC_SETTINGS,
): CriterionDiagnosis[] {
  const columns = columnsOf(instrument, cards);
  return placedCriteria(instrument).map(({ table, group, criterion }) => {
    const column = columns.get(criterion.code) ?? new Map();
    const fires = [...column.values()].filter(({ points }) => points > 0).length;
    const rest = table.groups
      .flatMap((each) => each.criteria)
      .flatMap(({ code }) => (code === criterion.code ? [] : [columns.get(code) ?? new Map()]));
    const diagnosis = {
      code: criterion.code,
      text: criterion.text,
      tableCode: table.code,
      groupCode: group.code,
      cards: column.size,
      fires,
      share: column.size === 0 ? null : fires / column.size,
      restCorrelation: restCorrelation(column, rest, settings.minimumCards),
      duplicates: duplicatesOf(criterion.code, columns, settings),
    };
    return { ...diagnosis, findings: findingsOf(diagnosis, settings) };
  });
}

/** What was found about a criterion, in Russian sentences; empty when there is nothing to say. */
export function diagnosisWords(diagnosis: CriterionDiagnosis): string {
  const { cards, fires, share, restCorrelation: r, duplicates } = diagnosis;
  const words: Record<Finding, string> = {
    TOO_FEW: `Данных недостаточно: карт с${NBSP}определённым ответом${NBSP}${cards}.`,
    NEVER_FIRES: `Не${NBSP}сработал ни${NBSP}разу, карт${NBSP}${cards}: школ он не${NBSP}различает.`,
    ALWAYS_FIRES: `Сработал во${NBSP}всех картах, их${NBSP}${fires}: школ он не${NBSP}различает.`,
    DUPLICATE: `Срабатывает там${NBSP}же, где ${duplicates.map((other) => other.code).join(', ')}: один недостаток считается дважды.`,
    NOISE: `Связи с${NBSP}остальными критериями таблицы почти нет (r${NBSP}=${NBSP}${formatNumber(r, 2)}), срабатывает в${NBSP}${formatPercent(share)} карт.`,
  };
  return diagnosis.findings.map((finding) => words[finding]).join(' ');
}

function columnsOf(instrument: InstrumentDefinition, cards: readonly DiagnosedCard[]): Map<string, Column> {
  const columns = new Map<string, Map<number, Given>>();
  for (const [index, card] of cards.entries()) {
    for (const { criterion } of applicableCriteria(instrument, card.grades)) {
      const answer = card.answers[criterion.code] ?? null;
      if (!isDefinite(answer)) continue;
      const { points, maximum } = scoreOfCriterion(criterion, { declared: answer });
      const column = columns.get(criterion.code) ?? new Map<number, Given>();
      columns.set(criterion.code, column.set(index, { points: points.length, maximum }));
    }
  }
  return columns;
}

/** The rest is a share of its own maximum, since schools are asked different numbers of criteria. */
function restCorrelation(column: Column, rest: readonly Column[], minimumCards: number): number | null {
  const pairs = [...column].flatMap(([card, { points }]): [number, number][] => {
    const others = rest.flatMap((other) => other.get(card) ?? []);
    const maximum = others.reduce((sum, other) => sum + other.maximum, 0);
    return maximum === 0 ? [] : [[points, others.reduce((sum, other) => sum + other.points, 0) / maximum]];
  });
  return pairs.length < minimumCards ? null : correlation(pairs);
}

function duplicatesOf(code: string, columns: Map<string, Column>, settings: DiagnosticSettings): Duplicate[] {
  const own = columns.get(code);
  if (!own) return [];
  return [...columns].flatMap(([other, column]): Duplicate[] => {
    if (other === code) return [];
    const pairs = [...own].flatMap(([card, { points }]): [number, number][] => {
      const given = column.get(card);
      return given ? [[Number(points > 0), Number(given.points > 0)]] : [];
    });
    const rare = [0, 1].some(
      (side) => pairs.filter((pair) => pair[side] === 1).length < settings.duplicateMinimumFires,
    );
    if (rare || pairs.length < settings.minimumCards) return [];
    const phi = correlation(pairs);
    const same = phi === null ? pairs.every(([a, b]) => a === b) : phi >= settings.duplicatePhi;
    return same ? [{ code: other, phi, cards: pairs.length }] : [];
  });
}

function findingsOf(diagnosis: Omit<CriterionDiagnosis, 'findings'>, settings: DiagnosticSettings): Finding[] {
  const { cards, fires, restCorrelation: r, duplicates } = diagnosis;
  if (cards < settings.minimumCards) return ['TOO_FEW'];
  const found: Finding[] = [];
  if (fires === 0) found.push('NEVER_FIRES');
  if (fires === cards) found.push('ALWAYS_FIRES');
  if (duplicates.length > 0) found.push('DUPLICATE');
  if (r !== null && Math.abs(r) < settings.noiseCorrelation) found.push('NOISE');
  return found;
}
