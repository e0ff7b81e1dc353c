/** What an event belongs to: a partnership, a network, a project of the centre that plans it. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { failed } from '@/lib/domain/failure';
import type { EventLink, TitledChoice } from './views';

interface Links {
  partnershipId?: string | null | undefined;
  networkId?: string | null | undefined;
  projectId?: string | null | undefined;
}

const MOST_CHOICES = 200;

/** The centre's own, the newest first; СОИРО links no event of the region to what one centre leads. */
export async function linkChoices(
  db: ScopedDatabase,
  { municipalityId }: Viewer,
): Promise<{ partnerships: TitledChoice[]; networks: TitledChoice[]; projects: TitledChoice[] }> {
  if (municipalityId === null) return { partnerships: [], networks: [], projects: [] };
  const own = {
    where: { municipalityId },
    orderBy: [{ changedAt: 'desc' as const }, { id: 'asc' as const }],
    take: MOST_CHOICES,
    select: { id: true, title: true },
  };
  return {
    partnerships: await db.partnership.findMany(own),
    networks: await db.network.findMany(own),
    projects: await db.project.findMany(own),
  };
}

/** Why the event may not be linked so; null when it may. */
export async function refusedLink(db: ScopedDatabase, { municipalityId }: Viewer, links: Links) {
  const { partnershipId, networkId, projectId } = links;
  const own = (id: string) => ({ where: { id, municipalityId: municipalityId ?? id } });
  const found = {
    partnershipId: partnershipId ? await db.partnership.count(own(partnershipId)) : 1,
    networkId: networkId ? await db.network.count(own(networkId)) : 1,
    projectId: projectId ? await db.project.count(own(projectId)) : 1,
  };
  const [path] = Object.entries(found).flatMap(([name, count]) => (count === 0 ? [name] : []));
  if (path === undefined) return null;
  const message = 'Выберите партнёрство, сеть или проект своего муниципалитета из списка.';
  return failed('INVALID', message, { errors: [{ path, message }] });
}

/** Those that the viewer may open: PostgreSQL shows a school no other schools' partnership. */
export async function linksOf(db: ScopedDatabase, links: Links): Promise<EventLink[]> {
  const { partnershipId, networkId, projectId } = links;
  const one = (id: string) => ({ where: { id }, select: { id: true, title: true } });
  const [partnership, network, project] = [
    partnershipId ? await db.partnership.findUnique(one(partnershipId)) : null,
    networkId ? await db.network.findUnique(one(networkId)) : null,
    projectId ? await db.project.findUnique(one(projectId)) : null,
  ];
  return [
    ...(partnership ? [linkTo('Партнёрство', '/support/partners', partnership)] : []),
    ...(network ? [linkTo('Сеть', '/support/networks', network)] : []),
    ...(project ? [linkTo('Проект', '/support/projects', project)] : []),
  ];
}

const linkTo = (term: string, home: string, { id, title }: TitledChoice): EventLink => ({
  term,
  title,
  href: `${home}/${id}`,
});
