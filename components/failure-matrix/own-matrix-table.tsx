import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import type { OwnMatrixItem } from '@/lib/portal/failure-matrix/views';
import { MatrixStatus } from './matrix-status';

/** The school's matrices by year. */
export function OwnMatrixTable({ matrices }: { matrices: readonly OwnMatrixItem[] }) {
  return (
    <Table caption="Матрицы неуспешности школы">
      <TableHead>
        <TableRow>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Срок</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {matrices.map((matrix) => (
          <TableRow key={matrix.id}>
            <RowHeader>
              <Link
                href={`/monitoring/causes/matrix/${matrix.id}`}
                className="text-accent underline underline-offset-2"
              >
                {formatSchoolYear(matrix.schoolYear)}
              </Link>
            </RowHeader>
            <Cell>
              <MatrixStatus status={matrix.status} begun />
            </Cell>
            <Cell>{matrix.open ? formatDate(matrix.dueAt) : 'сбор закрыт'}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
