import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField } from '@/components/ui/field';
import { FINDING_THEMES } from '@/lib/domain/support/examination';
import type { ExaminationView, FindingView } from '@/lib/portal/examinations/views';

interface FindingFieldsProps {
  examination: ExaminationView;
  finding?: FindingView;
}

/** Theme, text, the part that showed it, criteria with points and causes that it explains. */
export function FindingFields({ examination, finding }: FindingFieldsProps) {
  const id = finding?.id ?? 'new';
  const weak = examination.criteria.filter(({ code, points }) => points > 0 || finding?.criteria.includes(code));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Тема"
          name="theme"
          id={`theme-${id}`}
          defaultValue={finding?.theme ?? 'RESULTS'}
          options={Object.entries(FINDING_THEMES).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          label="Что показало"
          name="partId"
          id={`partId-${id}`}
          defaultValue={finding?.partId ?? ''}
          options={[
            { value: '', label: 'несколько частей' },
            ...examination.parts.map(({ partId, title }) => ({ value: partId, label: title })),
          ]}
        />
      </div>
      <TextareaField
        label="Вывод"
        name="text"
        id={`text-${id}`}
        rows={3}
        defaultValue={finding?.text ?? ''}
        hint="Что именно не так и где. Без имён учеников."
      />
      <details className="rounded-md border border-line px-4 py-2" open={(finding?.criteria.length ?? 0) > 0}>
        <summary className="cursor-pointer font-medium">Какие баллы карты объясняет</summary>
        {weak.length > 0 ? (
          <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
            {weak.map(({ code, text, points }) => (
              <Checkbox
                key={code}
                name="criteria"
                value={code}
                label={`${code} — ${text}`}
                hint={points > 1 ? `баллов: ${points}` : undefined}
                defaultChecked={finding?.criteria.includes(code)}
              />
            ))}
          </div>
        ) : (
          <p className="text-sm text-muted">У школы нет принятой карты этого года или нет баллов.</p>
        )}
      </details>
      <details className="rounded-md border border-line px-4 py-2" open={(finding?.causes.length ?? 0) > 0}>
        <summary className="cursor-pointer font-medium">Какие причины неуспешности подтверждает</summary>
        <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
          {examination.causes.map(({ code, text }) => (
            <Checkbox
              key={code}
              name="causes"
              value={code}
              label={text}
              defaultChecked={finding?.causes.includes(code)}
            />
          ))}
        </div>
      </details>
    </>
  );
}
