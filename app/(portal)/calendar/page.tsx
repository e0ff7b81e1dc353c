import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CalendarFilter } from '@/components/events/calendar-filter';
import { DeadlineList } from '@/components/events/deadline-list';
import { EventTable } from '@/components/events/event-table';
import { MonthGrid } from '@/components/events/month-grid';
import { SubscriptionPanel } from '@/components/events/subscription-panel';
import { Agenda, WeekColumns } from '@/components/events/week-columns';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { daysOfMonth, isMonth, monthAfter, monthInWords } from '@/lib/domain/events/month';
import { daysOfWeek, isDay } from '@/lib/domain/events/week';
import { capitalised, countOf, dayOf, formatDate, formatDayAndMonth, formatMoment } from '@/lib/domain/russian';
import { schoolYearAt, schoolYearLabel, shiftSchoolYear } from '@/lib/domain/school-year';
import { dayAfter } from '@/lib/domain/support/days';
import type { TokenItem } from '@/lib/portal/accounts/schema';
import { tokensOf } from '@/lib/portal/accounts/tokens';
import { eventCalendar, newestEventMonth } from '@/lib/portal/events/queries';
import { askedEvents, keyIn, yearOfMonth } from './asked';
import { sendNewSubscription, sendRevokeSubscription } from './subscription-actions';

export const metadata: Metadata = { title: 'Календарь' };

interface PageProps {
  searchParams: Promise<{
    month?: string;
    view?: string;
    day?: string;
    kind?: string;
    direction?: string;
    school?: string;
    q?: string;
  }>;
}

const VIEWS = { month: 'Месяц', week: 'Неделя', agenda: 'Повестка', list: 'Список' } as const;
/** The moment that a day is named by. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

export default async function CalendarPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const now = new Date();
  const {
    month: asked = '',
    day: near = '',
    kind = '',
    direction = '',
    school = '',
    q = '',
    ...params
  } = await searchParams;
  const view = keyIn(VIEWS, params.view ?? '') ?? 'month';
  const known = isMonth(asked) ? asked : opened(await newestEventMonth(viewer, now));
  const week = daysOfWeek(isDay(near) ? near : known === dayOf(now).slice(0, 7) ? dayOf(now) : `${known}-01`);
  // a week belongs to the month of its Thursday, as in calendars on paper
  const month = view === 'week' ? (week[3] ?? known).slice(0, 7) : known;
  const year = schoolYearAt(noon(`${month}-15`));
  const days = view === 'week' ? week : daysOfMonth(month);
  const filter = askedEvents({ kind, direction, school, q });
  const { from, to } = yearOfMonth(month, month);
  const period = view === 'list' ? { from, to } : { from: days[0] ?? `${month}-01`, to: days.at(-1) ?? `${month}-28` };
  const { events, deadlines, schools, mayPlan } = opened(await eventCalendar(viewer, { ...filter, ...period }));
  const subscriptions = (await tokensOf(viewer, now)).filter(({ use }) => use === 'calendar');
  const other = (to: object) =>
    `/calendar?${new URLSearchParams(
      Object.entries({ view, month, kind, direction, school, q, ...to }).filter(([, value]) => value !== ''),
    )}`;
  const step = (by: number) =>
    view === 'week'
      ? other({ day: dayAfter(days[0] ?? '', by * 7) })
      : other({ month: monthAfter(month, view === 'list' ? by * 12 : by) });
  const named = (by: number) => {
    if (view === 'week') return by < 0 ? 'Неделя раньше' : 'Неделя позже';
    if (view === 'list') return schoolYearLabel(shiftSchoolYear(year, by));
    return capitalised(monthInWords(monthAfter(month, by)));
  };
  const shown = view === 'week' ? days : days.filter((day) => day.startsWith(month));
  const on = (first: string, last: string) => (day: string) => first <= day && last >= day;
  const inPeriod = (first: string, last: string) => view === 'list' || shown.some(on(first, last));
  const within = events.filter(({ startsAt, endsAt }) => inPeriod(dayOf(startsAt), dayOf(endsAt)));
  const due = deadlines.filter((one) => inPeriod(one.on, one.on));
  const busy = shown.filter(
    (day) =>
      due.some((one) => one.on === day) ||
      within.some(({ startsAt, endsAt }) => on(dayOf(startsAt), dayOf(endsAt))(day)),
  );
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return (
    <>
      <PageHeader
        title="Календарь"
        description="Мероприятия МОЦ и региона и сроки, которые касаются вас."
        actions={
          mayPlan ? (
            <>
              <LinkButton href="/calendar/participation">Участие школ</LinkButton>
              <LinkButton variant="primary" href="/calendar/new">
                Запланировать
              </LinkButton>
            </>
          ) : null
        }
      />
      <CalendarFilter
        kept={{ view, month, ...(view === 'week' ? { day: first } : {}) }}
        chosen={{ q, direction, kind, school }}
        schools={viewer.role === 'PRINCIPAL' ? null : schools}
      />
      <TabLinks
        label="Вид календаря"
        items={Object.entries(VIEWS).map(([key, label]) => ({
          href: other({ view: key }),
          label,
          current: key === view,
        }))}
      />
      <Panel
        title={
          view === 'week'
            ? `${formatDayAndMonth(noon(first))} — ${formatDate(noon(last))}`
            : capitalised(view === 'list' ? schoolYearLabel(year) : monthInWords(month))
        }
        description={countOf(within.length, 'мероприятие', 'мероприятия', 'мероприятий')}
        actions={
          <>
            {view === 'list' ? (
              <TableFileLinks href="/calendar/file" query={{ month, kind, direction, school, q }} />
            ) : null}
            <LinkButton size="sm" href={step(-1)}>
              <ChevronLeft aria-hidden /> {named(-1)}
            </LinkButton>
            <LinkButton size="sm" href={step(1)}>
              {named(1)} <ChevronRight aria-hidden />
            </LinkButton>
          </>
        }
        padding="flush"
      >
        {view === 'month' ? (
          <>
            <div className="hidden lg:block">
              <MonthGrid days={days} month={month} today={dayOf(now)} events={events} deadlines={deadlines} />
            </div>
            <EventTable events={within} now={now} />
          </>
        ) : null}
        {view === 'list' ? <EventTable events={within} now={now} /> : null}
        {view === 'week' ? <WeekColumns days={days} today={dayOf(now)} events={within} deadlines={due} /> : null}
        {view === 'agenda' ? (
          busy.length > 0 ? (
            <Agenda days={busy} today={dayOf(now)} events={within} deadlines={due} />
          ) : (
            <EmptyState title="Ничего нет">В этом месяце по этим условиям нет ни мероприятий, ни сроков.</EmptyState>
          )
        ) : null}
      </Panel>
      {(view === 'month' || view === 'list') && due.length > 0 ? (
        <DeadlineList title={view === 'list' ? 'Сроки учебного года' : 'Сроки месяца'} rows={due} />
      ) : null}
      <SubscriptionPanel
        create={sendNewSubscription}
        revoke={sendRevokeSubscription}
        held={subscriptions.map((token) => ({ id: token.id, said: saidOf(token, now) }))}
      />
    </>
  );
}

/** «Подписка на мероприятия, до 26 ноября 2027, программа обращалась сегодня в 10:30» */
const saidOf = ({ name, expiresAt, lastUsedAt }: TokenItem, now: Date): string => {
  const used = lastUsedAt
    ? `программа обращалась ${formatMoment(new Date(lastUsedAt), now)}`
    : 'программа не обращалась';
  return `${name}, до ${formatDate(new Date(expiresAt))}, ${used}`;
};
