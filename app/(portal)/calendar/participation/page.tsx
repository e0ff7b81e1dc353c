import { FileDown } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { PRESENCE } from '@/lib/domain/event-participation/presence';
import { countOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear, schoolYearLabel } from '@/lib/domain/school-year';
import { yearReport } from '@/lib/portal/event-participation/queries';

export const metadata: Metadata = { title: 'Участие школ' };

export default async function ParticipationPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const viewer = await requireViewer();
  const { year = '' } = await searchParams;
  const report = opened(await yearReport(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  const { schoolYear, years, events, schools } = report;
  const eventOf = new Map(events.map((event) => [event.id, event]));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Календарь', href: '/calendar' }]}
        title="Участие поддерживаемых школ"
        description="Кто из школ списка был на мероприятиях года, которые для них проводились."
        actions={
          schoolYear === null ? null : (
            <LinkButton href={`/calendar/participation/file?year=${schoolYear}`} prefetch={false}>
              <FileDown aria-hidden /> Excel: школы и мероприятия
            </LinkButton>
          )
        }
      />
      <form data-print="none" className="mb-4 flex flex-wrap items-end gap-3">
        <SelectField
          label="Учебный год"
          name="year"
          defaultValue={schoolYear ?? ''}
          options={years.map((one) => ({ value: one, label: formatSchoolYear(one) }))}
        />
        <Button type="submit">Показать</Button>
      </form>
      <Panel
        title={schoolYear === null ? 'Списков ещё нет' : schoolYearLabel(schoolYear)}
        description={`${countOf(events.length, 'мероприятие прошло', 'мероприятия прошли', 'мероприятий прошло')}.`}
        padding="flush"
      >
        {schools.length === 0 ? (
          <EmptyState title="Школ в списке нет">Список этого года ещё не утверждён.</EmptyState>
        ) : (
          <Table caption="Школы списка и мероприятия">
            <TableHead>
              <tr>
                <HeaderCell>Школа</HeaderCell>
                <HeaderCell numeric>Была</HeaderCell>
                <HeaderCell numeric>Человек</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {schools.map(({ id, name, presence, came, people }) => (
                <TableRow key={id} className="align-top">
                  <RowHeader className="font-normal">
                    <details>
                      <summary className="cursor-pointer font-medium">{name}</summary>
                      <ul className="mt-2 space-y-1 text-sm">
                        {presence.map(({ eventId, state, people: number }) => {
                          const event = eventOf.get(eventId);
                          return event ? (
                            <li key={eventId}>
                              <Link className="link" href={`/calendar/${eventId}`}>
                                {event.title}
                              </Link>
                              , {formatDate(event.startsAt)}:{' '}
                              <b className="font-medium">
                                {PRESENCE[state]}
                                {state === 'CAME' ? `, ${countOf(number ?? 0, 'человек', 'человека', 'человек')}` : ''}
                              </b>
                            </li>
                          ) : null;
                        })}
                        {presence.length === 0 ? <li className="text-muted">Мероприятий для неё не было.</li> : null}
                      </ul>
                    </details>
                  </RowHeader>
                  <Cell numeric>
                    {came} из {presence.length}
                  </Cell>
                  <Cell numeric>{people}</Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Panel>
    </>
  );
}
