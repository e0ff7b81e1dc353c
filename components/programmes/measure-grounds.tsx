'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/field';
import { Status } from '@/components/ui/status';
import type { ProgrammeMeasure } from '@/lib/domain/programme/content';
import { isGrounded } from '@/lib/domain/programme/progress';
import type { ProgrammeGrounds } from '@/lib/portal/programmes/views';

interface MeasureGroundsProps {
  measure: ProgrammeMeasure;
  grounds: ProgrammeGrounds;
  locked: boolean;
  set: (next: ProgrammeMeasure) => void;
}

/** From what a measure follows, and with which partner. */
export function MeasureGrounds({ measure, grounds, locked, set }: MeasureGroundsProps) {
  const toggled = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  const count = measure.criteria.length + measure.findingIds.length + measure.recommendationIds.length;
  return (
    <details className="mt-3 rounded-md border border-line px-3 py-2">
      <summary className="cursor-pointer">
        Из чего следует{' '}
        {isGrounded(measure) ? (
          <span className="text-sm text-muted">оснований: {count}</span>
        ) : (
          <Status tone="warning" look="line">
            без основания
          </Status>
        )}
      </summary>
      <fieldset disabled={locked} className="mt-2 space-y-3">
        <legend className="sr-only">Основания меры</legend>
        <Boxes
          title="Рекомендации"
          items={grounds.recommendations.map(({ id, text }) => ({ id, label: text }))}
          chosen={measure.recommendationIds}
          toggle={(id) => set({ ...measure, recommendationIds: toggled(measure.recommendationIds, id) })}
        />
        <Boxes
          title="Выводы обследования"
          items={grounds.findings.map(({ id, text }) => ({ id, label: text }))}
          chosen={measure.findingIds}
          toggle={(id) => set({ ...measure, findingIds: toggled(measure.findingIds, id) })}
        />
        <Boxes
          title="Критерии карты"
          items={grounds.criteria.map(({ code, text }) => ({ id: code, label: `${code} — ${text}` }))}
          chosen={measure.criteria}
          toggle={(id) => set({ ...measure, criteria: toggled(measure.criteria, id) })}
        />
        {grounds.partnerships.length > 0 ? (
          <SelectField
            label="С партнёром"
            name={`partner-${measure.id}`}
            value={measure.partnershipId ?? ''}
            onChange={(event) => set({ ...measure, partnershipId: event.target.value || null })}
            options={[
              { value: '', label: 'без партнёра' },
              ...grounds.partnerships.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        ) : null}
      </fieldset>
    </details>
  );
}

interface BoxesProps {
  title: string;
  items: readonly { id: string; label: string }[];
  chosen: readonly string[];
  toggle: (id: string) => void;
}

function Boxes({ title, items, chosen, toggle }: BoxesProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <p className="font-medium">{title}</p>
      {items.map(({ id, label }) => (
        <Checkbox key={id} label={label} checked={chosen.includes(id)} onChange={() => toggle(id)} />
      ))}
    </div>
  );
}
