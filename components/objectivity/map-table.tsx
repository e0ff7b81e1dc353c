import Link from 'next/link';
import { Table, TableBody, TableFoot } from '@/components/ui/table';
import { formatSchoolYear, typeset } from '@/lib/domain/russian';
import type { MapColumn, MapRow } from '@/lib/portal/objectivity/views';
import { cellHref, schoolHref } from './addresses';
import { SignCell } from './map-cell';

export interface MapTableProps {
  caption: string;
  columns: readonly MapColumn[];
  rows: readonly MapRow[];
}

/** The columns that open a year, so that the years stand apart. */
const opensYear = (columns: readonly MapColumn[], at: number) =>
  columns[at]?.schoolYear !== columns[at - 1]?.schoolYear || undefined;

/** Schools × works of ВПР, year beside year: names stay in sight at the left, works at the top. */
export function MapTable({ caption, columns, rows }: MapTableProps) {
  const years = Map.groupBy(columns, (column) => column.schoolYear);
  return (
    <Table caption={caption} scroll="always" className="sign-cells">
      <thead>
        <tr>
          <td className="sticky left-0 z-30 border-r border-line-strong bg-quiet" />
          <td className="bg-quiet max-sm:hidden" />
          {[...years].map(([schoolYear, works]) => (
            <th
              key={schoolYear}
              scope="colgroup"
              colSpan={works.length}
              className="border-b border-l border-line-strong bg-quiet px-2 py-1 text-left text-sm font-semibold whitespace-nowrap"
            >
              {formatSchoolYear(schoolYear)}
            </th>
          ))}
        </tr>
        <tr>
          <th
            scope="col"
            className="sticky top-0 left-0 z-30 min-w-28 border-r border-b border-line-strong bg-quiet px-3 py-2 text-left align-bottom font-semibold sm:min-w-52"
          >
            Школа
          </th>
          <th
            scope="col"
            className="sticky top-0 z-20 border-b border-line-strong bg-quiet px-2 py-2 text-right align-bottom font-semibold max-sm:hidden"
          >
            Признаков
          </th>
          {columns.map((column, at) => (
            <th
              key={`${column.schoolYear} ${column.grade} ${column.subject}`}
              scope="col"
              data-first={opensYear(columns, at)}
              className="sticky top-0 z-20 border-b border-line-strong bg-quiet px-0.5 py-2 align-bottom text-xs font-normal data-first:border-l"
            >
              <span
                aria-hidden
                className="mx-auto block max-h-40 w-5 rotate-180 truncate text-left leading-tight [writing-mode:vertical-rl]"
              >
                {column.subject}
              </span>
              <span aria-hidden className="mt-1 block text-center font-semibold tabular-nums">
                {column.grade}
              </span>
              <span className="sr-only">
                {column.subject}, {column.grade} класс, {formatSchoolYear(column.schoolYear)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <TableBody>
        {rows.map((row, line) => (
          <tr key={row.schoolCode} className="hover:[&>*]:bg-quiet">
            <th
              scope="row"
              className="sticky left-0 z-10 border-r border-b border-line border-r-line-strong bg-surface px-3 py-1 text-left font-medium"
            >
              <Link href={schoolHref(row.schoolId)} className="link-quiet" prefetch={false}>
                {typeset(row.name)}
              </Link>
            </th>
            <td className="px-2 text-right font-semibold tabular-nums max-sm:hidden">{row.signs}</td>
            {columns.map((column, at) => {
              const cell = row.cells[at];
              const name = `${column.schoolYear} ${column.grade} ${column.subject}`;
              return (
                <td key={name} data-first={opensYear(columns, at)}>
                  {cell ? (
                    <SignCell
                      cell={cell}
                      name={`${line}.${at}`}
                      href={cellHref({ ...column, schoolId: row.schoolId })}
                    />
                  ) : (
                    <span className="block text-center text-muted">—</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </TableBody>
      <Foot columns={columns} />
    </Table>
  );
}

/** How many schools have a sign in each work. */
function Foot({ columns }: Pick<MapTableProps, 'columns'>) {
  return (
    <TableFoot>
      <tr>
        <th
          scope="row"
          className="sticky bottom-0 left-0 z-30 border-t border-r border-line-strong bg-quiet px-3 py-2 text-left"
        >
          Школ с признаком
        </th>
        <td className="sticky bottom-0 z-20 border-t border-line-strong bg-quiet max-sm:hidden" />
        {columns.map((column, at) => (
          <td
            key={`${column.schoolYear} ${column.grade} ${column.subject}`}
            data-first={opensYear(columns, at)}
            className="sticky bottom-0 z-20 border-t border-line-strong bg-quiet py-2 text-center tabular-nums"
          >
            {column.schools}
          </td>
        ))}
      </tr>
    </TableFoot>
  );
}
