'use client';

import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import type { SelectOption } from '@/components/ui/select';

export interface Column<Line> {
  name: keyof Line & string;
  label: string;
  kind?: 'long' | 'date';
  options?: readonly SelectOption[];
  className?: string;
  /** may not be changed any more */
  locked?: boolean;
}

interface LineListProps<Line extends { id: string }> {
  /** names the fields: «measures» */
  name: string;
  lines: readonly Line[];
  columns: readonly Column<Line>[];
  /** what a new line begins with; null: lines may not be added or removed */
  blank: (() => Line) | null;
  addLabel: string;
  change: (lines: Line[]) => void;
  /** more of a line under its fields */
  more?: (line: Line, set: (next: Line) => void) => React.ReactNode;
}

/** Lines of a section: written in place, added and removed. */
export function LineList<Line extends { id: string }>({
  name,
  lines,
  columns,
  blank,
  addLabel,
  change,
  more,
}: LineListProps<Line>) {
  const set = (next: Line) => change(lines.map((line) => (line.id === next.id ? next : line)));
  return (
    <div className="space-y-4">
      <ol className="space-y-4">
        {lines.map((line, index) => (
          <li key={line.id} className="rounded-md border border-line p-4">
            <div className="flex flex-wrap items-start gap-3">
              {columns.map(({ name: field, label, kind, options, className = 'min-w-48 flex-1', locked }) => {
                const shared = {
                  name: `${name}-${line.id}-${field}`,
                  label: (
                    <>
                      {label}
                      <span className="sr-only">, строка {index + 1}</span>
                    </>
                  ),
                  value: String(line[field] ?? ''),
                  fieldClassName: className,
                  disabled: locked,
                };
                const onChange = (event: { target: { value: string } }) =>
                  set({ ...line, [field]: event.target.value });
                if (options) return <SelectField key={field} {...shared} options={options} onChange={onChange} />;
                if (kind === 'long') return <TextareaField key={field} {...shared} rows={2} onChange={onChange} />;
                return <TextField key={field} {...shared} type={kind ?? 'text'} onChange={onChange} />;
              })}
            </div>
            {more?.(line, set)}
            {blank ? (
              <Button
                size="sm"
                variant="quiet"
                className="mt-2"
                aria-label={`Убрать строку ${index + 1}`}
                onClick={() => change(lines.filter(({ id }) => id !== line.id))}
              >
                <Trash2 aria-hidden /> Убрать
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {blank ? (
        <Button size="sm" onClick={() => change([...lines, blank()])}>
          <Plus aria-hidden /> {addLabel}
        </Button>
      ) : null}
    </div>
  );
}
