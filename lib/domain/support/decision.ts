/** Management decisions and the control of their execution. */
import { isLateOn } from './days';

export type DecisionKind = 'ORDER' | 'LETTER' | 'AGENDA' | 'PROTOCOL';
export type DecisionState = 'OPEN' | 'EXECUTED' | 'NOT_EXECUTED';

export const DECISION_KINDS: Readonly<Record<DecisionKind, string>> = {
  ORDER: 'Приказ',
  LETTER: 'Письмо',
  AGENDA: 'Повестка',
  PROTOCOL: 'Протокол',
};
export const DECISION_STATES: Readonly<Record<DecisionState, string>> = {
  OPEN: 'На контроле',
  EXECUTED: 'Исполнено',
  NOT_EXECUTED: 'Не исполнено',
};

/** On control and its day has passed. Days are YYYY-MM-DD. */
export const isDecisionLate = (one: { state: DecisionState; dueOn: string | null }, today: string): boolean =>
  one.state === 'OPEN' && isLateOn(one.dueOn, today);
