import { FigureWithChange, type FigureWithChangeProps } from '@/components/ui/figure-with-change';
import { formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import type { CityDashboard } from '@/lib/portal/dashboard/views';

/** The figures of the year under their names; the home and the overview show the same ones. */
export function yearFigures({
  municipalityId,
  year,
  running,
  trend,
}: Pick<CityDashboard, 'municipalityId' | 'year' | 'running' | 'trend'>) {
  if (!year) return null;
  const { campaign, cards } = year;
  const board = `/monitoring/campaigns/${campaign.id}`;
  const { recommendations, schoolYear } = running ?? year;
  return {
    coverage: {
      label: 'Охват',
      value: formatPercent(cards.all === 0 ? null : cards.ACCEPTED / cards.all),
      unit: `${cards.ACCEPTED} из ${cards.all}`,
      href: `${board}?show=accepted`,
    },
    notFiled: { label: 'Не сдали', value: String(cards.DRAFT + cards.RETURNED), href: `${board}?show=notFiled` },
    late: { label: 'Опаздывают', value: String(cards.late), href: `${board}?show=late` },
    review: { label: 'Ждут проверки', value: String(cards.review), href: `${board}?show=review` },
    listed: listedFigure(year, trend),
    recommendations: {
      label: 'Рекомендации выполнены',
      value: String(recommendations.done),
      unit: `из ${recommendations.issued}`,
      href: `/support/recommendations?year=${schoolYear}&municipality=${municipalityId}&status=DONE`,
      hint: [
        ...(running ? [`по списку ${formatSchoolYear(schoolYear)}`] : []),
        ...(recommendations.late > 0 ? [`без ответа в срок: ${recommendations.late}`] : []),
      ].join(', '),
    },
  } satisfies Record<string, FigureWithChangeProps>;
}

function listedFigure(
  { list, schoolYear, campaign }: NonNullable<CityDashboard['year']>,
  trend: CityDashboard['trend'],
): FigureWithChangeProps {
  const before = trend.filter((one) => one.schoolYear < schoolYear).at(-1);
  if (!list) {
    const hint = 'Список этого года ещё не утверждён';
    return before
      ? {
          label: `В списке ${formatSchoolYear(before.schoolYear)}`,
          ...{ value: String(before.listed.length), href: `/analysis/lists/${before.listId}`, hint },
        }
      : { label: 'В списке', value: '—', href: `/analysis/campaigns/${campaign.id}`, hint };
  }
  return {
    ...{ label: 'В списке', value: String(list.schools.length), href: `/analysis/lists/${list.id}` },
    ...(before && {
      change: {
        value: list.schools.length - before.listed.length,
        ...{ since: `к ${formatSchoolYear(before.schoolYear)}`, better: 'down' as const },
      },
    }),
  };
}

/** Some of the figures side by side. */
export function FigureRow({ figures, className }: { figures: readonly FigureWithChangeProps[]; className: string }) {
  return (
    <div className={className}>
      {figures.map((figure) => (
        <FigureWithChange key={figure.label} {...figure} />
      ))}
    </div>
  );
}
