import Link from 'next/link';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import type { MatrixCampaignItem } from '@/lib/portal/failure-matrix/views';

/** Matrix campaigns with how many schools have sent theirs. */
export function MatrixCampaignList({ campaigns }: { campaigns: readonly MatrixCampaignItem[] }) {
  return (
    <Table caption="Сбор матриц неуспешности">
      <TableHead>
        <TableRow>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Срок</HeaderCell>
          <HeaderCell>Отправили</HeaderCell>
          <HeaderCell>Отчёт</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {campaigns.map((campaign) => {
          const progress = `Отправили ${campaign.submitted} из ${campaign.schools}`;
          return (
            <TableRow key={campaign.id}>
              <RowHeader>
                <Link href={`/monitoring/causes/${campaign.id}`} className="text-accent underline underline-offset-2">
                  {formatSchoolYear(campaign.schoolYear)}
                </Link>
              </RowHeader>
              <Cell>{campaign.municipalityName}</Cell>
              <Cell>{campaign.status === 'OPEN' ? <Status tone="info">Открыт</Status> : <Status>Закрыт</Status>}</Cell>
              <Cell className="whitespace-nowrap">{formatDate(campaign.dueAt)}</Cell>
              <Cell className="min-w-32">
                <ProgressBar label={progress} labelShown value={campaign.submitted} max={campaign.schools} />
              </Cell>
              <Cell>
                <Link
                  href={`/monitoring/causes/${campaign.id}/report`}
                  className="text-accent underline underline-offset-2"
                  aria-label={`Отчёт ${formatSchoolYear(campaign.schoolYear)}, ${campaign.municipalityName}`}
                >
                  Открыть
                </Link>
              </Cell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
