import { FileDown } from 'lucide-react';
import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { LineFields } from '@/components/support/line-fields';
import { SupportTabs } from '@/components/support/support-tabs';
import { CaseEntries, EntryFields } from '@/components/support-cases/case-entries';
import { CaseSteps } from '@/components/support-cases/case-steps';
import { Lanes } from '@/components/support-cases/lanes';
import { Timeline } from '@/components/support-cases/timeline';
import { ActionForm } from '@/components/ui/action-form';
import { buttonLook } from '@/components/ui/button-look';
import { TextareaField, TextField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { dayOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { stepLabel } from '@/lib/domain/support/case';
import { schoolSupport } from '@/lib/portal/support-cases/queries';
import type { CaseView, SchoolSupport } from '@/lib/portal/support-cases/views';
import { sendClose, sendConcern, sendContacts, sendEntry, sendOpenCases, sendStep } from '../../actions';

export const metadata: Metadata = { title: 'Поддержка школы' };

interface PageProps {
  params: Promise<{ schoolId: string }>;
  searchParams: Promise<{ year?: string }>;
}

export default async function SchoolSupportPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const schoolId = idOf((await params).schoolId);
  const { year = '' } = await searchParams;
  const support = opened(await schoolSupport(viewer, schoolId, isSchoolYear(year) ? year : undefined, new Date()));
  const principal = viewer.role === 'PRINCIPAL';
  return (
    <>
      <PageHeader
        breadcrumbs={principal ? undefined : [{ label: 'Поддержка', href: `/support?year=${support.schoolYear}` }]}
        kind={`${support.municipality}, ${formatSchoolYear(support.schoolYear)}`}
        title={`Поддержка: ${support.schoolName}`}
        status={<CaseStatus support={support} />}
        description={headline(support)}
        actions={
          <>
            <LinkButton href={`/support/schools/${schoolId}/thread?year=${support.schoolYear}`}>
              От балла до эффекта
            </LinkButton>
            {(['docx', 'pdf'] as const).map((format) => (
              <a
                key={format}
                href={`/support/schools/${schoolId}/dossier?format=${format}&year=${support.schoolYear}`}
                className={buttonLook({})}
                data-look="button"
                download
              >
                <FileDown aria-hidden /> Досье, {format}
              </a>
            ))}
          </>
        }
      />
      <SupportTabs view="schools" ownSchool={principal} />
      <section aria-label="Коротко" className="mb-6">
        <Lanes support={support} />
      </section>
      {support.gaps.length > 0 ? (
        <Notice tone="warning" title="Чего не хватает" className="mb-6">
          <ul className="list-disc pl-5">
            {support.gaps.map(({ code, text, who, since }) => (
              <li key={`${code} ${text}`}>
                {text}{' '}
                <span className="text-muted">
                  Кто: {who}, с {formatDate(new Date(since))}.
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {support.case ? <CasePanels support={support.case} /> : <NoCase support={support} />}
      <Panel title="Линия времени" description="Найдено → рекомендовано → запланировано → сделано → изменилось.">
        <Timeline facts={support.timeline} />
      </Panel>
    </>
  );
}

function CaseStatus({ support }: { support: SchoolSupport }) {
  if (!support.case) return <Status>не сопровождается</Status>;
  return support.case.status === 'OPEN' ? (
    <Status tone="accent">сопровождается</Status>
  ) : (
    <Status tone="success">завершена</Status>
  );
}

function headline({ curators, next, case: support }: SchoolSupport): string {
  const who = curators.length > 0 ? `Куратор: ${curators.join(', ')}.` : 'Куратор не назначен.';
  const after = next
    ? ` Дальше: ${stepLabel(next.code).toLowerCase()}${next.dueOn ? ` до ${formatDate(new Date(next.dueOn))}` : ''}.`
    : '';
  const list = support?.orderNumber ? ` Список: приказ ${support.orderNumber}.` : '';
  return `${who}${after}${list}`;
}

function NoCase({ support }: { support: SchoolSupport }) {
  return (
    <Panel title="Сопровождение" className="mb-6">
      <p className="mb-4 text-muted">
        В {formatSchoolYear(support.schoolYear)} учебном году сопровождение школы не открыто.
      </p>
      {support.mayOpen ? (
        <ActionForm send={sendOpenCases} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="schoolYear" value={support.schoolYear} />
          <input type="hidden" name="schools" value={support.schoolId} />
          <TextField
            label="Основание, если школы нет в списке"
            name="ground"
            optional
            fieldClassName="min-w-72 flex-1"
          />
          <SubmitButton pendingText="Открываем…">Открыть сопровождение</SubmitButton>
        </ActionForm>
      ) : null}
    </Panel>
  );
}

function CasePanels({ support }: { support: CaseView }) {
  const { id, version, contacts, mayChange, mayClose } = support;
  return (
    <>
      <div className="mb-6 grid items-start gap-6 lg:grid-cols-2">
        <Panel title="Шаги поддержки">
          <CaseSteps support={support} send={(code) => sendStep.bind(null, { caseId: id, code })} />
          {support.closeGround ? (
            <p className="mt-3 text-sm">
              Основание завершения: {support.closeGround}{' '}
              <span className="text-muted">
                {support.closedBy}, {support.closedAt ? formatDate(support.closedAt) : ''}
              </span>
            </p>
          ) : null}
          {mayClose ? (
            <details data-print="none" className="mt-3 border-t border-line pt-3">
              <summary className="link w-fit cursor-pointer">Завершить поддержку</summary>
              <VersionedForm send={sendClose.bind(null, id)} version={version} className="mt-3 space-y-3">
                <TextareaField
                  label="Основание выхода из списка"
                  name="ground"
                  rows={2}
                  hint="Школа увидит эти слова. Записи останутся для чтения."
                />
                <SubmitButton variant="danger" pendingText="Завершаем…">
                  Завершить поддержку
                </SubmitButton>
              </VersionedForm>
            </details>
          ) : null}
        </Panel>
        <Panel title="Записи" description="Заметки, рассмотрения хода поддержки и тревоги.">
          {mayChange ? (
            <details data-print="none" className="mb-3 border-b border-line pb-3">
              <summary className="cursor-pointer font-semibold">Новая запись</summary>
              <ActionForm send={sendEntry.bind(null, id)} className="mt-3 space-y-4">
                <EntryFields today={dayOf(new Date())} />
                <SubmitButton pendingText="Записываем…">Записать</SubmitButton>
              </ActionForm>
            </details>
          ) : null}
          <CaseEntries support={support} sendConcern={(entryId) => sendConcern.bind(null, entryId)} />
        </Panel>
      </div>
      <Panel title="Контакты" className="mb-6">
        {mayChange ? (
          <VersionedForm send={sendContacts.bind(null, id)} version={version} className="space-y-4">
            <LineFields
              legend="Кому звонить и писать в школе"
              lines={contacts}
              blank={1}
              columns={[
                { name: 'post', label: 'Должность' },
                { name: 'phone', label: 'Телефон' },
                { name: 'email', label: 'Почта' },
              ]}
            />
            <SubmitButton variant="secondary" pendingText="Сохраняем…">
              Сохранить контакты
            </SubmitButton>
          </VersionedForm>
        ) : contacts.length > 0 ? (
          <ul className="space-y-1">
            {contacts.map(({ post, phone, email }) => (
              <li key={`${post} ${email}`}>{[post, phone, email].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">Контактов пока нет.</p>
        )}
      </Panel>
    </>
  );
}
