'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

export interface HeatMapKeysProps {
  /** the table and, when a point is open, its panel (`#point`) */
  children: ReactNode;
  /** the open point; its panel takes the focus */
  point: string | null;
  /** cells lead to pages of their own, which begin at their top */
  leave?: boolean;
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * What JavaScript adds to the heat map: arrow keys go from cell to cell and one of them alone stands in the order of the
 * Tab key, a point opens without loading the page anew, Esc closes it and gives the focus back. The words of a cell show
 * under the pointer; written into each of a thousand cells twice, they would make the page half as long again.
 */
export function HeatMapKeys({ children, point, leave = false }: HeatMapKeysProps) {
  const box = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const opener = useRef<string | null>(null);

  useEffect(() => {
    const cells = [...(box.current?.querySelectorAll<HTMLElement>('[data-point]') ?? [])];
    const first = cells.find((cell) => cell.dataset.point === point) ?? cells[0];
    for (const cell of cells) cell.tabIndex = cell === first ? 0 : -1;
    if (point) {
      opener.current = point;
      box.current?.querySelector<HTMLElement>('#point h2')?.focus();
    } else if (opener.current) {
      cells.find((cell) => cell.dataset.point === opener.current)?.focus();
      opener.current = null;
    }
  }, [point]);

  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-point]') : null;
    if (!link) return;
    event.preventDefault();
    router.push(link.href, { scroll: leave });
  };

  const onMouseOver = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-point]') : null;
    const words = cell?.getAttribute('aria-label');
    // anew each time: the cell of another year is the same element with other words
    if (cell && words) cell.title = words;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && point) {
      box.current?.querySelector<HTMLAnchorElement>('#point a[data-close]')?.click();
      return;
    }
    const step = STEPS[event.key];
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-point]') : null;
    if (!step || !cell) return;
    const next = neighbour(cell, step);
    if (!next) return;
    event.preventDefault();
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the focus, this only moves it
    // biome-ignore lint/a11y/useKeyWithMouseEvents: a screen reader has the same words from the link itself
    <div ref={box} onClick={onClick} onMouseOver={onMouseOver} onKeyDown={onKeyDown} className="contents">
      {children}
    </div>
  );
}

/** The next cell in that direction that can be opened. */
function neighbour(cell: HTMLElement, [down, right]: readonly [number, number]): HTMLElement | null {
  const place = cell.closest('td');
  const row = place?.parentElement;
  if (!(place instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return null;
  const rows = [...(row.parentElement?.children ?? [])];
  for (let r = rows.indexOf(row) + down, c = place.cellIndex + right; ; r += down, c += right) {
    const next = rows[r];
    if (!(next instanceof HTMLTableRowElement)) return null;
    const there = next.cells[c];
    if (!there) return null;
    const link = there.querySelector<HTMLElement>('[data-point]');
    if (link) return link;
  }
}
