import { FigureWithChange } from '@/components/ui/figure-with-change';
import type { FederalResult } from '@/lib/domain/federal-rule';
import { formatNumber, formatPercent, plural } from '@/lib/domain/russian';
import type { TwoRulesView } from '@/lib/portal/federal-rule/views';

export interface RulesFiguresProps {
  view: TwoRulesView;
  resultHref: (result: FederalResult) => string;
}

/** Four figures over the table: flagged by each rule, the risk group, how far the rules agree. */
export function RulesFigures({ view, resultHref }: RulesFiguresProps) {
  const { schools, rule, agreement } = view;
  const count = (result: FederalResult) => schools.filter(({ federal }) => federal.result === result).length;
  const proposed = schools.filter((school) => school.proposed).length;
  const silent = count('LITTLE_DATA');
  const word = (number: number) => plural(number, 'школа', 'школы', 'школ');
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <FigureWithChange
        label="Предлагает правило кампании"
        value={rule ? String(proposed) : '—'}
        unit={rule ? word(proposed) : ''}
        hint={
          rule ? `${formatPercent(schools.length > 0 ? proposed / schools.length : null)} школ` : 'Правило не задано'
        }
      />
      <FigureWithChange
        label="ШНОР по федеральному правилу"
        value={String(count('LOW'))}
        unit={word(count('LOW'))}
        hint={silent > 0 ? `Мало данных: ${silent}` : 'Данные есть по всем школам'}
        href={resultHref('LOW')}
      />
      <FigureWithChange
        label="Группа риска"
        value={String(count('RISK'))}
        unit={word(count('RISK'))}
        hint="Выполнено одно из двух условий"
        href={resultHref('RISK')}
      />
      <FigureWithChange
        label="Правила согласны"
        value={formatPercent(agreement.proposed.share, 0)}
        unit={
          agreement.proposed.known > 0
            ? `из ${agreement.proposed.known} ${plural(agreement.proposed.known, 'школы', 'школ', 'школ')}`
            : ''
        }
        hint={
          agreement.proposed.kappa === null
            ? 'Каппа не считается'
            : `Каппа ${formatNumber(agreement.proposed.kappa, 2)}`
        }
      />
    </div>
  );
}
