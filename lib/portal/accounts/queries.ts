import type { Viewer } from '@/lib/access/viewer';
import type { Me } from './schema';

/** The one who asks, as the API shows it: only the levels of the scope that the role has. */
export function meOf(viewer: Viewer): Me {
  return {
    email: viewer.email,
    role: viewer.role,
    scope: {
      ...(viewer.regionId ? { regionId: viewer.regionId } : {}),
      ...(viewer.municipalityId ? { municipalityId: viewer.municipalityId } : {}),
      ...(viewer.schoolId ? { schoolId: viewer.schoolId } : {}),
    },
  };
}
