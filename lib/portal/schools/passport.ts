import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { schoolInSight } from './school-in-sight';
import type { MergedSchool, SchoolPassport } from './views';

/** The school's passport with its dated identity; null outside the viewer's sight. */
export function schoolPassport(viewer: Viewer, id: string): Promise<SchoolPassport | null> {
  return forViewer(viewer, async (db) => {
    const found = await schoolInSight(db, viewer, id, 'school.read');
    if (!found.ok) return null;
    const { school } = found.value;
    const passports = await db.schoolPassport.findMany({ where: { schoolId: id }, orderBy: { validFrom: 'desc' } });
    const accounts = await db.account.findMany({
      where: { schoolId: id, active: true, role: 'PRINCIPAL' },
      select: { name: true },
      orderBy: { name: 'asc' },
    });
    const names = await municipalityNames(db, [school.municipalityId, ...passports.map((one) => one.municipalityId)]);
    const merged = await mergers(db, id);
    return {
      id: school.id,
      code: school.code,
      municipalityId: school.municipalityId,
      municipalityName: names(school.municipalityId),
      name: school.name,
      shortName: school.shortName,
      kind: school.kind,
      address: school.address,
      gradeFrom: school.gradeFrom,
      gradeTo: school.gradeTo,
      pupils: school.pupils,
      login: school.login,
      advanced: school.advanced,
      closedOn: school.closedOn,
      version: school.version,
      periods: passports.map((passport) => ({
        name: passport.name,
        shortName: passport.shortName,
        kind: passport.kind,
        municipalityName: names(passport.municipalityId),
        address: passport.address,
        gradeFrom: passport.gradeFrom,
        gradeTo: passport.gradeTo,
        pupils: passport.pupils,
        validFrom: passport.validFrom,
        validTo: passport.validTo,
        reason: passport.reason,
      })),
      ...merged,
      principals: accounts.map((account) => account.name),
    };
  });
}

/** The names of municipalities by id, in words where one lies outside the viewer's sight. */
export async function municipalityNames(db: ScopedDatabase, ids: readonly string[]): Promise<(id: string) => string> {
  const rows = await db.municipality.findMany({ where: { id: { in: [...new Set(ids)] } } });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? 'другой муниципалитет';
}

/** The schools that merged into this one and those into which it merged; outside the viewer's sight by name alone. */
export async function mergers(
  db: ScopedDatabase,
  id: string,
): Promise<{ predecessors: MergedSchool[]; successors: MergedSchool[] }> {
  const successions = await db.schoolSuccession.findMany({
    where: { OR: [{ predecessorId: id }, { successorId: id }] },
    orderBy: { happenedOn: 'desc' },
  });
  if (successions.length === 0) return { predecessors: [], successors: [] };
  const named = await db.$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM merged_schools(${id}::uuid)`;
  const names = new Map(named.map((one) => [one.id, one.name]));
  const inSight = await db.school.findMany({ where: { id: { in: [...names.keys()] } }, select: { id: true } });
  const seen = new Set(inSight.map((one) => one.id));
  const merged = successions.map(({ predecessorId, successorId, happenedOn, ground }) => {
    const other = predecessorId === id ? successorId : predecessorId;
    return { id: other, name: names.get(other) ?? 'другая школа', happenedOn, ground, inSight: seen.has(other) };
  });
  return {
    predecessors: merged.filter((_, at) => successions[at]?.successorId === id),
    successors: merged.filter((_, at) => successions[at]?.predecessorId === id),
  };
}
