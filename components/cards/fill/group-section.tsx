'use client';

import { ArrowLeft, ArrowRight, CornerDownRight } from 'lucide-react';
import Link from 'next/link';
import type { MouseEvent, ReactNode, Ref } from 'react';
import { buttonLook } from '@/components/ui/button-look';
import { cn } from '@/components/ui/class-names';
import { countOf, formatNumber, NBSP } from '@/lib/domain/russian';
import type { GroupModel } from './card-model';

interface GroupSectionProps {
  group: GroupModel;
  previous: GroupModel | undefined;
  next: GroupModel | undefined;
  submitHref: string | null;
  hrefOf: (group: string) => string;
  onGo: (event: MouseEvent<HTMLAnchorElement>, group: string) => void;
  /** before leaving for the last step */
  onLeave: (event: MouseEvent<HTMLAnchorElement>) => void;
  onNextUnanswered: (() => void) | null;
  headingRef: Ref<HTMLHeadingElement>;
  children: ReactNode;
}

/** One group of questions with its own progress and sum, and the way to the next. */
export function GroupSection(props: GroupSectionProps) {
  const { group, previous, next, submitHref, hrefOf, onGo, onLeave, onNextUnanswered, headingRef, children } = props;
  const left = group.criteria.length - group.answered;
  return (
    <section aria-labelledby="group-title" className="min-w-0">
      <div className="mb-4">
        <p className="text-sm text-muted">{group.table.title}</p>
        <h2 ref={headingRef} id="group-title" tabIndex={-1} className="text-xl font-semibold outline-none sm:text-2xl">
          {group.title}
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 text-sm text-muted tabular-nums">
          <span>
            Отвечено {group.answered} из{NBSP}
            {group.criteria.length}
          </span>
          <span>
            сумма {formatNumber(group.negativeSum)} из{NBSP}
            {formatNumber(group.maximum)}
          </span>
        </p>
      </div>
      <div className="space-y-4">{children}</div>
      <nav aria-label="Соседние разделы" data-print="none" className="mt-6 flex flex-wrap items-stretch gap-3">
        {previous ? (
          <a
            href={hrefOf(previous.code)}
            onClick={(event) => onGo(event, previous.code)}
            data-look="button"
            className={cn(buttonLook({ size: 'lg' }), 'text-base')}
          >
            <ArrowLeft aria-hidden />
            Назад
          </a>
        ) : null}
        {onNextUnanswered && left > 0 ? (
          <button
            type="button"
            onClick={onNextUnanswered}
            data-look="button"
            className={cn(buttonLook({ size: 'lg' }), 'text-base scripting-none:hidden')}
          >
            <CornerDownRight aria-hidden />
            Без ответа: {countOf(left, 'вопрос', 'вопроса', 'вопросов')}
          </button>
        ) : null}
        {next ? (
          <a
            href={hrefOf(next.code)}
            onClick={(event) => onGo(event, next.code)}
            data-look="button"
            className={cn(buttonLook({ size: 'lg', variant: 'primary' }), 'ml-auto min-w-0 text-base')}
          >
            <span className="min-w-0">Дальше: {next.title}</span>
            <ArrowRight aria-hidden />
          </a>
        ) : submitHref ? (
          <Link
            href={submitHref}
            prefetch={false}
            onClick={onLeave}
            data-look="button"
            className={cn(buttonLook({ size: 'lg', variant: 'primary' }), 'ml-auto min-w-0 text-base')}
          >
            Проверка и отправка
            <ArrowRight aria-hidden />
          </Link>
        ) : null}
      </nav>
    </section>
  );
}
