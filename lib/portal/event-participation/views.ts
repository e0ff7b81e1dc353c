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
  maySignUp: boolean;
  mayMark: boolean;
  mayGiveFeedback: boolean;
}
