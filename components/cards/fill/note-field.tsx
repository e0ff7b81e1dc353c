'use client';

import { MessageSquareText } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Textarea } from '@/components/ui/textarea';

const PAUSE_MS = 700;
export const LONGEST_NOTE = 4000;

interface NoteFieldProps {
  criterion: string;
  note: string;
  onNote: (text: string) => void;
}

/** The school's own note on an answer; goes into the queue when one stops typing or leaves the field. */
export function NoteField({ criterion, note, onNote }: NoteFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [hadNote] = useState(note !== '');
  const id = `note-${criterion}`;
  const give = useEffectEvent(() => {
    if (typed !== null) onNote(typed);
  });

  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(give, PAUSE_MS);
    window.addEventListener('pagehide', give);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', give);
    };
  }, [typed]);
  // Leaving the group with a note half typed gives it over as well.
  useEffect(() => () => give(), []);

  return (
    <details className="min-w-0 open:basis-full" open={hadNote || undefined}>
      <summary className="link flex w-fit items-center gap-1.5 py-1 text-sm">
        <MessageSquareText aria-hidden className="size-4 shrink-0" />
        Комментарий
      </summary>
      <label htmlFor={id} className="mt-1 mb-1 block text-sm text-muted">
        Ваше пояснение к ответу, его увидит МОЦ. Имён детей не пишите.
      </label>
      <Textarea
        id={id}
        name={`comment.${criterion}`}
        rows={2}
        maxLength={LONGEST_NOTE}
        value={typed ?? note}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== null) onNote(typed);
          setTyped(null);
        }}
      />
    </details>
  );
}
