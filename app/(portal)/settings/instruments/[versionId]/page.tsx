import { ChartColumn, Copy, Eye } from 'lucide-react';
import type { Metadata } from 'next';
import { requireViewer } from '@/app/(portal)/viewer';
import { DifferenceList } from '@/components/instruments/difference-list';
import { DiscardDialog } from '@/components/instruments/discard-dialog';
import { InstrumentEditor } from '@/components/instruments/editor/instrument-editor';
import { InstrumentReader } from '@/components/instruments/instrument-reader';
import { VersionState } from '@/components/instruments/version-state';
import { VersionUses } from '@/components/instruments/version-uses';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/access/policy';
import { differenceCount, instrumentDifference } from '@/lib/domain/instrument-difference';
import { formatDate } from '@/lib/domain/russian';
import type { VersionDetail } from '@/lib/portal/instruments/schema';
import { sendDiscard, sendDraft } from '../actions';
import { requireVersion, type VersionParams, versionCrumbs } from './version';

interface PageInput extends VersionParams {
  searchParams: Promise<{ check?: string; done?: string }>;
}

export async function generateMetadata({ params }: VersionParams): Promise<Metadata> {
  return { title: (await requireVersion((await params).versionId)).title };
}

export default async function VersionPage({ params, searchParams }: PageInput) {
  const version = await requireVersion((await params).versionId);
  const search = await searchParams;
  return version.editable ? (
    <DraftPage version={version} checked={search.check === '1'} />
  ) : (
    <ReadingPage
      version={version}
      published={search.done === 'published'}
      reports={may(await requireViewer(), 'instrument.report')}
    />
  );
}

function headOf(version: VersionDetail) {
  const owner = version.municipalityId === null ? 'для всех муниципалитетов' : version.ownerName;
  return {
    kind: `Диагностическая карта · ${owner} · версия ${version.number}`,
    title: version.title,
    status: <VersionState version={version} />,
    breadcrumbs: versionCrumbs(),
  };
}

function nameOf(copiedFrom: { title: string; number: number }): string {
  return `«${copiedFrom.title}», версия ${copiedFrom.number}`;
}

function DraftPage({ version, checked }: { version: VersionDetail; checked: boolean }) {
  const { copiedFrom, copiedDefinition } = version;
  return (
    <>
      <PageHeader
        {...headOf(version)}
        actions={<DiscardDialog send={sendDiscard.bind(null, version.id)} version={version.version} />}
      />
      <div className="mb-6 hidden scripting-none:block">
        <Notice tone="warning">Чтобы изменить черновик, включите JavaScript: без него правки не сохранятся.</Notice>
      </div>
      <InstrumentEditor
        versionId={version.id}
        version={version.version}
        draft={{ title: version.title, definition: version.definition }}
        send={sendDraft.bind(null, version.id)}
        source={copiedFrom && copiedDefinition ? { name: nameOf(copiedFrom), definition: copiedDefinition } : null}
        checked={checked}
      />
    </>
  );
}

function ReadingPage({
  version,
  published,
  reports,
}: {
  version: VersionDetail;
  published: boolean;
  reports: boolean;
}) {
  const address = `/settings/instruments/${version.id}`;
  const draft = version.status === 'DRAFT';
  return (
    <>
      <PageHeader
        {...headOf(version)}
        actions={
          <>
            <LinkButton href={`${address}/preview`}>
              <Eye aria-hidden /> Предпросмотр
            </LinkButton>
            {!draft && reports ? (
              <LinkButton href={`${address}/report`}>
                <ChartColumn aria-hidden /> Отчёт о критериях
              </LinkButton>
            ) : null}
            {!draft && version.copies ? (
              <LinkButton href={`${address}/copy`}>
                <Copy aria-hidden /> Скопировать и изменить
              </LinkButton>
            ) : null}
          </>
        }
      >
        {published ? (
          <div className="mb-4">
            <Notice tone="success" role="status" title="Карта опубликована">
              Её можно выбрать при открытии новой кампании.
            </Notice>
          </div>
        ) : null}
        <LockNotice version={version} />
      </PageHeader>
      <Changes version={version} />
      <InstrumentReader definition={version.definition} />
    </>
  );
}

/** Why nothing can be changed here, since when, and what to do instead. */
function LockNotice({ version }: { version: VersionDetail }) {
  if (version.status === 'DRAFT') {
    return <Notice tone="neutral">Черновик меняет тот, кому принадлежит карта: {version.ownerName}.</Notice>;
  }
  const since = version.publishedAt
    ? `${formatDate(version.publishedAt)}${version.publishedBy ? `, ${version.publishedBy}` : ''}`
    : '';
  return (
    <Notice tone="neutral" title={`Опубликована ${since}`}>
      Вопросы опубликованной версии не меняются{version.copies ? ': чтобы исправить их, сделайте копию.' : '.'}{' '}
      <VersionUses uses={version.uses} />.
    </Notice>
  );
}

function Changes({ version: { copiedFrom, copiedDefinition, definition } }: { version: VersionDetail }) {
  if (!copiedFrom || !copiedDefinition) return null;
  const difference = instrumentDifference(copiedDefinition, definition);
  return (
    <details className="mb-8 rounded-lg border border-line bg-surface px-4 py-3 sm:px-5">
      <summary className="link font-medium">
        Отличия от образца {nameOf(copiedFrom)}: {differenceCount(difference)}
      </summary>
      <div className="mt-4">
        <DifferenceList difference={difference} />
      </div>
    </details>
  );
}
