/** Reads the cells of a returned form: what the school changed in it, and which cells cannot be taken. */

import { type Answer, sameAnswer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { writtenAnswer } from '@/lib/domain/written-answer';
import { CARD_SHEET, type ReturnedLine } from '@/lib/exchange/card-spreadsheet';
import { signLine } from './spreadsheet-lines';
import type { CellFault } from './views';

export interface ReturnedValue {
  /** where the criterion stands */
  cell: string;
  /** null: not changed in the form */
  answer: { was: Answer; to: Answer } | null;
  note: { was: string; to: string } | null;
}

const LONGEST_NOTE = 4000;

/** The changes of the form by criterion code; a cell that stayed as it was downloaded changes nothing. */
export function returnedAnswers(
  lines: readonly ReturnedLine[],
  criteria: ReadonlyMap<string, CriterionDefinition>,
): { values: Map<string, ReturnedValue>; errors: CellFault[] } {
  const errors: CellFault[] = [];
  const fault = (cell: string, message: string) => errors.push({ sheet: CARD_SHEET, cell, message });
  const byCode = new Map<string, ReturnedLine>();
  const known = new Set(
    [...criteria.values()].flatMap(({ code, signs }) => [code, ...signs.map((sign) => signLine(code, sign.code))]),
  );
  for (const line of lines) {
    if (!known.has(line.code)) fault(line.codeCell, `неизвестный код «${line.code.slice(0, 60)}»`);
    else if (byCode.has(line.code)) fault(line.codeCell, `код ${line.code} повторяется, оставьте одну строку`);
    else byCode.set(line.code, line);
  }
  const values = new Map<string, ReturnedValue>();
  for (const criterion of criteria.values()) {
    const line = byCode.get(criterion.code);
    if (!line) {
      fault('A1', `нет строки ${criterion.code}: скачайте бланк заново`);
      continue;
    }
    const answer =
      criterion.type === 'YES_NO' ? changedYesNo(line, fault) : changedSigns(criterion, byCode, line, fault);
    values.set(criterion.code, { cell: line.answerCell, answer, note: changedNote(line, fault) });
  }
  return { values, errors };
}

type Fault = (cell: string, message: string) => void;

function changedYesNo(line: ReturnedLine, fault: Fault): ReturnedValue['answer'] {
  const to = writtenAnswer(line.answer);
  if (to === undefined) {
    fault(line.answerCell, 'ожидается «да», «нет» или «не применимо»');
    return null;
  }
  const was = writtenAnswer(line.answerWas) ?? null;
  return sameAnswer(was, to) ? null : { was, to };
}

function changedSigns(
  criterion: CriterionDefinition,
  byCode: ReadonlyMap<string, ReturnedLine>,
  own: ReturnedLine,
  fault: Fault,
): ReturnedValue['answer'] {
  const cells = criterion.signs.map(({ code }) => ({ code, line: byCode.get(signLine(criterion.code, code)) }));
  const marks = cells.map(({ code, line }) => ({
    code,
    line,
    to: line ? writtenAnswer(line.answer) : undefined,
    was: line ? (writtenAnswer(line.answerWas) ?? null) : null,
  }));
  const someGiven = marks.some(({ to }) => to === 'yes' || to === 'no');
  let isWhole = true;
  for (const { code, line, to } of marks) {
    if (!line) fault(own.codeCell, `нет строки ${signLine(criterion.code, code)}: скачайте бланк заново`);
    else if (to === undefined || to === 'na') fault(line.answerCell, 'ожидается «да» или «нет»');
    else if (to === null && someGiven) fault(line.answerCell, 'ответьте и по этому признаку: «да» или «нет»');
    else continue;
    isWhole = false;
  }
  if (!isWhole) return null;
  const found = (key: 'to' | 'was'): Answer =>
    marks.some((mark) => mark[key] !== null)
      ? marks.filter((mark) => mark[key] === 'yes').map(({ code }) => code)
      : null;
  const [was, to] = [found('was'), found('to')];
  return sameAnswer(was, to) ? null : { was, to };
}

function changedNote(line: ReturnedLine, fault: Fault): ReturnedValue['note'] {
  if (line.note.length > LONGEST_NOTE) {
    fault(line.noteCell, `комментарий длиннее ${LONGEST_NOTE} знаков`);
    return null;
  }
  return line.note === line.noteWas ? null : { was: line.noteWas, to: line.note };
}
