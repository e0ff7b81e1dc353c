'use client';

import { type ReactNode, useRef } from 'react';
import { TableBody, TableRow } from '@/components/ui/table';
import { rowsAbove, ruleUnderRow } from './threshold';
import { ThresholdLine } from './threshold-line';
import { useWhatIf } from './what-if-context';

export interface RankedRow {
  code: string;
  accepted: boolean;
  /** the cells, made by the server */
  cells: ReactNode;
}

export interface RankedRowsProps {
  rows: readonly RankedRow[];
  columnCount: number;
}

/** The rows of the ranking; the line stands where the rule that is shown cuts them, and can be moved. */
export function RankedRows({ rows, columnCount }: RankedRowsProps) {
  const { schools, proposed, rule, tryRule } = useWhatIf();
  const body = useRef<HTMLTableSectionElement>(null);
  const byCode = new Map(schools.map((school) => [school.schoolCode, school]));
  const accepted = rows.filter((row) => row.accepted);
  const above =
    rule && accepted.length > 0
      ? rowsAbove(
          accepted.map((row) => row.code),
          proposed,
        )
      : null;
  const judged = accepted.flatMap((row) => byCode.get(row.code) ?? []);

  const dragTo = (clientY: number) => {
    if (!rule) return;
    const elements = [...(body.current?.querySelectorAll<HTMLElement>('[data-accepted="yes"]') ?? [])];
    const under = elements.filter((element) => {
      const { top, height } = element.getBoundingClientRect();
      return top + height / 2 < clientY;
    }).length;
    const next = ruleUnderRow(rule, judged, under);
    if (next) tryRule(next);
  };

  const startDrag = () => {
    // the line itself moves in the document while it is dragged, so the window listens
    const end = new AbortController();
    window.addEventListener('pointermove', (event) => dragTo(event.clientY), { signal: end.signal });
    for (const name of ['pointerup', 'pointercancel']) {
      window.addEventListener(name, () => end.abort(), { signal: end.signal });
    }
  };

  const elements = rows.map((row) => (
    <TableRow
      key={row.code}
      id={`school-${row.code}`}
      data-accepted={row.accepted ? 'yes' : 'no'}
      marked={proposed.has(row.code)}
      className="scroll-mt-24 target:[&>*]:bg-accent-soft"
    >
      {row.cells}
    </TableRow>
  ));
  if (rule && above !== null) {
    const place = above === 0 ? 0 : rows.findIndex((row) => row.code === accepted[above - 1]?.code) + 1;
    elements.splice(
      place,
      0,
      <ThresholdLine
        key="threshold"
        rule={rule}
        rows={judged}
        above={above}
        columnCount={columnCount}
        onDragStart={startDrag}
      />,
    );
  }
  return <TableBody ref={body}>{elements}</TableBody>;
}
