/** How complete the description of a year's management cycle is. The requirements are our own proposal. */
import { LINK_KIND_NAMES, type LinkKind, POSITION_CODES, POSITIONS, type PositionCode } from './positions';

export interface PositionFilling {
  code: PositionCode;
  text: string;
  /** what the position points to; a file counts as a document */
  links: readonly LinkKind[];
}

/** How the year's indicators stand: numbers of indicators. */
export interface IndicatorFilling {
  withTarget: number;
  withTargetAndFact: number;
}

export type PositionState = 'EMPTY' | 'PARTIAL' | 'COMPLETE';

export interface PositionCompleteness {
  code: PositionCode;
  state: PositionState;
  /** sentences that say what is missing; empty when the position is complete */
  missing: string[];
}

/** Shorter texts name a thing and do not describe it. */
export const SHORTEST_TEXT = 40;
/** One target per group of indicators of domain.md 6 would be five; three are asked at least. */
export const FEWEST_TARGETS = 3;

/** What is missing in one position: EMPTY when nothing stands there at all, COMPLETE when nothing is missing. */
export function positionCompleteness(filling: PositionFilling, indicators: IndicatorFilling): PositionCompleteness {
  const { code, links } = filling;
  const text = filling.text.trim();
  const { proof } = POSITIONS[code];
  const missing: string[] = [];
  if (text === '') missing.push('Нет текста.');
  else if (text.length < SHORTEST_TEXT) missing.push(`Текст короче ${SHORTEST_TEXT} знаков.`);
  if (proof.length > 0 && !links.some((kind) => proof.includes(kind))) {
    missing.push(`Ничем не подтверждено: добавьте «${proof.map((kind) => LINK_KIND_NAMES[kind]).join('» или «')}».`);
  }
  if (code === 'indicators' && indicators.withTarget < FEWEST_TARGETS) {
    missing.push(`План задан у ${indicators.withTarget} показателей, нужно не меньше ${FEWEST_TARGETS}.`);
  }
  if (code === 'monitoring' && indicators.withTarget > indicators.withTargetAndFact) {
    missing.push(`Нет факта у показателей с планом: ${indicators.withTarget - indicators.withTargetAndFact}.`);
  }
  const nothing = text === '' && links.length === 0;
  return { code, state: missing.length === 0 ? 'COMPLETE' : nothing ? 'EMPTY' : 'PARTIAL', missing };
}

export interface CycleCompleteness {
  positions: PositionCompleteness[];
  complete: number;
  /** the programme and the nine positions */
  of: number;
}

/** The whole cycle, position by position; a position that was never written is empty. */
export function cycleCompleteness(
  fillings: readonly PositionFilling[],
  indicators: IndicatorFilling,
): CycleCompleteness {
  const byCode = new Map(fillings.map((filling) => [filling.code, filling]));
  const positions = POSITION_CODES.map((code) =>
    positionCompleteness(byCode.get(code) ?? { code, text: '', links: [] }, indicators),
  );
  return { positions, complete: positions.filter(({ state }) => state === 'COMPLETE').length, of: positions.length };
}
