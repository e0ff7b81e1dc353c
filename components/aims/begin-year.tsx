import { ActionForm } from '@/components/ui/action-form';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { formatSchoolYear } from '@/lib/domain/russian';

interface BeginYearProps {
  schoolYear: string;
  copyFrom: string | null;
  /** null: the viewer only reads */
  begin: ((copyFrom: string | null) => (state: FormState, form: FormData) => Promise<FormState>) | null;
}

/** A year that nobody described yet: begin it empty or with the texts of the year before. */
export function BeginYear({ schoolYear, copyFrom, begin }: BeginYearProps) {
  return (
    <Panel title={`${formatSchoolYear(schoolYear)}: цикл ещё не описан`}>
      {begin === null ? (
        <p className="text-muted">Муниципалитет не начал описывать управленческий цикл этого года.</p>
      ) : (
        <>
          <p className="mb-4 max-w-prose">
            Появятся программа и девять позиций: к каждой — текст, документы и ссылки на то, что уже есть в портале.
            {copyFrom
              ? ' При переносе берутся тексты, документы, план показателей и свои показатели; факты, мероприятия и решения прошлого года остаются в нём.'
              : null}
          </p>
          <div className="flex flex-wrap gap-3">
            {copyFrom ? (
              <ActionForm send={begin(copyFrom)}>
                <SubmitButton pendingText="Переносим…">Перенести тексты {formatSchoolYear(copyFrom)} года</SubmitButton>
              </ActionForm>
            ) : null}
            <ActionForm send={begin(null)}>
              <SubmitButton variant={copyFrom ? 'secondary' : 'primary'} pendingText="Начинаем…">
                Начать с пустых позиций
              </SubmitButton>
            </ActionForm>
          </div>
        </>
      )}
    </Panel>
  );
}
