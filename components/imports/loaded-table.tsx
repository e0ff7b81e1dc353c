import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { IMPORT_KINDS, isFactKind } from '@/lib/domain/evidence/import-kinds';
import { formatNumber, formatSchoolYear, formatShortDate, NO_VALUE } from '@/lib/domain/russian';
import type { LoadedCell, LoadedData, LoadedRow } from '@/lib/portal/imports/views';
import { loadedRowName } from './import-words';

/** Kinds of data × school years: how many schools have them, and when they came last. */
export function LoadedTable({ data, years }: { data: LoadedData; years: readonly string[] }) {
  const rows = inOrder(data.rows);
  return (
    <Table caption="Что загружено">
      <TableHead>
        <tr>
          <HeaderCell>Данные</HeaderCell>
          {years.map((year) => (
            <HeaderCell key={year} numeric className="whitespace-nowrap">
              {formatSchoolYear(year)}
            </HeaderCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.code}>
            <RowHeader>{loadedRowName(row)}</RowHeader>
            {years.map((year) => (
              <Cell key={year} numeric className="align-top whitespace-nowrap">
                <Loaded cell={row.years[year]} of={data.schools} single={data.schools <= 1} />
              </Cell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Loaded({ cell, of, single }: { cell: LoadedCell | undefined; of: number; single: boolean }) {
  if (!cell) {
    return (
      <span className="text-muted">
        <span aria-hidden>{NO_VALUE}</span>
        <span className="sr-only">нет</span>
      </span>
    );
  }
  const { schools, general, last } = cell;
  const words = schools === 0 ? 'общие' : single ? 'есть' : `${formatNumber(schools)} из ${formatNumber(of)}`;
  return (
    <>
      {words}
      {schools > 0 && general > 0 ? <span className="text-muted"> + регион</span> : null}
      {last?.appliedAt ? (
        <span className="block text-xs text-muted" title={`${last.fileName}, ${last.appliedBy ?? ''}`}>
          {formatShortDate(last.appliedAt)}
        </span>
      ) : null}
    </>
  );
}

/** As kinds are offered, ОГЭ before ЕГЭ; kinds of which nothing is loaded stand there as well. */
function inOrder(rows: readonly LoadedRow[]): LoadedRow[] {
  return IMPORT_KINDS.filter(isFactKind).flatMap((kind) => {
    const exams = kind === 'GIA_AGGREGATE' ? (['OGE', 'EGE'] as const) : [null];
    return exams.map((exam) => {
      const code = exam ? `${kind} ${exam}` : kind;
      return rows.find((row) => row.code === code) ?? { code, kind, exam, years: {} };
    });
  });
}
