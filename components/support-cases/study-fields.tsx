import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import type { StudyView } from '@/lib/portal/support-cases/views';

interface StudyFieldsProps {
  study?: StudyView;
  schools: readonly { id: string; name: string }[];
}

export function StudyFields({ study, schools }: StudyFieldsProps) {
  const id = (name: string) => `${name}-${study?.id ?? 'new'}`;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Школа"
          name="schoolId"
          id={id('schoolId')}
          defaultValue={study?.schoolId ?? ''}
          options={[
            { value: '', label: 'выберите школу' },
            ...schools.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <TextField label="Название" name="title" id={id('title')} defaultValue={study?.title ?? ''} />
        <TextField
          label="Критерии"
          name="criteria"
          id={id('criteria')}
          optional
          defaultValue={study?.criteria.join(' ') ?? ''}
          hint="Коды через пробел"
        />
      </div>
      <TextareaField
        label="С чего начали"
        name="situation"
        id={id('situation')}
        rows={3}
        defaultValue={study?.situation ?? ''}
      />
      <TextareaField
        label="Что сделали"
        name="measures"
        id={id('measures')}
        rows={3}
        defaultValue={study?.measures ?? ''}
      />
      <TextareaField
        label="Что изменилось"
        name="outcome"
        id={id('outcome')}
        rows={3}
        defaultValue={study?.outcome ?? ''}
        hint="И по чему это видно. Без имён учеников и учителей."
      />
    </>
  );
}
