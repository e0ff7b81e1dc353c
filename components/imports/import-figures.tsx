import { cn } from '@/components/ui/class-names';
import { formatNumber, plural } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';

/** How many rows were read, can be applied, fail, and of how many schools they speak. */
export function ImportFigures({ import: one }: { import: ImportView }) {
  const unclear = one.unmatched.filter(({ chosen }) => chosen === null);
  const unclearRows = unclear.reduce((sum, { rows }) => sum + rows, 0);
  const figures = [
    { label: `${plural(one.rows, 'строка', 'строки', 'строк')} в файле`, value: one.rows },
    { label: `${plural(one.accepted, 'годится', 'годятся', 'годятся')}`, value: one.accepted },
    {
      label: plural(one.errorCount, 'ошибка', 'ошибки', 'ошибок'),
      value: one.errorCount,
      bad: one.errorCount > 0,
    },
    { label: 'строк неузнанных школ', value: unclearRows, bad: unclearRows > 0 },
    { label: plural(one.schools, 'школа', 'школы', 'школ'), value: one.schools },
  ];
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 rounded-lg border border-line bg-surface px-4 py-4 sm:px-5">
      {figures.map(({ label, value, bad }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className={cn('text-2xl font-semibold tabular-nums', bad && 'text-danger')}>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
