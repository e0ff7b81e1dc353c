import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ActionForm } from '@/components/ui/action-form';
import { TextareaField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatSchoolYear } from '@/lib/domain/russian';
import { reportKind, reportPlace, reportPreview, reportTemplate } from '@/lib/portal/reports/queries';
import { sendReportTemplate, sendTemplateReset } from './actions';

export const metadata: Metadata = { title: 'Тексты отчёта' };

export default async function ReportTemplatePage({ params }: { params: Promise<{ kind: string }> }) {
  const viewer = await requireViewer();
  const kind = reportKind((await params).kind);
  if (!kind) notFound();
  const { version, texts } = opened(await reportTemplate(viewer, kind));
  const { municipalityId, schoolYear, schools } = opened(await reportPlace(viewer, {}));
  const schoolId = kind.of === 'school' ? (schools[0]?.id ?? null) : null;
  const preview = schoolYear
    ? await reportPreview(viewer, kind, { municipalityId, schoolYear, schoolId }, new Date())
    : null;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Отчёты', href: '/reports' }]}
        kind={kind.title}
        title="Тексты отчёта"
        description="Таблицы портал добавит сам после текстов. Слова по умолчанию — предложение разработчиков портала."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Panel title="Разделы">
          <VersionedForm send={sendReportTemplate.bind(null, kind.code)} version={version} className="space-y-4">
            {kind.sections.map(({ code, title }) => (
              // another text is another field: words that came back replace what stands in it
              <TextareaField
                key={`${code} ${texts[code]}`}
                label={title}
                name={code}
                rows={4}
                defaultValue={texts[code]}
              />
            ))}
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </VersionedForm>
        </Panel>
        <div className="space-y-6">
          <Panel title="Поля" description="Портал заменит их сведениями отчёта.">
            <dl className="space-y-1">
              {Object.entries(kind.fields).map(([name, meaning]) => (
                <div key={name} className="flex flex-wrap gap-x-2">
                  <dt>
                    <code>{`{${name}}`}</code>
                  </dt>
                  <dd className="text-muted">{meaning}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          {preview && schoolYear ? (
            <Panel
              title="Как прочтут"
              description={`С данными ${formatSchoolYear(schoolYear)}, по сохранённым текстам.`}
            >
              {preview.ok ? (
                <dl className="space-y-3">
                  {preview.value.map(({ title, text }) => (
                    <div key={title}>
                      <dt className="font-semibold">{title}</dt>
                      <dd className="whitespace-pre-line">{text}</dd>
                    </div>
                  ))}
                </dl>
              ) : (
                <p className="text-muted">{preview.failure.detail}</p>
              )}
            </Panel>
          ) : null}
          <Panel title="Исходные тексты" description="Ваши тексты этого отчёта уйдут, в журнале они останутся.">
            <ActionForm send={sendTemplateReset.bind(null, kind.code)}>
              <SubmitButton variant="secondary" pendingText="Возвращаем…">
                Вернуть исходные тексты
              </SubmitButton>
            </ActionForm>
          </Panel>
        </div>
      </div>
    </>
  );
}
