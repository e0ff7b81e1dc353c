import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ChangesPanel } from '@/components/imports/changes-panel';
import { FaultPanel } from '@/components/imports/fault-panel';
import { ImportDecision } from '@/components/imports/import-decision';
import { ImportFigures } from '@/components/imports/import-figures';
import { ImportStatus } from '@/components/imports/import-status';
import { doneBy } from '@/components/imports/import-words';
import { MappingForm } from '@/components/imports/mapping-form';
import { ReadingNotes } from '@/components/imports/reading-notes';
import { UnitTable, unitsInWords } from '@/components/imports/unit-table';
import { UnmatchedForm } from '@/components/imports/unmatched-form';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { importKindName } from '@/lib/domain/evidence/import-kinds';
import { capitalised, formatFileSize, formatSchoolYear } from '@/lib/domain/russian';
import { fieldsOfKind, importView } from '@/lib/portal/imports/queries';
import { sendApply, sendColumns, sendDiscard, sendSchools, sendUndo } from '../../actions';

export const metadata: Metadata = { title: 'Загрузка' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

/** One file: what was read of it, what fails, what it would change or has changed. */
export default async function ImportPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const { done } = await searchParams;
  const one = opened(await importView(viewer, id));
  const now = new Date();
  const place = one.schoolName ?? (one.municipalityName ? capitalised(one.municipalityName) : 'Весь регион');
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Данные', href: '/data' },
          { label: 'Загрузки', href: '/data/imports' },
        ]}
        kind={importKindName(one.kind)}
        title={<span className="break-words">{one.fileName}</span>}
        status={<ImportStatus status={one.status} />}
        description={
          <>
            {place}. {formatSchoolYear(one.schoolYear, true)}. {formatFileSize(one.fileSize)}.{' '}
            {doneBy('Загружен', one.createdBy, one.createdAt, now)}.
            {one.appliedAt ? ` ${doneBy('Применён', one.appliedBy, one.appliedAt, now)}.` : ''}
            {one.status === 'UNDONE' ? ` ${doneBy('Отменён', one.undoneBy, one.undoneAt, now)}.` : ''}
          </>
        }
      />
      <div className="space-y-6">
        <ImportFigures import={one} />
        <ImportDecision
          import={one}
          done={done ?? null}
          apply={sendApply.bind(null, id)}
          undo={sendUndo.bind(null, id)}
          discard={sendDiscard.bind(null, id)}
        />
        {one.status === 'PREVIEW' ? null : <ChangesPanel import={one} />}
        {one.errorCount > 0 ? <FaultPanel import={one} id={id} /> : null}
        {one.unmatched.length > 0 ? (
          <Panel
            padding="flush"
            title="Школы, которые портал не узнал"
            description="Строки этих школ не применяются. Выберите школу, если она ваша: файл прочитается заново."
          >
            <UnmatchedForm import={one} send={sendSchools.bind(null, id)} />
          </Panel>
        ) : null}
        {one.sample.length > 0 ? (
          <Panel
            padding="flush"
            title={one.status === 'PREVIEW' ? 'Что изменит файл' : 'О чём этот файл'}
            description={unitsInWords(one)}
          >
            <UnitTable units={one.sample} applied={one.status !== 'PREVIEW'} />
          </Panel>
        ) : null}
        <Panel
          padding="flush"
          title="Столбцы"
          description="За что портал принял каждый столбец. Если ошибся — укажите верное поле."
        >
          <ReadingNotes sheets={one.mapping} />
          <MappingForm import={one} fields={fieldsOfKind(one.kind)} send={sendColumns.bind(null, id)} />
        </Panel>
        {one.fileKept ? null : (
          <Notice title="Файл не хранится">
            В нём были строки учеников: портал посчитал итоги по школам и удалил файл. Чтобы прочитать его иначе,
            загрузите снова.
          </Notice>
        )}
      </div>
    </>
  );
}
