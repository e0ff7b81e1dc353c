import { forbidden, notFound, redirect } from 'next/navigation';
import { idOf } from '@/app/(portal)/opened';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { isSchoolYear } from '@/lib/domain/school-year';
import { newestCampaigns } from '@/lib/portal/lists/queries';
import type { AnalysisChoice } from '@/lib/portal/lists/views';
import type { MethodPlace } from '@/lib/portal/methods/queries';

export interface PlaceSearch {
  municipality?: string;
  year?: string;
}

/**
 * The municipality and year of the address: МОЦ stands in its own, СОИРО in the first of the region unless told. A
 * principal is led to the own school; other roles are turned away.
 */
export async function placeOf(
  viewer: Viewer,
  search: PlaceSearch,
): Promise<{ municipalityId: string; schoolYear: string | undefined; choices: AnalysisChoice[] }> {
  if (viewer.role === 'PRINCIPAL' && viewer.schoolId) redirect(`/analysis/objectivity/schools/${viewer.schoolId}`);
  if (!may(viewer, 'objectivity.map')) forbidden();
  const choices = await newestCampaigns(viewer);
  const asked = search.municipality ? idOf(search.municipality) : viewer.municipalityId;
  const municipalityId = asked ?? choices[0]?.municipalityId ?? viewer.municipalityIds[0];
  if (!municipalityId) notFound();
  return { municipalityId, schoolYear: yearOf(search.year), choices };
}

/** What is no school year counts as not given. */
export function yearOf(text: string | undefined): string | undefined {
  return text !== undefined && isSchoolYear(text) ? text : undefined;
}

/**
 * Whose constants the page of the method shows: those of the municipality of the address, else of the viewer's own place
 * (СОИРО: the region's).
 */
export function methodPlace(viewer: Viewer, { municipality }: PlaceSearch): MethodPlace {
  if (!may(viewer, 'method.read')) forbidden();
  const municipalityId = municipality && viewer.role !== 'PRINCIPAL' ? idOf(municipality) : viewer.municipalityId;
  return { regionId: viewer.regionId ?? '', municipalityId };
}
