'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { placedCriteria } from '@/lib/domain/instrument';
import { answerInWords } from '../answer-in-words';
import { criterionOf, type FieldValue, isAnswerField, type QueueState } from '../answer-queue/queue-state';
import { asAnswer } from './card-model';

interface UnsentNoticeProps {
  state: QueueState;
  instrument: InstrumentDefinition;
  /** why the card takes no answers, in the server's words */
  detail: string;
  onRetry: () => void;
  onDiscard: () => void;
}

/** The answers that the server does not take any more, in words, one a line. */
export function unsentInWords(state: QueueState, instrument: InstrumentDefinition): string {
  const texts = new Map(placedCriteria(instrument).map(({ criterion }) => [criterion.code, criterion.text]));
  const edits = [
    ...(state.flight?.edits ?? []),
    ...state.waiting,
    ...state.conflicts.map(({ mine }) => mine),
    ...state.refused.map(({ edit }) => edit),
  ];
  const words = (value: FieldValue) => (value === null ? '' : String(value));
  return edits
    .map(({ key, value }) => {
      const code = criterionOf(key);
      const said = isAnswerField(key) ? answerInWords(asAnswer(value)) : `комментарий: ${words(value)}`;
      return `${code} ${texts.get(code) ?? ''} — ${said}`;
    })
    .join('\n');
}

/** The card was closed while answers were under way: says so, keeps them in sight and lets them be copied. */
export function UnsentNotice({ state, instrument, detail, onRetry, onDiscard }: UnsentNoticeProps) {
  const text = unsentInWords(state, instrument);
  const [copied, setCopied] = useState(false);
  const [sure, setSure] = useState(false);
  if (!text) {
    return (
      <Notice tone="warning" role="alert" title="Ответы больше не меняются">
        {detail}
      </Notice>
    );
  }
  return (
    <Notice
      tone="danger"
      role="alert"
      title="Ответы не отправлены"
      actions={
        <>
          <Button size="sm" onClick={onRetry}>
            Повторить
          </Button>
          <Button
            size="sm"
            onClick={() => {
              // without https there is no clipboard; the text below can be selected all the same
              void navigator.clipboard?.writeText(text).then(() => setCopied(true));
            }}
          >
            {copied ? 'Скопировано' : 'Скопировать ответы'}
          </Button>
          <Button size="sm" variant="danger" onClick={() => (sure ? onDiscard() : setSure(true))}>
            {sure ? 'Да, удалить безвозвратно' : 'Удалить из браузера'}
          </Button>
        </>
      }
    >
      <p>{detail}</p>
      <p className="mt-2 text-sm">Эти ответы остались только в вашем браузере:</p>
      <textarea
        readOnly
        aria-label="Неотправленные ответы"
        rows={Math.min(8, text.split('\n').length + 1)}
        value={text}
        className="mt-1 block w-full rounded-md border border-line-strong bg-surface p-2 text-sm text-ink"
      />
    </Notice>
  );
}
