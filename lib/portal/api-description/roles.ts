import { type Action, policy } from '@/lib/access/policy';
import type { Role } from '@/lib/access/viewer';
import { ROLE_NAMES } from '@/lib/domain/role-names';

const REACHES: Record<string, string> = {
  'own account': 'своя учётная запись',
  'own school': 'своя школа',
  'own municipality': 'свой муниципалитет',
  'own region': 'свой регион',
  'region itself': 'свой регион',
  everywhere: 'весь портал',
};

export interface Right {
  role: Role;
  name: string;
  /** how far it reaches, in words */
  reach: string;
}

/** Who may do it and how far, as the policy says. */
export function rightsOf(action: Action | null): Right[] {
  if (action === null) return [];
  return Object.entries(policy[action]).map(([role, reach]) => ({
    role: role as Role,
    name: ROLE_NAMES[role as Role],
    reach: REACHES[reach] ?? reach,
  }));
}

/** Whether every role may: nobody is refused for the role. */
export function isForEverybody(action: Action | null): boolean {
  return action === null || rightsOf(action).length === Object.keys(ROLE_NAMES).length;
}

/** «Директор школы (своя школа), Методист МОЦ (свой муниципалитет)». */
export function rightsInWords(action: Action | null): string {
  if (action === null) return 'все, и без входа';
  if (isForEverybody(action) && rightsOf(action).every(({ reach }) => reach === REACHES['own account']))
    return 'все, кто вошёл';
  return rightsOf(action)
    .map(({ name, reach }) => `${name} (${reach})`)
    .join(', ');
}
