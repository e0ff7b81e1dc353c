import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { ADDRESSEES } from '@/lib/domain/support/recommendation';
import type { TemplateView } from '@/lib/portal/recommendations/views';

const USUAL_DAYS = 30;

export function TemplateFields({ template }: { template?: TemplateView }) {
  return (
    <>
      <TextField label="Название шаблона" name="title" defaultValue={template?.title ?? ''} />
      <TextareaField label="Что рекомендуется" name="text" rows={4} defaultValue={template?.text ?? ''} />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Кому"
          name="addressee"
          defaultValue={template?.addressee ?? 'SCHOOL'}
          options={Object.entries(ADDRESSEES).map(([value, label]) => ({ value, label }))}
        />
        <TextField label="Предмет" name="subject" optional defaultValue={template?.subject ?? ''} />
        <TextField
          label="Дней на выполнение"
          name="days"
          inputMode="numeric"
          defaultValue={String(template?.days ?? USUAL_DAYS)}
        />
        <TextField
          label="Критерии"
          name="criteria"
          defaultValue={template?.criteria.join(' ') ?? ''}
          hint="Коды или их начала через пробел: T1.OGE T1.INT.01"
          fieldClassName="sm:col-span-2"
        />
        <TextField
          label="Риски"
          name="risks"
          defaultValue={template?.risks.join(' ') ?? ''}
          hint="Коды через пробел: R03 R08"
        />
      </div>
      <Checkbox
        name="active"
        value="yes"
        label="Предлагать по этому шаблону"
        defaultChecked={template?.active ?? true}
      />
    </>
  );
}
