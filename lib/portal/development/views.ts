import type { MentoringKind, MentoringStatus, PsychologyKind } from '@/lib/domain/support/development';

export interface MentoringView {
  id: string;
  version: number;
  kind: MentoringKind;
  mentorSchoolId: string;
  mentorSchool: string;
  schoolId: string;
  school: string;
  mentorPost: string;
  menteePost: string;
  subject: string;
  goal: string;
  startsOn: string;
  endsOn: string | null;
  status: MentoringStatus;
  outcome: string;
}

export interface DeficitView {
  schoolId: string;
  school: string;
  subject: string;
  area: string;
  teachers: number;
  withDeficit: number;
}

export interface CourseView {
  id: string;
  version: number;
  title: string;
  hours: number;
  places: number;
  startsOn: string;
  endsOn: string;
  audience: string;
  active: boolean;
  /** over all schools of the region */
  enrolled: number;
  completed: number;
  /** of the schools in the viewer's scope */
  own: { schoolId: string; school: string; enrolled: number; completed: number }[];
}

/** null: hidden, a group under 5 */
export interface RoutesView {
  schoolId: string;
  school: string;
  grade: number;
  subject: string;
  routes: number | null;
  progressing: number | null;
  completed: number | null;
}

export interface PsychologyView {
  id: string;
  school: string;
  kind: PsychologyKind;
  heldOn: string;
  theme: string;
  sessions: number;
  participants: number;
}

export interface DevelopmentView {
  schoolYear: string;
  years: string[];
  mentoring: MentoringView[];
  deficits: DeficitView[];
  urgent: DeficitView[];
  courses: CourseView[];
  routes: RoutesView[];
  psychology: PsychologyView[];
  schools: { id: string; name: string }[];
  may: {
    mentoring: boolean;
    deficits: boolean;
    courses: boolean;
    enrol: boolean;
    routes: boolean;
    psychology: boolean;
  };
}
