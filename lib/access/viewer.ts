import type { Role } from '../db/generated/enums';

export type { Role };

/** What the person set in «Версия для слабовидящих» and the theme; read by the shell. */
export type ViewPreferences = Record<string, string>;

/** Who asks: the account with its whole scope. Every query and command takes it first. */
export interface Viewer {
  accountId: string;
  email: string;
  name: string;
  role: Role;
  /** null for ADMIN, whose scope is the installation */
  regionId: string | null;
  /** МОЦ and principals: where they belong */
  municipalityId: string | null;
  /** principals */
  schoolId: string | null;
  /** whose schools the viewer may see one by one: МОЦ its own, СОИРО the region's, principals and ADMIN none */
  municipalityIds: string[];
  preferences: ViewPreferences;
}

/** The viewer with one municipality alone in sight; null when it does not lie in the viewer's sight. */
export function narrowed(viewer: Viewer, municipalityId: string): Viewer | null {
  return viewer.municipalityIds.includes(municipalityId) ? { ...viewer, municipalityIds: [municipalityId] } : null;
}
