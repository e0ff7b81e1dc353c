import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { CopyForm } from '@/components/instruments/copy-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { instrumentsInScope } from '@/lib/portal/instruments/queries';
import { sendCopy } from '../../actions';
import { requireVersion, type VersionParams, versionCrumbs } from '../version';

export const metadata: Metadata = { title: 'Копия диагностической карты' };

export default async function CopyPage({ params }: VersionParams) {
  const { versionId } = await params;
  const version = await requireVersion(versionId);
  const instruments = await instrumentsInScope(await requireViewer());
  if (!instruments.ok || !version.copies) forbidden();
  if (version.status !== 'PUBLISHED') notFound();
  const own = instruments.value.filter((instrument) => instrument.own);
  const into = own.find((instrument) => instrument.id === version.instrumentId) ?? own[0];
  return (
    <>
      <PageHeader
        title="Скопировать карту"
        breadcrumbs={versionCrumbs(version)}
        description={`Появится черновик с теми же вопросами, что и «${version.title}», версия ${version.number}. Сама эта версия не изменится.`}
      />
      <Panel>
        <CopyForm
          send={sendCopy.bind(null, version.id)}
          own={own.map(({ id, title }) => ({ id, title }))}
          initial={{
            title: into ? (into.versions[0]?.title ?? into.title) : 'Диагностическая карта',
            into: into?.id ?? '',
          }}
        />
      </Panel>
    </>
  );
}
