import type { Role, Viewer } from '@/lib/access/viewer';

/** The roles whose accounts the viewer may invite and close: nobody raises anybody to the own level but ADMIN. */
export function managedRoles(viewer: Pick<Viewer, 'role'>): Role[] {
  if (viewer.role === 'ADMIN') return ['ADMIN', 'REGION_COORDINATOR', 'MOC_HEAD', 'MOC_STAFF', 'PRINCIPAL'];
  return viewer.role === 'MOC_HEAD' ? ['MOC_STAFF', 'PRINCIPAL'] : [];
}
