import { LineFields } from '@/components/support/line-fields';
import { formatDate, NO_VALUE } from '@/lib/domain/russian';
import { JOINT_FORMS, type PlanLine } from '@/lib/domain/support/partnership';

/** Joint events: what, when, in what form, what came of it. */
export function PlanFields({ plan }: { plan: readonly PlanLine[] }) {
  return (
    <LineFields
      legend="План совместных событий"
      lines={plan}
      blank={2}
      columns={[
        { name: 'title', label: 'Событие', className: 'min-w-64 flex-[2]' },
        { name: 'on', label: 'Дата', type: 'date', className: 'w-44' },
        {
          name: 'form',
          label: 'Форма',
          className: 'w-56',
          options: [{ value: '', label: '—' }, ...JOINT_FORMS.map((value) => ({ value, label: value }))],
        },
        { name: 'outcome', label: 'Что получилось', className: 'min-w-64 flex-[2]' },
      ]}
    />
  );
}

export function PlanReading({ plan }: { plan: readonly PlanLine[] }) {
  if (plan.length === 0) return <p className="text-muted">Событий пока нет.</p>;
  return (
    <ul className="divide-y divide-line">
      {plan.map(({ title, on, form, outcome }) => (
        <li key={`${on} ${title}`} className="py-2">
          <p className="font-medium">{title}</p>
          <p className="text-sm text-muted">
            {[on === '' ? NO_VALUE : formatDate(new Date(on)), form].filter(Boolean).join(' · ')}
          </p>
          {outcome ? <p className="max-w-prose">{outcome}</p> : null}
        </li>
      ))}
    </ul>
  );
}
