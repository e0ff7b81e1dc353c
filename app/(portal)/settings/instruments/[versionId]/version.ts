import { forbidden, notFound } from 'next/navigation';
import { cache } from 'react';
import { requireViewer } from '@/app/(portal)/viewer';
import { instrumentVersion } from '@/lib/portal/instruments/queries';
import type { VersionDetail } from '@/lib/portal/instruments/schema';

/** The version of this address, read once a request; the «not found» page for whoever may not see it. */
export const requireVersion = cache(async (versionId: string): Promise<VersionDetail> => {
  const found = await instrumentVersion(await requireViewer(), versionId);
  if (found.ok) return found.value;
  if (found.failure.code === 'FORBIDDEN') forbidden();
  return notFound();
});

export interface VersionParams {
  params: Promise<{ versionId: string }>;
}

/** The way to the pages of one version. */
export function versionCrumbs(version?: VersionDetail) {
  const list = { label: 'Диагностические карты', href: '/settings/instruments' };
  return version
    ? [list, { label: `${version.title}, версия ${version.number}`, href: `/settings/instruments/${version.id}` }]
    : [list];
}
