'use client';

import { useEffect, useEffectEvent } from 'react';
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { meaningOfKey, placeOf } from './answer-keys';

interface AnswerKeys {
  enabled: boolean;
  criterion: CriterionDefinition | undefined;
  answer: Answer;
  open: boolean;
  onAnswer: (criterion: string, answer: Answer) => void;
  onGo: (direction: 'next' | 'previous') => void;
}

/** Listens for the keys of the current question while no field is typed in and no dialog stands over the page. */
export function useAnswerKeys({ enabled, criterion, answer, open, onAnswer, onGo }: AnswerKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!criterion || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
      return;
    if (document.querySelector('[role="dialog"]')) return;
    const meaning = meaningOfKey(event.key, placeOf(document.activeElement), criterion, answer);
    if (!meaning) return;
    if ('go' in meaning) onGo(meaning.go);
    else if (open && !event.repeat) onAnswer(criterion.code, meaning.answer);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}
