import { ChartColumn, Copy, Eye, PencilLine, Send } from 'lucide-react';
import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
import { countOf, formatMoment } from '@/lib/domain/russian';
import type { InstrumentItem, VersionItem } from '@/lib/portal/instruments/schema';
import { VersionState } from './version-state';
import { VersionUses } from './version-uses';

interface VersionListProps {
  instrument: InstrumentItem;
  now: Date;
  /** the viewer may make copies */
  copies: boolean;
  /** the viewer may read reports */
  reports: boolean;
}

/** The versions of one instrument with what is known of each and what can be done with it. */
export function VersionList({ instrument, now, copies, reports }: VersionListProps) {
  return (
    <ul className="divide-y divide-line">
      {instrument.versions.map((version) => (
        <li key={version.id} className="flex flex-col gap-x-8 gap-y-3 px-4 py-4 sm:px-5 lg:flex-row lg:items-start">
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <h3 className="font-medium">
                <Link href={`/settings/instruments/${version.id}`} className="link">
                  {version.title}
                </Link>
              </h3>
              <VersionState version={version} />
            </div>
            <VersionFacts version={version} now={now} />
          </div>
          <VersionActions version={version} own={instrument.own} copies={copies} reports={reports} />
        </li>
      ))}
    </ul>
  );
}

function VersionFacts({ version, now }: { version: VersionItem; now: Date }) {
  const facts = [
    `Версия ${version.number}`,
    countOf(version.criteria, 'критерий', 'критерия', 'критериев'),
    version.publishedAt
      ? `опубликована ${formatMoment(version.publishedAt, now)}${version.publishedBy ? `, ${version.publishedBy}` : ''}`
      : `начата ${formatMoment(version.createdAt, now)}`,
    ...(version.copiedFrom ? [`по образцу «${version.copiedFrom.title}», версия ${version.copiedFrom.number}`] : []),
  ];
  return (
    <div className="mt-1 text-sm text-muted">
      <p>{facts.join(' · ')}</p>
      {version.status === 'PUBLISHED' ? (
        <p className="mt-0.5">
          <VersionUses uses={version.uses} />
        </p>
      ) : null}
    </div>
  );
}

function VersionActions({
  version,
  own,
  copies,
  reports,
}: { version: VersionItem; own: boolean } & Pick<VersionListProps, 'copies' | 'reports'>) {
  const address = `/settings/instruments/${version.id}`;
  const about = (act: string) => `${act}: ${version.title}, версия ${version.number}`;
  const draft = version.status === 'DRAFT';
  return (
    <div data-print="none" className="flex flex-wrap gap-2 lg:justify-end">
      {draft && own ? (
        <LinkButton size="sm" variant="primary" href={address} aria-label={about('Изменить')}>
          <PencilLine aria-hidden /> Изменить
        </LinkButton>
      ) : null}
      <LinkButton size="sm" href={`${address}/preview`} aria-label={about('Предпросмотр')}>
        <Eye aria-hidden /> Предпросмотр
      </LinkButton>
      {draft && own ? (
        <LinkButton size="sm" href={`${address}/publish`} aria-label={about('Опубликовать')}>
          <Send aria-hidden /> Опубликовать
        </LinkButton>
      ) : null}
      {!draft && reports ? (
        <LinkButton size="sm" href={`${address}/report`} aria-label={about('Отчёт о критериях')}>
          <ChartColumn aria-hidden /> Отчёт
        </LinkButton>
      ) : null}
      {!draft && copies ? (
        <LinkButton size="sm" href={`${address}/copy`} aria-label={about('Скопировать')}>
          <Copy aria-hidden /> Скопировать
        </LinkButton>
      ) : null}
    </div>
  );
}
