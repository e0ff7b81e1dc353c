import { cache } from 'react';
import { forSystem, forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';

/** What stands around every page. */
export interface Shell {
  /** «Город Смоленск», for a principal the school's short name, for ADMIN «Вся установка» */
  scopeName: string;
  /** of the open campaign, else of the latest one; null where there is none yet */
  schoolYear: string | null;
  unreadNotices: number;
  /** the results of schools are invented */
  demonstration: boolean;
}

/** The frame of the viewer's pages, in one transaction. */
export const shellOf = cache(
  (viewer: Viewer): Promise<Shell> =>
    forViewer(viewer, async (db) => ({
      scopeName: await scopeNameOf(db, viewer),
      schoolYear: await schoolYearOf(db, viewer),
      unreadNotices: await db.notice.count({ where: { accountId: viewer.accountId, readAt: null } }),
      demonstration: await isDemonstration(db),
    })),
);

/** Whether this installation shows invented results; for pages before sign-in. */
export const demonstrationShown = cache((): Promise<boolean> => forSystem('health', isDemonstration));

async function isDemonstration(db: ScopedDatabase): Promise<boolean> {
  const fact = await db.installation.findUnique({ where: { key: 'demonstration' } });
  return fact?.value === true;
}

async function scopeNameOf(db: ScopedDatabase, viewer: Viewer): Promise<string> {
  if (viewer.role === 'ADMIN') return 'Вся установка';
  if (viewer.role === 'PRINCIPAL' && viewer.schoolId) {
    const school = await db.school.findUnique({ where: { id: viewer.schoolId }, select: { shortName: true } });
    return school?.shortName ?? '';
  }
  if (viewer.municipalityId) {
    const municipality = await db.municipality.findUnique({ where: { id: viewer.municipalityId } });
    return municipality?.name ?? '';
  }
  if (viewer.regionId) {
    const region = await db.region.findUnique({ where: { id: viewer.regionId } });
    return region?.name ?? '';
  }
  return '';
}

async function schoolYearOf(db: ScopedDatabase, viewer: Viewer): Promise<string | null> {
  const campaign = await db.campaign.findFirst({
    where: {
      ...(viewer.municipalityId ? { municipalityId: viewer.municipalityId } : {}),
      status: { in: ['OPEN', 'CLOSED'] },
    },
    orderBy: [{ schoolYear: 'desc' }],
    select: { schoolYear: true },
  });
  return campaign?.schoolYear ?? null;
}
