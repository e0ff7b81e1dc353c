import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { School } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { supportedSchool } from '@/lib/portal/support/queries';
import { mergers, municipalityNames } from './passport';
import { schoolInSight } from './school-in-sight';
import { schoolLists, TRACKS } from './school-lists';
import { type SchoolYear, schoolYears } from './school-years';
import type { PresentCard, SchoolHead } from './views';

/** The school, its place on the lists in force and the next step of its card; no results for ADMIN. */
export function schoolHead(viewer: Viewer, id: string): Promise<Outcome<SchoolHead>> {
  return forViewer(viewer, async (db) => {
    const found = await schoolInSight(db, viewer, id, 'school.read');
    if (!found.ok) return found;
    const { school, municipalityId } = found.value;
    const allowed = (action: Action) => may(viewer, action, { schoolId: id, municipalityId });
    const results = allowed('school.results');
    const years = results ? await schoolYears(db, viewer, id) : [];
    const { lists } = await schoolLists(db, id, years);
    const { successors } = await mergers(db, id);
    const successor = successors[0];
    const { code, name, shortName, kind, gradeFrom, gradeTo, pupils, closedOn } = school;
    return done({
      ...{ id, code, name, shortName, kind, gradeFrom, gradeTo, pupils, closedOn },
      ...(await places(db, viewer, school, municipalityId)),
      mergedInto: successor ? { id: successor.id, name: successor.name, happenedOn: successor.happenedOn } : null,
      lists: TRACKS.flatMap((track) => lists.find((list) => list.track === track) ?? []),
      card: years[0] && !closedOn ? presentCard(years[0]) : null,
      may: {
        edit: may(viewer, 'school.edit', { schoolId: id, municipalityId: school.municipalityId }),
        results,
        compare: allowed('school.compare'),
        answer: allowed('card.answer'),
        review: allowed('card.accept'),
        decideDisputes: allowed('card.decideDispute'),
        support: (await supportedSchool(db, viewer, id, 'support.read')).ok,
      },
    });
  });
}

/** Where the school belongs, and what of its past lies on the other side of a move. */
async function places(db: ScopedDatabase, viewer: Viewer, school: School, throughId: string) {
  const passports = await db.schoolPassport.findMany({ where: { schoolId: school.id }, orderBy: { validFrom: 'asc' } });
  const names = await municipalityNames(db, [school.municipalityId, ...passports.map((one) => one.municipalityId)]);
  const arrival = passports.findLast(
    (one, at) =>
      one.municipalityId === school.municipalityId && passports[at - 1]?.municipalityId !== school.municipalityId,
  );
  const away = throughId !== school.municipalityId;
  const hidden = passports.filter(
    ({ validTo, municipalityId }) =>
      validTo !== null &&
      municipalityId !== school.municipalityId &&
      viewer.role !== 'PRINCIPAL' &&
      viewer.role !== 'ADMIN' &&
      !viewer.municipalityIds.includes(municipalityId),
  );
  return {
    municipalityName: names(school.municipalityId),
    movedAway: away ? { on: arrival?.validFrom ?? null, municipalityName: names(school.municipalityId) } : null,
    cameFrom: away
      ? []
      : hidden.flatMap(({ validTo, municipalityId }) =>
          validTo ? [{ until: validTo, municipalityName: names(municipalityId) }] : [],
        ),
  };
}

function presentCard(year: SchoolYear): PresentCard {
  const { cardId, schoolYear, campaignStatus, status, begun, answered, applicable, dueAt, openDisputes } = year;
  return { cardId, schoolYear, campaignStatus, status, begun, answered, applicable, dueAt, openDisputes };
}
