import type { ScopedDatabase } from '@/lib/access/door';
import { clashesOf, type Occupied } from '@/lib/domain/events/clash';

/** Events that take the same place or the same host school at the same time, in the viewer's scope. */
export async function clashing(db: ScopedDatabase, wanted: Occupied, itself: string | null) {
  const others = await db.event.findMany({
    where: {
      status: { not: 'CANCELLED' },
      startsAt: { lt: wanted.endsAt },
      endsAt: { gt: wanted.startsAt },
      ...(itself !== null && { id: { not: itself } }),
    },
    select: { id: true, title: true, startsAt: true, endsAt: true, place: true, hostSchoolId: true },
    orderBy: { startsAt: 'asc' },
  });
  return clashesOf(wanted, others);
}
