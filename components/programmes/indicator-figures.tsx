'use client';

import { TextField } from '@/components/ui/field';
import type { ProgrammeIndicator } from '@/lib/domain/programme/content';
import { formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import type { ProgrammeView } from '@/lib/portal/programmes/views';

interface IndicatorFiguresProps {
  indicator: ProgrammeIndicator;
  years: readonly string[];
  facts: ProgrammeView['facts'];
  /** targets may not be changed any more */
  running: boolean;
  set: (next: ProgrammeIndicator) => void;
}

const asNumber = (text: string): number | null => {
  const value = Number(text.replace(',', '.').trim());
  return text.trim() === '' || Number.isNaN(value) ? null : value;
};

/** Baseline, then target and fact by year; a fact from data cannot be written over. */
export function IndicatorFigures({ indicator, years, facts, running, set }: IndicatorFiguresProps) {
  const { id, baseline, targets, facts: written, source } = indicator;
  const figure = (list: ProgrammeIndicator['targets'], year: string) =>
    list.find(({ schoolYear }) => schoolYear === year)?.value ?? null;
  const withYear = (list: ProgrammeIndicator['targets'], year: string, value: number | null) => [
    ...list.filter(({ schoolYear }) => schoolYear !== year),
    { schoolYear: year, value },
  ];
  const shown = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  return (
    <div className="mt-3 flex flex-wrap items-end gap-3">
      <TextField
        label="База"
        name={`baseline-${id}`}
        inputMode="decimal"
        defaultValue={shown(baseline)}
        disabled={running}
        fieldClassName="w-24"
        onBlur={(event) => set({ ...indicator, baseline: asNumber(event.target.value) })}
      />
      {years.map((year) => {
        const fact = facts[source]?.[year] ?? null;
        return (
          <div key={year} className="flex items-end gap-2">
            <TextField
              label={`План ${formatSchoolYear(year)}`}
              name={`target-${id}-${year}`}
              inputMode="decimal"
              defaultValue={shown(figure(targets, year))}
              disabled={running}
              fieldClassName="w-32"
              onBlur={(event) => set({ ...indicator, targets: withYear(targets, year, asNumber(event.target.value)) })}
            />
            {source === 'MANUAL' ? (
              <TextField
                label="Факт"
                name={`fact-${id}-${year}`}
                inputMode="decimal"
                defaultValue={shown(figure(written, year))}
                fieldClassName="w-24"
                onBlur={(event) => set({ ...indicator, facts: withYear(written, year, asNumber(event.target.value)) })}
              />
            ) : (
              <p className="pb-2 text-sm">
                <span className="block text-muted">факт из данных</span>
                {fact === null ? 'нет данных' : formatNumber(fact, Number.isInteger(fact) ? 0 : 1)}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
