import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { countOf } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';
import { ChangeTable } from './change-table';

/** Whose points changed by the last apply or undo. */
export function ChangesPanel({ import: { changes, status } }: { import: Pick<ImportView, 'changes' | 'status'> }) {
  const sums = changes.filter(({ sumBefore, sumAfter }) => sumBefore !== sumAfter).length;
  const what = status === 'UNDONE' ? 'После отмены' : 'После применения';
  return (
    <Panel
      padding="flush"
      title="У кого изменились баллы"
      description={
        changes.length === 0
          ? undefined
          : `${what} данные отвечают иначе: ${countOf(changes.length, 'карта', 'карты', 'карт')}. Суммы изменились: ${sums}. Сумма меняется только там, где кампания засчитывает ответы по данным.`
      }
    >
      {changes.length === 0 ? (
        <EmptyState title="Ни у кого">{what} ответы по данным остались прежними.</EmptyState>
      ) : (
        <ChangeTable changes={changes} />
      )}
    </Panel>
  );
}
