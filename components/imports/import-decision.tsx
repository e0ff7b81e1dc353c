import Link from 'next/link';
import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { countOf, formatNumber, formatShortDate } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';

export interface ImportDecisionProps {
  import: ImportView;
  /** what was done a moment ago */
  done: string | null;
  apply: ActionFormProps['send'];
  undo: ActionFormProps['send'];
  discard: ActionFormProps['send'];
}

/** What can be done with the file now and what will happen then. */
export function ImportDecision({ import: one, done, apply, undo, discard }: ImportDecisionProps) {
  const { status, accepted, rows, replacing, changes } = one;
  const left = rows - accepted;
  return (
    <>
      {done === 'apply' && status === 'APPLIED' ? (
        <Notice tone="success" role="status" title="Загрузка применена">
          {changes.length === 0
            ? 'Вычисленные ответы карт не изменились.'
            : `Изменились ответы по данным: ${countOf(changes.length, 'карта', 'карты', 'карт')}.`}
        </Notice>
      ) : null}
      {done === 'undo' && status === 'UNDONE' ? (
        <Notice tone="success" role="status" title="Загрузка отменена">
          Снова действует то, что было до неё. {changes.length === 0 ? '' : 'У кого изменились ответы — ниже.'}
        </Notice>
      ) : null}
      {one.sameAs && status === 'PREVIEW' ? (
        <Notice tone="warning" title="Такой же файл уже применён">
          <Link href={`/data/imports/${one.sameAs.id}`} className="text-accent underline underline-offset-2">
            Он действует{one.sameAs.appliedAt ? ` с ${formatShortDate(one.sameAs.appliedAt)}` : ''}
          </Link>
          . Если применить ещё раз, ничего не удвоится: данные заменятся такими же.
        </Notice>
      ) : null}
      {status === 'PREVIEW' || status === 'UNDONE' ? (
        <Notice
          tone={accepted === 0 ? 'danger' : 'accent'}
          title={accepted === 0 ? 'Применять нечего' : 'Пока ничего не изменено'}
          actions={
            <>
              {one.may.apply ? (
                <ActionForm send={apply}>
                  <SubmitButton pendingText="Применяем и пересчитываем карты…">
                    {status === 'UNDONE' ? 'Применить снова' : 'Применить'}
                  </SubmitButton>
                </ActionForm>
              ) : null}
              {one.may.change ? (
                <ActionForm send={discard}>
                  <SubmitButton variant="secondary">Отказаться от файла</SubmitButton>
                </ActionForm>
              ) : null}
            </>
          }
        >
          {accepted === 0 ? (
            'Ни одна строка не годится. Исправьте файл по списку ошибок, проверьте столбцы и загрузите его снова.'
          ) : (
            <>
              Применится {countOf(accepted, 'строка', 'строки', 'строк')}
              {left > 0
                ? `; ${countOf(left, 'строка', 'строки', 'строк')} с ошибками или неузнанными школами не применится.`
                : '.'}{' '}
              {replacing > 0
                ? `Прежние данные о том же будут заменены: ${countOf(replacing, 'набор', 'набора', 'наборов')}; отмена загрузки вернёт их.`
                : 'Прежних данных о том же нет.'}{' '}
              Карты, которые зависят от этих данных, пересчитаются сразу.
            </>
          )}
        </Notice>
      ) : null}
      {one.may.undo ? (
        <Notice
          tone="neutral"
          title="Загрузку можно отменить целиком"
          actions={
            <ActionForm send={undo}>
              <SubmitButton variant="danger" pendingText="Отменяем и пересчитываем карты…">
                Отменить загрузку
              </SubmitButton>
            </ActionForm>
          }
        >
          Её данные перестанут действовать, вернётся то, что было до неё
          {replacing > 0 ? ` (${formatNumber(replacing)} прежних наборов)` : ''}, карты пересчитаются. Если часть данных
          уже заменил более поздний файл, сначала отмените его.
        </Notice>
      ) : null}
    </>
  );
}
