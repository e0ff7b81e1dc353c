import { forViewer } from '@/lib/access/door';
import { municipalitiesInSight } from '@/lib/access/sight';
import type { Role, Viewer } from '@/lib/access/viewer';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import { managedRoles } from './managed-roles';
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

export interface AccountItem {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** the school, municipality or region that the account belongs to */
  place: string;
  active: boolean;
  lastSignInAt: Date | null;
  /** whether the viewer may close it or send a new link */
  managed: boolean;
}

/** Accounts in the viewer's scope by name, found by a part of name, e-mail or school. */
export function accountsInScope(
  viewer: Viewer,
  filter: { q: string; role?: Role },
  paging: Paging,
): Promise<Page<AccountItem>> {
  const like = { contains: filter.q, mode: 'insensitive' as const };
  const where = {
    ...(viewer.role === 'ADMIN' ? {} : { municipalityId: { in: viewer.municipalityIds } }),
    ...(filter.role ? { role: filter.role } : {}),
    ...(filter.q ? { OR: [{ name: like }, { email: like }, { school: { is: { shortName: like } } }] } : {}),
  };
  return forViewer(viewer, async (db) => {
    const [total, rows] = [
      await db.account.count({ where }),
      await db.account.findMany({
        where,
        include: { school: true, municipality: true, region: true },
        orderBy: [{ name: 'asc' }, { email: 'asc' }],
        ...pageOfRows(paging),
      }),
    ];
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      place: row.school?.shortName ?? row.municipality?.name ?? row.region?.name ?? 'Весь портал',
      active: row.active,
      lastSignInAt: row.lastSignInAt,
      managed: managedRoles(viewer).includes(row.role) && row.id !== viewer.accountId,
    }));
    return { items, page: paging.page, pageSize: paging.pageSize, total };
  });
}

export interface OpenInvitation {
  id: string;
  name: string;
  email: string;
  role: Role;
  place: string;
  expiresAt: Date;
}

/** Invitations that still wait for their people. */
export function openInvitations(viewer: Viewer, now: Date): Promise<OpenInvitation[]> {
  return forViewer(viewer, async (db) => {
    const rows = await db.invitation.findMany({
      where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      include: { school: true, municipality: true, region: true },
      orderBy: { createdAt: 'desc' },
      take: 200,
    });
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      place: row.school?.shortName ?? row.municipality?.name ?? row.region?.name ?? 'Весь портал',
      expiresAt: row.expiresAt,
    }));
  });
}

export interface InvitationChoices {
  roles: Role[];
  regions: { id: string; name: string }[];
  municipalities: { id: string; name: string }[];
  schools: { id: string; name: string }[];
}

/** What the viewer may choose from in an invitation. */
export function invitationChoices(viewer: Viewer): Promise<InvitationChoices> {
  const named = { select: { id: true, name: true }, orderBy: { name: 'asc' as const } };
  return forViewer(viewer, async (db) => {
    const roles = managedRoles(viewer);
    const inSight = municipalitiesInSight(viewer);
    const schools = await db.school.findMany({
      where: { closedOn: null, ...(inSight && { municipalityId: { in: inSight } }) },
      select: { id: true, shortName: true, municipality: { select: { name: true } } },
      orderBy: [{ municipality: { name: 'asc' } }, { shortName: 'asc' }],
    });
    const one = new Set(schools.map((school) => school.municipality.name)).size === 1;
    return {
      roles,
      regions: roles.includes('REGION_COORDINATOR') ? await db.region.findMany(named) : [],
      municipalities: await db.municipality.findMany({ ...named, where: inSight ? { id: { in: inSight } } : {} }),
      schools: schools.map(({ id, shortName, municipality }) => ({
        id,
        name: one ? shortName : `${municipality.name}: ${shortName}`,
      })),
    };
  });
}

/** The fields of an invitation that gives a known account a new password; null when the viewer may not manage it. */
export function managedAccount(viewer: Viewer, id: string): Promise<Record<string, string> | null> {
  return forViewer(viewer, async (db) => {
    const account = await db.account.findFirst({ where: { id, role: { in: managedRoles(viewer) } } });
    if (!account) return null;
    return {
      email: account.email,
      name: account.name,
      role: account.role,
      regionId: account.regionId ?? '',
      municipalityId: account.municipalityId ?? '',
      schoolId: account.schoolId ?? '',
    };
  });
}
