import type { Viewer } from '@/lib/access/viewer';
import { municipalityChoices, type SchoolFilter } from '@/lib/portal/schools/queries';

/** What the query of the list of schools asks for, with the municipalities to choose from. */
export async function askedSchools(
  viewer: Viewer,
  asked: { q?: string; municipality?: string; closed?: string },
): Promise<{ filter: SchoolFilter; municipalities: { id: string; name: string }[] }> {
  const municipalities = await municipalityChoices(viewer);
  const municipality = municipalities.find((one) => one.id === asked.municipality);
  const filter = {
    q: (asked.q ?? '').trim().slice(0, 100),
    closed: asked.closed === 'yes',
    ...(municipality ? { municipalityId: municipality.id } : {}),
  };
  return { filter, municipalities };
}
