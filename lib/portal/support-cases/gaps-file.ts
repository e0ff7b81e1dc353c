/** What is missing in the support of schools, as a file for a meeting. */
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { type ExportTable, tableAsCsv, tableAsXlsx } from '@/lib/exchange/table-export';
import { gapsView } from './board';

/** The table of gaps as the page shows it, of one who has to act or of all (`who` empty). */
export async function gapsFile(
  viewer: Viewer,
  { schoolYear, who, format }: { schoolYear: string | undefined; who: string; format: 'csv' | 'xlsx' },
  now: Date,
): Promise<Outcome<{ name: string; body: string | Uint8Array }>> {
  const view = await gapsView(viewer, schoolYear, now);
  if (!view.ok) return view;
  const table: ExportTable = {
    title: `Чего не хватает в поддержке школ, ${formatSchoolYear(view.value.schoolYear)}`,
    notes: [`Сформировано ${formatDate(now)}, ${viewer.name}`, ...(who === '' ? [] : [`Кто должен сделать: ${who}`])],
    columns: [
      { header: 'Чего не хватает', width: 70 },
      { header: 'Школа', width: 30 },
      { header: 'Кто должен сделать', width: 24 },
      { header: 'С какого дня', width: 16 },
    ],
    rows: view.value.rows
      .filter((row) => who === '' || row.who === who)
      .map((row) => [row.text, row.schoolName, row.who, formatDate(new Date(row.since))]),
  };
  const body = format === 'xlsx' ? await tableAsXlsx(table) : tableAsCsv(table);
  return done({ name: `Пробелы поддержки ${view.value.schoolYear}`, body });
}
