import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { MENTORING_KINDS, MENTORING_STATUSES } from '@/lib/domain/support/development';
import type { DevelopmentView, MentoringView } from '@/lib/portal/development/views';

interface MentoringFieldsProps {
  pair?: MentoringView;
  schools: DevelopmentView['schools'];
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function MentoringFields({ pair, schools }: MentoringFieldsProps) {
  const id = (name: string) => `${name}-${pair?.id ?? 'new'}`;
  const choice = [
    { value: '', label: 'выберите школу' },
    ...schools.map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Пара"
          name="kind"
          id={id('kind')}
          defaultValue={pair?.kind ?? 'TEACHER'}
          options={options(MENTORING_KINDS)}
        />
        <SelectField
          label="Школа наставника"
          name="mentorSchoolId"
          id={id('mentorSchoolId')}
          defaultValue={pair?.mentorSchoolId ?? ''}
          options={choice}
        />
        <SelectField
          label="Школа подопечного"
          name="schoolId"
          id={id('schoolId')}
          defaultValue={pair?.schoolId ?? ''}
          options={choice}
        />
        <TextField
          label="Наставник (должность)"
          name="mentorPost"
          id={id('mentorPost')}
          optional
          defaultValue={pair?.mentorPost ?? ''}
        />
        <TextField
          label="Подопечный (должность)"
          name="menteePost"
          id={id('menteePost')}
          optional
          defaultValue={pair?.menteePost ?? ''}
        />
        <TextField label="Предмет" name="subject" id={id('subject')} optional defaultValue={pair?.subject ?? ''} />
        <TextField label="Начало" name="startsOn" id={id('startsOn')} type="date" defaultValue={pair?.startsOn ?? ''} />
        <TextField
          label="Конец"
          name="endsOn"
          id={id('endsOn')}
          type="date"
          optional
          defaultValue={pair?.endsOn ?? ''}
        />
        <SelectField
          label="Состояние"
          name="status"
          id={id('status')}
          defaultValue={pair?.status ?? 'PLANNED'}
          options={options(MENTORING_STATUSES)}
        />
      </div>
      <TextareaField
        label="Цель"
        name="goal"
        id={id('goal')}
        rows={2}
        defaultValue={pair?.goal ?? ''}
        hint="Без имён."
      />
      <TextareaField
        label="Что получилось"
        name="outcome"
        id={id('outcome')}
        rows={2}
        optional
        defaultValue={pair?.outcome ?? ''}
      />
    </>
  );
}
