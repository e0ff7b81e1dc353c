/** A table of a page as a file: who asks, under what conditions, in which format. */
import { isId } from '@/app/(portal)/opened';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { narrowed, type Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatDate, formatShortDate } from '@/lib/domain/russian';
import {
  CSV_TYPE,
  type ExportColumn,
  type ExportTable,
  fileResponse,
  tableAsCsv,
  tableAsXlsx,
  XLSX_TYPE,
} from '@/lib/exchange/table-export';

/** The query of an address as pages read it. */
export type Asked = Readonly<Record<string, string>>;

/** Lists that are paged on the screen are whole in a file; no region comes near so many rows. */
export const WHOLE_LIST = { page: 1, pageSize: 100_000 } as const;

/** СОИРО with one municipality of the region in sight, where the page is narrowed to it; others see what they see. */
const viewerOfPlace = (viewer: Viewer, municipality: string | undefined): Viewer | null =>
  viewer.role === 'REGION_COORDINATOR' && municipality ? narrowed(viewer, municipality) : viewer;

/** A column together with what stands in it for a row of the page. */
export interface RowColumn<Row> extends ExportColumn {
  of: (row: Row) => string | number | null;
}

/** A table of the page's rows, in their order. */
export const tableOf = <Row>(
  title: string,
  rows: readonly Row[],
  columns: readonly RowColumn<Row>[],
  notes: readonly string[] = [],
): ExportTable => ({ title, notes, columns, rows: rows.map((row) => columns.map(({ of }) => of(row))) });

/** A day or a moment as a cell; empty where there is none. */
export const dayCell = (day: string | Date | null): string | null => (day ? formatShortDate(new Date(day)) : null);

type TableMaker = (viewer: Viewer, asked: Asked, now: Date) => Promise<Outcome<ExportTable>>;

/**
 * `?format=csv|xlsx` and the query of the page; csv unless xlsx is asked for. `narrows`: СОИРО's `?municipality=` narrows
 * what is seen at all; false where the page asks its query for a municipality itself.
 */
export async function tableFile(request: Request, makeTable: TableMaker, narrows = true): Promise<Response> {
  const now = new Date();
  const caller = await callerOf(request, now);
  if (!caller.ok) return problem(caller.failure);
  const { format, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const viewer = narrows ? viewerOfPlace(caller.value, asked.municipality) : caller.value;
  if (!viewer) return problem(failed('NOT_FOUND', 'Муниципалитет не найден.').failure);
  const made = await makeTable(viewer, asked, now);
  if (!made.ok) return problem(made.failure);
  const notes = [`Сформировано ${formatDate(now)}, ${caller.value.name}`, ...(made.value.notes ?? [])];
  const table = { ...made.value, notes };
  return format === 'xlsx'
    ? fileResponse(await tableAsXlsx(table), XLSX_TYPE, `${table.title}.xlsx`)
    : fileResponse(tableAsCsv(table), CSV_TYPE, `${table.title}.csv`);
}

/** The table of the thing that the address names by an id; what is no id names nothing. */
export async function tableFileOf<Name extends string>(
  request: Request,
  params: Promise<Record<Name, string>>,
  name: Name,
  makeTable: (id: string, ...asked: Parameters<TableMaker>) => ReturnType<TableMaker>,
): Promise<Response> {
  const id = (await params)[name];
  const make: TableMaker = async (...asked) =>
    isId(id) ? makeTable(id, ...asked) : failed('NOT_FOUND', 'Такой страницы нет. Проверьте адрес.');
  return tableFile(request, make, false);
}

/** The municipality that a table of one is asked for: that of the address, else the viewer's own. */
export function municipalityAsked(viewer: Viewer, { municipality }: Asked): Outcome<string> {
  const id = municipality || viewer.municipalityId;
  return id && isId(id) ? done(id) : failed('NOT_FOUND', 'Муниципалитет не найден. Выберите его на странице.');
}

/** Pages that send a principal to the own school give no table of all schools either. */
export function beyondOneSchool(viewer: Viewer): Outcome<Viewer> {
  return viewer.role === 'PRINCIPAL'
    ? failed('FORBIDDEN', 'Таблица всех школ доступна МОЦ и региону. Данные своей школы — на её странице.')
    : done(viewer);
}
