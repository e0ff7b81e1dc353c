import { formatDayAndMonth } from '@/lib/domain/russian';
import type { DeadlineRow, EventRow } from '@/lib/portal/events/views';
import { EntriesOfDay } from './calendar-entry';

const WEEKDAYS = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'];

interface DaysProps {
  /** YYYY-MM-DD */
  days: readonly string[];
  today: string;
  events: readonly EventRow[];
  deadlines: readonly DeadlineRow[];
}

/** The moment that a day is named by. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const weekdayOf = (day: string) => WEEKDAYS[(noon(day).getUTCDay() + 6) % 7] ?? '';

/** A week as seven columns, on a narrow screen one day under the other. */
export function WeekColumns({ days, today, ...rows }: DaysProps) {
  return (
    <ol aria-label="Неделя" className="grid border-t border-line lg:grid-cols-7 lg:divide-x lg:divide-line">
      {days.map((day) => (
        <li key={day} className="min-w-0 border-b border-line p-3 lg:min-h-72 lg:p-2">
          <DayName day={day} today={today} />
          <EntriesOfDay day={day} {...rows} />
        </li>
      ))}
    </ol>
  );
}

/** The days on which something is, one under the other. */
export function Agenda({ days, today, events, deadlines }: DaysProps) {
  return (
    <ol aria-label="Повестка" className="divide-y divide-line border-t border-line">
      {days.map((day) => (
        <li key={day} className="grid gap-x-6 gap-y-1 p-4 sm:grid-cols-[12rem_1fr]">
          <DayName day={day} today={today} />
          <EntriesOfDay day={day} events={events} deadlines={deadlines} />
        </li>
      ))}
    </ol>
  );
}

function DayName({ day, today }: { day: string; today: string }) {
  return (
    <h3 className="mb-2 text-sm" aria-current={day === today ? 'date' : undefined}>
      <span className={day === today ? 'font-semibold text-accent' : 'font-medium'}>{weekdayOf(day)}</span>
      <span className="block text-muted tabular-nums">
        {formatDayAndMonth(noon(day))}
        {day === today ? ', сегодня' : ''}
      </span>
    </h3>
  );
}
