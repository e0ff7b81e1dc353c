import Link from 'next/link';
import { answerInWords } from '@/components/cards/answer-in-words';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatChange, formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';

/** Whose computed answers changed, criterion by criterion, and what became of the sum. */
export function ChangeTable({ changes }: { changes: ImportView['changes'] }) {
  return (
    <Table caption="У кого изменились ответы по данным">
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Карта</HeaderCell>
          <HeaderCell>Ответы по данным</HeaderCell>
          <HeaderCell numeric>Сумма была</HeaderCell>
          <HeaderCell numeric>Стала</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {changes.map(({ cardId, schoolId, schoolName, schoolYear, criteria, sumBefore, sumAfter }) => (
          <TableRow key={cardId}>
            <RowHeader>
              <Link href={`/schools/${schoolId}`} className="text-accent underline underline-offset-2">
                {schoolName}
              </Link>
            </RowHeader>
            <Cell>
              <Link
                href={`/monitoring/cards/${cardId}`}
                className="whitespace-nowrap text-accent underline underline-offset-2"
              >
                {formatSchoolYear(schoolYear)}
              </Link>
            </Cell>
            <Cell>
              <ul className="space-y-0.5">
                {criteria.map(({ code, from, to }) => (
                  <li key={code}>
                    <span className="whitespace-nowrap">{code}</span>: {answerInWords(from)} → {answerInWords(to)}
                  </li>
                ))}
              </ul>
            </Cell>
            <Cell numeric>{formatNumber(sumBefore)}</Cell>
            <Cell numeric>
              {formatNumber(sumAfter)}
              {sumAfter === sumBefore ? null : (
                <span className="block text-muted">{formatChange(sumAfter - sumBefore)}</span>
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
