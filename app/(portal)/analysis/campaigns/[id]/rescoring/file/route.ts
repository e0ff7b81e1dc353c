import { type RowColumn, tableFileOf, tableOf } from '@/app/(portal)/table-file';
import { sortedSchools } from '@/components/rescoring/sorted-schools';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { rescoringOf } from '@/lib/portal/rescoring/queries';
import type { RescoredSchool, RescoredSum } from '@/lib/portal/rescoring/schema';
import { askedRescoring } from '../asked';

/** Sums counted again by another method, `?format=csv|xlsx&version=&from=&table=&sort=`. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return tableFileOf(request, params, 'id', async (id, viewer, asked) => {
    const { choice, sort } = askedRescoring(asked);
    const view = await rescoringOf(viewer, id, choice);
    if (!view.ok) return view;
    const { before, after, table, municipalityName, schools } = view.value;
    return done(
      tableOf('Пересчёт по другой методике', sortedSchools(schools, sort), COLUMNS, [
        capitalised(municipalityName),
        table.title,
        `Было: ${formatSchoolYear(before.schoolYear)}, ${before.versionName}`,
        `Стало: ${formatSchoolYear(after.schoolYear)}, ${after.versionName}`,
      ]),
    );
  });
}

const COLUMNS: readonly RowColumn<RescoredSchool>[] = [
  { header: 'Школа', width: 36, of: ({ name }) => name },
  { header: 'Код', of: ({ schoolCode }) => schoolCode },
  { header: 'Было: сумма', format: 'integer', of: ({ before }) => before?.negativeSum ?? null },
  { header: 'Было: максимум', format: 'integer', of: ({ before }) => before?.maximum ?? null },
  { header: 'Было: предложена', of: ({ before }) => proposed(before) },
  { header: 'Стало: сумма', format: 'integer', of: ({ after }) => after?.negativeSum ?? null },
  { header: 'Стало: максимум', format: 'integer', of: ({ after }) => after?.maximum ?? null },
  { header: 'Стало: предложена', of: ({ after }) => proposed(after) },
  { header: 'Изменение', format: 'integer', of: ({ split }) => split?.change ?? null },
  { header: 'Изменилась школа', format: 'integer', of: ({ split }) => split?.school ?? null },
  { header: 'Изменилась методика', format: 'integer', of: ({ split }) => split?.method ?? null },
];

const proposed = (sum: RescoredSum | null) =>
  sum === null || sum.proposed === null ? null : sum.proposed ? 'да' : 'нет';
