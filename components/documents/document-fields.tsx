import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { DOCUMENT_AUDIENCES, DOCUMENT_KINDS, DOCUMENT_LEVELS, DOCUMENT_TYPES } from '@/lib/domain/library/document';
import type { DocumentInput } from '@/lib/portal/documents/schema';

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

interface DocumentFieldsProps {
  values?: DocumentInput;
  acts: readonly { id: string; title: string }[];
}

/** What is known of a document besides its file. */
export function DocumentFields({ values, acts }: DocumentFieldsProps) {
  const types = Object.values(DOCUMENT_TYPES).flat() as string[];
  const known = values && !types.includes(values.type) ? [values.type, ...types] : types;
  return (
    <>
      <TextField label="Название" name="title" maxLength={300} defaultValue={values?.title} />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField label="Вид" name="kind" defaultValue={values?.kind ?? 'ACT'} options={options(DOCUMENT_KINDS)} />
        <SelectField
          label="Тип"
          name="type"
          defaultValue={values?.type ?? 'Приказ'}
          options={known.map((type) => ({ value: type, label: type }))}
        />
        <SelectField
          label="Уровень"
          name="level"
          defaultValue={values?.level ?? ''}
          options={[{ value: '', label: 'не указан' }, ...options(DOCUMENT_LEVELS)]}
        />
        <TextField label="Номер" name="number" optional maxLength={60} defaultValue={values?.number} />
        <TextField label="Дата" name="issuedOn" type="date" optional defaultValue={values?.issuedOn ?? ''} />
        <TextField label="Кем издан" name="issuer" optional maxLength={300} defaultValue={values?.issuer} />
        <TextField label="Предмет" name="subject" optional maxLength={100} defaultValue={values?.subject} />
        <SelectField
          label="Направление работы"
          name="direction"
          defaultValue={values?.direction ?? ''}
          options={[{ value: '', label: 'не указано' }, ...options(WORK_DIRECTIONS)]}
        />
        <SelectField
          label="Кому виден"
          name="audience"
          defaultValue={values?.audience ?? 'SCHOOLS'}
          options={options(DOCUMENT_AUDIENCES)}
        />
      </div>
      <TextareaField
        label="О чём документ"
        name="about"
        optional
        rows={4}
        maxLength={10_000}
        defaultValue={values?.about}
        hint="По этим словам документ тоже найдётся. Без имён учеников."
      />
      <TextField
        label="Ссылка"
        name="url"
        optional
        inputMode="url"
        maxLength={2000}
        defaultValue={values?.url}
        hint="Адрес страницы, где документ опубликован."
      />
      <SelectField
        label="Заменяет документ"
        name="replacesId"
        defaultValue={values?.replacesId ?? ''}
        options={[{ value: '', label: 'не заменяет' }, ...acts.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Checkbox name="inForce" value="yes" label="Действует" defaultChecked={values?.inForce ?? true} />
    </>
  );
}
