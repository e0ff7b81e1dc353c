import { GroupedBars } from '@/components/charts/grouped-bars';
import { Lines } from '@/components/charts/lines';
import { StackedColumns } from '@/components/charts/stacked-columns';
import { Panel } from '@/components/ui/panel';
import { type GroupPoints, groupShares, schoolsBySum } from '@/lib/domain/dashboard/groups';
import { formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import type { CityDashboard } from '@/lib/portal/dashboard/views';
import type { HeatMapView } from '@/lib/portal/lists/views';

/** Share of the schools on the list over the years, and who came and went. */
export function TrendCharts({ trend }: Pick<CityDashboard, 'trend'>) {
  if (trend.length === 0) return null;
  const shareOf = ({ listed, schoolCount }: CityDashboard['trend'][number]) =>
    schoolCount > 0 ? (100 * listed.length) / schoolCount : null;
  const words = trend.map((year) => `${formatSchoolYear(year.schoolYear)}: ${formatNumber(shareOf(year), 1)} %`);
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Panel>
        <Lines
          title="Доля школ в списке"
          description="Процент школ, у которых была карта года."
          series={[{ key: 'share', label: 'В списке, %' }]}
          rows={trend.map((year) => ({ label: formatSchoolYear(year.schoolYear), values: { share: shareOf(year) } }))}
          rowName="Учебный год"
          digits={1}
          height={14}
          summary={`Доля школ в списке по годам: ${words.join('; ')}.`}
        />
      </Panel>
      <Panel>
        <StackedColumns
          title="Движение списка"
          description="Вошли в список, остались в нём и вышли из него."
          series={[
            { key: 'stayed', label: 'Остались' },
            { key: 'entered', label: 'Вошли' },
            { key: 'first', label: 'Первый список' },
          ]}
          rows={trend.map(({ schoolYear, stayed, entered, listed }) => ({
            label: formatSchoolYear(schoolYear),
            values: {
              stayed: stayed?.length ?? null,
              entered: entered?.length ?? null,
              first: stayed ? null : listed.length,
            },
          }))}
          rowName="Учебный год"
          totalName="В списке"
          height={14}
          summary={`Школ в списке: ${trend.map(({ schoolYear, listed, left }) => `${formatSchoolYear(schoolYear)} — ${listed.length}${left ? `, вышли ${left.length}` : ''}`).join('; ')}.`}
        />
      </Panel>
    </div>
  );
}

const sharesOf = ({ columns, rows }: HeatMapView) => {
  const titles = new Map(columns.map(({ groupCode, groupTitle }) => [groupCode, groupTitle]));
  const points = rows.map((row) =>
    row.cells.flatMap((cell, at): GroupPoints[] => {
      const column = columns[at];
      return column ? [{ group: column.groupCode, points: cell.points, maximum: cell.maximum }] : [];
    }),
  );
  return { titles, shares: groupShares(points) };
};

/** How many schools have each sum, and which groups of criteria the points come from, beside the year before. */
export function SumCharts({ now, before }: { now: HeatMapView; before: HeatMapView | null }) {
  if (now.rows.length === 0) return null;
  const sums = schoolsBySum(now.rows.map(({ negativeSum }) => negativeSum));
  const current = sharesOf(now);
  const earlier = before && before.rows.length > 0 ? sharesOf(before) : null;
  const year = formatSchoolYear(now.campaign.schoolYear);
  const series = [
    { key: 'now', label: year },
    ...(before && earlier ? [{ key: 'before', label: formatSchoolYear(before.campaign.schoolYear) }] : []),
  ];
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Panel>
        <StackedColumns
          title="Сколько школ с какой суммой"
          description={`${now.table.title}: ${now.rows.length} принятых карт.`}
          series={[{ key: 'schools', label: 'Школ' }]}
          rows={sums.map(({ sum, schools }) => ({ label: String(sum), values: { schools } }))}
          rowName="Сумма"
          totalName="Школ"
          height={14}
          summary={`Суммы школ: от ${Math.min(...now.rows.map(({ negativeSum }) => negativeSum))} до ${sums.length - 1}.`}
        />
      </Panel>
      <Panel>
        <GroupedBars
          title="Откуда баллы"
          description="Доля баллов от возможных по группам критериев, %."
          series={series}
          rows={[...current.titles].map(([code, title]) => ({
            label: title,
            values: {
              now: current.shares.get(code) ?? null,
              ...(earlier ? { before: earlier.shares.get(code) ?? null } : {}),
            },
          }))}
          rowName="Группа критериев"
          digits={1}
          summary={`Доля баллов по группам, ${year}.`}
        />
      </Panel>
    </div>
  );
}
