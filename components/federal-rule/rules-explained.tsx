import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import { FEDERAL_RULE_ORIGIN, federalRuleWords } from '@/lib/domain/federal-words';
import { ruleWords } from '@/lib/domain/identification';
import { capitalised, NBSP } from '@/lib/domain/russian';
import type { TwoRulesView } from '@/lib/portal/federal-rule/views';
import { SettingsOrigin } from './settings-origin';

/** What each of the two rules means and where it comes from. */
export function RulesExplained({
  view: { rule, table, settings },
  children,
}: {
  view: Pick<TwoRulesView, 'rule' | 'table' | 'settings'>;
  children?: ReactNode;
}) {
  return (
    <Panel title="Что значат правила">
      <div className="grid gap-6 lg:grid-cols-2">
        <section className="min-w-0">
          <h3 className="font-semibold">Сумма отрицательных критериев</h3>
          <p className="mt-1">
            {rule
              ? `${capitalised(ruleWords(rule))} по карте: ${table.title}.`
              : `Правило отбора для этой таблицы не задано: ${table.title}.`}
          </p>
          <p className="mt-1 text-sm text-muted">
            Методика МОЦ города Смоленска. Школа сравнивается со{NBSP}школами своего муниципалитета, поэтому сумма
            говорит о{NBSP}месте среди них, а{NBSP}не{NBSP}об уровне результата. Порог{NBSP}— решение МОЦ.
          </p>
        </section>
        <section className="min-w-0">
          <h3 className="font-semibold">Федеральное правило</h3>
          <p className="mt-1">{capitalised(federalRuleWords(settings.values))}.</p>
          <p className="mt-1 text-sm text-muted">
            Формулировка{NBSP}—{' '}
            <a href={FEDERAL_RULE_ORIGIN.address} className="link" rel="noreferrer" target="_blank">
              акт контроля в{NBSP}Омской области, 2025{NBSP}год
              <span className="sr-only"> (откроется в новой вкладке)</span>
            </a>
            . «Ниже порога»{NBSP}— отметка «2» (ВПР, ОГЭ) или{NBSP}балл ниже минимума года (ЕГЭ). Набор процедур,
            наименьшее число участников и{NBSP}способ чтения{NBSP}— предложение разработчиков портала.{' '}
            <SettingsOrigin settings={settings} />
          </p>
        </section>
      </div>
      {children}
    </Panel>
  );
}
