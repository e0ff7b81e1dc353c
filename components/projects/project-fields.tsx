import { LineFields } from '@/components/support/line-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { PROJECT_KINDS, PROJECT_STATUSES, readProject } from '@/lib/domain/support/project';
import type { ProjectView } from '@/lib/portal/projects/views';

interface ProjectFieldsProps {
  project?: ProjectView;
  schools: readonly { id: string; name: string }[];
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const YES_NO = [
  { value: 'no', label: 'не пройден' },
  { value: 'yes', label: 'пройден' },
];

export function ProjectFields({ project, schools }: ProjectFieldsProps) {
  const content = project?.content ?? readProject({});
  const numbers = (line: { needed: number; there: number }) => ({
    needed: String(line.needed),
    there: String(line.there),
  });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-4">
        <TextField
          label="Название"
          name="projectTitle"
          id="title"
          defaultValue={project?.title ?? ''}
          fieldClassName="sm:col-span-2"
        />
        <SelectField
          label="Вид"
          name="kind"
          defaultValue={project?.kind ?? 'PROJECT'}
          options={options(PROJECT_KINDS)}
        />
        <SelectField
          label="Состояние"
          name="status"
          defaultValue={project?.status ?? 'PLANNED'}
          options={options(PROJECT_STATUSES)}
        />
        <TextField label="Начало" name="startsOn" type="date" defaultValue={project?.startsOn ?? ''} />
        <TextField label="Конец" name="endsOn" type="date" optional defaultValue={project?.endsOn ?? ''} />
      </div>
      <TextareaField label="Цели" name="aims" rows={3} defaultValue={project?.aims ?? ''} />
      <LineFields
        legend="Этапы"
        lines={content.stages}
        blank={2}
        columns={[
          { name: 'title', label: 'Этап', className: 'min-w-64 flex-[2]' },
          { name: 'due', label: 'Срок', type: 'date', className: 'w-44' },
          { name: 'done', label: 'Состояние', options: YES_NO, className: 'w-44' },
        ]}
      />
      <TextareaField label="Результаты" name="results" rows={3} optional defaultValue={content.results} />
      <LineFields
        legend="Мониторинг реализации"
        lines={content.monitoring.map((line) => ({ ...line, share: String(line.share) }))}
        blank={1}
        columns={[
          { name: 'on', label: 'Дата', type: 'date', className: 'w-44' },
          { name: 'share', label: 'Выполнено, %', type: 'number', className: 'w-36' },
          { name: 'conclusion', label: 'Вывод', className: 'min-w-64 flex-1' },
        ]}
      />
      <LineFields
        legend="Оборудование"
        hint="Что нужно программе и сколько есть."
        lines={content.equipment.map((line) => ({ what: line.what, ...numbers(line) }))}
        blank={1}
        columns={[
          { name: 'what', label: 'Что', className: 'min-w-64 flex-1' },
          { name: 'needed', label: 'Нужно', type: 'number', className: 'w-28' },
          { name: 'there', label: 'Есть', type: 'number', className: 'w-28' },
        ]}
      />
      <LineFields
        legend="Специалисты нужной квалификации"
        lines={content.staff.map(({ who, needed, there }) => ({
          who,
          staffNeeded: String(needed),
          staffThere: String(there),
        }))}
        blank={1}
        columns={[
          { name: 'who', label: 'Кто (должность)', className: 'min-w-64 flex-1' },
          { name: 'staffNeeded', label: 'Нужно', type: 'number', className: 'w-28' },
          { name: 'staffThere', label: 'Есть', type: 'number', className: 'w-28' },
        ]}
      />
      <details className="rounded-md border border-line px-4 py-2" open={(project?.schoolIds.length ?? 0) > 0}>
        <summary className="cursor-pointer font-medium">Школы</summary>
        <div className="mt-2 grid max-h-72 gap-x-6 overflow-y-auto sm:grid-cols-3">
          {schools.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="schools"
              value={id}
              label={name}
              defaultChecked={project?.schoolIds.includes(id)}
            />
          ))}
        </div>
      </details>
    </>
  );
}
