import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { importKindName } from '@/lib/domain/evidence/import-kinds';
import { capitalised, formatMoment, formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import type { ImportRow } from '@/lib/portal/imports/views';
import { ImportStatus } from './import-status';

export interface ImportTableProps {
  imports: readonly ImportRow[];
  /** the viewer sees several municipalities */
  places: boolean;
  now: Date;
}

/** Imports, the newest first. */
export function ImportTable({ imports, places, now }: ImportTableProps) {
  return (
    <Table caption="Загрузки">
      <TableHead>
        <tr>
          <HeaderCell>Файл</HeaderCell>
          <HeaderCell>Что в нём</HeaderCell>
          {places ? <HeaderCell>Чей</HeaderCell> : null}
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell numeric>Строк</HeaderCell>
          <HeaderCell numeric>Ошибок</HeaderCell>
          <HeaderCell>Загружен</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {imports.map((one) => (
          <TableRow key={one.id}>
            <RowHeader>
              <Link href={`/data/imports/${one.id}`} className="text-accent underline underline-offset-2 break-words">
                {one.fileName}
              </Link>
              {one.schoolName ? <span className="block text-muted font-normal">{one.schoolName}</span> : null}
            </RowHeader>
            <Cell>{importKindName(one.kind)}</Cell>
            {places ? <Cell>{one.municipalityName ? capitalised(one.municipalityName) : 'Весь регион'}</Cell> : null}
            <Cell className="whitespace-nowrap">{formatSchoolYear(one.schoolYear)}</Cell>
            <Cell numeric>
              {formatNumber(one.accepted)} из {formatNumber(one.rows)}
            </Cell>
            <Cell numeric>{formatNumber(one.errorCount)}</Cell>
            <Cell>
              {formatMoment(one.createdAt, now)}
              <span className="block text-muted">{one.createdBy}</span>
            </Cell>
            <Cell>
              <ImportStatus status={one.status} look="line" />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
