/** A card filled in as a spreadsheet: the prefilled form, what a returned one would change, and changing it, all or nothing. */
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { sameAnswer } from '@/lib/domain/answers';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatDate, formatSchoolYear, formatTime } from '@/lib/domain/russian';
import { CARD_SHEET, cardWorkbook, type ReturnedCard, returnedCard } from '@/lib/exchange/card-spreadsheet';
import { saveAnswers } from './answering';
import { cardForEditing } from './card-view';
import { isEditable, refusalOfLock } from './lock';
import type { CardJson } from './schema';
import { linesOf } from './spreadsheet-lines';
import { returnedAnswers } from './spreadsheet-reading';
import { answerOfPeople, openCard } from './stored-card';
import type { CellFault, SpreadsheetChange, SpreadsheetPreview } from './views';

/** The card as a prefilled form; its file name. */
export async function cardSpreadsheet(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Outcome<{ name: string; body: Uint8Array }>> {
  const found = await cardForEditing(viewer, id);
  if (!found.ok) return found;
  const { card, school, campaign, lastYear } = found.value;
  const body = await cardWorkbook({
    cardId: card.id,
    version: card.version,
    heading: [
      `Диагностическая карта, ${formatSchoolYear(campaign.schoolYear, true)}`,
      `Школа: ${school.shortName} (${school.code})`,
      `Версия карты: ${card.version}. Скачано ${formatDate(now)} в ${formatTime(now)}`,
      'Заполните жёлтые ячейки: ответ выбирается из списка, комментарий пишется свободно. Затем загрузите файл на портал.',
    ],
    lastYearTitle: lastYear ? `В ${formatSchoolYear(lastYear.schoolYear)}` : 'В прошлом году',
    lines: linesOf(found.value),
  });
  return done({ name: `Карта ${school.code} ${campaign.schoolYear}.xlsx`, body });
}

/** What a returned form would change, and each cell that cannot be taken, by its address; nothing is stored. */
export async function previewSpreadsheet(
  viewer: Viewer,
  id: string,
  bytes: Uint8Array,
): Promise<Outcome<SpreadsheetPreview>> {
  const opened = await forViewer(viewer, async (db) => {
    const card = await openCard(db, viewer, id, 'card.answer');
    return card.ok ? (refusalOfLock(card.value) ?? card) : card;
  });
  if (!opened.ok) return opened;
  const returned = await returnedCard(bytes);
  if (!returned.ok) return returned;
  const stranger = refusalOfStranger(id, returned.value);
  if (stranger) return stranger;
  const stored = opened.value;
  const { values, errors } = returnedAnswers(returned.value.lines, stored.criteria);
  const changes = [...stored.criteria.values()].flatMap((criterion): SpreadsheetChange[] => {
    const value = values.get(criterion.code);
    if (!value) return [];
    const row = stored.rows.get(criterion.code);
    const [answer, note] = [answerOfPeople(row), row?.comment ?? ''];
    const answerTo = value.answer && !sameAnswer(value.answer.to, answer) ? value.answer : null;
    const noteTo = value.note && value.note.to !== note ? value.note : null;
    if (!answerTo && !noteTo) return [];
    if (!isEditable(viewer, stored, criterion.code)) {
      errors.push({ sheet: CARD_SHEET, cell: value.cell, message: 'этот критерий закрыт: МОЦ вернул карту без него' });
      return [];
    }
    return [
      {
        criterion: criterion.code,
        text: criterion.text,
        answer: answerTo && { from: answer, to: answerTo.to },
        note: noteTo && { from: note, to: noteTo.to },
        changedSince:
          (answerTo !== null && !sameAnswer(answerTo.was, answer)) || (noteTo !== null && noteTo.was !== note),
      },
    ];
  });
  return done({ version: stored.card.version, changes, errors });
}

function refusalOfStranger(id: string, { cardId }: ReturnedCard): Outcome<never> | null {
  if (cardId === id) return null;
  return failed('INVALID', 'Это бланк другой карты: другой школы или другого года. Скачайте бланк на этой странице.');
}

/** «Лист «Карта», ячейка D12: ожидается «да», «нет» или «не применимо»». */
export function faultInWords({ sheet, cell, message }: CellFault): string {
  return `Лист «${sheet}», ячейка ${cell}: ${message}`;
}

/** Stores everything that the form changes, or nothing: INVALID names each bad cell. */
export async function applySpreadsheet(
  viewer: Viewer,
  id: string,
  bytes: Uint8Array,
  now: Date,
): Promise<Outcome<CardJson>> {
  const preview = await previewSpreadsheet(viewer, id, bytes);
  if (!preview.ok) return preview;
  const { version, changes, errors } = preview.value;
  if (errors.length > 0) {
    return failed('INVALID', 'Ничего не сохранено: исправьте ячейки и загрузите файл снова.', {
      errors: errors.map((fault) => ({ path: `${fault.sheet}!${fault.cell}`, message: faultInWords(fault) })),
    });
  }
  return saveAnswers(viewer, id, { version, ...patchOfChanges(changes) }, now);
}

/** Changes as `PATCH /cards/{id}/answers` takes them. */
export function patchOfChanges(changes: readonly Pick<SpreadsheetChange, 'criterion' | 'answer' | 'note'>[]) {
  return {
    answers: Object.fromEntries(changes.flatMap(({ criterion, answer }) => (answer ? [[criterion, answer.to]] : []))),
    comments: Object.fromEntries(changes.flatMap(({ criterion, note }) => (note ? [[criterion, note.to]] : []))),
  };
}
