/** What the form shows of a card: the answers with those not sent yet, the live sum, progress by group. Pure. */
import { type Answer, type StoredAnswer, sameAnswer } from '@/lib/domain/answers';
import type { CriterionDefinition, InstrumentDefinition } from '@/lib/domain/instrument';
import { type Score, scoreOf } from '@/lib/domain/scoring';
import type { CardJson } from '@/lib/portal/cards/schema';
import { answerField, commentField, type FieldValue, type QueueState, sameValue } from '../answer-queue/queue-state';
import { fieldState, shownValue } from '../answer-queue/queue-view';

export interface GroupModel {
  code: string;
  title: string;
  table: { code: string; title: string };
  criteria: CriterionDefinition[];
  answered: number;
  /** «проверьте»: carried over and not looked at yet */
  toCheck: number;
  conflicts: number;
  /** how many answers may be changed now */
  open: number;
  negativeSum: number;
  maximum: number;
}

export interface CardModel {
  answers: Record<string, Answer>;
  score: Score;
  groups: GroupModel[];
  answered: number;
  applicable: number;
  unanswered: string[];
  toCheck: string[];
  /** answered otherwise than data say, and not looked at by МОЦ */
  disagreeing: string[];
  /** points of the sum that data give; null: the campaign counts people's answers alone */
  byData: number | null;
}

/** A declared answer of the queue; a field that holds no answer at all counts as not answered. */
export function shownAnswer(state: QueueState, criterion: string): Answer {
  return asAnswer(shownValue(state, answerField(criterion)));
}

export function shownNote(state: QueueState, criterion: string): string {
  const note = shownValue(state, commentField(criterion));
  return typeof note === 'string' ? note : '';
}

export function asAnswer(value: FieldValue): Answer {
  return Array.isArray(value) || value === 'yes' || value === 'no' || value === 'na' ? value : null;
}

/** Whether the principal may change this answer now: the card is open, and this criterion with it. */
export function isOpen(card: CardJson, criterion: string): boolean {
  return card.editable && (card.unlocked === null || card.unlocked.includes(criterion));
}

/** Why this answer cannot be changed now, in words; null: it can. */
export function lockOf(card: CardJson, criterion: string): string | null {
  if (isOpen(card, criterion)) return null;
  return card.editable
    ? 'МОЦ вернул карту без этого критерия: ответ закрыт. Если ошибка и здесь, напишите МОЦ.'
    : (card.lockedReason ?? 'Ответ закрыт.');
}

/** «Проверьте»: carried over from last year, and nobody answered or confirmed it since. */
export function isToCheck(card: CardJson, state: QueueState, criterion: string): boolean {
  const key = answerField(criterion);
  return (
    card.carriedOver.includes(criterion) &&
    ['saved', 'empty'].includes(fieldState(state, key)) &&
    sameValue(state.server.values[key], card.answers[criterion])
  );
}

/** Whether what is shown is what МОЦ verified: it counts above data, until the school answers otherwise. */
export function isVerified(card: CardJson, criterion: string, answer: Answer): boolean {
  const verified = card.verified[criterion];
  return verified !== undefined && sameAnswer(verified.answer, answer);
}

/** The answers to one criterion as the server will store them when all is sent: verified > computed > declared. */
function storedOf(card: CardJson, criterion: string, answer: Answer): StoredAnswer {
  return {
    declared: answer,
    ...(isVerified(card, criterion, answer) && { verified: answer }),
    ...(card.counts === 'COMPUTED' && { computed: card.computed[criterion] ?? null }),
  };
}

/** Whether the school answered otherwise than data do; what МОЦ verified is settled. */
export function disagrees(card: CardJson, criterion: string, answer: Answer): boolean {
  const computed = card.computed[criterion];
  if (computed === undefined || computed === null || answer === null) return false;
  return !sameAnswer(computed, answer) && !isVerified(card, criterion, answer);
}

export function cardModel(instrument: InstrumentDefinition, card: CardJson, state: QueueState): CardModel {
  const groupsOf = instrument.tables.flatMap((table) => table.groups.map((group) => ({ table, group })));
  const codes = groupsOf.flatMap(({ group }) => group.criteria.map(({ code }) => code));
  const answers = Object.fromEntries(codes.map((code) => [code, shownAnswer(state, code)]));
  const score = scoreOf(
    instrument,
    card.grades,
    Object.fromEntries(codes.map((code) => [code, storedOf(card, code, answers[code] ?? null)])),
  );
  const isAnswered = (code: string) => (answers[code] ?? null) !== null;
  return {
    answers,
    score,
    groups: groupsOf.map(({ table, group }) => {
      const own = group.criteria.map(({ code }) => code);
      const part = score.groups.find(({ code }) => code === group.code);
      return {
        code: group.code,
        title: group.title,
        table: { code: table.code, title: table.title },
        criteria: group.criteria,
        answered: own.filter(isAnswered).length,
        toCheck: own.filter((code) => isToCheck(card, state, code)).length,
        conflicts: own.filter((code) => fieldState(state, answerField(code)) === 'conflict').length,
        open: own.filter((code) => isOpen(card, code)).length,
        negativeSum: part?.negativeSum ?? 0,
        maximum: part?.maximum ?? 0,
      };
    }),
    answered: codes.filter(isAnswered).length,
    applicable: codes.length,
    unanswered: codes.filter((code) => !isAnswered(code)),
    toCheck: codes.filter((code) => isToCheck(card, state, code)),
    disagreeing: codes.filter((code) => disagrees(card, code, answers[code] ?? null)),
    byData: card.counts === 'COMPUTED' ? score.points.filter(({ source }) => source === 'COMPUTED').length : null,
  };
}

/** The group in which one goes on: the first that lacks an answer, then the first with something to check. */
export function groupToGoOn(groups: readonly GroupModel[]): string {
  const open = groups.filter((group) => group.open > 0);
  const next =
    open.find((group) => group.answered < group.criteria.length) ??
    open.find((group) => group.toCheck > 0) ??
    open[0] ??
    groups[0];
  return next?.code ?? '';
}
