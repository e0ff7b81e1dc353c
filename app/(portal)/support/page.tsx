import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { opened } from '@/app/(portal)/opened';
import { supportPlace } from '@/app/(portal)/support/place';
import { SupportFilter } from '@/components/support/support-filter';
import { SupportTabs } from '@/components/support/support-tabs';
import { BoardTable } from '@/components/support-cases/board-table';
import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { countOf, formatSchoolYear } from '@/lib/domain/russian';
import { supportBoard } from '@/lib/portal/support-cases/queries';
import { sendOpenCases } from './actions';
import { askedBoard, type BoardQuery } from './asked';

export const metadata: Metadata = { title: 'Поддержка школ' };

interface PageProps {
  searchParams: Promise<BoardQuery & { municipality?: string }>;
}

export default async function SupportPage({ searchParams }: PageProps) {
  const { mine, stuck, watched, municipality: asked, ...search } = await searchParams;
  const { viewer, municipality, choices } = await supportPlace(asked);
  if (viewer.role === 'PRINCIPAL') redirect(`/support/schools/${viewer.schoolId}`);
  const filter = askedBoard({ ...search, mine, stuck, watched });
  const board = opened(await supportBoard(viewer, filter, new Date()));
  const { schoolYear, unopened } = board;
  return (
    <>
      <PageHeader
        title="Поддержка школ"
        description="От подтверждённого списка до школы, которая работает лучше: где стоит каждая школа, что дальше и чего не хватает."
        actions={
          <>
            <LinkButton href={`/support/gaps?year=${schoolYear}`}>Пробелы</LinkButton>
            <LinkButton href="/support/curators">Кураторы</LinkButton>
            <LinkButton href="/support/watch">Наблюдение</LinkButton>
            <LinkButton href="/support/studies">Что сработало</LinkButton>
          </>
        }
      />
      <SupportTabs view="schools" />
      <SupportFilter
        years={board.years}
        schoolYear={schoolYear}
        choices={choices}
        switches={[
          ...(viewer.role === 'REGION_COORDINATOR' ? [] : [{ name: 'mine', label: 'Только мои', on: filter.mine }]),
          { name: 'stuck', label: 'Где застряло', on: filter.stuck },
          { name: 'watched', label: 'Под наблюдением', on: filter.watched },
        ]}
      />
      <Panel
        title={`Школы ${formatSchoolYear(schoolYear)}`}
        description={countOf(board.rows.length, 'школа', 'школы', 'школ')}
        actions={
          <TableFileLinks href="/support/file" query={{ year: schoolYear, municipality, mine, stuck, watched }} />
        }
        padding="flush"
        className="mb-6"
      >
        {board.rows.length > 0 ? (
          <BoardTable
            rows={board.rows}
            schoolYear={schoolYear}
            withMunicipality={viewer.role === 'REGION_COORDINATOR'}
          />
        ) : (
          <EmptyState title="Школ нет">Подтвердите список в разделе «Анализ» или измените условия.</EmptyState>
        )}
      </Panel>
      {board.mayOpen && unopened.length > 0 ? (
        <Panel title="Открыть сопровождение" description="Школа получит уведомление и увидит список шагов.">
          <ActionForm send={sendOpenCases} className="space-y-4">
            <input type="hidden" name="schoolYear" value={schoolYear} />
            <fieldset id="schoolIds" className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              <legend className="sr-only">Школы</legend>
              {unopened.map(({ id, name }) => (
                <Checkbox key={id} name="schools" value={id} label={name} defaultChecked />
              ))}
            </fieldset>
            <TextField label="Основание, если школы нет в списке" name="ground" optional />
            <SubmitButton pendingText="Открываем…">Открыть сопровождение</SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
    </>
  );
}
