import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { TextareaField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { REPORT_FIELDS, YEAR_SECTIONS } from '@/lib/domain/reports/year-report';
import { reportTemplate } from '@/lib/portal/reports/queries';
import { sendReportTemplate } from './actions';

export const metadata: Metadata = { title: 'Тексты отчёта' };

export default async function ReportTemplatePage() {
  const viewer = await requireViewer();
  const { version, texts } = opened(await reportTemplate(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Отчёты', href: '/reports' }]}
        title="Тексты отчёта"
        description="Таблицы портал добавит сам после текста раздела."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Panel title="Разделы">
          <VersionedForm send={sendReportTemplate} version={version} className="space-y-4">
            {YEAR_SECTIONS.map(({ code, title }) => (
              <TextareaField key={code} label={title} name={code} rows={4} defaultValue={texts[code]} />
            ))}
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </VersionedForm>
        </Panel>
        <Panel title="Поля" description="Портал заменит их числами года.">
          <dl className="space-y-1">
            {Object.entries(REPORT_FIELDS).map(([name, meaning]) => (
              <div key={name} className="flex flex-wrap gap-x-2">
                <dt>
                  <code>{`{${name}}`}</code>
                </dt>
                <dd className="text-muted">{meaning}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </>
  );
}
