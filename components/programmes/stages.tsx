import { AttachedFiles } from '@/components/support/attached-files';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import type { FormState } from '@/lib/domain/form-state';
import { STAGE_ASSESSMENTS } from '@/lib/domain/programme/progress';
import { formatDate } from '@/lib/domain/russian';
import type { ProgrammeView, StageView } from '@/lib/portal/programmes/views';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

interface StagesProps {
  programme: ProgrammeView;
  report: (stageId: string) => Send;
  assess: (stageId: string) => Send;
  move: (stageId: string) => Send;
  sendFile: Send;
  removeFile: (form: FormData) => Promise<void>;
}

const TONES = { MET: 'success', PARTLY: 'warning', NOT_MET: 'danger' } as const;

/** The looks of monitoring: the school's report beside МОЦ's assessment. */
export function Stages({ programme, report, assess, move, sendFile, removeFile }: StagesProps) {
  return (
    <ol className="divide-y divide-line">
      {programme.stages.map((stage) => (
        <li key={stage.id} className="space-y-3 py-4">
          <p className="flex flex-wrap items-center gap-3">
            <span className="font-semibold">{stage.title}</span>
            <span className="text-sm text-muted">до {formatDate(new Date(stage.dueOn))}</span>
            <StageStatus stage={stage} />
          </p>
          {stage.report ? (
            <p className="max-w-prose whitespace-pre-line">
              {stage.report}
              {stage.reportedAt ? (
                <span className="block text-sm text-muted">
                  {stage.reportedBy}, {formatDate(stage.reportedAt)}
                </span>
              ) : null}
            </p>
          ) : null}
          {stage.assessmentText ? (
            <p className="max-w-prose whitespace-pre-line border-l-4 border-line-strong pl-3">
              {stage.assessmentText}
              {stage.assessedAt ? (
                <span className="block text-sm text-muted">
                  {stage.assessedBy}, {formatDate(stage.assessedAt)}
                </span>
              ) : null}
            </p>
          ) : null}
          <AttachedFiles
            subjectType="programme-stage"
            subjectId={stage.id}
            files={stage.files}
            mayAttach={programme.mayReport}
            back={`/support/programmes/${programme.id}`}
            send={sendFile}
            remove={removeFile}
          />
          {programme.mayReport ? (
            <details>
              <summary className="link w-fit cursor-pointer">{stage.report ? 'Изменить отчёт' : 'Отчитаться'}</summary>
              <VersionedForm send={report(stage.id)} version={stage.version} className="mt-3 space-y-3">
                <TextareaField
                  label="Отчёт"
                  name="report"
                  id={`report-${stage.id}`}
                  rows={4}
                  defaultValue={stage.report}
                  hint="Что готово и по чему это видно. Без имён учеников."
                />
                <SubmitButton pendingText="Отправляем…">Отправить отчёт</SubmitButton>
              </VersionedForm>
            </details>
          ) : null}
          {programme.mayAssess ? (
            <details>
              <summary className="link w-fit cursor-pointer">Оценить или перенести</summary>
              {stage.reportedAt ? (
                <VersionedForm
                  send={assess(stage.id)}
                  version={stage.version}
                  className="mt-3 grid gap-3 sm:grid-cols-[14rem_1fr]"
                >
                  <SelectField
                    label="Оценка"
                    name="assessment"
                    id={`assessment-${stage.id}`}
                    defaultValue={stage.assessment ?? 'MET'}
                    options={Object.entries(STAGE_ASSESSMENTS).map(([value, label]) => ({ value, label }))}
                  />
                  <TextareaField
                    label="Почему"
                    name="text"
                    id={`text-${stage.id}`}
                    rows={2}
                    defaultValue={stage.assessmentText}
                  />
                  <div>
                    <SubmitButton pendingText="Записываем…">Записать оценку</SubmitButton>
                  </div>
                </VersionedForm>
              ) : null}
              <VersionedForm
                send={move(stage.id)}
                version={stage.version}
                className="mt-3 flex flex-wrap items-end gap-3"
              >
                <TextField
                  label="Новый срок"
                  name="dueOn"
                  id={`dueOn-${stage.id}`}
                  type="date"
                  defaultValue={stage.dueOn}
                />
                <SubmitButton variant="secondary" pendingText="Переносим…">
                  Перенести
                </SubmitButton>
              </VersionedForm>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function StageStatus({ stage }: { stage: StageView }) {
  if (stage.assessment) return <Status tone={TONES[stage.assessment]}>{STAGE_ASSESSMENTS[stage.assessment]}</Status>;
  if (stage.late)
    return (
      <Status tone="danger">{stage.reportedAt ? 'ждёт оценки МОЦ, срок прошёл' : 'отчёта нет, срок прошёл'}</Status>
    );
  return <Status>{stage.reportedAt ? 'ждёт оценки МОЦ' : 'отчёта ещё нет'}</Status>;
}
