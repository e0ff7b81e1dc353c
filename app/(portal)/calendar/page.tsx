import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { EventTable } from '@/components/events/event-table';
import { MonthGrid } from '@/components/events/month-grid';
import { SubscriptionPanel } from '@/components/events/subscription-panel';
import { Agenda, WeekColumns } from '@/components/events/week-columns';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { daysOfMonth, isMonth, monthAfter, monthInWords } from '@/lib/domain/events/month';
import { daysOfWeek, isDay } from '@/lib/domain/events/week';
import { DEADLINE_KINDS, EVENT_KINDS, WORK_DIRECTIONS } from '@/lib/domain/events/words';
import {
  capitalised,
  countOf,
  dayOf,
  formatDate,
  formatDayAndMonth,
  formatMoment,
  formatShortDate,
} from '@/lib/domain/russian';
import { dayAfter } from '@/lib/domain/support/days';
import type { TokenItem } from '@/lib/portal/accounts/schema';
import { tokensOf } from '@/lib/portal/accounts/tokens';
import { eventCalendar, newestEventMonth } from '@/lib/portal/events/queries';
import type { DeadlineRow } from '@/lib/portal/events/views';
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

const VIEWS = { month: 'Месяц', week: 'Неделя', agenda: 'Повестка' } as const;
/** The moment that a day is named by. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const keyIn = <Words extends object>(words: Words, key: string) => (key in words ? (key as keyof Words) : undefined);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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
  const days = view === 'week' ? week : daysOfMonth(month);
  const filter = {
    ...{ kind: keyIn(EVENT_KINDS, kind), direction: keyIn(WORK_DIRECTIONS, direction) },
    schoolId: UUID.test(school) ? school : undefined,
    q: q.slice(0, 200),
  };
  const period = { from: days[0] ?? `${month}-01`, to: days.at(-1) ?? `${month}-28` };
  const { events, deadlines, schools, mayPlan } = opened(await eventCalendar(viewer, { ...filter, ...period }));
  const subscriptions = (await tokensOf(viewer, now)).filter(({ use }) => use === 'calendar');
  const other = (to: object) =>
    `/calendar?${new URLSearchParams(
      Object.entries({ view, month, kind, direction, school, q, ...to }).filter(([, value]) => value !== ''),
    )}`;
  const step = (by: number) =>
    view === 'week' ? other({ day: dayAfter(days[0] ?? '', by * 7) }) : other({ month: monthAfter(month, by) });
  const named = (by: number) =>
    view === 'week' ? (by < 0 ? 'Неделя раньше' : 'Неделя позже') : capitalised(monthInWords(monthAfter(month, by)));
  const shown = view === 'week' ? days : days.filter((day) => day.startsWith(month));
  const on = (first: string, last: string) => (day: string) => first <= day && last >= day;
  const within = events.filter(({ startsAt, endsAt }) => shown.some(on(dayOf(startsAt), dayOf(endsAt))));
  const due = deadlines.filter((one) => shown.includes(one.on));
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
            <LinkButton variant="primary" href="/calendar/new">
              Запланировать
            </LinkButton>
          ) : null
        }
      />
      <form data-print="none" className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
        <input type="hidden" name="view" value={view} />
        <input type="hidden" name="month" value={month} />
        {view === 'week' ? <input type="hidden" name="day" value={first} /> : null}
        <TextField label="Слова" name="q" type="search" fieldClassName="w-60 max-w-full" defaultValue={q} />
        <SelectField
          label="Направление"
          fieldClassName="w-72 max-w-full"
          name="direction"
          defaultValue={direction}
          options={[{ value: '', label: 'все' }, ...optionsOf(WORK_DIRECTIONS)]}
        />
        <SelectField
          label="Вид"
          name="kind"
          defaultValue={kind}
          options={[{ value: '', label: 'все' }, ...optionsOf(EVENT_KINDS)]}
        />
        {viewer.role === 'PRINCIPAL' ? null : (
          <SelectField
            label="Школа"
            fieldClassName="w-72 max-w-full"
            name="school"
            defaultValue={school}
            options={[{ value: '', label: 'все' }, ...schools.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <Button type="submit">Показать</Button>
      </form>
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
            : capitalised(monthInWords(month))
        }
        description={countOf(within.length, 'мероприятие', 'мероприятия', 'мероприятий')}
        actions={
          <>
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
        {view === 'week' ? <WeekColumns days={days} today={dayOf(now)} events={within} deadlines={due} /> : null}
        {view === 'agenda' ? (
          busy.length > 0 ? (
            <Agenda days={busy} today={dayOf(now)} events={within} deadlines={due} />
          ) : (
            <EmptyState title="Ничего нет">В этом месяце по этим условиям нет ни мероприятий, ни сроков.</EmptyState>
          )
        ) : null}
      </Panel>
      {view === 'month' && due.length > 0 ? <Deadlines rows={due} /> : null}
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

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function Deadlines({ rows }: { rows: readonly DeadlineRow[] }) {
  return (
    <Panel title="Сроки месяца" className="mt-6">
      <ul className="divide-y divide-line">
        {rows.map(({ on, title, href, kind }) => (
          <li key={href + title} className="flex gap-4 py-2">
            <span className="w-28 shrink-0 text-muted tabular-nums">{formatShortDate(new Date(on))}</span>
            <span className="min-w-0">
              <span className="block text-sm text-muted">{DEADLINE_KINDS[kind]}</span>
              <Link className="link" href={href}>
                {title}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
