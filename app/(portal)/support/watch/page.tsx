import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatDate } from '@/lib/domain/russian';
import { watchView } from '@/lib/portal/support-cases/queries';
import { sendEndWatch, sendWatch } from '../actions';

export const metadata: Metadata = { title: 'Под наблюдением' };

export default async function WatchPage() {
  const viewer = await requireViewer();
  const { items, schools } = opened(await watchView(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Поддержка', href: '/support' }]}
        title="Под наблюдением"
        description="Школы, за которыми МОЦ или СОИРО следит внимательнее. Школы этого списка не видят."
      />
      <Panel
        title="Школы"
        actions={items.length > 0 ? <TableFileLinks href="/support/watch/file" /> : null}
        className="mb-6"
      >
        {items.length > 0 ? (
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <li key={item.id} className="py-3">
                <p className="flex flex-wrap items-center gap-3">
                  <Link className="link font-medium" href={`/schools/${item.schoolId}`}>
                    {item.schoolName}
                  </Link>
                  <Status tone="info">{item.level === 'REGION' ? 'наблюдает СОИРО' : 'наблюдает МОЦ'}</Status>
                  <span className="text-sm text-muted">
                    {item.municipality} · {item.addedBy}, {formatDate(item.addedAt)}
                  </span>
                </p>
                <p className="max-w-prose">{item.reason}</p>
                {item.mayEnd ? (
                  <details data-print="none">
                    <summary className="link w-fit cursor-pointer text-sm">Снять наблюдение</summary>
                    <ActionForm send={sendEndWatch.bind(null, item.id)} className="mt-2 flex flex-wrap items-end gap-3">
                      <TextField label="Почему" name="reason" id={`reason-${item.id}`} />
                      <SubmitButton size="sm" pendingText="Снимаем…">
                        Снять
                      </SubmitButton>
                    </ActionForm>
                  </details>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="Никого">Добавьте школу, за которой нужно следить, хотя она не в списке.</EmptyState>
        )}
      </Panel>
      <Panel title="Взять под наблюдение">
        <ActionForm send={sendWatch} className="flex flex-wrap items-end gap-4">
          <SelectField
            label="Школа"
            name="schoolId"
            options={[
              { value: '', label: 'выберите школу' },
              ...schools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextField label="За чем следить" name="reason" fieldClassName="min-w-72 flex-1" />
          <SubmitButton pendingText="Добавляем…">Добавить</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
