import type { EventProgrammeLine, EventSpeaker } from '@/lib/domain/events/content';
import type { DeadlineKind, EventKind, EventStatus, MaterialStage, WorkDirection } from '@/lib/domain/events/words';

/** An event as a line of a list or a cell of the calendar. */
export interface EventRow {
  id: string;
  title: string;
  kind: EventKind;
  direction: WorkDirection;
  status: EventStatus;
  startsAt: Date;
  endsAt: Date;
  place: string;
  online: boolean;
  /** '' when there is none */
  host: string;
  /** of the region, for all its municipalities */
  regional: boolean;
  /** the viewer's own school is named among those it is for */
  invited: boolean;
}

/** Something that must be done by a day, beside the events. */
export interface DeadlineRow {
  /** the same for ever, wherever the day moves */
  key: string;
  /** YYYY-MM-DD */
  on: string;
  title: string;
  href: string;
  kind: DeadlineKind;
}

export interface EventCalendar {
  events: EventRow[];
  deadlines: DeadlineRow[];
  schools: { id: string; name: string }[];
  mayPlan: boolean;
}

export interface TitledChoice {
  id: string;
  title: string;
}

/** A partnership, network or project that an event belongs to. */
export interface EventLink {
  term: string;
  title: string;
  href: string;
}

export interface EventView extends EventRow {
  version: number;
  about: string;
  link: string;
  hostSchoolId: string | null;
  audience: string;
  openToAll: boolean;
  capacity: number | null;
  speakers: EventSpeaker[];
  programme: EventProgrammeLine[];
  schoolIds: string[];
  /** names of the schools it is for; a school reads its own alone */
  forSchools: string[];
  cancelReason: string;
  partnershipId: string | null;
  networkId: string | null;
  projectId: string | null;
  /** what it belongs to, as far as the viewer may open it */
  belongsTo: EventLink[];
  changedBy: string;
  changedAt: Date;
  /** what else takes the place or the host then; empty for schools */
  clashes: { id: string; title: string; startsAt: Date }[];
  mayChange: boolean;
}

export interface EventChoices {
  schools: { id: string; name: string; supported: boolean }[];
  partnerships: TitledChoice[];
  networks: TitledChoice[];
  projects: TitledChoice[];
}

/** A link or a document of the library that belongs to an event. */
export interface MaterialRow {
  id: string;
  stage: MaterialStage;
  title: string;
  url: string;
  documentId: string | null;
}

export interface EventMaterialsView {
  materials: MaterialRow[];
  /** documents that may be chosen; empty for those who only read */
  documents: { id: string; title: string }[];
}

/** The series that an event belongs to, as far as the viewer sees it. */
export interface SeriesView {
  events: Pick<EventRow, 'id' | 'title' | 'status' | 'startsAt' | 'endsAt'>[];
  drafts: number;
  /** those after this event that are not cancelled */
  later: number;
}
