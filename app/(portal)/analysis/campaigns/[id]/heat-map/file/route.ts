import { tableFileOf, tableOf } from '@/app/(portal)/table-file';
import { CELL_WORDS } from '@/components/heat-map/heat-cell';
import { heatOrder, orderedHeat } from '@/components/heat-map/heat-order';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { heatMapView } from '@/lib/portal/lists/queries';
import type { HeatCell, HeatRow } from '@/lib/portal/lists/views';

/** Schools × criteria as a file, `?format=csv|xlsx&table=&rows=&columns=`: points, or why there are none. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return tableFileOf(request, params, 'id', async (id, viewer, asked) => {
    const view = await heatMapView(viewer, id, asked.table);
    if (!view.ok) return view;
    const { campaign, table } = view.value;
    const { rows, columns } = orderedHeat(view.value.rows, view.value.columns, heatOrder(asked));
    return done(
      tableOf(
        `Тепловая карта, ${formatSchoolYear(campaign.schoolYear)}`,
        rows,
        [
          { header: 'Школа', width: 36, of: (row) => row.name },
          { header: 'Сумма', format: 'integer', of: (row) => row.negativeSum },
          { header: 'Максимум', format: 'integer', of: (row) => row.maximum },
          { header: 'Предложена правилом', of: (row) => (row.proposed ? 'да' : 'нет') },
          { header: 'Мало данных', of: (row) => (row.littleData ? 'да' : 'нет') },
          ...columns.map(({ code, text, at }) => ({
            header: `${code} ${text}`,
            format: 'integer' as const,
            of: ({ cells }: HeatRow) => pointsOf(cells[at]),
          })),
        ],
        [capitalised(campaign.municipalityName), table.title],
      ),
    );
  });
}

/** A contested point says so; where the criterion does not concern the school, the cell is empty. */
function pointsOf(cell: HeatCell | undefined): string | number | null {
  if (!cell || cell.kind === 'OUTSIDE') return null;
  if (cell.kind === 'NA' || cell.kind === 'UNANSWERED') return CELL_WORDS[cell.kind];
  return cell.disputed ? `${cell.points}, оспаривается` : cell.points;
}
