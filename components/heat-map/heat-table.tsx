import { ShieldQuestionMark } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/components/ui/class-names';
import { Table, TableBody, TableFoot } from '@/components/ui/table';
import { typeset } from '@/lib/domain/russian';
import type { HeatColumn, HeatRow } from '@/lib/portal/lists/views';
import { cellInWords, HeatMark } from './heat-cell';

export interface HeatTableProps {
  caption: string;
  rows: readonly HeatRow[];
  /** `at`: the place of the column in the cells of a row */
  columns: readonly (HeatColumn & { at: number })[];
  /** «smolensk-01:T1.OGE.01» of the open point */
  point: string | null;
  pointHref: (point: string) => string;
  /** the columns stand as in the card, so that their groups can be named over them */
  grouped: boolean;
}

/** Schools × criteria: names stay in sight at the left, criteria at the top; each cell opens its evidence. */
export function HeatTable({ caption, rows, columns, point, pointHref, grouped }: HeatTableProps) {
  return (
    <Table caption={caption} scroll="always">
      <thead>
        {grouped ? <GroupRow columns={columns} /> : null}
        <tr>
          <th
            scope="col"
            className="sticky top-0 left-0 z-30 w-full min-w-36 border-r border-b border-line-strong bg-quiet px-3 py-2 text-left align-bottom font-semibold sm:min-w-52"
          >
            Школа
          </th>
          <th
            scope="col"
            className="sticky top-0 z-20 border-b border-line-strong bg-quiet px-2 py-2 text-right align-bottom font-semibold"
          >
            Сумма
          </th>
          {columns.map((column) => (
            <th
              key={column.code}
              scope="col"
              title={`${column.groupTitle}: ${column.text}`}
              className="sticky top-0 z-20 border-b border-line-strong bg-quiet px-1 py-2 align-bottom font-normal"
            >
              <span className="sr-only">{column.text}</span>
              <span
                aria-hidden
                className="mx-auto line-clamp-2 max-h-44 w-8 rotate-180 text-left text-xs leading-tight [writing-mode:vertical-rl]"
              >
                {typeset(column.text)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <TableBody>
        {rows.map((row) => (
          <tr key={row.schoolCode} className="hover:[&>*]:bg-quiet">
            <th
              scope="row"
              className={cn(
                'sticky left-0 z-10 border-r border-b border-line border-r-line-strong bg-surface px-3 py-1 text-left font-medium',
                row.proposed && 'shadow-[inset_0.25rem_0_0_var(--accent)]',
              )}
            >
              <Link href={`/schools/${row.schoolId}`} className="link-quiet" prefetch={false}>
                {typeset(row.name)}
              </Link>
              {row.proposed ? <span className="sr-only">, предложена правилом</span> : null}
              {row.littleData ? (
                <span className="flex items-center gap-1 text-xs font-normal text-info">
                  <ShieldQuestionMark aria-hidden className="size-3.5" /> мало данных
                </span>
              ) : null}
            </th>
            <td className="border-b border-line bg-surface px-2 py-1 text-right whitespace-nowrap tabular-nums">
              <span className="font-semibold">{row.negativeSum}</span>
              <span className="text-muted"> из&nbsp;{row.maximum}</span>
            </td>
            {columns.map((column) => {
              const cell = row.cells[column.at];
              if (!cell) return null;
              const name = `${row.schoolCode}:${column.code}`;
              const words = `${row.name}, ${column.text}: ${cellInWords(cell)}`;
              return (
                <td key={column.code} className="heat-place">
                  {cell.kind === 'OUTSIDE' ? (
                    <span className="mx-auto block size-7" title={words}>
                      <HeatMark cell={cell} />
                      <span className="sr-only">{cellInWords(cell)}</span>
                    </span>
                  ) : (
                    <a
                      href={pointHref(name)}
                      data-point={name}
                      aria-label={words}
                      aria-current={point === name ? 'true' : undefined}
                      className="heat-link"
                    >
                      <HeatMark cell={cell} />
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </TableBody>
      <TableFoot>
        <tr>
          <th
            scope="row"
            className="sticky bottom-0 left-0 z-30 border-t border-r border-line-strong bg-quiet px-3 py-2 text-left"
          >
            Сумма по критерию
          </th>
          <td className="sticky bottom-0 z-20 border-t border-line-strong bg-quiet px-2 py-2 text-right tabular-nums">
            {rows.reduce((sum, row) => sum + row.negativeSum, 0)}
          </td>
          {columns.map((column) => (
            <td
              key={column.code}
              className="sticky bottom-0 z-20 border-t border-line-strong bg-quiet px-1 py-2 text-center tabular-nums"
              title={`Школ с баллом: ${column.schools}`}
            >
              {column.sum}
            </td>
          ))}
        </tr>
      </TableFoot>
    </Table>
  );
}

/** The names of the groups over their criteria; scrolls away, the criteria stay. */
function GroupRow({ columns }: Pick<HeatTableProps, 'columns'>) {
  const groups = [...new Set(columns.map((column) => column.groupCode))].map((code) =>
    columns.filter((column) => column.groupCode === code),
  );
  return (
    <tr>
      <td colSpan={2} className="sticky left-0 z-30 border-r border-line-strong bg-quiet" />
      {groups.map((group) => (
        <th
          key={group[0]?.groupCode}
          scope="colgroup"
          colSpan={group.length}
          title={group[0]?.groupTitle}
          className="max-w-0 truncate border-b border-l border-line-strong bg-quiet px-1 py-1 text-left text-xs font-semibold"
        >
          {group[0]?.groupTitle}
        </th>
      ))}
    </tr>
  );
}
