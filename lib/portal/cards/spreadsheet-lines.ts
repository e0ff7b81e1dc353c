/** The lines of the spreadsheet of a card: titles, criteria, and under a criterion that counts signs a line for each. */

import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { placedCriteria } from '@/lib/domain/instrument';
import type { CardSheetLine } from '@/lib/exchange/card-spreadsheet';
import type { CardView, CriterionState } from './views';

export const YES_NO_CHOICES = ['да', 'нет', 'не применимо'] as const;
export const SIGN_CHOICES = ['да', 'нет'] as const;

const WRITTEN = { yes: 'да', no: 'нет', na: 'не применимо' } as const;

/** «T1.OBJ.01/S3» */
export function signLine(criterion: string, sign: string): string {
  return `${criterion}/${sign}`;
}

export function linesOf({ instrument, criteria }: CardView): CardSheetLine[] {
  let table = '';
  let group = '';
  return placedCriteria(instrument).flatMap((placed) => {
    const titles: CardSheetLine[] = [];
    if (placed.table.code !== table) titles.push(title(placed.table.title));
    if (placed.table.code !== table || placed.group.code !== group) titles.push(title(placed.group.title));
    table = placed.table.code;
    group = placed.group.code;
    const state = criteria[placed.criterion.code];
    return state ? [...titles, ...linesOfCriterion(placed.criterion, state)] : titles;
  });
}

const title = (text: string): CardSheetLine => ({ kind: 'title', code: '', text });

function linesOfCriterion(criterion: CriterionDefinition, state: CriterionState): CardSheetLine[] {
  const { code, text } = criterion;
  const common = { note: state.note, open: state.editable };
  const counted = state.verified?.answer ?? state.declared;
  if (criterion.type === 'YES_NO') {
    const [answer, lastYear] = [written(counted), written(state.lastYear)];
    return [{ ...common, kind: 'criterion', code, text, answer, lastYear, choices: YES_NO_CHOICES }];
  }
  return [
    { ...common, kind: 'criterion', code, text: `${text}. Ответьте по каждому признаку` },
    ...criterion.signs.map(
      (sign): CardSheetLine => ({
        kind: 'sign',
        code: signLine(code, sign.code),
        text: `${sign.code}. ${sign.text}`,
        lastYear: writtenSign(state.lastYear, sign.code),
        answer: writtenSign(counted, sign.code),
        choices: SIGN_CHOICES,
        open: state.editable,
      }),
    ),
  ];
}

function written(answer: Answer | undefined): string {
  return typeof answer === 'string' ? WRITTEN[answer] : '';
}

function writtenSign(answer: Answer | undefined, sign: string): string {
  return Array.isArray(answer) ? (answer.includes(sign) ? WRITTEN.yes : WRITTEN.no) : '';
}
