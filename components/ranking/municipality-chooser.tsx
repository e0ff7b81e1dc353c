import Link from 'next/link';
import { CampaignStatus } from '@/components/campaigns/campaign-status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import type { AnalysisChoice } from '@/lib/portal/lists/views';

/** The newest campaign of each municipality, by name. */
export function MunicipalityChooser({ campaigns }: { campaigns: readonly AnalysisChoice[] }) {
  return (
    <Table caption="Муниципалитеты и их последние кампании">
      <TableHead>
        <tr>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>Кампания</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {campaigns.map((campaign) => (
          <TableRow key={campaign.municipalityId}>
            <RowHeader>
              <Link href={`/analysis/campaigns/${campaign.campaignId}`} className="link-quiet">
                {capitalised(campaign.municipalityName)}
              </Link>
            </RowHeader>
            <Cell>{formatSchoolYear(campaign.schoolYear)}</Cell>
            <Cell>
              <CampaignStatus status={campaign.status} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
