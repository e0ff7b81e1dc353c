import { type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { regionRules } from '@/lib/portal/federal-rule/queries';
import type { RegionRulesView } from '@/lib/portal/federal-rule/views';

type Figures = RegionRulesView['total'] & { name: string };

/** Municipalities by both rules, `?format=csv|xlsx&schoolYear=`; the last row is the region. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { schoolYear: asked = '' }) => {
    const view = await regionRules(viewer, isSchoolYear(asked) ? asked : undefined);
    if (!view.ok) return view;
    const { schoolYear, municipalities, total } = view.value;
    const title = `Два правила${schoolYear ? `, ${formatSchoolYear(schoolYear)}` : ''}`;
    return done(tableOf(title, [...municipalities, { ...total, name: 'регион' }], COLUMNS));
  });
}

const COLUMNS: readonly RowColumn<Figures>[] = [
  { header: 'Муниципалитет', width: 36, of: (row) => capitalised(row.name) },
  { header: 'Школ', format: 'integer', of: (row) => row.schools },
  { header: 'Предлагает правило кампании', format: 'integer', of: (row) => row.proposed },
  { header: 'В списке', format: 'integer', of: (row) => row.confirmed },
  { header: 'ШНОР', format: 'integer', of: ({ results }) => results.LOW },
  { header: 'Группа риска', format: 'integer', of: ({ results }) => results.RISK },
  { header: 'Мало данных', format: 'integer', of: ({ results }) => results.LITTLE_DATA },
  { header: 'Согласие', format: 'share', of: ({ agreement }) => agreement.share },
  { header: 'Каппа', format: 'decimal', of: ({ agreement }) => agreement.kappa },
];
