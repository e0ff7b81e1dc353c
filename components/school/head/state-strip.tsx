import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { formatDate, formatSchoolYear, NBSP } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import type { ListInForce, SchoolHead } from '@/lib/portal/schools/views';
import { ListPlaceStatus } from '../list-place';
import { nextStep } from './next-step';

const TRACKS = ['LOW_RESULTS', 'ADVERSE_CONDITIONS'] as const;

/** Three places side by side: both lists in force, and the next step of the card. */
export function StateStrip({ head, now }: { head: SchoolHead; now: Date }) {
  const step = nextStep(head, now);
  return (
    <ul className="mb-6 grid gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3">
      <StripCell name={step.own ? 'Следующий шаг' : 'Карта школы'} marked={step.own}>
        {step.href ? (
          <Link
            href={step.href}
            className="group inline-flex items-center gap-2 font-semibold no-underline hover:text-accent"
          >
            <span className="underline decoration-line-strong underline-offset-4 group-hover:decoration-current">
              {step.title}
            </span>
            <ArrowRight aria-hidden className="size-4 shrink-0" />
          </Link>
        ) : (
          <p className="font-semibold">{step.title}</p>
        )}
        <p className="text-sm text-muted">{step.note}</p>
      </StripCell>
      {TRACKS.map((track) => {
        const list = head.lists.find((one) => one.track === track);
        return (
          <StripCell key={track} name={TRACK_NAMES[track]}>
            {list ? (
              <ListState list={list} linked={head.may.compare} />
            ) : (
              <p className="text-sm text-muted">Список ещё не утверждался.</p>
            )}
          </StripCell>
        );
      })}
    </ul>
  );
}

function StripCell({ name, marked = false, children }: { name: string; marked?: boolean; children: ReactNode }) {
  return (
    <li className={cn('min-w-0 bg-surface p-4', marked && 'bg-accent-soft')}>
      <p className="mb-1 text-sm text-muted">{name}</p>
      {children}
    </li>
  );
}

function ListState({ list, linked }: { list: ListInForce; linked: boolean }) {
  const order = `приказ №${NBSP}${list.orderNumber} от${NBSP}${formatDate(list.orderDate)}`;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <ListPlaceStatus place={list.place} /> <span className="text-muted">{formatSchoolYear(list.schoolYear)}</span>
      </p>
      <p className="text-sm text-muted">
        {linked ? (
          <Link href={`/analysis/lists/${list.listId}`} className="link-quiet">
            {order}
          </Link>
        ) : (
          order
        )}
      </p>
      {list.included === list.proposed ? null : (
        <p className="mt-1 text-sm">
          {list.included ? 'Включена без предложения правила' : 'Предлагалась, не включена'}
          {list.reason ? `: ${list.reason}` : ''}
        </p>
      )}
    </>
  );
}
