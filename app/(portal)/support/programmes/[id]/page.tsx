import type { Metadata } from 'next';
import { LinkedPanel } from '@/app/(portal)/library/linked-panel';
import { idOf, opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { ProgrammeDocument } from '@/components/programmes/programme-document';
import { ProgrammeEditor } from '@/components/programmes/programme-editor';
import { ProgrammeStatusMark } from '@/components/programmes/programme-status';
import { Stages } from '@/components/programmes/stages';
import { AttachedFiles } from '@/components/support/attached-files';
import { ActionForm } from '@/components/ui/action-form';
import { TextareaField, TextField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDate, formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { programmeView } from '@/lib/portal/programmes/queries';
import type { ProgrammeView } from '@/lib/portal/programmes/views';
import {
  sendAssessment,
  sendContent,
  sendDecision,
  sendFinish,
  sendReport,
  sendReturn,
  sendStageDate,
  sendTemplateFrom,
} from '../actions';

export const metadata: Metadata = { title: 'Программа перехода' };

export default async function ProgrammePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const programme = opened(await programmeView(viewer, id, new Date()));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Программы', href: `/support/programmes?year=${programme.schoolYear}` },
          { label: programme.schoolName, href: `/support/schools/${programme.schoolId}` },
        ]}
        kind={`${programme.schoolName}, с ${formatSchoolYear(programme.schoolYear)}`}
        title={programme.title}
        status={<ProgrammeStatusMark status={programme.status} />}
        description={
          programme.approvedAt
            ? `Утверждена ${formatDate(programme.approvedAt)}, ${programme.approvedBy}.`
            : `Изменена ${formatMoment(programme.changedAt, new Date())}, ${programme.changedBy}.`
        }
        actions={
          programme.revisions > 0 ? (
            <LinkButton href={`/support/programmes/${id}/versions`}>Версии: {programme.revisions}</LinkButton>
          ) : null
        }
      />
      {programme.returnComment ? (
        <Notice tone="warning" title="МОЦ вернул программу" className="mb-6">
          <p className="whitespace-pre-line">{programme.returnComment}</p>
        </Notice>
      ) : null}
      {programme.summary ? (
        <Notice tone="success" title="Чем закончилась программа" className="mb-6">
          <p className="whitespace-pre-line">{programme.summary}</p>
        </Notice>
      ) : null}
      {programme.editing ? (
        <ProgrammeEditor
          programme={programme}
          accountId={viewer.accountId}
          save={sendContent.bind(null, id)}
          decisions={decisionsOfWriter(programme)}
        />
      ) : (
        <ProgrammeDocument programme={programme} />
      )}
      {programme.stages.length > 0 ? (
        <Panel title="Мониторинг" description="Школа отчитывается на каждом этапе, МОЦ оценивает." className="mt-6">
          <Stages
            programme={programme}
            report={(stageId) => sendReport.bind(null, stageId)}
            assess={(stageId) => sendAssessment.bind(null, stageId)}
            move={(stageId) => sendStageDate.bind(null, stageId)}
            sendFile={sendFile}
            removeFile={sendRemoveFile}
          />
        </Panel>
      ) : null}
      <LinkedPanel
        viewer={viewer}
        places={[{ subjectType: 'programme', subjectId: id, label: 'Программа' }]}
        back={`/support/programmes/${id}`}
        className="mt-6"
      />
      <Panel title="Файлы программы" className="mt-6">
        <AttachedFiles
          subjectType="programme"
          subjectId={id}
          files={programme.files}
          mayAttach={programme.mayAttach}
          back={`/support/programmes/${id}`}
          send={sendFile}
          remove={sendRemoveFile}
        />
      </Panel>
      <Decisions programme={programme} />
    </>
  );
}

/** What the writer decides; it stands in the editor, where what was just written is known. */
function decisionsOfWriter({ id, maySubmit, mayRun, editing }: ProgrammeView) {
  const send = (step: 'submit' | 'run' | 'revise') => sendDecision.bind(null, { id, step });
  return [
    ...(maySubmit ? [{ label: 'Отправить в МОЦ', send: send('submit') }] : []),
    ...(mayRun ? [{ label: 'Начать выполнение', send: send('run') }] : []),
    ...(editing === 'RUNNING'
      ? [{ label: 'Изменить утверждённый текст', send: send('revise'), variant: 'secondary' as const }]
      : []),
  ];
}

function Decisions({ programme }: { programme: ProgrammeView }) {
  const { id, version, status } = programme;
  const { mayReturn, mayApprove, mayFinish, mayTemplate } = programme;
  if (!(mayReturn || mayApprove || mayFinish || mayTemplate)) return null;
  return (
    <Panel title="Решение" className="mt-6">
      <div className="space-y-6">
        {mayApprove ? (
          <ActionForm send={sendDecision.bind(null, { id, step: 'approve' })}>
            <input type="hidden" name="version" value={version} />
            <SubmitButton pendingText="Утверждаем…">Утвердить программу</SubmitButton>
          </ActionForm>
        ) : null}
        {mayReturn ? (
          <ActionForm send={sendReturn.bind(null, id)} className="space-y-3">
            <input type="hidden" name="version" value={version} />
            <TextareaField label="Замечания по разделам" name="comment" rows={3} hint="Школа увидит эти слова." />
            <SubmitButton variant="secondary" pendingText="Возвращаем…">
              Вернуть школе
            </SubmitButton>
          </ActionForm>
        ) : null}
        {mayFinish ? (
          <details>
            <summary className="link w-fit cursor-pointer">Завершить программу</summary>
            <ActionForm send={sendFinish.bind(null, id)} className="mt-3 space-y-3">
              <input type="hidden" name="version" value={version} />
              <TextareaField label="Чем закончилась программа" name="summary" rows={3} />
              <SubmitButton variant="danger" pendingText="Завершаем…">
                Завершить
              </SubmitButton>
            </ActionForm>
          </details>
        ) : null}
        {mayTemplate && status !== 'DRAFT' ? (
          <details>
            <summary className="link w-fit cursor-pointer">Сделать шаблоном</summary>
            <ActionForm send={sendTemplateFrom.bind(null, id)} className="mt-3 flex flex-wrap items-end gap-3">
              <TextField label="Название шаблона" name="title" fieldClassName="min-w-72 flex-1" />
              <SubmitButton variant="secondary" pendingText="Создаём…">
                Создать шаблон
              </SubmitButton>
            </ActionForm>
          </details>
        ) : null}
      </div>
    </Panel>
  );
}
