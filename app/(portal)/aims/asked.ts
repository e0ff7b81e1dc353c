import { notFound } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { type AimsQuery, aimsQuerySchema } from '@/lib/portal/aims/schema';

export type AimsSearch = Promise<{ year?: string; municipality?: string }>;

/** Who asks and for whose year; for a school these pages do not exist, and what is no year or id names nothing. */
export async function askedAims(search: AimsSearch): Promise<{ viewer: Viewer; asked: AimsQuery }> {
  const viewer = await requireViewer();
  const { year = '', municipality = '' } = await search;
  const asked = aimsQuerySchema.safeParse({ schoolYear: year, municipalityId: municipality });
  if (!may(viewer, 'aims.read') || !asked.success) notFound();
  return { viewer, asked: asked.data };
}
