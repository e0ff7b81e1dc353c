import { may, type Target } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';

/** Whose an instrument is: a municipality's, or the region's for all of its municipalities. */
export type InstrumentOwner = { regionId: string; municipalityId: null } | { regionId: null; municipalityId: string };

/** For whom the viewer may make instruments; null when the role makes none. */
export function ownOwner(viewer: Viewer): InstrumentOwner | null {
  if (!may(viewer, 'instrument.edit')) return null;
  if (viewer.municipalityId) return { regionId: null, municipalityId: viewer.municipalityId };
  return viewer.regionId ? { regionId: viewer.regionId, municipalityId: null } : null;
}

/** The instrument as the policy asks of it. One that belongs to nobody lies in nobody's reach. */
export function targetOf(instrument: { regionId: string | null; municipalityId: string | null }): Target {
  return instrument.municipalityId
    ? { municipalityId: instrument.municipalityId }
    : { regionId: instrument.regionId ?? 'nobody' };
}

/**
 * The versions that concern the viewer, within what row-level security shows: all that is published, drafts of the own
 * municipality or of those of the region, regional drafts for СОИРО alone.
 */
export function versionsInSight(viewer: Viewer): Prisma.InstrumentVersionWhereInput {
  if (viewer.role === 'ADMIN') return {};
  return {
    OR: [
      { status: 'PUBLISHED' },
      { instrument: { municipalityId: { in: viewer.municipalityIds } } },
      ...(viewer.role === 'REGION_COORDINATOR' ? [{ instrument: { municipalityId: null } }] : []),
    ],
  };
}
