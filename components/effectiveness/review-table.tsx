import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { EffectReview } from '@/lib/domain/effectiveness/review';
import { formatChange } from '@/lib/domain/russian';
import { EffectStatus } from './effect-status';
import { intervalWords } from './effect-words';

export interface ReviewRow {
  key: string;
  name: string;
  href?: string;
  review: EffectReview;
}

/** Reviews one under another: by kind of measure, by municipality. */
export function ReviewTable({ caption, rowName, rows }: { caption: string; rowName: string; rows: ReviewRow[] }) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>{rowName}</HeaderCell>
          <HeaderCell numeric>Школ списка</HeaderCell>
          <HeaderCell numeric>Изменение</HeaderCell>
          <HeaderCell numeric>Эффект</HeaderCell>
          <HeaderCell numeric>90 % интервал</HeaderCell>
          <HeaderCell>Вывод</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ key, name, href, review }) => (
          <TableRow key={key}>
            <RowHeader>
              {href ? (
                <Link href={href} className="link-quiet">
                  {name}
                </Link>
              ) : (
                name
              )}
            </RowHeader>
            <Cell numeric>{review.supported.n}</Cell>
            <Cell numeric>{formatChange(review.supported.change, 1)}</Cell>
            <Cell numeric>{formatChange(review.effect.value, 1)}</Cell>
            <Cell numeric className="whitespace-nowrap">
              {intervalWords(review.effect)}
            </Cell>
            <Cell>
              <EffectStatus words={review.words} look="line" />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
