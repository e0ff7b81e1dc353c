import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { MatrixBoardTable } from '@/components/failure-matrix/board-table';
import { ActionForm } from '@/components/ui/action-form';
import { FigureWithChange } from '@/components/ui/figure-with-change';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { capitalised, formatDate, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import { matrixBoard } from '@/lib/portal/failure-matrix/queries';
import { sendCloseMatrix, sendMatrixReminder } from '../actions';

export const metadata: Metadata = { title: 'Сбор матриц' };

export default async function MatrixCampaignPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const viewer = await requireViewer();
  const now = new Date();
  const campaign = opened(await matrixBoard(viewer, idOf((await params).campaignId), now));
  const open = campaign.status === 'OPEN';
  const target = { municipalityId: campaign.municipalityId };
  const sent = campaign.rows.filter((row) => row.status === 'SUBMITTED').length;
  const late = campaign.rows.filter((row) => row.late).length;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Матрица неуспешности', href: '/monitoring/causes' }]}
        kind={capitalised(campaign.municipalityName)}
        title={`Сбор матриц ${formatSchoolYear(campaign.schoolYear)}`}
        status={open ? <Status tone="info">Открыт</Status> : <Status>Закрыт</Status>}
        description={
          open
            ? `Срок ${formatDate(campaign.dueAt)}, ${timeLeft(campaign.dueAt, now)}. Предметы: ${campaign.subjects.join(', ')}.`
            : `Закрыт ${campaign.closedAt ? formatDate(campaign.closedAt) : ''}. Предметы: ${campaign.subjects.join(', ')}.`
        }
        actions={
          <LinkButton href={`/monitoring/causes/${campaign.id}/report`} variant="primary">
            Статистический отчёт
          </LinkButton>
        }
      />
      <div className="mb-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <FigureWithChange label="Отправили" value={String(sent)} unit={`из ${campaign.rows.length}`} />
        <FigureWithChange label="Опаздывают" value={String(late)} />
      </div>
      <Panel
        padding="flush"
        title="Школы"
        actions={<TableFileLinks href={`/monitoring/causes/${campaign.id}/file`} />}
        description="Числа школы видит она сама; здесь и в отчёте группы меньше 5 учеников скрыты."
      >
        <MatrixBoardTable campaignId={campaign.id} rows={campaign.rows} now={now} />
      </Panel>
      {open ? (
        <div className="mt-6 grid items-start gap-6 lg:grid-cols-2" data-print="none">
          {may(viewer, 'matrix.remind', target) ? (
            <Panel title="Напоминание">
              <ActionForm send={sendMatrixReminder} className="space-y-4">
                <input type="hidden" name="campaignId" value={campaign.id} />
                <p>Письмо и уведомление получат директора школ, которые матрицу ещё не отправили.</p>
                <SubmitButton variant="secondary" pendingText="Пишем письма…">
                  Напомнить
                </SubmitButton>
              </ActionForm>
            </Panel>
          ) : null}
          {may(viewer, 'matrix.close', target) ? (
            <Panel title="Закрытие">
              <ActionForm send={sendCloseMatrix} className="space-y-4">
                <input type="hidden" name="campaignId" value={campaign.id} />
                <p>После закрытия матрицы больше не меняются. Неотправленные в отчёт не войдут.</p>
                <SubmitButton variant="danger" pendingText="Закрываем…">
                  Закрыть сбор
                </SubmitButton>
              </ActionForm>
            </Panel>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
