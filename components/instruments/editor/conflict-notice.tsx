'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { instrumentDifference } from '@/lib/domain/instrument-difference';
import { formatMoment } from '@/lib/domain/russian';
import type { SavedDraft } from '@/lib/portal/instruments/schema';
import { DifferenceList } from '../difference-list';
import type { InstrumentDraft } from './edited-instrument';

interface ConflictNoticeProps {
  theirs: SavedDraft;
  mine: InstrumentDraft;
  readHref: string;
  onSaveMine: () => void;
  onTakeTheirs: () => void;
}

/** Two windows changed one draft: what differs, and which of the two stays. */
export function ConflictNotice({ theirs, mine, readHref, onSaveMine, onTakeTheirs }: ConflictNoticeProps) {
  const difference = useMemo(() => instrumentDifference(theirs.definition, mine.definition), [theirs, mine]);
  const who = [theirs.savedBy, theirs.savedAt ? formatMoment(new Date(theirs.savedAt), new Date()) : null];
  const saved = who.filter(Boolean).join(', ');
  if (theirs.published) {
    return (
      <Notice
        tone="danger"
        role="alert"
        title="Эту версию уже опубликовали"
        actions={<LinkButton href={readHref}>Открыть опубликованную</LinkButton>}
      >
        {saved ? <p>{saved}.</p> : null}
        <p>Введённое здесь осталось на экране: чтобы использовать его, сделайте копию опубликованной версии.</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      role="alert"
      title="Изменено в другом окне"
      actions={
        <>
          <Button variant="primary" onClick={onSaveMine}>
            Сохранить мой вариант поверх
          </Button>
          <Button onClick={onTakeTheirs}>Взять сохранённый</Button>
        </>
      }
    >
      <p>
        Пока вы работали, этот черновик сохранили ещё раз{saved ? `: ${saved}` : ''}. Ничего из введённого здесь не
        потеряно: выберите, какой вариант останется.
      </p>
      <details className="mt-2">
        <summary className="link">Чем ваш вариант отличается от сохранённого</summary>
        <div className="mt-3 rounded-md border border-line bg-surface p-4">
          {theirs.title === mine.title ? null : (
            <p className="mb-3">
              Название: сохранено «{theirs.title}», у вас «{mine.title}».
            </p>
          )}
          <DifferenceList difference={difference} sides={{ before: 'Сохранено', after: 'У вас' }} />
        </div>
      </details>
    </Notice>
  );
}
