import Link from 'next/link';
import { CardStatus } from '@/components/campaigns/card-status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import type { OwnCard } from '@/lib/portal/home/views';

/** The school's cards by year with the sums of each table; a sum is shown once the card is accepted. */
export function OwnCardTable({ cards }: { cards: readonly OwnCard[] }) {
  const tables = [...new Set(cards.flatMap((card) => card.tables.map((table) => table.code)))].sort();
  return (
    <Table caption="Карты школы по годам">
      <TableHead>
        <TableRow>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          {tables.map((code) => (
            <HeaderCell key={code} numeric>
              {code.replace(/^T(\d+)$/, 'Таблица $1')}
            </HeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {cards.map((card) => (
          <TableRow key={card.id}>
            <RowHeader>
              <Link href={`/monitoring/cards/${card.id}`} className="text-accent underline underline-offset-2">
                {formatSchoolYear(card.schoolYear)}
              </Link>
            </RowHeader>
            <Cell>
              <CardStatus status={card.status} begun={card.answered > 0} look="line" />
            </Cell>
            {tables.map((code) => {
              const table = card.tables.find((one) => one.code === code);
              return (
                <Cell key={code} numeric>
                  {table && card.status === 'ACCEPTED' ? `${table.negativeSum} из ${table.maximum}` : NO_VALUE}
                </Cell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
