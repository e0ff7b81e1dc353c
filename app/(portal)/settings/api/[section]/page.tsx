import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { ApiComponents } from '@/components/api-reference/api-components';
import { OperationSection } from '@/components/api-reference/operation-section';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { publicAddress } from '@/lib/env';
import { apiReference } from '@/lib/portal/api-description/queries';

export const metadata: Metadata = { title: 'API' };

const DATA = 'data';

/** The addresses of one aggregate, or the fields of everything that answers hold. */
export default async function ApiSectionPage({ params }: { params: Promise<{ section: string }> }) {
  await requireViewer();
  const { section } = await params;
  const { groups, components } = apiReference(publicAddress());
  const group = groups.find(({ code }) => code === section);
  if (!group && section !== DATA) notFound();
  return (
    <>
      <Breadcrumbs items={[{ href: '/settings/api', label: 'API' }]} />
      <PageHeader
        title={group ? `API: ${group.title}` : 'API: данные'}
        description={group ? group.about : 'Что означают поля ответов.'}
      />
      {group ? (
        <Panel title="Адреса">
          <div className="space-y-8">
            {group.operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
          </div>
        </Panel>
      ) : (
        <ApiComponents components={components} />
      )}
    </>
  );
}
