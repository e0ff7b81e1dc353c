import type { PresenceState } from '@/lib/domain/event-participation/presence';

export interface SignUpRow {
  schoolId: string;
  school: string;
  participants: number;
  posts: string;
  state: 'CONFIRMED' | 'WAITING' | 'WITHDRAWN';
  /** place in the waiting list, from 1 */
  place: number | null;
  attended: number | null;
}

export interface FeedbackRow {
  school: string;
  useful: number;
  applicable: number;
  text: string;
}

/** Who takes part in an event, as the viewer may see it: a school itself alone, МОЦ and СОИРО all. */
export interface Participation {
  /** places taken and waited for, over all schools */
  confirmed: number;
  waiting: number;
  signUps: SignUpRow[];
  feedback: FeedbackRow[];
  /** means of the marks, 1..5; null without an answer */
  useful: number | null;
  applicable: number | null;
  /** people who came, over the schools that were marked; null: nobody was marked */
  attended: number | null;
  schools: { id: string; name: string }[];
  /** the viewer leads the event: door and report are theirs */
  mayLead: boolean;
  maySignUp: boolean;
  mayMark: boolean;
  mayGiveFeedback: boolean;
}

/** The page at the door. */
export interface DoorView {
  event: { title: string; startsAt: Date; endsAt: Date };
  opensAt: Date;
  participation: Participation;
}

/** What came of one event. */
export interface EventReport extends Pick<Participation, 'signUps' | 'feedback' | 'useful' | 'applicable'> {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  /** people signed up */
  signedUp: number;
  /** people who came; null: nobody was marked */
  came: number | null;
  /** schools that it was for and that neither signed up nor came */
  silent: string[];
}

export interface Presence {
  eventId: string;
  state: PresenceState;
  people: number | null;
}

export interface SupportedSchool {
  id: string;
  name: string;
  /** of the events that were for it, in order of time */
  presence: Presence[];
  /** events that its people came to */
  came: number;
  people: number;
}

/** Which supported schools came to what in a school year. */
export interface YearReport {
  /** null: no year has a list */
  schoolYear: string | null;
  years: string[];
  events: { id: string; title: string; startsAt: Date }[];
  schools: SupportedSchool[];
}
