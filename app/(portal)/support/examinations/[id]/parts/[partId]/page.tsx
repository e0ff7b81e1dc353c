import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { PartFields } from '@/components/examinations/part-fields';
import { PartHeadFields } from '@/components/examinations/part-head';
import { PartReading } from '@/components/examinations/part-reading';
import { PartStatus } from '@/components/examinations/part-status';
import { SurveyFields, SurveyTable } from '@/components/examinations/survey-groups';
import { WorkbookAnswers, WorkbookFields } from '@/components/examinations/workbook-answers';
import { AttachedFiles } from '@/components/support/attached-files';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatMoment } from '@/lib/domain/russian';
import type { PartContent } from '@/lib/domain/support/examination';
import { answeredCount } from '@/lib/domain/support/workbook';
import { partView } from '@/lib/portal/examinations/queries';
import type { PartView } from '@/lib/portal/examinations/views';
import { sendPart, sendSurvey, sendWorkbook } from '../../../actions';

export const metadata: Metadata = { title: 'Часть обследования' };

export default async function PartPage({ params }: { params: Promise<{ id: string; partId: string }> }) {
  const viewer = await requireViewer();
  const { id, partId } = await params;
  const part = opened(await partView(viewer, idOf(partId)));
  if (part.examinationId !== id) notFound();
  const place = { examinationId: id, partId };
  const back = `/support/examinations/${id}/parts/${partId}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Обследования', href: '/support/examinations' },
          { label: part.examinationTitle, href: `/support/examinations/${id}` },
        ]}
        kind={part.schoolName}
        title={part.title}
        status={<PartStatus state={part.state} />}
        description={`Изменено ${formatMoment(part.changedAt, new Date())}, ${part.changedBy}.`}
      />
      {part.open ? null : (
        <Notice tone="info" title="Обследование закрыто: записи только для чтения." className="mb-6" />
      )}
      {part.kind === 'WORKBOOK' && !part.mayChange ? null : (
        <Panel title="Записи МОЦ" className="mb-6">
          {part.mayChange ? (
            <VersionedForm send={sendPart.bind(null, place)} version={part.version} className="space-y-6">
              <PartHeadFields part={part} />
              <PartFields part={part} />
              <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
            </VersionedForm>
          ) : (
            <PartReading part={part} />
          )}
        </Panel>
      )}
      {part.kind === 'WORKBOOK' ? <WorkbookPanel part={part} place={place} /> : null}
      {part.kind === 'SURVEY' ? <SurveyPanel part={part} place={place} /> : null}
      <Panel title="Файлы">
        <AttachedFiles
          subjectType="examination-part"
          subjectId={partId}
          files={part.files}
          mayAttach={part.mayAttach}
          back={back}
          send={sendFile}
          remove={sendRemoveFile}
        />
      </Panel>
    </>
  );
}

interface PanelProps {
  part: PartView;
  place: { examinationId: string; partId: string };
}

function WorkbookPanel({ part, place }: PanelProps) {
  const { workbook } = part;
  const content = part.content as PartContent['WORKBOOK'];
  if (!workbook) {
    return (
      <Notice tone="warning" title="У МОЦ нет опубликованной рабочей тетради" className="mb-6">
        Опубликуйте её в разделе «Рабочая тетрадь» и добавьте эту часть заново.
      </Notice>
    );
  }
  const { answered, questions } = answeredCount(workbook.sections, content.answers);
  return (
    <Panel
      title={`${workbook.title}, версия ${workbook.number}`}
      description={`Отвечено ${answered} из ${questions}. Заполняет команда школы вместе с психологической службой.`}
      className="mb-6"
    >
      {part.mayFill ? (
        <VersionedForm send={sendWorkbook.bind(null, place)} version={part.version} className="space-y-6">
          <WorkbookFields sections={workbook.sections} content={content} />
          <SubmitButton pendingText="Сохраняем…">Сохранить ответы</SubmitButton>
        </VersionedForm>
      ) : (
        <WorkbookAnswers sections={workbook.sections} content={content} />
      )}
    </Panel>
  );
}

function SurveyPanel({ part, place }: PanelProps) {
  return (
    <Panel
      title="Числа по классам"
      description={part.groupsHidden ? 'Группы меньше 5 учеников видит только школа.' : undefined}
      padding={part.mayFill || part.groups.length === 0 ? 'normal' : 'flush'}
      className="mb-6"
    >
      {part.mayFill ? (
        <VersionedForm send={sendSurvey.bind(null, place)} version={part.version} className="space-y-6">
          <SurveyFields groups={part.groups} />
          <SubmitButton pendingText="Сохраняем…">Сохранить числа</SubmitButton>
        </VersionedForm>
      ) : part.groups.length > 0 ? (
        <SurveyTable groups={part.groups} />
      ) : (
        <p className="text-muted">Школа ещё не внесла чисел.</p>
      )}
    </Panel>
  );
}
