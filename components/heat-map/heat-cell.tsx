import { cn } from '@/components/ui/class-names';
import type { HeatCell, HeatCellKind } from '@/lib/portal/lists/views';

/** What a cell shows, said for a screen reader; a colour is never alone. */
export const CELL_WORDS: Record<HeatCellKind, string> = {
  POINT: 'балл',
  NONE: 'нет балла',
  NA: 'не применимо',
  UNANSWERED: 'нет ответа',
  OUTSIDE: 'критерий не касается школы',
};

const LOOKS: Record<HeatCellKind, string> = {
  POINT: 'bg-accent text-on-accent font-semibold',
  NONE: 'text-muted',
  NA: 'bg-quiet text-muted text-xs',
  UNANSWERED: 'border border-dashed border-warning text-warning font-semibold',
  OUTSIDE: 'bg-[repeating-linear-gradient(45deg,var(--line-strong)_0_1px,transparent_1px_6px)] opacity-60',
};

/** The figure of a cell: a dot for one point of «да», the number of signs, «н/п», «?». */
export function HeatMark({ cell, className }: { cell: HeatCell; className?: string }) {
  return (
    <span aria-hidden className={cn('contrast-frame heat-mark', LOOKS[cell.kind], className)}>
      {figureOf(cell)}
      {cell.disputed ? (
        <span className="absolute -top-1.5 -right-1.5 flex size-4 items-center justify-center rounded-full border border-surface bg-warning text-xs leading-none font-bold text-surface">
          !
        </span>
      ) : null}
    </span>
  );
}

function figureOf({ kind, points, maximum }: HeatCell): string {
  switch (kind) {
    case 'POINT':
      return maximum > 1 ? String(points) : '●';
    case 'NONE':
      return '·';
    case 'NA':
      return 'н/п';
    case 'UNANSWERED':
      return '?';
    case 'OUTSIDE':
      return '';
  }
}

/** «2 балла из 8, оспаривается». */
export function cellInWords({ kind, points, maximum, disputed }: HeatCell): string {
  const words = kind === 'POINT' && maximum > 1 ? `признаков ${points} из ${maximum}` : CELL_WORDS[kind];
  return disputed ? `${words}, оспаривается` : words;
}
