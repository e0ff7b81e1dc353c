'use client';

import { GripHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { JudgedSchool } from '@/lib/domain/firmness';
import { type IdentificationRule, ruleWords } from '@/lib/domain/identification';
import { countOf } from '@/lib/domain/russian';
import { ruleAStepAway } from './threshold';
import { useWhatIf } from './what-if-context';

export interface ThresholdLineProps {
  rule: IdentificationRule;
  /** with an accepted card, as the table shows them */
  rows: readonly JudgedSchool[];
  above: number;
  columnCount: number;
  onDragStart: () => void;
}

/** The line of the threshold between two rows: dragged by the pointer, moved by the arrow keys. */
export function ThresholdLine({ rule, rows, above, columnCount, onDragStart }: ThresholdLineProps) {
  const { tryRule, trying, proposed, result, campaignRule } = useWhatIf();
  const words = `Порог: ${ruleWords(rule)}`;
  const count = `выше линии ${countOf(proposed.size, 'школа', 'школы', 'школ')}`;
  const handle = useRef<HTMLButtonElement>(null);
  const keepsFocus = useRef(false);
  const move = (step: 1 | -1) => {
    const next = ruleAStepAway(rule, rows, above, step);
    if (!next) return;
    keepsFocus.current = true;
    tryRule(next);
  };
  // a row that moves in the document loses the focus
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the line has moved
  useEffect(() => {
    if (keepsFocus.current) handle.current?.focus();
    keepsFocus.current = false;
  }, [above]);
  return (
    <tr data-threshold={trying ? 'tried' : 'stored'}>
      <td colSpan={columnCount} className="bg-surface p-0">
        <div className={`border-t-2 border-accent bg-accent-soft text-sm ${trying ? 'border-dashed' : ''}`}>
          <div className="sticky left-0 flex w-fit max-w-[calc(100cqi-4rem)] flex-wrap items-center gap-x-3 px-3 py-0.5">
            <button
              ref={handle}
              type="button"
              role="slider"
              aria-label="Линия порога"
              aria-orientation="vertical"
              aria-valuemin={0}
              aria-valuemax={rows.length}
              aria-valuenow={above}
              aria-valuetext={`${words}, ${count}`}
              onPointerDown={(event) => {
                event.preventDefault();
                event.currentTarget.focus();
                onDragStart();
              }}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                move(event.key === 'ArrowUp' ? -1 : 1);
              }}
              className="flex size-8 shrink-0 cursor-row-resize touch-none items-center justify-center rounded-md text-accent hover:bg-surface scripting-none:hidden print:hidden"
            >
              <GripHorizontal aria-hidden className="size-5" />
            </button>
            <span className="font-medium text-accent">{words}</span>
            <span className="text-muted">{count}</span>
            {trying && result ? (
              <span className="text-muted">
                войдут {result.entering.length}, выйдут {result.leaving.length}, пока не сохранено
              </span>
            ) : null}
            {trying && campaignRule ? (
              <button type="button" onClick={() => tryRule(null)} className="link min-h-8 scripting-none:hidden">
                Вернуть
              </button>
            ) : null}
          </div>
        </div>
      </td>
    </tr>
  );
}
