'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { cellKey, MOST_PUPILS, placeOfKey, typedPupils } from '@/lib/domain/failure-matrix';
import { formatNumber } from '@/lib/domain/russian';
import type { MatrixView } from '@/lib/portal/failure-matrix/views';
import { GradeLinks } from './grade-links';
import { SaveWords } from './save-words';
import { type SaveCells, useCells } from './use-cells';

interface MatrixFormProps {
  matrix: MatrixView;
  accountId: string;
  grade: number;
  save: SaveCells;
  /** without JavaScript the visible grade is sent as an ordinary form */
  send: (form: FormData) => Promise<void>;
}

/** One grade of the matrix: causes as rows, subjects as columns, a number of pupils in each cell. */
export function MatrixForm({ matrix, accountId, grade, save, send }: MatrixFormProps) {
  const cells = useCells({ ...matrix, accountId }, save);
  const [faulty, setFaulty] = useState<Record<string, string>>({});
  const { causes, subjects } = matrix.form;
  const keyOf = (cause: string, subject: string) => cellKey({ cause, grade, subject });

  function typed(key: string, text: string) {
    const pupils = typedPupils(text);
    const wrong = pupils === undefined || (pupils !== null && pupils > MOST_PUPILS);
    setFaulty(({ [key]: _gone, ...others }) => (wrong ? { ...others, [key]: text } : others));
    if (!wrong) cells.change(key, pupils ?? null);
  }

  const filled = (one: number) =>
    causes.reduce(
      (count, { code }) =>
        count +
        subjects.filter((subject) => cells.valueOf(cellKey({ cause: code, grade: one, subject })) !== null).length,
      0,
    );

  return (
    <>
      <GradeLinks matrixId={matrix.id} grades={matrix.form.grades} grade={grade} filled={filled} />
      <Panel padding="flush">
        <form action={send}>
          <input type="hidden" name="matrixId" value={matrix.id} />
          <input type="hidden" name="grade" value={grade} />
          <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
            <p className="text-sm text-muted">
              Пустая клетка — таких учеников нет. Один ученик может быть в нескольких строках.
            </p>
            <SaveWords cells={cells} />
          </div>
          {cells.conflicts.map((conflict) => (
            <Conflict
              key={conflict.key}
              where={wordsOf(conflict.key, causes)}
              stored={conflict.stored}
              mine={conflict.mine}
              settle={(keep) => cells.settle(conflict.key, keep)}
            />
          ))}
          <Table caption={`Причины неуспешности, ${grade} класс: число учеников`}>
            <TableHead>
              <TableRow>
                <HeaderCell>Причина</HeaderCell>
                {subjects.map((subject) => (
                  <HeaderCell key={subject} className="min-w-24 text-center">
                    {subject}
                  </HeaderCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {causes.map((cause) => (
                <TableRow key={cause.code}>
                  <RowHeader className="min-w-56">{cause.text}</RowHeader>
                  {subjects.map((subject) => {
                    const key = keyOf(cause.code, subject);
                    const wrong = faulty[key];
                    const value = cells.valueOf(key);
                    return (
                      <Cell key={subject} className="text-center">
                        <input type="hidden" name={`was:${key}`} value={value ?? ''} />
                        <input
                          key={`${key}${wrong === undefined ? '' : 'wrong'}`}
                          name={`cell:${key}`}
                          value={wrong ?? (value === null ? '' : String(value))}
                          onChange={(event) => typed(key, event.target.value)}
                          disabled={!matrix.editable}
                          inputMode="numeric"
                          autoComplete="off"
                          maxLength={6}
                          aria-label={`${cause.text}, ${subject}, ${grade} класс`}
                          aria-invalid={wrong === undefined ? undefined : true}
                          aria-describedby={wrong === undefined ? undefined : `${key}-fault`}
                          className="h-11 w-16 rounded-md border border-line-strong bg-surface px-2 text-center tabular-nums aria-invalid:border-2 aria-invalid:border-danger disabled:bg-quiet"
                        />
                        {wrong === undefined ? null : (
                          <span id={`${key}-fault`} className="mt-1 block text-xs text-danger">
                            Целое число до {MOST_PUPILS}
                          </span>
                        )}
                      </Cell>
                    );
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {matrix.editable ? (
            <noscript>
              <div className="px-4 py-3 sm:px-5">
                <button type="submit" className="min-h-11 rounded-md border border-line-strong px-4 font-medium">
                  Сохранить класс
                </button>
              </div>
            </noscript>
          ) : null}
        </form>
      </Panel>
    </>
  );
}

function wordsOf(key: string, causes: MatrixView['form']['causes']): string {
  const place = placeOfKey(key);
  const cause = causes.find(({ code }) => code === place?.cause);
  return `${cause?.text ?? ''}, ${place?.subject}, ${place?.grade} класс`;
}

interface ConflictProps {
  where: string;
  stored: number | null;
  mine: number | null;
  settle: (keep: 'stored' | 'mine') => void;
}

function Conflict({ where, stored, mine, settle }: ConflictProps) {
  const shown = (value: number | null) => (value === null ? 'пусто' : formatNumber(value));
  return (
    <Notice
      tone="warning"
      title={`Изменено в другом окне: ${where}`}
      className="mx-4 mb-3 sm:mx-5"
      actions={
        <>
          <Button variant="secondary" onClick={() => settle('stored')}>
            Оставить: {shown(stored)}
          </Button>
          <Button variant="secondary" onClick={() => settle('mine')}>
            Записать своё: {shown(mine)}
          </Button>
        </>
      }
    >
      Ваше значение не записано и не потеряно: выберите одно из двух.
    </Notice>
  );
}
