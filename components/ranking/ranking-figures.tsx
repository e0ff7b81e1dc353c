import { FigureWithChange } from '@/components/ui/figure-with-change';
import { formatPercent, plural } from '@/lib/domain/russian';
import type { RankingView } from '@/lib/portal/lists/views';

/** Four figures over the ranking: accepted cards, proposed, confirmed, how many flags are not firm. */
export function RankingFigures({ view, listHref }: { view: RankingView; listHref: string | null }) {
  const { schools, accepted, rule, listInForce } = view;
  const total = schools.length;
  const proposed = schools.filter((school) => school.proposed).length;
  const confirmed = schools.filter((school) => school.confirmed).length;
  const borderline = schools.filter((school) => school.firmness?.firmness === 'BORDERLINE').length;
  const littleData = schools.filter((school) => school.firmness?.firmness === 'LITTLE_DATA').length;
  const share = (part: number) => (total > 0 ? `${formatPercent(part / total)} школ` : '');
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <FigureWithChange
        label="Карты приняты"
        value={String(accepted)}
        unit={`из ${total}`}
        hint={accepted < total ? 'Остальные школы без суммы' : 'Охвачены все школы'}
      />
      <FigureWithChange
        label="Предлагает правило"
        value={rule ? String(proposed) : '—'}
        unit={rule ? plural(proposed, 'школу', 'школы', 'школ') : ''}
        hint={rule ? share(proposed) : 'Правило не задано'}
      />
      <FigureWithChange
        label="В утверждённом списке"
        value={listInForce ? String(confirmed) : '—'}
        unit={listInForce ? plural(confirmed, 'школа', 'школы', 'школ') : ''}
        hint={listInForce ? share(confirmed) : 'Список не утверждён'}
        {...(listHref ? { href: listHref } : {})}
      />
      <FigureWithChange
        label="Пограничные"
        value={rule ? String(borderline) : '—'}
        unit={rule ? plural(borderline, 'школа', 'школы', 'школ') : ''}
        hint={littleData > 0 ? `Ещё ${littleData} с малым числом данных` : 'Зависят от одного критерия или балла'}
      />
    </div>
  );
}
