import type { Metadata } from 'next';
import Link from 'next/link';
import { LinkedPanel } from '@/app/(portal)/library/linked-panel';
import { idOf, opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { RecommendationFields } from '@/components/recommendations/recommendation-fields';
import { RecommendationStatusMark } from '@/components/recommendations/recommendation-status';
import { AttachedFiles } from '@/components/support/attached-files';
import { ActionForm } from '@/components/ui/action-form';
import { DescriptionList } from '@/components/ui/description-list';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { addresseeInWords } from '@/lib/domain/support/recommendation';
import { recommendationView } from '@/lib/portal/recommendations/queries';
import type { RecommendationView } from '@/lib/portal/recommendations/views';
import { sendAnswer, sendCancel, sendChange, sendCheck, sendIssue } from '../actions';

export const metadata: Metadata = { title: 'Рекомендация' };

export default async function RecommendationPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const one = opened(await recommendationView(viewer, id, new Date()));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Рекомендации', href: `/support/recommendations?year=${one.schoolYear}` },
          { label: one.schoolName, href: `/support/schools/${one.schoolId}` },
        ]}
        kind={`${one.schoolName}, ${formatSchoolYear(one.schoolYear)}`}
        title={`Рекомендация: ${addresseeInWords(one.addressee, one.subject)}`}
        status={<RecommendationStatusMark status={one.status} overdue={one.overdue} />}
        description={`Срок ${formatDate(new Date(one.dueOn))}.`}
      />
      <Panel title="Что рекомендуется" className="mb-6">
        {one.grounds ? (
          <VersionedForm send={sendChange.bind(null, id)} version={one.version} className="space-y-4">
            <RecommendationFields
              grounds={one.grounds}
              values={{
                ...one,
                findingId: one.finding?.id ?? '',
                criteria: one.criteria.map(({ code }) => code),
                risks: one.risks.map(({ code }) => code),
              }}
            />
            <SubmitButton variant="secondary" pendingText="Сохраняем…">
              Сохранить проект
            </SubmitButton>
          </VersionedForm>
        ) : (
          <>
            <p className="max-w-prose whitespace-pre-line text-lg">{one.text}</p>
            <Grounds one={one} />
          </>
        )}
        {one.mayIssue ? (
          <ActionForm send={sendIssue.bind(null, id)} className="mt-4 border-t border-line pt-4">
            <input type="hidden" name="version" value={one.version} />
            <SubmitButton pendingText="Направляем…">Направить адресату</SubmitButton>
          </ActionForm>
        ) : null}
      </Panel>
      {one.status === 'DRAFT' ? null : <Execution one={one} />}
      <LinkedPanel
        viewer={viewer}
        places={[{ subjectType: 'recommendation', subjectId: id, label: 'Рекомендация' }]}
        back={`/support/recommendations/${id}`}
        className="mb-6"
      />
      <Panel title="Файлы" className="mb-6">
        <AttachedFiles
          subjectType="recommendation"
          subjectId={id}
          files={one.files}
          mayAttach={one.mayAttach}
          back={`/support/recommendations/${id}`}
          send={sendFile}
          remove={sendRemoveFile}
        />
      </Panel>
      {one.mayCancel ? (
        <details>
          <summary className="link w-fit cursor-pointer">Отменить рекомендацию</summary>
          <ActionForm send={sendCancel.bind(null, id)} className="mt-3 flex flex-wrap items-end gap-3">
            <input type="hidden" name="version" value={one.version} />
            <TextField label="Почему" name="reason" fieldClassName="min-w-72 flex-1" />
            <SubmitButton variant="danger" pendingText="Отменяем…">
              Отменить рекомендацию
            </SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}

function Grounds({ one }: { one: RecommendationView }) {
  return (
    <div className="mt-4">
      <h3 className="font-semibold">Из чего следует</h3>
      <ul className="list-disc pl-6">
        {one.finding ? (
          <li>
            Вывод обследования:{' '}
            <Link className="link" href={`/support/examinations/${one.finding.examinationId}`}>
              {one.finding.text}
            </Link>
          </li>
        ) : null}
        {one.criteria.map(({ code, text }) => (
          <li key={code}>
            Критерий {code}
            {text ? `: ${text}` : ''}
          </li>
        ))}
        {one.risks.map(({ code, title }) => (
          <li key={code}>
            Риск {code}
            {title ? `: ${title}` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

const signed = (text: string, by: string | null, at: Date | null) => (
  <>
    <span className="whitespace-pre-line">{text}</span>
    {by && at ? (
      <span className="block text-sm text-muted">
        {by}, {formatDate(at)}
      </span>
    ) : null}
  </>
);

function Execution({ one }: { one: RecommendationView }) {
  const items = [
    { term: 'Направлена', value: one.issuedAt ? `${formatDate(one.issuedAt)}, ${one.issuedBy}` : 'не направлялась' },
    { term: 'Ответ адресата', value: one.answer ? signed(one.answer, one.answeredBy, one.answeredAt) : 'пока нет' },
    { term: 'Проверка МОЦ', value: one.outcome ? signed(one.outcome, one.checkedBy, one.checkedAt) : 'пока нет' },
  ];
  return (
    <Panel title="Исполнение" className="mb-6">
      <DescriptionList items={items} />
      {one.mayAnswer ? (
        <VersionedForm send={sendAnswer.bind(null, one.id)} version={one.version} className="mt-6 space-y-4">
          <TextareaField
            label="Ответ"
            name="answer"
            rows={4}
            defaultValue={one.answer}
            hint="Что сделано и когда будет остальное. Без имён учеников."
          />
          <SubmitButton pendingText="Отправляем…">Отправить ответ</SubmitButton>
        </VersionedForm>
      ) : null}
      {one.mayCheck ? (
        <VersionedForm
          send={sendCheck.bind(null, one.id)}
          version={one.version}
          className="mt-6 space-y-4 border-t border-line pt-4"
        >
          <div className="grid gap-4 sm:grid-cols-[14rem_1fr]">
            <SelectField
              label="Выполнена ли"
              name="done"
              options={[
                { value: '', label: 'выберите' },
                { value: 'yes', label: 'выполнена' },
                { value: 'no', label: 'не выполнена' },
              ]}
            />
            <TextareaField label="По чему это видно" name="outcome" rows={2} defaultValue={one.outcome} />
          </div>
          <SubmitButton pendingText="Записываем…">Записать проверку</SubmitButton>
        </VersionedForm>
      ) : null}
    </Panel>
  );
}
