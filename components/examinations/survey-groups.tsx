import { LineFields } from '@/components/support/line-fields';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber } from '@/lib/domain/russian';
import type { SurveyRow } from '@/lib/portal/examinations/views';

/** Numbers by class as the school enters them. */
export function SurveyFields({ groups }: { groups: readonly SurveyRow[] }) {
  const number = (name: string, label: string) => ({ name, label, type: 'number' as const, className: 'w-28' });
  return (
    <LineFields
      legend="Числа по классам"
      hint="Только числа. Обследуют с согласия родителей: согласий не больше, чем учеников."
      lines={groups.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
      )}
      blank={4}
      columns={[
        { name: 'className', label: 'Класс', className: 'w-28' },
        number('pupils', 'Учеников'),
        number('consents', 'Согласий'),
        number('examined', 'Обследовано'),
        number('atRisk', 'В зоне внимания'),
      ]}
    />
  );
}

/** The same for reading; a hidden number is said to be hidden. */
export function SurveyTable({ groups }: { groups: readonly SurveyRow[] }) {
  const shown = (value: number | null) =>
    value === null ? <span className="text-muted">скрыто</span> : formatNumber(value);
  return (
    <Table caption="Обследование по классам">
      <TableHead>
        <tr>
          <HeaderCell>Класс</HeaderCell>
          <HeaderCell numeric>Учеников</HeaderCell>
          <HeaderCell numeric>Согласий</HeaderCell>
          <HeaderCell numeric>Обследовано</HeaderCell>
          <HeaderCell numeric>В зоне внимания</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {groups.map((row) => (
          <TableRow key={row.className}>
            <RowHeader>{row.className}</RowHeader>
            <Cell numeric>{shown(row.pupils)}</Cell>
            <Cell numeric>{shown(row.consents)}</Cell>
            <Cell numeric>{shown(row.examined)}</Cell>
            <Cell numeric>{shown(row.atRisk)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
