import { Upload } from 'lucide-react';
import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ImportTable } from '@/components/imports/import-table';
import { KindNotes } from '@/components/imports/kind-notes';
import { LoadedTable } from '@/components/imports/loaded-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { capitalised, countOf } from '@/lib/domain/russian';
import { importKindsFor, importRows, loadedData } from '@/lib/portal/imports/queries';
import { importListQuerySchema } from '@/lib/portal/imports/schema';
import { municipalityChoices } from '@/lib/portal/schools/queries';

export const metadata: Metadata = { title: 'Данные' };

/** columns of years that stand side by side */
const MOST_YEARS = 6;

interface PageProps {
  searchParams: Promise<{ municipality?: string; years?: string }>;
}

/** What is loaded, what was brought in last, and what can be brought in. */
export default async function DataPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const search = await searchParams;
  const region = viewer.role === 'REGION_COORDINATOR';
  const municipalities = region ? await municipalityChoices(viewer) : [];
  const municipality = municipalities.find(({ id }) => id === search.municipality);
  const data = opened(await loadedData(viewer, municipality?.id ?? null));
  const latest = opened(await importRows(viewer, importListQuerySchema.parse({ pageSize: 5 })));
  const all = search.years === 'all';
  const years = all ? data.schoolYears : data.schoolYears.slice(0, MOST_YEARS);
  const own = viewer.role === 'PRINCIPAL';
  return (
    <>
      <PageHeader
        title="Данные"
        description={
          own
            ? 'Файлы вашей школы, по которым портал сам отвечает на вопросы диагностической карты. Результаты ГИА и ВПР загружает МОЦ.'
            : 'Файлы с результатами школ. По ним портал вычисляет ответы диагностических карт и признаки, требующие дополнительного анализа.'
        }
        actions={
          <LinkButton href="/data/upload" variant="primary">
            <Upload aria-hidden />
            Загрузить файл
          </LinkButton>
        }
      />
      <div className="space-y-6">
        <Panel
          padding="flush"
          title="Что загружено"
          description={
            own
              ? 'Данные, которые действуют сейчас. Под отметкой — день последней загрузки.'
              : `У скольких школ из ${countOf(data.schools, 'работающей', 'работающих', 'работающих')} есть данные, которые действуют сейчас. Под числом — день последней загрузки.`
          }
          actions={
            region ? (
              <form action="/data" className="flex flex-wrap items-end gap-2">
                <SelectField
                  label="Муниципалитет"
                  labelHidden
                  name="municipality"
                  defaultValue={municipality?.id ?? ''}
                  options={[
                    { value: '', label: 'Весь регион' },
                    ...municipalities.map(({ id, name }) => ({ value: id, label: capitalised(name) })),
                  ]}
                />
                <Button type="submit">Показать</Button>
              </form>
            ) : null
          }
        >
          {data.schoolYears.length === 0 ? (
            <EmptyState title="Данных ещё нет">
              Загрузите первый файл: портал покажет, что прочитал, и ничего не изменит, пока вы не примените.
            </EmptyState>
          ) : (
            <LoadedTable data={data} years={years} />
          )}
          {data.schoolYears.length > years.length ? (
            <p className="border-t border-line p-3">
              <LinkButton size="sm" variant="quiet" href={`/data?years=all&municipality=${municipality?.id ?? ''}`}>
                Показать все годы: {data.schoolYears.length}
              </LinkButton>
            </p>
          ) : null}
        </Panel>
        <Panel
          padding="flush"
          title="Последние загрузки"
          actions={latest.total > 0 ? <LinkButton href="/data/imports">Все загрузки: {latest.total}</LinkButton> : null}
        >
          {latest.total === 0 ? (
            <EmptyState title="Загрузок ещё не было" />
          ) : (
            <ImportTable imports={latest.items} places={region} now={new Date()} />
          )}
        </Panel>
        <Panel
          title="Что можно загрузить"
          description="xlsx или csv до 25 МБ. Подойдут наши бланки и файлы ФИС ОКО и РЦОИ как есть: столбцы узнаются по заголовкам."
        >
          <details>
            <summary className="text-accent hover:underline">Виды данных и бланки</summary>
            <KindNotes kinds={importKindsFor(viewer)} />
          </details>
        </Panel>
      </div>
    </>
  );
}
