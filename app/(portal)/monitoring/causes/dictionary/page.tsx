import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CauseEditor } from '@/components/failure-matrix/cause-editor';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { causeDictionary } from '@/lib/portal/failure-matrix/queries';
import { sendCauses } from '../actions';

export const metadata: Metadata = { title: 'Список причин неуспешности' };

export default async function CauseDictionaryPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const viewer = await requireViewer();
  const { causes, version } = opened(await causeDictionary(viewer));
  const saved = (await searchParams).done === 'saved';
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Матрица неуспешности', href: '/monitoring/causes' }]}
        title="Список причин"
        description="По этому списку открываются новые сборы. Уже открытые сохраняют свой список."
      />
      {saved ? (
        <Notice tone="success" role="status" title="Список сохранён" className="mb-6">
          Он войдёт в следующий сбор матриц.
        </Notice>
      ) : null}
      {version === 0 ? (
        <Notice tone="info" title="Предложение разработчиков портала" className="mb-6">
          Рабочая тетрадь СОИРО 2019 года портала не достигла. Исправьте список под методику своего центра.
        </Notice>
      ) : null}
      <Panel>
        <CauseEditor key={version} send={sendCauses} causes={causes} version={version} />
      </Panel>
    </>
  );
}
