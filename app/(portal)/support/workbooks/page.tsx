import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatDate, formatNumber } from '@/lib/domain/russian';
import { workbooksOf } from '@/lib/portal/examinations/queries';
import { sendDraft } from './actions';

export const metadata: Metadata = { title: 'Рабочая тетрадь' };

export default async function WorkbooksPage() {
  const viewer = await requireViewer();
  const { items, mayChange } = opened(await workbooksOf(viewer));
  const draft = items.some(({ status }) => status === 'DRAFT');
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Обследования', href: '/support/examinations' }]}
        title="Рабочая тетрадь причин неуспешности"
        description="Вопросы для команды школы. Опубликованная версия не меняется; обследование хранит ту, с которой началось. Содержание тетради СОИРО 2019 года найти не удалось: первая версия — предложение портала."
      />
      <Panel title="Версии" padding="flush">
        {items.length > 0 ? (
          <Table caption="Версии рабочей тетради">
            <TableHead>
              <tr>
                <HeaderCell>Версия</HeaderCell>
                <HeaderCell>Состояние</HeaderCell>
                <HeaderCell numeric>Вопросов</HeaderCell>
                <HeaderCell numeric>Обследований</HeaderCell>
                <HeaderCell>Изменена</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {items.map((item) => (
                <TableRow key={item.id}>
                  <RowHeader>
                    <Link className="link" href={`/support/workbooks/${item.id}`}>
                      {item.number}. {item.title}
                    </Link>
                  </RowHeader>
                  <Cell>
                    {item.status === 'PUBLISHED' ? (
                      <Status tone="success">Опубликована</Status>
                    ) : (
                      <Status>Черновик</Status>
                    )}
                  </Cell>
                  <Cell numeric>{formatNumber(item.questions)}</Cell>
                  <Cell numeric>{formatNumber(item.used)}</Cell>
                  <Cell>
                    {formatDate(item.changedAt)}, {item.changedBy}
                  </Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Тетради пока нет">Начните с нашего предложения и измените его под свой город.</EmptyState>
        )}
        {mayChange && !draft ? (
          <div className="border-t border-line p-4">
            <ActionForm send={sendDraft}>
              <SubmitButton pendingText="Создаём…">Новая версия</SubmitButton>
            </ActionForm>
          </div>
        ) : null}
      </Panel>
    </>
  );
}
