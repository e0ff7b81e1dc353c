import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatSchoolYear } from '@/lib/domain/russian';
import type { RescoringView } from '@/lib/portal/rescoring/schema';

/** What is compared with what; a plain form whose choice stands in the address. */
export function RescoringForm({ view }: { view: RescoringView }) {
  const { campaigns, versions, before, after } = view;
  return (
    <form className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <SelectField
        name="from"
        label="Было: год"
        defaultValue={before.campaignId}
        options={campaigns.map(({ id, schoolYear }) => ({
          value: id,
          label: id === after.campaignId ? `${formatSchoolYear(schoolYear)}, тот же год` : formatSchoolYear(schoolYear),
        }))}
      />
      <SelectField
        name="version"
        label={`Стало: ${formatSchoolYear(after.schoolYear)} по карте`}
        fieldClassName="w-88 max-w-full"
        defaultValue={after.versionId}
        options={versions.map(({ id, name, own, draft }) => ({
          value: id,
          label: `${name}${own ? ' (своя)' : ''}${draft ? ' (черновик)' : ''}`,
        }))}
      />
      <SelectField
        name="table"
        label="Таблица"
        fieldClassName="w-88 max-w-full"
        defaultValue={view.table.code}
        options={view.tables.map(({ code, title }) => ({ value: code, label: title }))}
      />
      <SubmitButton variant="secondary" pendingText="Считаем…">
        Сравнить
      </SubmitButton>
    </form>
  );
}
