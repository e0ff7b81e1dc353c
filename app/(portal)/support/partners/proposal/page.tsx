import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { FitWords } from '@/components/partnerships/fit-words';
import { SupportFilter } from '@/components/support/support-filter';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { partnerProposal } from '@/lib/portal/partnerships/queries';
import type { ProposedPair } from '@/lib/portal/partnerships/views';
import { sendProposal } from '../actions';

export const metadata: Metadata = { title: 'Подбор партнёров' };

interface PageProps {
  searchParams: Promise<{ year?: string; pin?: string | string[]; forbid?: string | string[] }>;
}

const listed = (value: string | string[] | undefined) =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export default async function ProposalPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const { year = '', pin, forbid } = await searchParams;
  const wish = { schoolYear: isSchoolYear(year) ? year : undefined, pinned: listed(pin), forbidden: listed(forbid) };
  const view = opened(await partnerProposal(viewer, wish, new Date()));
  const hrefWith = (more: { pin?: string; forbid?: string }) => {
    const query = new URLSearchParams({ year: view.schoolYear });
    for (const pair of [...wish.pinned, ...(more.pin ? [more.pin] : [])]) query.append('pin', pair);
    for (const pair of [...wish.forbidden, ...(more.forbid ? [more.forbid] : [])]) query.append('forbid', pair);
    return `/support/partners/proposal?${query}`;
  };
  const wished = wish.pinned.length + wish.forbidden.length > 0;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Партнёры и сети', href: `/support/partners?year=${view.schoolYear}` }]}
        title="Подбор партнёров"
        description="Портал распределяет школы-лидеры сразу по всем школам списка так, чтобы общее соответствие было наибольшим. Решает МОЦ; доводы школы не видят."
      />
      <SupportFilter years={view.years} schoolYear={view.schoolYear} />
      {wished ? (
        <p className="mb-4">
          Расчёт с вашими условиями: закреплено {wish.pinned.length}, исключено {wish.forbidden.length}.{' '}
          <Link className="link" href={`/support/partners/proposal?year=${view.schoolYear}`}>
            Снять условия
          </Link>
        </p>
      ) : null}
      <Panel
        title={`Предложение ${formatSchoolYear(view.schoolYear)}`}
        description={`Школ ${view.pairs.length}, возможных лидеров ${view.hosts}, общее соответствие ${formatNumber(view.total, 1)}.`}
      >
        {view.pairs.length > 0 ? (
          <ActionForm send={sendProposal.bind(null, view.schoolYear)} className="space-y-4">
            {wish.pinned.map((pair) => (
              <input key={pair} type="hidden" name="pinned" value={pair} />
            ))}
            {wish.forbidden.map((pair) => (
              <input key={pair} type="hidden" name="forbidden" value={pair} />
            ))}
            <ul className="divide-y divide-line">
              {view.pairs.map((pair) => (
                <li key={pair.schoolId} className="grid gap-4 py-4 lg:grid-cols-[16rem_1fr_1fr]">
                  <p className="font-semibold">{pair.schoolName}</p>
                  <Chosen pair={pair} hrefWith={hrefWith} />
                  <Others pair={pair} hrefWith={hrefWith} />
                </li>
              ))}
            </ul>
            <SubmitButton pendingText="Предлагаем…">Предложить отмеченные пары</SubmitButton>
          </ActionForm>
        ) : (
          <EmptyState title="Подбирать некому">
            В этом году нет подтверждённого списка школ с низкими результатами.
          </EmptyState>
        )}
      </Panel>
    </>
  );
}

interface PairProps {
  pair: ProposedPair;
  hrefWith: (more: { pin?: string; forbid?: string }) => string;
}

function Chosen({ pair, hrefWith }: PairProps) {
  if (pair.has) return <p className="text-muted">Партнёрство уже есть: {pair.has}.</p>;
  if (!pair.host) return <p className="text-warning">Подходящей свободной школы-лидера нет.</p>;
  const { id, name, fit } = pair.host;
  const key = `${pair.schoolId}:${id}`;
  return (
    <div>
      <label className="flex gap-3 font-medium">
        <input type="checkbox" name="pairs" value={key} defaultChecked className="mt-0.5 size-5 shrink-0" />
        {name}
      </label>
      <FitWords fit={fit} />
      <Link className="link text-sm" href={hrefWith({ forbid: key })} scroll={false}>
        Исключить и пересчитать
      </Link>
    </div>
  );
}

function Others({ pair, hrefWith }: PairProps) {
  if (pair.has || pair.others.length === 0) return null;
  return (
    <details>
      <summary className="link w-fit cursor-pointer">Другие варианты</summary>
      <ul className="mt-2 space-y-3">
        {pair.others.map(({ id, name, fit }) => (
          <li key={id}>
            <p className="font-medium">{name}</p>
            <FitWords fit={fit} />
            <Link className="link text-sm" href={hrefWith({ pin: `${pair.schoolId}:${id}` })} scroll={false}>
              Закрепить и пересчитать
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
