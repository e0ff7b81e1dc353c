import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ProgrammeStatusMark } from '@/components/programmes/programme-status';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { programmeDifference } from '@/lib/domain/programme/difference';
import { formatMoment } from '@/lib/domain/russian';
import { programmeRevisions } from '@/lib/portal/programmes/queries';

export const metadata: Metadata = { title: 'Версии программы' };

const KINDS = { ADDED: 'добавлено', REMOVED: 'убрано', CHANGED: 'изменено' } as const;

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string; to?: string }>;
}

export default async function VersionsPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const asked = await searchParams;
  const { title, schoolName, revisions } = opened(await programmeRevisions(viewer, id));
  const now = new Date();
  const to = revisions.find(({ number }) => number === Number(asked.to)) ?? revisions[0];
  const from = revisions.find(({ number }) => number === Number(asked.from)) ?? revisions[1] ?? to;
  const sections = from && to ? programmeDifference(from.content, to.content) : [];
  const options = revisions.map(({ number, at }) => ({
    value: String(number),
    label: `версия ${number}, ${formatMoment(at, now)}`,
  }));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Программы', href: '/support/programmes' },
          { label: title, href: `/support/programmes/${id}` },
        ]}
        kind={schoolName}
        title="Версии программы"
        description="Программа хранится такой, какой её отправили, вернули и утвердили."
      />
      <Panel title="Версии" padding="flush" className="mb-6">
        <Table caption="Версии программы">
          <TableHead>
            <tr>
              <HeaderCell>Версия</HeaderCell>
              <HeaderCell>Состояние</HeaderCell>
              <HeaderCell>Кто и когда</HeaderCell>
              <HeaderCell>Слова</HeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {revisions.map((revision) => (
              <TableRow key={revision.number}>
                <RowHeader>{revision.number}</RowHeader>
                <Cell>
                  <ProgrammeStatusMark status={revision.status} />
                </Cell>
                <Cell>
                  {revision.by}, {formatMoment(revision.at, now)}
                </Cell>
                <Cell className="max-w-md whitespace-pre-line">{revision.comment || '—'}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
      {from && to ? (
        <Panel title="Сравнение">
          <form className="mb-4 flex flex-wrap items-end gap-3">
            <SelectField label="Было" name="from" defaultValue={String(from.number)} options={options} />
            <SelectField label="Стало" name="to" defaultValue={String(to.number)} options={options} />
            <Button type="submit">Сравнить</Button>
          </form>
          {sections.length === 0 ? <p className="text-muted">Текст этих версий одинаков.</p> : null}
          {sections.map(({ key, label, changes }) => (
            <section key={key} className="mb-4">
              <h3 className="font-semibold">{label}</h3>
              <ul className="mt-1 space-y-1">
                {changes.map(({ kind, what, from: was, to: became }) => (
                  <li key={`${kind} ${what}`} className="border-l-4 border-line-strong pl-3">
                    <span className="text-sm text-muted">{KINDS[kind]}:</span> {what}
                    {kind === 'CHANGED' ? (
                      <span className="block text-sm">
                        <del className="text-muted">{was}</del> → <ins className="no-underline">{became}</ins>
                      </span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Panel>
      ) : (
        <Panel>
          <EmptyState title="Версий пока нет">Первая появится, когда школа отправит программу.</EmptyState>
        </Panel>
      )}
    </>
  );
}
