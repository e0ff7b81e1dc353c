/** Events as iCalendar (RFC 5545): what calendar programs subscribe to and take in. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

export interface CalendarEvent {
  /** the same for ever, whatever the portal's address is */
  id: string;
  title: string;
  about: string;
  place: string;
  /** of the event's page in the portal */
  url: string;
  startsAt: Date;
  endsAt: Date;
  /** a day without hours: both moments are midnights of UTC */
  wholeDay?: boolean;
  /** rises when subscribers must hear of a change */
  sequence: number;
  cancelled: boolean;
  changedAt: Date;
}

/** Moments are told in UTC: a calendar shows them in its own zone, Moscow or another. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'moc-portal', product: 'calendar', language: 'RU' },
    method: ICalCalendarMethod.PUBLISH,
    // programs ask again after so many seconds
    ttl: 60 * 60,
  });
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@moc-portal`,
      ...{ start: event.startsAt, end: event.endsAt, stamp: event.changedAt, lastModified: event.changedAt },
      allDay: event.wholeDay ?? false,
      ...{ summary: event.title, description: event.about, location: event.place, url: event.url },
      ...{ sequence: event.sequence, status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED },
    });
  }
  return calendar.toString();
}
