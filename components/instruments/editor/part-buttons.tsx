'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useEditor } from './editor-context';
import { fieldId } from './part-faults';

/** Up, down and remove, by mouse and by keyboard alike; a button that leads nowhere keeps the focus and says so. */
export function PartButtons({ partKey, name }: { partKey: string; name: string }) {
  const { move, movable, remove } = useEditor();
  return (
    <div className="ml-auto flex shrink-0">
      {([-1, 1] as const).map((step) => (
        <Button
          key={step}
          id={fieldId(partKey, step === -1 ? 'up' : 'down')}
          variant="quiet"
          size="icon"
          aria-label={`${step === -1 ? 'Выше' : 'Ниже'}: ${name}`}
          aria-disabled={!movable(partKey, step)}
          className="aria-disabled:text-line-strong aria-disabled:hover:bg-transparent"
          onClick={() => move(partKey, step)}
        >
          {step === -1 ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
        </Button>
      ))}
      <Button variant="quiet" size="icon" aria-label={`Удалить: ${name}`} onClick={() => remove(partKey)}>
        <Trash2 aria-hidden className="text-danger" />
      </Button>
    </div>
  );
}
