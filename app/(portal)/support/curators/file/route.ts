import { dayCell, type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { curatorsView } from '@/lib/portal/support-cases/queries';
import type { CuratorsView } from '@/lib/portal/support-cases/views';

/** Who leads which school as a file, `?format=csv|xlsx`; with `table=conflicts` the conflicts of interest. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { table = '' }) => {
    const view = await curatorsView(viewer);
    if (!view.ok) return view;
    const { people, unled, conflicts } = view.value;
    if (table === 'conflicts') return done(tableOf('Конфликты интересов', conflicts, CONFLICT_COLUMNS));
    const led = people.flatMap((person) => person.schools.map((school) => ({ ...school, curator: person.name })));
    const alone = unled.map(({ name }) => ({ name, curator: null, startedOn: null }));
    return done(tableOf('Кураторы школ', [...led, ...alone], CURATOR_COLUMNS));
  });
}

const CURATOR_COLUMNS: readonly RowColumn<{ name: string; curator: string | null; startedOn: string | null }>[] = [
  { header: 'Школа', width: 36, of: ({ name }) => name },
  { header: 'Куратор', width: 36, of: ({ curator }) => curator ?? 'не назначен' },
  { header: 'Ведёт с', of: ({ startedOn }) => dayCell(startedOn) },
];

const CONFLICT_COLUMNS: readonly RowColumn<CuratorsView['conflicts'][number]>[] = [
  { header: 'Школа', width: 36, of: (conflict) => conflict.schoolName },
  { header: 'Кому не поручать', width: 36, of: (conflict) => conflict.whom },
  { header: 'Причина', width: 60, of: (conflict) => conflict.reason },
  { header: 'Кто записал', width: 28, of: (conflict) => conflict.declaredBy },
  { header: 'Когда', of: (conflict) => dayCell(conflict.declaredAt) },
];
