import { SlidersHorizontal } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { CountBadge } from '@/components/ui/count-badge';
import { SelectField, TextField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import { LinkButton } from '@/components/ui/link-button';
import type { RankingColumn, RankingFilters } from '@/lib/portal/lists/views';
import { COLUMN_NAMES } from './ranking-columns';

export interface RankingFilterFormProps {
  filters: RankingFilters;
  groups: readonly { code: string; title: string }[];
  /** the table and the sorting, which the form keeps */
  hiddenFields: readonly (readonly [string, string])[];
  /** the same page without filters; null: nothing is filtered */
  clearHref: string | null;
}

/** Search, filters and the choice of columns as one form of the address: works without JavaScript. */
export function RankingFilterForm({ filters, groups, hiddenFields, clearHref }: RankingFilterFormProps) {
  const filtered = [filters.status, filters.mark, filters.kind, filters.group].filter(Boolean).length;
  return (
    <form data-print="none" className="px-4 pb-4 sm:px-5" aria-label="Поиск и отбор школ">
      {hiddenFields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Школа"
          name="q"
          type="search"
          placeholder="Название или номер"
          defaultValue={filters.q}
          fieldClassName="w-72 max-w-full grow sm:grow-0"
        />
        <Button type="submit">Найти</Button>
        {clearHref ? (
          <LinkButton href={clearHref} variant="quiet" scroll={false}>
            Сбросить отбор
          </LinkButton>
        ) : null}
      </div>
      <details className="group mt-3" open={filtered > 0}>
        <summary className="inline-flex min-h-8 items-center gap-2 rounded-md text-sm text-accent hover:underline">
          <SlidersHorizontal aria-hidden className="size-4" /> Отбор и столбцы
          {filtered > 0 ? <CountBadge count={filtered} label={`выбрано условий: ${filtered}`} /> : null}
        </summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField label="Карта" name="status" defaultValue={filters.status} options={STATUSES} />
          <SelectField label="Отметка" name="mark" defaultValue={filters.mark} options={MARKS} />
          <SelectField label="Тип и классы" name="kind" defaultValue={filters.kind} options={KINDS} />
          <SelectField
            label="Есть баллы в группе"
            name="group"
            defaultValue={filters.group}
            options={[
              { value: '', label: 'Любой' },
              ...groups.map(({ code, title }) => ({ value: code, label: title })),
            ]}
          />
        </div>
        <FieldSet id="columns" legend="Столбцы" className="mt-3">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
            {(Object.keys(COLUMN_NAMES) as RankingColumn[]).map((column) => (
              <Checkbox
                key={column}
                name="column"
                value={column}
                label={COLUMN_NAMES[column]}
                defaultChecked={filters.columns.includes(column)}
              />
            ))}
          </div>
        </FieldSet>
        <Button type="submit" className="mt-3">
          Показать
        </Button>
      </details>
    </form>
  );
}

const STATUSES = [
  { value: '', label: 'Любое состояние' },
  { value: 'ACCEPTED', label: 'Принята' },
  { value: 'SUBMITTED', label: 'Ждёт проверки' },
  { value: 'RETURNED', label: 'Возвращена' },
  { value: 'DRAFT', label: 'Заполняется' },
];

const MARKS = [
  { value: '', label: 'Любая' },
  { value: 'proposed', label: 'Предложены' },
  { value: 'confirmed', label: 'В списке' },
  { value: 'departure', label: 'Список расходится с предложением' },
  { value: 'borderline', label: 'Пограничные' },
  { value: 'little-data', label: 'Мало данных' },
];

const KINDS = [
  { value: '', label: 'Любые' },
  { value: 'FULL', label: 'До 11 класса' },
  { value: 'BASIC', label: 'До 9 класса' },
  { value: 'PRIMARY', label: 'Начальные' },
  { value: 'GYMNASIUM', label: 'Гимназии' },
  { value: 'LYCEUM', label: 'Лицеи' },
];
