import { SelectField, TextField } from '@/components/ui/field';
import { MOST_DATES, SERIES_RULES } from '@/lib/domain/events/series';

/** How a new event is repeated; without a rule it stands alone. */
export function SeriesFields() {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">Повторять</legend>
      <p className="mb-3 text-sm text-muted">
        Серия — до {MOST_DATES} отдельных черновиков: каждую встречу потом можно перенести или отменить.
      </p>
      <div className="flex flex-wrap gap-4">
        <SelectField
          label="Как часто"
          name="rule"
          defaultValue=""
          options={[
            { value: '', label: 'не повторять' },
            ...Object.entries(SERIES_RULES).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextField label="До какого дня" name="until" type="date" optional />
      </div>
    </fieldset>
  );
}
