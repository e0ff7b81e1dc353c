import Link from 'next/link';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatDate, formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import type { CampaignSummary } from '@/lib/portal/campaigns/views';
import { CampaignStatus } from './campaign-status';

/** Campaigns with how far each has come; the municipality is named where several are in sight. */
export function CampaignTable({
  campaigns,
  withMunicipality,
}: {
  campaigns: readonly CampaignSummary[];
  withMunicipality: boolean;
}) {
  return (
    <Table caption="Кампании заполнения диагностических карт">
      <TableHead>
        <TableRow>
          {withMunicipality ? <HeaderCell>Муниципалитет</HeaderCell> : null}
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>Результаты за</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Срок</HeaderCell>
          <HeaderCell numeric>Школ</HeaderCell>
          <HeaderCell numeric>Отправили</HeaderCell>
          <HeaderCell numeric>Приняты</HeaderCell>
          <HeaderCell>Охват</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {campaigns.map((campaign) => {
          const share = campaign.cards === 0 ? 0 : campaign.accepted / campaign.cards;
          const link = (
            <Link
              href={`/monitoring/campaigns/${campaign.id}`}
              className="font-medium text-accent underline underline-offset-2"
            >
              {withMunicipality ? campaign.municipalityName : formatSchoolYear(campaign.schoolYear)}
            </Link>
          );
          return (
            <TableRow key={campaign.id}>
              <RowHeader>{link}</RowHeader>
              {withMunicipality ? <Cell>{formatSchoolYear(campaign.schoolYear)}</Cell> : null}
              <Cell>{formatSchoolYear(campaign.resultsYear)}</Cell>
              <Cell>
                <CampaignStatus status={campaign.status} />
              </Cell>
              <Cell className="whitespace-nowrap">{formatDate(campaign.dueAt)}</Cell>
              <Cell numeric>{campaign.cards}</Cell>
              <Cell numeric>{campaign.submitted}</Cell>
              <Cell numeric>{campaign.accepted}</Cell>
              <Cell className="min-w-32">
                <ProgressBar
                  label={`Принято карт: ${campaign.accepted} из ${campaign.cards}`}
                  value={campaign.accepted}
                  max={Math.max(1, campaign.cards)}
                />
                <span className="text-muted tabular-nums">{formatPercent(share)}</span>
              </Cell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
