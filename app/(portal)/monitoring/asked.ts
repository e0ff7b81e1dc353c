import type { Viewer } from '@/lib/access/viewer';
import { campaignYears } from '@/lib/portal/campaigns/board';

/** The year whose campaigns СОИРО looks at, with all that can be chosen; МОЦ sees its campaigns of all years. */
export async function askedYear(
  viewer: Viewer,
  asked: string | undefined,
): Promise<{ years: string[]; year: string | undefined }> {
  const years = viewer.role === 'REGION_COORDINATOR' ? await campaignYears(viewer) : [];
  return { years, year: years.find((known) => known === asked) ?? years[0] };
}
