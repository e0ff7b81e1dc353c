import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { countOf, formatDate } from '@/lib/domain/russian';
import { programmeTemplates } from '@/lib/portal/programmes/queries';
import { sendTemplateChange } from '../actions';

export const metadata: Metadata = { title: 'Шаблоны программ' };

export default async function ProgrammeTemplatesPage() {
  const viewer = await requireViewer();
  const { items, mayChange } = opened(await programmeTemplates(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Программы', href: '/support/programmes' }]}
        title="Шаблоны программ"
        description="Шаблон делается из любой отправленной программы: личное для школы (числа, сроки, основания) из него убирается."
      />
      <Panel>
        {items.length > 0 ? (
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <li key={item.id} className="py-3">
                {mayChange ? (
                  <VersionedForm
                    send={sendTemplateChange.bind(null, item.id)}
                    version={item.version}
                    className="flex flex-wrap items-end gap-3"
                  >
                    <TextField
                      label="Название"
                      name="title"
                      id={`title-${item.id}`}
                      defaultValue={item.title}
                      fieldClassName="min-w-72 flex-1"
                    />
                    <Checkbox name="active" value="yes" label="предлагать школам" defaultChecked={item.active} />
                    <SubmitButton variant="secondary" pendingText="Сохраняем…">
                      Сохранить
                    </SubmitButton>
                  </VersionedForm>
                ) : (
                  <p className="font-medium">
                    {item.title}{' '}
                    {item.active ? <Status tone="success">предлагается</Status> : <Status>не предлагается</Status>}
                  </p>
                )}
                <p className="text-sm text-muted">
                  {countOf(item.measures, 'мера', 'меры', 'мер')} · {item.changedBy}, {formatDate(item.changedAt)}
                </p>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="Шаблонов пока нет">
            Откройте отправленную программу и нажмите «Сделать шаблоном».
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
