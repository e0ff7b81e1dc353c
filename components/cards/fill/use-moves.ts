'use client';

import { useSearchParams } from 'next/navigation';
import { type MouseEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CardJson } from '@/lib/portal/cards/schema';
import { type CardModel, groupToGoOn, isOpen } from './card-model';

/**
 * Where one is in the card: the group by the address, the question that the keys answer; and the ways from there.
 * Another group comes without asking the server, so that it works with the line cut.
 */
export function useMoves(model: CardModel, card: CardJson, hrefOf: (group: string) => string) {
  const [startGroup] = useState(() => groupToGoOn(model.groups));
  const [touched, setTouched] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** on the way to another group, perhaps to one of its questions */
  const leaving = useRef<{ question: string | undefined } | null>(null);
  const asked = useSearchParams().get('group');
  const known = model.groups.some(({ code }) => code === asked);
  const place = model.groups.findIndex(({ code }) => code === (known ? asked : startGroup));
  const group = model.groups[place];
  const criteria = group?.criteria ?? [];
  const unanswered = criteria.find(({ code }) => (model.answers[code] ?? null) === null && isOpen(card, code));
  const current =
    criteria.find(({ code }) => code === touched) ??
    unanswered ??
    criteria.find(({ code }) => isOpen(card, code)) ??
    criteria[0];

  function toQuestion(code: string) {
    setTouched(code);
    const question = document.getElementById(code);
    question?.focus({ preventScroll: true });
    question?.scrollIntoView({ block: 'center' });
  }

  function toGroup(code: string, question?: string) {
    setTouched(null);
    leaving.current = { question };
    window.history.pushState(null, '', hrefOf(code));
  }

  const arrive = useEffectEvent(() => {
    const way = leaving.current;
    leaving.current = null;
    if (way?.question) toQuestion(way.question);
    else if (way) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView({ block: 'start' });
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another group stands on the page now
  useEffect(() => arrive(), [group?.code]);

  /** A question wherever it stands. */
  function toPlace(code: string) {
    const home = model.groups.find(({ criteria: own }) => own.some((criterion) => criterion.code === code));
    if (home && home.code !== group?.code) toGroup(home.code, code);
    else toQuestion(code);
  }

  /** The question after or before the one with the focus; after the last one the next group. */
  function toNeighbour(direction: 'next' | 'previous') {
    const at = criteria.findIndex(({ code }) => code === current?.code);
    const isThere = (document.activeElement?.closest('[data-question]') ?? null) !== null;
    const next = criteria[direction === 'previous' ? at - 1 : isThere ? at + 1 : at];
    const nextGroup = model.groups[place + 1];
    if (next) toQuestion(next.code);
    else if (direction === 'next' && nextGroup) toGroup(nextGroup.code);
  }

  return {
    group,
    previous: model.groups[place - 1],
    next: model.groups[place + 1],
    current,
    unanswered,
    heading,
    touch: setTouched,
    toQuestion,
    toPlace,
    toNeighbour,
    /** For a plain click on a link to a group; other clicks stay what they are. */
    onGo: (event: MouseEvent<HTMLAnchorElement>, code: string) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      toGroup(code);
    },
  };
}

export type Moves = ReturnType<typeof useMoves>;
