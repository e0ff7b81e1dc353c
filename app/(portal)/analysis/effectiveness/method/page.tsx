import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { SimulationFigure } from '@/components/effectiveness/effect-figures';
import { EFFECTIVENESS } from '@/components/effectiveness/effect-words';
import { PrintButton } from '@/components/ranking/print-button';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { MEASURED_EFFECTS } from '@/lib/domain/effectiveness/measured-effects';
import { MIN_PAST_PAIRS, MIN_SUPPORTED, MIN_UNSUPPORTED } from '@/lib/domain/effectiveness/observation';
import { formatDate, formatNumber, typeset } from '@/lib/domain/russian';

export const metadata: Metadata = { title: 'Как считается эффективность' };

const STEPS = [
  {
    term: 'Школы списка',
    value:
      'Школы из утверждённого списка с низкими результатами за год списка. Итог — их сумма в закрытой кампании года итога. Считаются только принятые карты.',
  },
  {
    term: 'Похожие школы',
    value:
      'Школы того же муниципалитета вне списка, чья начальная сумма отличается не больше чем на половину стандартного отклонения. Если список забрал всех с такими суммами, похожих нет.',
  },
  {
    term: 'Ожидаемое без поддержки',
    value: `Общий сдвиг муниципалитета плюс возврат к среднему: (1 − надёжность) × (среднее − своя сумма). Надёжность измеряется по пяти годам до периода на школах вне списков, нужно не меньше ${MIN_PAST_PAIRS} пар лет.`,
  },
  {
    term: 'Эффект',
    value:
      'Разница школ списка с остальными при равной начальной сумме (ковариационный анализ, сравнение внутри муниципалитета). 90-процентный интервал — бутстреп с постоянным зерном: те же данные дают те же числа.',
  },
  {
    term: 'Слова',
    value: `«Есть эффект» — весь интервал ниже нуля. «Данных недостаточно» — школ списка меньше ${MIN_SUPPORTED} или вне списка меньше ${MIN_UNSUPPORTED}. Иначе «эффекта не видно».`,
  },
  {
    term: 'Чего метод не видит',
    value:
      'МОЦ мог выбрать школы не только по сумме; меры одной школы пересекаются; новая редакция карты сдвигает все суммы.',
  },
];

/** How the effect of support is estimated, and how often the conclusion errs. */
export default async function EffectivenessMethodPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'ranking.read')) forbidden();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Анализ', href: '/analysis' },
          { label: 'Эффективность мер', href: EFFECTIVENESS },
        ]}
        title="Как считается эффективность"
        description="Модель и пороги — предложение разработчиков портала."
        actions={<PrintButton />}
      />
      <div className="space-y-6">
        <Panel title="Как считается">
          <DescriptionList items={STEPS.map(({ term, value }) => ({ term, value: typeset(value) }))} />
        </Panel>
        <Panel
          title="Как часто метод ошибается"
          description={`Розыгрыш придуманных школ: отобраны худшие по сумме с надёжностью ${formatNumber(MEASURED_EFFECTS.reliability, 2)}. ${formatDate(new Date(MEASURED_EFFECTS.measuredOn))}. Повторить: ${MEASURED_EFFECTS.command}.`}
        >
          <SimulationFigure />
        </Panel>
      </div>
    </>
  );
}
