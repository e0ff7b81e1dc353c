import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';

/** The working people of the centre who may own a part or a step. */
export function centrePeople(db: ScopedDatabase, municipalityId: string): Promise<{ id: string; name: string }[]> {
  return db.account.findMany({
    where: { municipalityId, role: { in: ['MOC_HEAD', 'MOC_STAFF'] }, active: true },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

/** Their names by id; INVALID when one is no working person of the viewer's centre. */
export async function ownersByIds(
  db: ScopedDatabase,
  viewer: Viewer,
  ids: readonly (string | null)[],
): Promise<Outcome<Map<string, string>>> {
  const people = await centrePeople(db, viewer.municipalityId ?? '');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const stranger = ids.some((id) => id !== null && !names.has(id));
  const message = 'Ответственный должен быть действующим сотрудником МОЦ. Выберите другого.';
  return stranger ? failed('INVALID', message, { errors: [{ path: 'ownerId', message }] }) : done(names);
}
