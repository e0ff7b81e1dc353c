import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { schoolYearOption } from '@/components/imports/import-words';
import { KindNotes } from '@/components/imports/kind-notes';
import { UploadForm } from '@/components/imports/upload-form';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { IMPORT_KIND_NOTES, importKindName } from '@/lib/domain/evidence/import-kinds';
import { capitalised } from '@/lib/domain/russian';
import { importKindsFor, yearsForImport } from '@/lib/portal/imports/queries';
import { MOST_IMPORT_BYTES } from '@/lib/portal/imports/schema';
import { municipalityChoices, schoolPassport } from '@/lib/portal/schools/queries';
import { UPLOAD_FAILURE, uploadFailureOf } from './upload-failure';

export const metadata: Metadata = { title: 'Загрузить файл' };

interface PageProps {
  searchParams: Promise<{ kind?: string; schoolYear?: string; municipality?: string }>;
}

export default async function UploadPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const kinds = importKindsFor(viewer);
  if (kinds.length === 0) forbidden();
  const search = await searchParams;
  const years = await yearsForImport(viewer, new Date());
  const region = viewer.role === 'REGION_COORDINATOR';
  const municipalities = region ? await municipalityChoices(viewer) : [];
  const failure = uploadFailureOf((await cookies()).get(UPLOAD_FAILURE)?.value);
  const school = viewer.role === 'PRINCIPAL' && viewer.schoolId ? await schoolPassport(viewer, viewer.schoolId) : null;
  const asked = failure?.values ?? search;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Данные', href: '/data' }]}
        title="Загрузить файл"
        description={
          school
            ? `Загружаются строки только вашей школы. В столбце «Код школы» пишите ${school.code}.`
            : 'Файл читается целиком и показывается вам: что прочитано, какие ячейки не годятся, какие школы не узнаны.'
        }
      />
      <div className="space-y-6">
        <Panel>
          <UploadForm
            accountId={viewer.accountId}
            kinds={kinds.map((kind) => ({
              value: kind,
              label: importKindName(kind),
              purpose: IMPORT_KIND_NOTES[kind].purpose,
            }))}
            schoolYears={years.all.map(schoolYearOption)}
            municipalities={
              region
                ? [
                    { value: '', label: 'Весь регион' },
                    ...municipalities.map(({ id, name }) => ({ value: id, label: capitalised(name) })),
                  ]
                : []
            }
            initial={{
              kind: kinds.find((kind) => kind === asked.kind) ?? kinds[0] ?? '',
              schoolYear: years.all.find((year) => year === asked.schoolYear) ?? years.usual,
              municipalityId: municipalities.find(({ id }) => id === search.municipality)?.id ?? '',
            }}
            mostBytes={MOST_IMPORT_BYTES}
            failure={failure}
          />
        </Panel>
        {viewer.role === 'PRINCIPAL' ? null : (
          <Notice title="Что не хранится">
            Протоколы ГИА содержат фамилии: портал считает по ним итоги школ и сразу удаляет файл, имена никуда не
            записываются. Остальные файлы хранятся, чтобы их можно было прочитать заново и показать с отметками.
          </Notice>
        )}
        <Panel title="Бланки" description="Заполните и загрузите здесь же. Столбца может не быть, если он не применим.">
          <KindNotes kinds={kinds} />
        </Panel>
      </div>
    </>
  );
}
