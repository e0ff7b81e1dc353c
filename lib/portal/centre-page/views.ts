import type { EventKind } from '@/lib/domain/events/words';

export interface PublicDocument {
  id: string;
  type: string;
  title: string;
  number: string;
  /** ISO day */
  issuedOn: string | null;
  issuer: string;
  about: string;
  url: string;
  inForce: boolean;
  /** the newest version of the text */
  file: { id: string; name: string; size: number } | null;
}

export interface PublicEvent {
  id: string;
  kind: EventKind;
  title: string;
  about: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  audience: string;
}

/** What everybody may read of a centre. */
export interface PublicCentre {
  municipality: string;
  name: string;
  about: string;
  headPost: string;
  address: string;
  phone: string;
  email: string;
  /** regulations first, then the newest */
  acts: PublicDocument[];
  materials: PublicDocument[];
  /** coming ones, the nearest first */
  events: PublicEvent[];
  /** the latest that are over */
  past: PublicEvent[];
}

export interface CentreLink {
  code: string;
  name: string;
  municipality: string;
}
