import { forViewer } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { SchoolKind } from '@/lib/db/generated/enums';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';

export interface SchoolRow {
  id: string;
  code: string;
  name: string;
  shortName: string;
  kind: SchoolKind;
  municipalityName: string;
  gradeFrom: number;
  gradeTo: number;
  pupils: number | null;
  closedOn: Date | null;
}

export interface SchoolFilter {
  q: string;
  municipalityId?: string;
  /** closed schools as well */
  closed: boolean;
}

/** Schools in the viewer's sight by name («№ 2» before «№ 10»), found by a part of name or code. */
export function schoolRows(viewer: Viewer, filter: SchoolFilter, paging: Paging): Promise<Page<SchoolRow>> {
  const like = { contains: filter.q, mode: 'insensitive' as const };
  return forViewer(viewer, async (db) => {
    if (!may(viewer, 'school.read')) return { items: [], ...paging, total: 0 };
    const where = {
      ...(filter.closed ? {} : { closedOn: null }),
      ...(filter.municipalityId ? { municipalityId: filter.municipalityId } : {}),
      ...(filter.q ? { OR: [{ name: like }, { shortName: like }, { code: like }] } : {}),
    };
    const total = await db.school.count({ where });
    const schools = await db.school.findMany({
      where,
      include: { municipality: { select: { name: true } } },
      orderBy: [{ municipality: { name: 'asc' } }, { shortName: 'asc' }],
      ...pageOfRows(paging),
    });
    const items = schools.map((school) => ({
      id: school.id,
      code: school.code,
      name: school.name,
      shortName: school.shortName,
      kind: school.kind,
      municipalityName: school.municipality.name,
      gradeFrom: school.gradeFrom,
      gradeTo: school.gradeTo,
      pupils: school.pupils,
      closedOn: school.closedOn,
    }));
    return { items, ...paging, total };
  });
}

/** The municipalities whose schools the viewer may choose from, by name. */
export function municipalityChoices(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return forViewer(viewer, (db) =>
    db.municipality.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
  );
}

export interface PassportPeriod {
  name: string;
  shortName: string;
  kind: SchoolKind;
  municipalityName: string;
  address: string;
  gradeFrom: number;
  gradeTo: number;
  pupils: number | null;
  validFrom: Date;
  validTo: Date | null;
  reason: string;
}

export interface SchoolPassport {
  id: string;
  code: string;
  municipalityId: string;
  municipalityName: string;
  name: string;
  shortName: string;
  kind: SchoolKind;
  address: string;
  gradeFrom: number;
  gradeTo: number;
  pupils: number | null;
  closedOn: Date | null;
  version: number;
  /** the newest first */
  periods: PassportPeriod[];
  /** schools that were merged into this one, and the one into which this was merged */
  predecessors: { id: string; name: string; happenedOn: Date; ground: string }[];
  successors: { id: string; name: string; happenedOn: Date; ground: string }[];
  principals: string[];
}

/** The school's passport with its dated identity; null outside the viewer's sight. */
export function schoolPassport(viewer: Viewer, id: string): Promise<SchoolPassport | null> {
  return forViewer(viewer, async (db) => {
    const school = await db.school.findUnique({
      where: { id },
      include: {
        passports: { orderBy: { validFrom: 'desc' } },
        predecessors: true,
        successors: true,
        accounts: { where: { active: true, role: 'PRINCIPAL' }, select: { name: true } },
      },
    });
    if (!school || !may(viewer, 'school.read', { schoolId: id, municipalityId: school.municipalityId })) return null;
    // read apart: another municipality or school of its past may lie outside the viewer's sight
    const municipalities = await db.municipality.findMany({
      where: { id: { in: [school.municipalityId, ...school.passports.map((passport) => passport.municipalityId)] } },
    });
    const relatives = await db.school.findMany({
      where: {
        id: {
          in: [
            ...school.predecessors.map((succession) => succession.predecessorId),
            ...school.successors.map((succession) => succession.successorId),
          ],
        },
      },
    });
    const municipalityName = (of: string) =>
      municipalities.find((one) => one.id === of)?.name ?? 'другой муниципалитет';
    const relative = (of: string) => ({
      id: of,
      name: relatives.find((one) => one.id === of)?.shortName ?? 'школа другого муниципалитета',
    });
    return {
      id: school.id,
      code: school.code,
      municipalityId: school.municipalityId,
      municipalityName: municipalityName(school.municipalityId),
      name: school.name,
      shortName: school.shortName,
      kind: school.kind,
      address: school.address,
      gradeFrom: school.gradeFrom,
      gradeTo: school.gradeTo,
      pupils: school.pupils,
      closedOn: school.closedOn,
      version: school.version,
      periods: school.passports.map((passport) => ({
        name: passport.name,
        shortName: passport.shortName,
        kind: passport.kind,
        municipalityName: municipalityName(passport.municipalityId),
        address: passport.address,
        gradeFrom: passport.gradeFrom,
        gradeTo: passport.gradeTo,
        pupils: passport.pupils,
        validFrom: passport.validFrom,
        validTo: passport.validTo,
        reason: passport.reason,
      })),
      predecessors: school.predecessors.map(({ predecessorId, happenedOn, ground }) => ({
        ...relative(predecessorId),
        happenedOn,
        ground,
      })),
      successors: school.successors.map(({ successorId, happenedOn, ground }) => ({
        ...relative(successorId),
        happenedOn,
        ground,
      })),
      principals: school.accounts.map((account) => account.name),
    };
  });
}
