import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { agreementWords } from '@/lib/domain/rule-agreement';
import { NBSP } from '@/lib/domain/russian';
import type { TwoRulesView } from '@/lib/portal/federal-rule/views';
import { AgreementTable } from './agreement-table';
import { type RulesChoice, rulesQuery } from './rules-choice';

export interface AgreementPanelProps {
  agreement: TwoRulesView['agreement'];
  choice: RulesChoice;
  /** address of the page without its query */
  address: string;
}

/** The table of agreement with its words and, where a list is in force, the choice of the municipal side. */
export function AgreementPanel({ agreement, choice, address }: AgreementPanelProps) {
  const shown = (choice.by === 'confirmed' ? agreement.confirmed : null) ?? agreement.proposed;
  const empty = { municipal: null, federal: null, result: null, school: null };
  const side = (by: RulesChoice['by'], label: string) => (
    <LinkButton
      href={`${address}${rulesQuery({ ...choice, ...empty, by })}`}
      scroll={false}
      size="sm"
      variant={choice.by === by ? 'primary' : 'secondary'}
      aria-current={choice.by === by ? 'true' : undefined}
    >
      {label}
    </LinkButton>
  );
  return (
    <Panel
      title="Где правила согласны"
      description="Число школ. Число открывает эти школы в списке."
      padding="flush"
      actions={
        agreement.confirmed ? (
          <div data-print="none" className="flex flex-wrap gap-2">
            {side('proposed', 'Предложение правила')}
            {side('confirmed', 'Утверждённый список')}
          </div>
        ) : null
      }
    >
      <AgreementTable
        agreement={shown}
        municipalName={choice.by === 'confirmed' ? 'В утверждённом списке' : 'Предлагает правило кампании'}
        chosen={choice}
        cellHref={(municipal, federal) =>
          `${address}${rulesQuery({ ...choice, ...empty, municipal, federal })}#schools`
        }
      />
      <div className="space-y-1 px-4 py-3 text-sm sm:px-5">
        <p>{agreementWords(shown)}</p>
        <p className="max-w-3xl text-muted">
          Каппа Коэна показывает согласие сверх случайного: 1{NBSP}— полное, 0{NBSP}— столько же, сколько совпало{NBSP}
          бы само собой. Правила независимы: расхождение{NBSP}— повод посмотреть на{NBSP}школу, а{NBSP}не{NBSP}ошибка.
        </p>
      </div>
    </Panel>
  );
}
