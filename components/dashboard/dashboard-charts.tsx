import Link from 'next/link';
import { GroupedBars } from '@/components/charts/grouped-bars';
import { Lines } from '@/components/charts/lines';
import { StackedColumns } from '@/components/charts/stacked-columns';
import { Panel } from '@/components/ui/panel';
import { formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import type { CityAnalysis, CityDashboard } from '@/lib/portal/dashboard/views';

/** Share of the schools on the list over the years, and who came and went. */
export function TrendCharts({ trend, municipalityId }: Pick<CityDashboard, 'trend' | 'municipalityId'>) {
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
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm" data-print="none">
          {trend.map((year) => (
            <Link key={year.listId} className="link" href={`/analysis/lists/${year.listId}`}>
              Список {formatSchoolYear(year.schoolYear)}
            </Link>
          ))}
        </p>
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
        <ul className="mt-3 text-sm">
          {trend.map(({ listId, schoolYear, entered, stayed, left }) =>
            entered && stayed && left ? (
              <li key={listId}>
                {formatSchoolYear(schoolYear)}: вошли {entered.length}, остались {stayed.length}, вышли {left.length}
              </li>
            ) : null,
          )}
        </ul>
        <Behind href={`/analysis/movements?municipality=${municipalityId}`}>Кто вошёл, остался и вышел</Behind>
      </Panel>
    </div>
  );
}

/** How many schools have each sum, and which groups of criteria the points come from, beside the year before. */
export function SumCharts({ analysis: { points, sums, groups, yearBefore } }: { analysis: CityAnalysis }) {
  if (points.rows.length === 0) return null;
  const year = formatSchoolYear(points.campaign.schoolYear);
  const earlier = yearBefore !== null && groups.some(({ before }) => before !== null);
  const least = sums.find(({ schools }) => schools > 0)?.sum ?? 0;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Panel>
        <StackedColumns
          title="Сколько школ с какой суммой"
          description={`${points.table.title}. Принятых карт: ${points.rows.length}.`}
          series={[{ key: 'schools', label: 'Школ' }]}
          rows={sums.map(({ sum, schools }) => ({ label: String(sum), values: { schools } }))}
          rowName="Сумма"
          totalName=""
          height={22}
          summary={`Суммы школ: от ${least} до ${sums.length - 1}.`}
        />
        <Behind href={`/analysis/campaigns/${points.campaign.id}`}>Рейтинг школ</Behind>
      </Panel>
      <Panel>
        <GroupedBars
          title="Откуда баллы"
          description="Доля баллов от возможных по группам критериев, %."
          series={[
            { key: 'now', label: year },
            ...(earlier ? [{ key: 'before', label: formatSchoolYear(yearBefore) }] : []),
          ]}
          rows={groups.map(({ title, share, before }) => ({
            label: title,
            values: { now: share, ...(earlier ? { before } : {}) },
          }))}
          rowName="Группа критериев"
          digits={1}
          summary={`${year}: ${groups.map(({ title, share }) => `${title} — ${formatNumber(share, 1)} %`).join('; ')}.`}
        />
        <Behind href={`/analysis/campaigns/${points.campaign.id}/heat-map`}>Школы и критерии</Behind>
      </Panel>
    </div>
  );
}

/** The list that a figure is made of. */
function Behind({ href, children }: { href: string; children: string }) {
  return (
    <p className="mt-3 text-sm" data-print="none">
      <Link className="link" href={href}>
        {children}
      </Link>
    </p>
  );
}
