import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { DifferenceList } from '@/components/instruments/difference-list';
import { PublicationForm } from '@/components/instruments/publication-form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { instrumentDifference } from '@/lib/domain/instrument-difference';
import { instrumentFaults } from '@/lib/domain/instrument-validity';
import { countOf } from '@/lib/domain/russian';
import { sendPublication } from '../../actions';
import { requireVersion, type VersionParams, versionCrumbs } from '../version';

export const metadata: Metadata = { title: 'Публикация карты' };

export default async function PublishPage({ params }: VersionParams) {
  const { versionId } = await params;
  const version = await requireVersion(versionId);
  if (version.status !== 'DRAFT') notFound();
  if (!version.editable) forbidden();
  const faults = instrumentFaults(version.definition);
  const audience =
    version.municipalityId === null ? 'всех муниципалитетов региона' : `муниципалитета «${version.ownerName}»`;
  return (
    <>
      <PageHeader title="Опубликовать карту" breadcrumbs={versionCrumbs(version)} />
      <div className="space-y-6">
        {faults.length > 0 ? (
          <Notice
            tone="warning"
            title={`Публиковать рано: ${countOf(faults.length, 'замечание', 'замечания', 'замечаний')}`}
            actions={
              <LinkButton variant="primary" href={`/settings/instruments/${version.id}?check=1`}>
                Исправить в черновике
              </LinkButton>
            }
          >
            <ul className="list-disc pl-5">
              {faults.slice(0, 5).map((fault) => (
                <li key={fault.path}>{fault.message}</li>
              ))}
              {faults.length > 5 ? <li>и ещё {faults.length - 5}</li> : null}
            </ul>
          </Notice>
        ) : (
          <Panel title="Что произойдёт">
            <ul className="mb-5 max-w-3xl list-disc space-y-1 pl-5">
              <li>
                Карта из {countOf(version.criteria, 'критерия', 'критериев', 'критериев')} станет доступна для новых
                кампаний {audience}.
              </li>
              <li>
                Вопросы этой версии больше нельзя будет изменить. Чтобы исправить их, понадобится следующая версия.
              </li>
              <li>Прошедшие и идущие кампании останутся при своих картах: их суммы не изменятся.</li>
              <li>Отменить публикацию нельзя.</li>
            </ul>
            <PublicationForm
              send={sendPublication.bind(null, version.id)}
              version={version.version}
              back={`/settings/instruments/${version.id}`}
            />
          </Panel>
        )}
        {version.copiedDefinition && version.copiedFrom ? (
          <Panel
            title="Что изменено"
            description={`По сравнению с образцом: «${version.copiedFrom.title}», версия ${version.copiedFrom.number}`}
          >
            <DifferenceList difference={instrumentDifference(version.copiedDefinition, version.definition)} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
