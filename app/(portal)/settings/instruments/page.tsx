import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { DefaultInstrumentOffer } from '@/components/instruments/default-instrument-offer';
import { VersionList } from '@/components/instruments/version-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { instrumentsInScope } from '@/lib/portal/instruments/queries';
import { sendDefaultInstrument } from './actions';

export const metadata: Metadata = { title: 'Диагностические карты' };

export default async function InstrumentsPage() {
  const viewer = await requireViewer();
  const instruments = await instrumentsInScope(viewer);
  if (!instruments.ok) forbidden();
  const now = new Date();
  const edits = may(viewer, 'instrument.edit');
  const reports = may(viewer, 'instrument.report');
  return (
    <>
      <PageHeader
        title="Диагностические карты"
        description="Карта — это вопросы, по которым считается сумма отрицательных критериев. Опубликованная версия не меняется: чтобы исправить её, сделайте копию."
      />
      {instruments.value.length === 0 ? (
        <Panel>
          {edits ? (
            <DefaultInstrumentOffer load={sendDefaultInstrument} />
          ) : (
            <EmptyState title="Карт пока нет">
              Карту для всех муниципалитетов публикует региональный координатор.
            </EmptyState>
          )}
        </Panel>
      ) : (
        <div className="space-y-6">
          {instruments.value.map((instrument) => (
            <Panel
              key={instrument.id}
              title={instrument.title}
              description={
                instrument.municipalityId === null
                  ? `Региональная карта: ${instrument.ownerName}, для всех муниципалитетов`
                  : `Карта муниципалитета: ${instrument.ownerName}`
              }
              padding="flush"
            >
              <VersionList instrument={instrument} now={now} copies={edits} reports={reports} />
            </Panel>
          ))}
        </div>
      )}
    </>
  );
}
