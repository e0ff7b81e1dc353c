import { Checkbox } from '@/components/ui/checkbox';
import { Field, TextField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import { Select } from '@/components/ui/select';
import { SUBJECT_NAMES } from '@/lib/domain/evidence/subjects';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import { splitSubjects } from './advanced-subjects';
import { SCHOOL_KINDS } from './school-kinds';

/** The fields of a school's identity, in a new school and in a change of the passport. */
export function PassportFields({ state, initial }: { state: FormState; initial: Record<string, string> }) {
  const value = (name: string) => state.values?.[name] ?? initial[name];
  const text = (name: string) => ({ name, defaultValue: value(name), error: faultOf(state, name) });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Краткое название" hint="Например: СШ № 12" required {...text('shortName')} />
      <Field id="kind" label="Вид" error={faultOf(state, 'kind')}>
        {(ties) => (
          <Select
            {...ties}
            name="kind"
            defaultValue={value('kind') ?? 'SCHOOL'}
            options={Object.entries(SCHOOL_KINDS).map(([kind, label]) => ({ value: kind, label }))}
          />
        )}
      </Field>
      <TextField fieldClassName="sm:col-span-2" label="Полное название" required {...text('name')} />
      <TextField fieldClassName="sm:col-span-2" label="Адрес" optional {...text('address')} />
      <TextField label="С класса" numeric required {...text('gradeFrom')} />
      <TextField label="По класс" numeric required {...text('gradeTo')} />
      <TextField label="Обучающихся" numeric optional {...text('pupils')} />
      <TextField
        label="Логин в ФИС ОКО"
        hint="Например: sch670001. По нему узнаются файлы ВПР."
        optional
        autoComplete="off"
        {...text('login')}
      />
      <FieldSet
        id="advanced"
        className="sm:col-span-2"
        legend="Предметы с углублённым изучением"
        hint="Высокий результат по этим предметам не считается признаком, требующим дополнительного анализа."
        error={faultOf(state, 'advanced')}
      >
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {SUBJECT_NAMES.map((subject) => (
            <Checkbox
              key={subject}
              name="advanced"
              value={subject}
              defaultChecked={splitSubjects(value('advanced')).includes(subject)}
              label={subject}
            />
          ))}
        </div>
      </FieldSet>
    </div>
  );
}
