import Link from 'next/link';
import { CardStatus } from '@/components/campaigns/card-status';
import { ChangeMark } from '@/components/ranking/change-mark';
import { FlagStatus } from '@/components/ranking/flag-status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { capitalised, formatPercent, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { RegionSchool } from '@/lib/portal/lists/views';

/** Schools of all municipalities by sum; the place is that in the school's own municipality. */
export function RegionSchoolTable({ caption, schools }: { caption: string; schools: readonly RegionSchool[] }) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell numeric>Место в муниципалитете</HeaderCell>
          <HeaderCell numeric>Сумма</HeaderCell>
          <HeaderCell numeric>Доля максимума</HeaderCell>
          <HeaderCell>За год</HeaderCell>
          <HeaderCell>Список</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {schools.map((school) => (
          <SchoolRow key={school.cardId} school={school} />
        ))}
      </TableBody>
    </Table>
  );
}

function SchoolRow({ school }: { school: RegionSchool }) {
  const { negativeSum, previousNegativeSum } = school;
  return (
    <TableRow marked={school.proposed}>
      <RowHeader className="min-w-44">
        <Link href={`/schools/${school.schoolId}`} className="link-quiet" title={school.schoolName} prefetch={false}>
          {typeset(school.schoolShortName)}
        </Link>
      </RowHeader>
      <Cell>
        <Link href={`/analysis/campaigns/${school.campaignId}`} className="link-quiet" prefetch={false}>
          {capitalised(school.municipalityName)}
        </Link>
      </Cell>
      {negativeSum === null ? (
        <Cell colSpan={4}>
          <CardStatus status={school.status} look="line" />
        </Cell>
      ) : (
        <>
          <Cell numeric className="text-muted">
            {school.rank ?? NO_VALUE}
          </Cell>
          <Cell numeric className="whitespace-nowrap">
            <span className="text-base font-semibold">{negativeSum}</span>
            <span className="text-muted"> из {school.maximum}</span>
          </Cell>
          <Cell numeric>{formatPercent(school.share)}</Cell>
          <Cell className="whitespace-nowrap">
            <ChangeMark value={previousNegativeSum === null ? null : negativeSum - previousNegativeSum} />
          </Cell>
        </>
      )}
      <Cell className="whitespace-nowrap">
        <FlagStatus proposed={school.proposed} confirmed={school.confirmed} />
      </Cell>
    </TableRow>
  );
}
