import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { EffectReview } from '@/lib/domain/effectiveness/review';
import { formatChange } from '@/lib/domain/russian';
import { intervalWords } from './effect-words';

/** The change of the supported schools beside what it is measured against. */
export function ChangeTable({ review }: { review: EffectReview }) {
  const { supported, comparable, expected, effect } = review;
  const rows = [
    { name: 'Школы списка', note: 'как изменились на самом деле', ...supported },
    { name: 'Похожие школы вне списка', note: 'тот же муниципалитет, близкая начальная сумма', ...comparable },
    { name: 'Ожидаемое без поддержки', note: 'возврат к среднему и общий сдвиг года', ...expected },
  ];
  return (
    <Table caption="Среднее изменение суммы, баллы">
      <TableHead>
        <tr>
          <HeaderCell>Кто</HeaderCell>
          <HeaderCell numeric>Школ</HeaderCell>
          <HeaderCell numeric>Изменение, баллы</HeaderCell>
          <HeaderCell numeric>90 % интервал</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ name, note, n, change, low, high }) => (
          <TableRow key={name}>
            <RowHeader>
              {name}
              <span className="block text-sm font-normal text-muted">{note}</span>
            </RowHeader>
            <Cell numeric>{n}</Cell>
            <Cell numeric>{formatChange(change, 1)}</Cell>
            <Cell numeric className="whitespace-nowrap">
              {intervalWords({ low, high })}
            </Cell>
          </TableRow>
        ))}
        <TableRow marked>
          <RowHeader>
            Эффект
            <span className="block text-sm font-normal text-muted">
              разница школ списка с остальными при равной начальной сумме
            </span>
          </RowHeader>
          <Cell numeric>{supported.n + review.unsupported}</Cell>
          <Cell numeric className="font-semibold">
            {formatChange(effect.value, 1)}
          </Cell>
          <Cell numeric className="font-semibold whitespace-nowrap">
            {intervalWords(effect)}
          </Cell>
        </TableRow>
      </TableBody>
    </Table>
  );
}
