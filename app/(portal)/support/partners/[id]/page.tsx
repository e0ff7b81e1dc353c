import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { EventsPanel } from '@/components/events/events-panel';
import { PartnershipStatusMark } from '@/components/partnerships/partnership-status';
import { PlanFields, PlanReading } from '@/components/partnerships/plan-fields';
import { AttachedFiles } from '@/components/support/attached-files';
import { DescriptionList } from '@/components/ui/description-list';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatDate, formatMoment, formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import { PARTNERSHIP_STATUSES, type PartnershipStatus, partnershipMayBecome } from '@/lib/domain/support/partnership';
import { eventsOf } from '@/lib/portal/events/queries';
import { partnershipView } from '@/lib/portal/partnerships/queries';
import type { PartnershipView } from '@/lib/portal/partnerships/views';
import { sendPlan, sendStep } from '../actions';

export const metadata: Metadata = { title: 'Партнёрство' };

export default async function PartnershipPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const one = opened(await partnershipView(viewer, id, new Date()));
  const events = opened(await eventsOf(viewer, { partnershipId: id }));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Партнёры и сети', href: `/support/partners?year=${one.schoolYear}` }]}
        kind={`Партнёрство, ${formatSchoolYear(one.schoolYear)}`}
        title={one.title}
        status={<PartnershipStatusMark status={one.status} />}
        description={`Изменено ${formatMoment(one.changedAt, new Date())}, ${one.changedBy}.`}
      />
      <Panel title="Школы" className="mb-6">
        <DescriptionList
          items={[
            { term: 'Школа-лидер', value: one.host },
            { term: 'Кого поддерживает', value: one.schools.join(', ') },
            {
              term: 'Соглашение',
              value: one.agreementNumber
                ? `№ ${one.agreementNumber}${one.agreedOn ? ` от ${formatDate(new Date(one.agreedOn))}` : ''}`
                : NO_VALUE,
            },
            ...(one.outcome
              ? [{ term: 'Что получилось', value: <span className="whitespace-pre-line">{one.outcome}</span> }]
              : []),
          ]}
        />
        {one.reasons.length > 0 ? (
          <div className="mt-4">
            <h3 className="font-semibold">Почему эти школы</h3>
            <p className="text-sm text-muted">Видят только МОЦ и СОИРО.</p>
            <ul className="list-disc pl-5">
              {one.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </Panel>
      <Panel title="План и соглашение" className="mb-6">
        {one.mayChange ? (
          <VersionedForm send={sendPlan.bind(null, id)} version={one.version} className="space-y-6">
            <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
              <TextField label="Название" name="partnershipTitle" id="title" defaultValue={one.title} />
              <TextField label="Номер соглашения" name="agreementNumber" defaultValue={one.agreementNumber} />
              <TextField label="Дата соглашения" name="agreedOn" type="date" defaultValue={one.agreedOn ?? ''} />
            </div>
            <PlanFields plan={one.plan} />
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </VersionedForm>
        ) : (
          <PlanReading plan={one.plan} />
        )}
      </Panel>
      <EventsPanel events={events} now={new Date()} />
      <Panel title="Материалы" className="mb-6">
        <AttachedFiles
          subjectType="partnership"
          subjectId={id}
          files={one.files}
          mayAttach={one.mayChange}
          back={`/support/partners/${id}`}
          send={sendFile}
          remove={sendRemoveFile}
        />
      </Panel>
      {one.mayChange ? <NextStep one={one} /> : null}
    </>
  );
}

function NextStep({ one }: { one: PartnershipView }) {
  const next = (Object.keys(PARTNERSHIP_STATUSES) as PartnershipStatus[]).filter(
    (to) => partnershipMayBecome(one.status, to) && (to !== 'AGREED' || one.mayAgree),
  );
  if (next.length === 0) return null;
  return (
    <Panel title="Решение">
      <VersionedForm send={sendStep.bind(null, one.id)} version={one.version} className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-[16rem_1fr]">
          <SelectField
            label="Новое состояние"
            name="to"
            options={next.map((value) => ({ value, label: PARTNERSHIP_STATUSES[value] }))}
          />
          <TextareaField
            label="Слова"
            name="words"
            rows={2}
            optional
            hint="Что получилось или почему не состоялось: обязательно для завершения и отказа."
          />
        </div>
        <SubmitButton pendingText="Записываем…">Записать решение</SubmitButton>
      </VersionedForm>
    </Panel>
  );
}
