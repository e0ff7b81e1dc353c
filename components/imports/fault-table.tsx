import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Fault } from '@/lib/portal/imports/schema';

/** What fails, by sheet and cell. */
export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const sheets = faults.some(({ sheet }) => sheet !== '');
  return (
    <div className="max-h-[32rem] overflow-y-auto">
      <Table caption="Ошибки по ячейкам">
        <TableHead>
          <tr>
            {sheets ? <HeaderCell>Лист</HeaderCell> : null}
            <HeaderCell>Ячейка</HeaderCell>
            <HeaderCell>Что не так и что сделать</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {faults.map(({ sheet, cell, message }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one cell may have several faults, the list never changes
            <TableRow key={at}>
              {sheets ? <Cell>{sheet}</Cell> : null}
              <RowHeader className="min-w-0 whitespace-nowrap">{cell || 'весь лист'}</RowHeader>
              <Cell className="w-full">{message}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
