import { forViewer } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';

export interface RegionWithMunicipalities {
  id: string;
  code: string;
  name: string;
  municipalities: { id: string; code: string; name: string; schools: number }[];
}

/** Regions with their municipalities, for ADMIN; empty for the others. */
export function territory(viewer: Viewer): Promise<RegionWithMunicipalities[]> {
  return forViewer(viewer, async (db) => {
    if (!may(viewer, 'territory.edit')) return [];
    const regions = await db.region.findMany({
      include: {
        municipalities: {
          include: { _count: { select: { schools: { where: { closedOn: null } } } } },
          orderBy: { name: 'asc' },
        },
      },
      orderBy: { name: 'asc' },
    });
    return regions.map(({ id, code, name, municipalities }) => ({
      id,
      code,
      name,
      municipalities: municipalities.map((one) => ({
        id: one.id,
        code: one.code,
        name: one.name,
        schools: one._count.schools,
      })),
    }));
  });
}
