import { yearOf } from '@/app/(portal)/analysis/objectivity/place';
import { dayCell, type RowColumn, tableFileOf, tableOf } from '@/app/(portal)/table-file';
import { cellInWords } from '@/components/objectivity/map-cell';
import { done } from '@/lib/domain/failure';
import { REVIEW_WORDS } from '@/lib/domain/objectivity-review';
import { formatSchoolYear } from '@/lib/domain/russian';
import { schoolObjectivity } from '@/lib/portal/objectivity/queries';
import type { SchoolObjectivityView } from '@/lib/portal/objectivity/views';

/** A school's works of three years with their signs, `?format=csv|xlsx&year=`; with `table=reviews` the re-checks. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return tableFileOf(request, params, 'id', async (id, viewer, { year, table }) => {
    const view = await schoolObjectivity(viewer, id, yearOf(year));
    if (!view.ok) return view;
    const { school, columns, row, reviews } = view.value;
    if (table === 'reviews') return done(tableOf(`Перепроверки, ${school.name}`, reviews, REVIEWS));
    const works = row ? columns.map((column, at) => ({ ...column, cell: row.cells[at] ?? null })) : [];
    return done(
      tableOf(`Признаки по работам ВПР, ${school.name}`, works, [
        { header: 'Предмет', width: 28, of: (work) => work.subject },
        { header: 'Класс', format: 'integer', of: (work) => work.grade },
        { header: 'Учебный год', of: (work) => formatSchoolYear(work.schoolYear) },
        { header: 'Признаки', width: 44, of: ({ cell }) => cell && cellInWords(cell) },
      ]),
    );
  });
}

const REVIEWS: readonly RowColumn<SchoolObjectivityView['reviews'][number]>[] = [
  { header: 'Предмет', width: 28, of: (review) => review.subject },
  { header: 'Класс', format: 'integer', of: (review) => review.grade },
  { header: 'Учебный год', of: (review) => formatSchoolYear(review.schoolYear) },
  { header: 'Признак', of: (review) => review.sign },
  { header: 'Состояние', width: 36, of: (review) => REVIEW_WORDS[review.state] },
  { header: 'Срок', of: (review) => dayCell(review.due) },
];
