'use client';

import { useActionState, useEffect, useRef } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import type { CellFault, SpreadsheetChange, SpreadsheetPreview } from '@/lib/portal/cards/schema';
import { answerInWords } from '../answer-in-words';

interface PreviewTableProps {
  cardId: string;
  preview: SpreadsheetPreview;
  fileName: string;
  apply: (state: FormState, form: FormData) => Promise<FormState>;
}

/** What the uploaded form would change, or the cells that stand in its way; takes the focus when it appears. */
export function PreviewTable({ cardId, preview, fileName, apply }: PreviewTableProps) {
  const [state, send] = useActionState(apply, {});
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { version, changes, errors } = preview;
  const title =
    errors.length > 0
      ? `Исправьте ${countOf(errors.length, 'ячейку', 'ячейки', 'ячеек')} в файле «${fileName}»`
      : changes.length > 0
        ? `3. Проверьте и сохраните: ${countOf(changes.length, 'изменение', 'изменения', 'изменений')}`
        : 'Изменений нет';
  return (
    <div ref={box} tabIndex={-1} className="outline-none" data-preview>
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      <Panel title={title} padding={errors.length + changes.length > 0 ? 'flush' : 'normal'}>
        {errors.length > 0 ? (
          <Faults errors={errors} />
        ) : changes.length > 0 ? (
          <Changes changes={changes} />
        ) : (
          <p>Файл «{fileName}» совпадает с картой на портале.</p>
        )}
        {errors.length > 0 ? (
          <p className="p-4 text-muted">Ничего не сохранено. Исправьте эти ячейки и загрузите файл ещё раз.</p>
        ) : null}
        {errors.length === 0 && changes.length > 0 ? (
          <form action={send} className="space-y-3 p-4 sm:px-5">
            <input type="hidden" name="cardId" value={cardId} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="changes" value={JSON.stringify(changes)} />
            {changes.some((change) => change.changedSince) ? (
              <Notice tone="warning">
                Отмеченные ответы изменены на портале после того, как бланк был скачан. Если сохранить, их заменят
                ответы из файла.
              </Notice>
            ) : null}
            <SubmitButton size="lg" pendingText="Сохраняем…">
              Сохранить все изменения
            </SubmitButton>
          </form>
        ) : null}
      </Panel>
    </div>
  );
}

function Faults({ errors }: { errors: readonly CellFault[] }) {
  return (
    <Table caption="Ячейки с ошибками">
      <TableHead>
        <TableRow>
          <HeaderCell>Ячейка</HeaderCell>
          <HeaderCell>Что не так</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {errors.map(({ sheet, cell, message }) => (
          <TableRow key={cell + message}>
            <RowHeader>
              Лист «{sheet}», ячейка {cell}
            </RowHeader>
            <Cell>{message}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Changes({ changes }: { changes: readonly SpreadsheetChange[] }) {
  return (
    <Table caption="Что изменится в карте">
      <TableHead>
        <TableRow>
          <HeaderCell>Критерий</HeaderCell>
          <HeaderCell>Было</HeaderCell>
          <HeaderCell>Станет</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ criterion, text, answer, note, changedSince }) => (
          <TableRow key={criterion} marked={changedSince}>
            <RowHeader>
              <span className="block text-xs font-normal text-muted">{criterion}</span>
              {text}
              {changedSince ? (
                <span className="mt-1 block">
                  <Status tone="warning">изменён на портале</Status>
                </span>
              ) : null}
            </RowHeader>
            <Cell>
              {answer ? <span className="block">{answerInWords(answer.from)}</span> : null}
              {note ? <span className="block text-muted">{note.from || 'без комментария'}</span> : null}
            </Cell>
            <Cell>
              {answer ? <span className="block font-semibold">{answerInWords(answer.to)}</span> : null}
              {note ? <span className="block">{note.to || 'без комментария'}</span> : null}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
