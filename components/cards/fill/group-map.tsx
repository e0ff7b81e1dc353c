'use client';

import { CircleCheck, CircleDashed, GitMerge, ListChecks, LockKeyhole, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { countOf } from '@/lib/domain/russian';
import type { CardModel, GroupModel } from './card-model';

interface GroupMapProps {
  model: CardModel;
  current: string;
  hrefOf: (group: string) => string;
  submitHref: string | null;
  onGo: (event: React.MouseEvent<HTMLAnchorElement>, group: string) => void;
  /** before leaving for the last step */
  onLeave: (event: React.MouseEvent<HTMLAnchorElement>) => void;
}

/** All groups by table with what is done and what is left, then the last step; folds into one button on a narrow page. */
export function GroupMap({ model, current, hrefOf, submitHref, onGo, onLeave }: GroupMapProps) {
  const [shown, setShown] = useState(false);
  const { groups } = model;
  const tables = [...new Map(groups.map(({ table }) => [table.code, table])).values()];
  const place = groups.findIndex((group) => group.code === current) + 1;
  return (
    <nav aria-label="Разделы карты" data-print="none" className="mt-3 lg:mt-4">
      <Button
        className="w-full justify-between scripting-none:hidden lg:hidden"
        aria-expanded={shown}
        aria-controls="group-map"
        onClick={() => setShown(!shown)}
      >
        Раздел {place} из {groups.length}
        <span className="text-sm text-muted">{shown ? 'Свернуть' : 'Все разделы'}</span>
      </Button>
      <div
        id="group-map"
        className={cn(
          'mt-2 rounded-lg border border-line bg-surface p-2 scripting-none:block lg:mt-0 lg:block',
          !shown && 'hidden',
        )}
      >
        {tables.map((table, index) => (
          <section key={table.code} className="mb-1">
            <h2 className="px-2 pt-2 pb-1 text-sm font-semibold">
              <span className="block font-normal text-muted">Шаг {index + 1}</span>
              {table.title}
            </h2>
            <ol>
              {groups
                .filter((group) => group.table.code === table.code)
                .map((group) => (
                  <li key={group.code}>
                    <a
                      href={hrefOf(group.code)}
                      aria-current={group.code === current ? 'step' : undefined}
                      onClick={(event) => {
                        setShown(false);
                        onGo(event, group.code);
                      }}
                      className={placeLook}
                    >
                      <GroupMark group={group} />
                      <span className="min-w-0 flex-1">{group.title}</span>
                      <span className="shrink-0 tabular-nums text-muted">
                        {group.answered}/{group.criteria.length}
                      </span>
                    </a>
                  </li>
                ))}
            </ol>
          </section>
        ))}
        {submitHref ? (
          <Link
            href={submitHref}
            prefetch={false}
            onClick={onLeave}
            className={cn(placeLook, 'border-t border-line font-medium')}
          >
            <ListChecks aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
            <span className="min-w-0">
              <span className="block font-normal text-muted">Шаг {tables.length + 1}</span>
              Проверка и отправка
            </span>
          </Link>
        ) : null}
      </div>
    </nav>
  );
}

const placeLook = [
  'flex min-h-8 items-start gap-2 rounded-md px-2 py-1.5 text-sm text-ink no-underline hover:bg-quiet',
  'aria-[current=step]:bg-accent-soft aria-[current=step]:font-medium aria-[current=step]:text-accent',
].join(' ');

function GroupMark({ group }: { group: GroupModel }) {
  const left = group.criteria.length - group.answered;
  const { Icon, colour, words } =
    group.conflicts > 0
      ? { Icon: GitMerge, colour: 'text-danger', words: 'есть конфликт' }
      : group.open === 0
        ? { Icon: LockKeyhole, colour: 'text-muted', words: 'закрыт' }
        : left > 0
          ? {
              Icon: CircleDashed,
              colour: 'text-muted',
              words: `осталось ${countOf(left, 'вопрос', 'вопроса', 'вопросов')}`,
            }
          : group.toCheck > 0
            ? {
                Icon: TriangleAlert,
                colour: 'text-warning',
                words: `проверьте ${countOf(group.toCheck, 'ответ', 'ответа', 'ответов')}`,
              }
            : { Icon: CircleCheck, colour: 'text-success', words: 'готово' };
  return (
    <span title={words} className={cn('mt-0.5 shrink-0', colour)}>
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{words}: </span>
    </span>
  );
}
