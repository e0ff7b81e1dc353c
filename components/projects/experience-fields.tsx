import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import type { ExperienceList, ExperienceView } from '@/lib/portal/projects/views';

interface ExperienceFieldsProps {
  item?: ExperienceView;
  schools: ExperienceList['schools'];
  projects: ExperienceList['projects'];
}

export function ExperienceFields({ item, schools, projects }: ExperienceFieldsProps) {
  const id = (name: string) => `${name}-${item?.id ?? 'new'}`;
  const [own] = schools;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {schools.length === 1 && own ? (
          <input type="hidden" name="schoolId" value={item?.schoolId ?? own.id} />
        ) : (
          <SelectField
            label="Школа"
            name="schoolId"
            id={id('schoolId')}
            defaultValue={item?.schoolId ?? ''}
            options={[
              { value: '', label: 'выберите школу' },
              ...schools.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        )}
        <SelectField
          label="Проект"
          name="projectId"
          id={id('projectId')}
          defaultValue={item?.projectId ?? ''}
          options={[
            { value: '', label: 'не из проекта' },
            ...projects.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <TextField label="Название" name="title" id={id('title')} defaultValue={item?.title ?? ''} />
        <TextField
          label="Направление"
          name="direction"
          id={id('direction')}
          optional
          defaultValue={item?.direction ?? ''}
        />
      </div>
      <TextareaField
        label="Опыт"
        name="text"
        id={id('text')}
        rows={6}
        defaultValue={item?.text ?? ''}
        hint="Что делали, что получилось, что взять другим. Без имён учеников и учителей."
      />
    </>
  );
}
