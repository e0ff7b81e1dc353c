import { HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatSchoolYear, typeset } from '@/lib/domain/russian';
import type { MapCell, MapColumn, MapRow } from '@/lib/portal/objectivity/views';
import { cellHref } from './addresses';
import { SignCell } from './map-cell';

export interface SchoolWorksProps {
  columns: readonly MapColumn[];
  row: MapRow;
}

/** One school's part of the map, turned: a work a line, the years beside each other, the signs named. */
export function SchoolWorks({ columns, row }: SchoolWorksProps) {
  const years = [...new Set(columns.map((column) => column.schoolYear))];
  const works = Map.groupBy(
    columns.map((column, at) => ({ ...column, cell: row.cells[at] ?? null })),
    ({ grade, subject }) => `${String(grade).padStart(2, '0')} ${subject}`,
  );
  const lines = [...works].sort(([a], [b]) => a.localeCompare(b, 'ru'));
  return (
    <Table caption="Признаки школы по работам и годам" className="sign-cells">
      <TableHead>
        <tr>
          <HeaderCell>Работа</HeaderCell>
          {years.map((schoolYear) => (
            <HeaderCell key={schoolYear}>{formatSchoolYear(schoolYear)}</HeaderCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {lines.map(([name, cells], line) => (
          <TableRow key={name}>
            <RowHeader>{typeset(`${cells[0]?.subject}, ${cells[0]?.grade} класс`)}</RowHeader>
            {years.map((schoolYear, at) => {
              const found = cells.find((one) => one.schoolYear === schoolYear);
              return (
                <td key={schoolYear}>
                  {found?.cell ? (
                    <span className="flex items-center gap-2 px-3">
                      <SignCell
                        cell={found.cell}
                        name={`${line}.${at}`}
                        href={cellHref({ ...found, schoolId: row.schoolId })}
                      />
                      <span className="text-sm text-muted">{codesInWords(found.cell)}</span>
                    </span>
                  ) : (
                    <span className="px-5 text-muted">—</span>
                  )}
                </td>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function codesInWords({ signs, withdrawn }: MapCell): string {
  return [...signs, ...withdrawn.map((code) => `${code} снят`)].join(', ');
}
