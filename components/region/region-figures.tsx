import { FigureWithChange } from '@/components/ui/figure-with-change';
import { formatNumber, formatPercent, plural } from '@/lib/domain/russian';
import type { MunicipalityOverview } from '@/lib/portal/overview/schema';

/** Four figures over the region: municipalities, accepted cards, lists in force, schools on them. */
export function RegionFigures({ municipalities }: { municipalities: readonly MunicipalityOverview[] }) {
  const total = (value: (row: MunicipalityOverview) => number) =>
    municipalities.reduce((sum, row) => sum + value(row), 0);
  const schools = total((row) => row.schools);
  const accepted = total((row) => row.cardsAccepted);
  const withCampaign = municipalities.filter((row) => row.campaign).length;
  const withList = municipalities.filter((row) => row.listInForce);
  const flagged = total((row) => row.flagged);
  const schoolsWithList = withList.reduce((sum, row) => sum + row.schools, 0);
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <FigureWithChange
        label="Муниципалитеты"
        value={String(municipalities.length)}
        hint={`Кампания открыта в ${withCampaign}`}
      />
      <FigureWithChange
        label="Карты приняты"
        value={formatNumber(accepted)}
        unit={`из ${formatNumber(schools)}`}
        hint={schools > 0 ? `${formatPercent(accepted / schools)} школ` : ''}
      />
      <FigureWithChange
        label="Списки утверждены"
        value={String(withList.length)}
        unit={`из ${municipalities.length}`}
        hint="Школы с низкими результатами"
      />
      <FigureWithChange
        label="Школ в списках"
        value={withList.length > 0 ? formatNumber(flagged) : '—'}
        unit={withList.length > 0 ? plural(flagged, 'школа', 'школы', 'школ') : ''}
        hint={
          schoolsWithList > 0
            ? `${formatPercent(flagged / schoolsWithList)} школ там, где список есть`
            : 'Ни один список не утверждён'
        }
      />
    </div>
  );
}
