import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ChangeFigure, ReviewFigure } from '@/components/effectiveness/effect-figures';
import { EffectStatus } from '@/components/effectiveness/effect-status';
import { conclusionOf, EFFECTIVENESS, MEASURE_NAMES } from '@/components/effectiveness/effect-words';
import { PeriodForm } from '@/components/effectiveness/period-form';
import { PrintButton } from '@/components/ranking/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { capitalised, countOf, formatNumber, formatSchoolYear, NBSP } from '@/lib/domain/russian';
import { effectivenessView } from '@/lib/portal/effectiveness/queries';
import type { EffectivenessView } from '@/lib/portal/effectiveness/views';
import { newestCampaigns } from '@/lib/portal/lists/queries';
import { askedPeriod } from './asked';

export const metadata: Metadata = { title: 'Эффективность мер' };

interface PageProps {
  searchParams: Promise<{ municipality?: string; from?: string; to?: string }>;
}

/** Whether support did more than chance: of the own city, or of a region with its municipalities pooled. */
export default async function EffectivenessPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (!may(viewer, 'ranking.read')) forbidden();
  const { municipality, ...years } = await searchParams;
  const municipalityId = municipality ? idOf(municipality) : undefined;
  const view = opened(await effectivenessView(viewer, { municipalityId, ...askedPeriod(years) }));
  const campaigns = await newestCampaigns(viewer);
  const { period, review } = view;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        kind={view.municipality ? capitalised(view.municipality.name) : 'Все муниципалитеты вместе'}
        title="Эффективность мер"
        description="Школа, выбранная за высокую сумму, отчасти улучшается сама. Поэтому изменение школ списка стоит рядом с тем, что произошло бы и без поддержки."
        actions={
          <>
            <LinkButton href={`${EFFECTIVENESS}/method`}>Как считается</LinkButton>
            {period ? (
              <TableFileLinks
                href={`${EFFECTIVENESS}/file`}
                query={{ municipality: municipalityId, from: period.from, to: period.to }}
              />
            ) : null}
            <PrintButton />
          </>
        }
      />
      {period === null ? (
        <EmptyState title="Сравнивать ещё нечего">Нужны две закрытые кампании и утверждённый список первой.</EmptyState>
      ) : (
        <>
          <PeriodForm
            action={EFFECTIVENESS}
            municipality={municipalityId}
            municipalities={campaigns.map((one) => ({
              id: one.municipalityId,
              name: capitalised(one.municipalityName),
            }))}
            schoolYears={view.schoolYears}
            from={period.from}
            to={period.to}
          />
          <div className="space-y-6">
            <Panel
              title={`Список ${formatSchoolYear(period.from)}, итог ${formatSchoolYear(period.to)}`}
              description="Баллы таблицы низких результатов, принятые карты закрытых кампаний. Меньше баллов — лучше: минус значит улучшение."
            >
              <div className="mb-5 space-y-2">
                <EffectStatus words={review.words} />
                <p className="max-w-3xl">{conclusionOf(review.words, review.effect)}</p>
              </div>
              <ChangeFigure review={review} />
              <p className="mt-4 max-w-3xl text-sm text-muted">{steadinessOf(view)}</p>
            </Panel>
            <Warnings view={view} />
            <Panel
              title="По видам мер"
              description="Школы списка, у которых была такая мера за эти годы, рядом со школами вне списка. Меры пересекаются: вклад одной от другой здесь не отделить."
            >
              <ReviewFigure
                caption="Эффект по видам мер"
                rowName="Мера"
                rows={view.measures.map(({ kind, review: of }) => ({
                  key: kind,
                  name: MEASURE_NAMES[kind],
                  review: of,
                }))}
              />
            </Panel>
            {view.municipalities.length > 0 ? (
              <Panel
                title="По муниципалитетам"
                description="Оценка по одному муниципалитету неточна: вывод делают по всем вместе."
              >
                <ReviewFigure
                  caption="Эффект по муниципалитетам"
                  rowName="Муниципалитет"
                  rows={view.municipalities.map(({ id, name, review: of }) => ({
                    key: id,
                    name: capitalised(name),
                    href: `${EFFECTIVENESS}?municipality=${id}&from=${period.from}&to=${period.to}`,
                    review: of,
                  }))}
                />
              </Panel>
            ) : null}
          </div>
        </>
      )}
    </>
  );
}

function steadinessOf({ review: { reliability } }: EffectivenessView): string {
  return reliability.value === null
    ? `Лет до периода мало (${countOf(reliability.pairs, 'пара', 'пары', 'пар')} лет, нужно 30): сколько школа улучшилась бы сама, по ним не оценить.`
    : `Надёжность суммы ${formatNumber(reliability.value, 2)}: такая часть отличия школы от среднего остаётся через год. Измерено по ${formatNumber(reliability.pairs)}${NBSP}парам лет школ вне списков.`;
}

/** What makes the figures weaker than they look. */
function Warnings({ view: { lost, supportedLater, otherCard } }: { view: EffectivenessView }) {
  const schools = (count: number) => countOf(count, 'школа', 'школы', 'школ');
  const lines = [
    lost > 0 ? `Без принятой карты в год итога, не учтены: ${schools(lost)} списка.` : null,
    supportedLater > 0 ? `Вошли в более поздний список и остались в сравнении: ${schools(supportedLater)}.` : null,
    otherCard > 0 ? `Карта изменилась между годами: ${schools(otherCard)}. Суммы сравнимы не полностью.` : null,
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : (
    <Notice tone="warning" title="Учтите при чтении">
      {lines.join(' ')}
    </Notice>
  );
}
