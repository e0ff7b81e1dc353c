import { FileDown } from 'lucide-react';
import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { SignUpStateMark } from '@/components/event-participation/sign-up-state';
import { whenOf } from '@/components/events/event-words';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { countOf, formatNumber } from '@/lib/domain/russian';
import { eventReport } from '@/lib/portal/event-participation/queries';

export const metadata: Metadata = { title: 'Итоги мероприятия' };

export default async function EventReportPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const report = opened(await eventReport(viewer, id, new Date()));
  const { signUps, feedback, silent, signedUp, came } = report;
  const file = (format: string) => `/calendar/${id}/report/file?format=${format}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: report.title, href: `/calendar/${id}` }]}
        title="Итоги мероприятия"
        description={whenOf(report)}
        actions={
          <>
            <LinkButton href={file('docx')} prefetch={false}>
              <FileDown aria-hidden /> Список для сертификатов, docx
            </LinkButton>
            <LinkButton href={file('xlsx')} prefetch={false}>
              <FileDown aria-hidden /> Excel
            </LinkButton>
          </>
        }
      />
      <div className="space-y-6">
        <Panel title="Сколько">
          <DescriptionList
            items={[
              { term: 'Записались', value: countOf(signedUp, 'человек', 'человека', 'человек') },
              {
                term: 'Пришли',
                value: came === null ? 'ещё не отмечали' : countOf(came, 'человек', 'человека', 'человек'),
              },
              {
                term: 'Оценка',
                value:
                  feedback.length === 0
                    ? 'отзывов нет'
                    : `полезно ${formatNumber(report.useful, 1)}, применимо ${formatNumber(report.applicable, 1)} из 5, ${countOf(feedback.length, 'отзыв', 'отзыва', 'отзывов')}`,
              },
            ]}
          />
        </Panel>
        <Panel title="По школам" padding="flush">
          {signUps.length === 0 ? (
            <EmptyState title="Никто не записался">Здесь появятся школы, которые запишутся или придут.</EmptyState>
          ) : (
            <Table caption="Участие школ">
              <TableHead>
                <tr>
                  <HeaderCell>Школа</HeaderCell>
                  <HeaderCell>Запись</HeaderCell>
                  <HeaderCell numeric>Записано</HeaderCell>
                  <HeaderCell numeric>Пришли</HeaderCell>
                </tr>
              </TableHead>
              <TableBody>
                {signUps.map((row) => (
                  <TableRow key={row.schoolId}>
                    <RowHeader className="font-normal">
                      {row.school}
                      {row.posts ? <span className="block text-sm text-muted">{row.posts}</span> : null}
                    </RowHeader>
                    <Cell>
                      <SignUpStateMark state={row.state} place={row.place} />
                    </Cell>
                    <Cell numeric>{row.participants}</Cell>
                    <Cell numeric>{row.attended ?? '—'}</Cell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
        </Panel>
        {silent.length > 0 ? (
          <Panel title="Приглашены и не ответили">
            <p>{silent.join(', ')}</p>
          </Panel>
        ) : null}
        {feedback.length > 0 ? (
          <Panel title="Что взяли в работу">
            <ul className="divide-y divide-line">
              {feedback.map(({ school, text, useful, applicable }) => (
                <li key={school} className="py-2">
                  <span className="font-medium">{school}</span>: полезно {useful}, применимо {applicable}
                  {text ? <p className="whitespace-pre-line">{text}</p> : null}
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
      </div>
    </>
  );
}
