import { type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { SCHOOL_TYPE_NAMES, SCHOOL_TYPES } from '@/lib/domain/typology';
import { regionConditions } from '@/lib/portal/social-conditions/queries';
import type { RegionConditionsView } from '@/lib/portal/social-conditions/views';

type Figures = RegionConditionsView['total'] & { name: string };

/** Municipalities by kinds of their schools, `?format=csv|xlsx&schoolYear=`; the last row is the region. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { schoolYear: asked = '' }) => {
    const view = await regionConditions(viewer, isSchoolYear(asked) ? asked : undefined);
    if (!view.ok) return view;
    const { schoolYear, municipalities, total } = view.value;
    const columns: RowColumn<Figures>[] = [
      { header: 'Муниципалитет', width: 36, of: (row) => capitalised(row.name) },
      { header: 'Школ', format: 'integer', of: (row) => row.schools },
      { header: 'С индексом', format: 'integer', of: (row) => row.measured },
      ...SCHOOL_TYPES.map((type) => ({
        header: SCHOOL_TYPE_NAMES[type],
        format: 'integer' as const,
        of: (row: Figures) => row.types[type],
      })),
      { header: 'Мало данных', format: 'integer', of: (row) => row.untyped },
    ];
    const title = `Социальные условия${schoolYear ? `, ${formatSchoolYear(schoolYear)}` : ''}`;
    return done(tableOf(title, [...municipalities, { ...total, name: 'регион' }], columns));
  });
}
