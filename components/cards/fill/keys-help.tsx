'use client';

import { Keyboard } from 'lucide-react';

interface KeysHelpProps {
  enabled: boolean;
  onEnabled: (enabled: boolean) => void;
}

/** What the keys do, and the switch that turns them off (WCAG 2.1.4). */
export function KeysHelp({ enabled, onEnabled }: KeysHelpProps) {
  return (
    <details data-print="none" className="mt-3 hidden text-sm scripting-none:hidden lg:block">
      <summary className="link flex w-fit items-center gap-1.5 py-1">
        <Keyboard aria-hidden className="size-4 shrink-0" />
        Отвечать с клавиатуры
      </summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {[
          ['1, 2, 3', 'да, нет, не применимо'],
          ['1…8, 0', 'отметить признак; признаков нет'],
          ['Enter, ↓', 'следующий вопрос'],
          ['↑', 'предыдущий вопрос'],
        ].map(([keys, words]) => (
          <div key={keys} className="contents">
            <dt className="font-medium tabular-nums">{keys}</dt>
            <dd className="text-muted">{words}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-2 flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => onEnabled(event.target.checked)}
          className="size-4 accent-accent"
        />
        Клавиши включены
      </label>
    </details>
  );
}
