import type { Metadata } from 'next';
import { InstrumentPreview } from '@/components/instruments/instrument-preview';
import { VersionState } from '@/components/instruments/version-state';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { applicableCriteria } from '@/lib/domain/instrument';
import { NBSP } from '@/lib/domain/russian';
import { requireVersion, type VersionParams, versionCrumbs } from '../version';

export const metadata: Metadata = { title: 'Предпросмотр карты' };

const WHOLE = { code: '1-11', label: `1–11${NBSP}классы`, grades: { from: 1, to: 11 } };
const SCHOOLS = [
  WHOLE,
  { code: '1-9', label: `1–9${NBSP}классы`, grades: { from: 1, to: 9 } },
  { code: '1-4', label: `1–4${NBSP}классы`, grades: { from: 1, to: 4 } },
];

interface PageInput extends VersionParams {
  searchParams: Promise<{ grades?: string }>;
}

export default async function PreviewPage({ params, searchParams }: PageInput) {
  const version = await requireVersion((await params).versionId);
  const asked = (await searchParams).grades;
  const school = SCHOOLS.find((each) => each.code === asked) ?? WHOLE;
  return (
    <>
      <PageHeader
        title="Предпросмотр карты"
        status={<VersionState version={version} />}
        breadcrumbs={versionCrumbs(version)}
        actions={
          <LinkButton href={`/settings/instruments/${version.id}`}>
            {version.editable ? 'Вернуться к черновику' : 'Вернуться к карте'}
          </LinkButton>
        }
      />
      <TabLinks
        label="Для какой школы"
        items={SCHOOLS.map(({ code, label, grades }) => ({
          href: `?grades=${code}`,
          label,
          current: code === school.code,
          count: applicableCriteria(version.definition, grades).length,
        }))}
      />
      <div className="mb-6">
        <Notice tone="info">
          Так карту увидит директор. Ответы можно попробовать: они никуда не записываются и исчезнут, когда вы уйдёте со
          страницы.
        </Notice>
      </div>
      {applicableCriteria(version.definition, school.grades).length > 0 ? (
        <InstrumentPreview key={school.code} definition={version.definition} grades={school.grades} />
      ) : (
        <EmptyState title="Вопросов нет">Ни один критерий этой карты не касается такой школы.</EmptyState>
      )}
    </>
  );
}
