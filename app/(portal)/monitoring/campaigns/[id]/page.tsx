import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { isId } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { BOARD_VIEWS, type BoardView, boardView, byNeed } from '@/components/campaigns/board-order';
import { BoardTable } from '@/components/campaigns/board-table';
import { CampaignStatus } from '@/components/campaigns/campaign-status';
import { CloseForm } from '@/components/campaigns/close-form';
import { CountedForm } from '@/components/campaigns/counted-form';
import { COUNTS_NAMES } from '@/components/campaigns/counts-words';
import { DeadlineForm } from '@/components/campaigns/deadline-form';
import { ReminderForm } from '@/components/campaigns/reminder-form';
import { EmptyState } from '@/components/ui/empty-state';
import { FigureWithChange } from '@/components/ui/figure-with-change';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { TabLinks } from '@/components/ui/tab-links';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { dayOf, formatDate, formatMoment, formatPercent, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import { campaignBoard } from '@/lib/portal/campaigns/board';
import { sendClose, sendCounted, sendDeadline, sendMissingCards, sendReminder } from '../actions';

export const metadata: Metadata = { title: 'Кампания' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string }>;
}

export default async function CampaignPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (!may(viewer, 'campaign.board')) forbidden();
  const { id } = await params;
  const now = new Date();
  const board = isId(id) ? await campaignBoard(viewer, id, now) : null;
  if (!board) notFound();
  const view = boardView((await searchParams).show);
  const rows = byNeed(board.rows).filter(BOARD_VIEWS[view].fits);
  const open = board.status === 'OPEN';
  const accepted = board.rows.filter((row) => row.status === 'ACCEPTED').length;
  const submitted = board.rows.filter((row) => row.status === 'SUBMITTED').length;
  const late = board.rows.filter((row) => row.late).length;
  const target = { municipalityId: board.municipalityId };
  const choosing = open && may(viewer, 'campaign.remind', target);
  const table =
    rows.length > 0 ? (
      <BoardTable rows={rows} now={now} choosing={choosing} />
    ) : (
      <EmptyState title="Таких карт нет">Выберите другой вид.</EmptyState>
    );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Мониторинг', href: '/monitoring' }]}
        kind={board.municipalityName}
        title={`Кампания ${formatSchoolYear(board.schoolYear)}`}
        status={<CampaignStatus status={board.status} />}
        description={`${board.instrumentTitle}. Результаты ${formatSchoolYear(board.resultsYear, true)}. ${
          open
            ? `Срок ${formatDate(board.dueAt)}, ${timeLeft(board.dueAt, now)}.`
            : `Срок был ${formatDate(board.dueAt)}.`
        } Без проверки МОЦ считается: ${COUNTS_NAMES[board.counts].toLowerCase()}.`}
        actions={
          <>
            <LinkButton href={`/analysis/campaigns/${board.id}`}>Список школ</LinkButton>
            <TableFileLinks href={`/monitoring/campaigns/${board.id}/file`} query={{ show: view }} />
          </>
        }
      />
      <div className="mb-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <FigureWithChange
          label="Охват: приняты карты"
          value={formatPercent(board.rows.length ? accepted / board.rows.length : 0)}
          unit={`${accepted} из ${board.rows.length}`}
          href={`?show=accepted`}
        />
        <FigureWithChange label="Ждут проверки" value={String(submitted)} href="?show=review" />
        <FigureWithChange label="Опаздывают" value={String(late)} href="?show=late" />
        <FigureWithChange
          label="Не начали"
          value={String(board.rows.filter(BOARD_VIEWS.notBegun.fits).length)}
          href="?show=notBegun"
        />
      </div>
      {board.schoolsWithoutCard.length > 0 && may(viewer, 'campaign.change', target) ? (
        <Notice
          tone="warning"
          title={`Без карты: ${board.schoolsWithoutCard.map((school) => school.name).join(', ')}`}
          className="mb-6"
          actions={
            <form action={sendMissingCards}>
              <input type="hidden" name="campaignId" value={board.id} />
              <SubmitButton variant="secondary">Выдать карты</SubmitButton>
            </form>
          }
        >
          Школы появились в муниципалитете после открытия кампании.
        </Notice>
      ) : null}
      <TabLinks
        label="Показать карты"
        items={(Object.keys(BOARD_VIEWS) as BoardView[]).map((key) => ({
          href: `?show=${key}`,
          label: BOARD_VIEWS[key].label,
          current: key === view,
          count: board.rows.filter(BOARD_VIEWS[key].fits).length,
        }))}
      />
      <Panel padding="flush">
        {choosing ? (
          <ReminderForm
            send={sendReminder}
            campaignId={board.id}
            lastReminder={board.lastReminderAt ? formatMoment(board.lastReminderAt, now) : null}
          >
            {table}
          </ReminderForm>
        ) : (
          table
        )}
      </Panel>
      {open && may(viewer, 'campaign.change', target) ? (
        <div className="mt-6 grid items-start gap-6 lg:grid-cols-2" data-print="none">
          <div className="space-y-6">
            <Panel title="Срок">
              <DeadlineForm
                send={sendDeadline}
                campaignId={board.id}
                dueDay={dayOf(board.dueAt)}
                schools={board.rows
                  .filter((row) => row.status === 'DRAFT' || row.status === 'RETURNED')
                  .map((row) => ({ cardId: row.cardId, name: row.schoolName }))}
              />
            </Panel>
            <Panel title="Закрытие">
              <CloseForm send={sendClose} campaignId={board.id} notAccepted={board.rows.length - accepted} />
            </Panel>
          </div>
          <Panel title="Что считается, если МОЦ не проверял ответ">
            <CountedForm send={sendCounted} campaignId={board.id} version={board.version} counts={board.counts} />
          </Panel>
        </div>
      ) : null}
      {board.letter ? (
        <Panel title="Письмо директорам" className="mt-6">
          <p className="max-w-prose whitespace-pre-line">{board.letter}</p>
        </Panel>
      ) : null}
    </>
  );
}
