/** Curators: who leads which schools, conflicts of interest, and handing over so that nothing freezes. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { countOf } from '@/lib/domain/russian';
import { record } from '@/lib/portal/journal/commands';
import { centrePeople, supportedSchool } from '@/lib/portal/support/queries';
import type { ConflictInput, CuratorInput, HandOverInput } from './schema';

type Person = { id: string; name: string };

async function personOf(db: ScopedDatabase, viewer: Viewer, accountId: string, path: string): Promise<Outcome<Person>> {
  const person = (await centrePeople(db, viewer.municipalityId ?? '')).find(({ id }) => id === accountId);
  const message = 'Выберите действующего сотрудника своего МОЦ.';
  return person ? done(person) : failed('INVALID', message, { errors: [{ path, message }] });
}

async function conflictFault(
  db: ScopedDatabase,
  accountId: string,
  schoolIds: readonly string[],
): Promise<Outcome<never> | null> {
  const conflict = await db.interestConflict.findFirst({
    where: { accountId, schoolId: { in: [...schoolIds] } },
    include: { school: { select: { shortName: true } } },
  });
  if (!conflict) return null;
  const message = `Конфликт интересов со школой ${conflict.school.shortName}: ${conflict.reason} Выберите другого куратора.`;
  return failed('CONFLICT', message, { errors: [{ path: 'accountId', message }] });
}

/** Assigns a curator to schools beside those whom they have; CONFLICT when an interest of theirs speaks against it. */
export function assignCurator(
  viewer: Viewer,
  { schoolIds, accountId, startedOn }: CuratorInput,
  now: Date,
): Promise<Outcome<{ assigned: number }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'curator.assign', { municipalityId: viewer.municipalityId });
    if (refused) return { ok: false, failure: refused };
    const person = await personOf(db, viewer, accountId, 'accountId');
    if (!person.ok) return person;
    const conflict = await conflictFault(db, accountId, schoolIds);
    if (conflict) return conflict;
    let assigned = 0;
    for (const schoolId of new Set(schoolIds)) {
      const school = await supportedSchool(db, viewer, schoolId, 'curator.assign');
      if (!school.ok) return school;
      if (await db.curatorship.findFirst({ where: { schoolId, accountId, endedOn: null } })) continue;
      await lead(db, viewer, school.value, person.value, startedOn, now);
      assigned += 1;
    }
    return done({ assigned });
  });
}

async function lead(
  db: ScopedDatabase,
  viewer: Viewer,
  { id: schoolId, municipalityId }: { id: string; municipalityId: string },
  { id: accountId, name }: Person,
  startedOn: string,
  now: Date,
): Promise<void> {
  const created = await db.curatorship.create({
    data: {
      ...{ schoolId, municipalityId, accountId, accountName: name },
      ...{ startedOn: new Date(startedOn), assignedBy: viewer.name },
    },
  });
  const cases = await db.supportCase.findMany({ where: { schoolId, status: 'OPEN' }, select: { id: true } });
  await db.caseStep.updateMany({
    where: { caseId: { in: cases.map(({ id }) => id) }, code: 'CURATOR', state: { in: ['TODO', 'DOING'] } },
    data: { state: 'DONE', doneAt: now, version: { increment: 1 } },
  });
  const subject = { subjectType: 'school' as const, subjectId: schoolId, schoolId, municipalityId };
  await record(db, viewer, now, { ...subject, action: 'curator.assign', to: name, detail: created.id });
}

/** Ends a curatorship; the school stays open to all staff when nobody else leads it. */
export function endCuratorship(
  viewer: Viewer,
  id: string,
  { on, reason }: { on: string; reason: string },
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const found = await db.curatorship.findUnique({ where: { id } });
    if (!found) return failed('NOT_FOUND', 'Кураторство не найдено.');
    const { schoolId, municipalityId } = found;
    const refused = refusal(viewer, 'curator.assign', { schoolId, municipalityId });
    if (refused) return { ok: false, failure: refused };
    const endedOn = new Date(on);
    if (endedOn < found.startedOn) return failed('INVALID', 'Конец кураторства раньше его начала.');
    const { count } = await db.curatorship.updateMany({ where: { id, endedOn: null }, data: { endedOn, reason } });
    if (count === 0) return failed('WRONG_STATE', 'Кураторство уже завершено.');
    const subject = { subjectType: 'school' as const, subjectId: schoolId, schoolId, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'curator.assign', from: found.accountName, reason });
    return done(undefined);
  });
}

/** Hands all schools of one curator to another in one act: open steps, parts of examinations and their owners follow. */
export function handOver(
  viewer: Viewer,
  { fromId, toId, on, reason }: HandOverInput,
  now: Date,
): Promise<Outcome<{ schools: number; words: string }>> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId ?? '';
    const refused = refusal(viewer, 'curator.assign', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const person = await personOf(db, viewer, toId, 'toId');
    if (!person.ok) return person;
    const led = await db.curatorship.findMany({
      where: { accountId: fromId, municipalityId, endedOn: null },
      include: { school: { select: { id: true, municipalityId: true } } },
    });
    const owned = { ownerId: fromId, municipalityId };
    const owns =
      (await db.caseStep.count({ where: { ...owned, state: { in: ['TODO', 'DOING'] } } })) +
      (await db.examinationPart.count({ where: { ...owned, state: { in: ['PLANNED', 'DOING'] } } }));
    if (led.length === 0 && owns === 0) {
      const message = 'У этого сотрудника нет школ и дел: передавать нечего.';
      return failed('INVALID', message, { errors: [{ path: 'fromId', message }] });
    }
    const conflict = await conflictFault(
      db,
      toId,
      led.map(({ schoolId }) => schoolId),
    );
    if (conflict) return conflict;
    for (const one of led) {
      const endedOn = new Date(on) < one.startedOn ? one.startedOn : new Date(on);
      await db.curatorship.update({ where: { id: one.id }, data: { endedOn, reason } });
      const there = await db.curatorship.findFirst({
        where: { schoolId: one.schoolId, accountId: toId, endedOn: null },
      });
      if (!there) await lead(db, viewer, one.school, person.value, on, now);
    }
    const owner = { ownerId: toId, ownerName: person.value.name, version: { increment: 1 } };
    await db.caseStep.updateMany({ where: { ...owned, state: { in: ['TODO', 'DOING'] } }, data: owner });
    await db.examinationPart.updateMany({ where: { ...owned, state: { in: ['PLANNED', 'DOING'] } }, data: owner });
    await record(db, viewer, now, {
      action: 'curator.assign',
      subjectType: 'account',
      subjectId: fromId,
      municipalityId,
      to: person.value.name,
      reason,
    });
    return done({ schools: led.length, words: countOf(led.length, 'школа', 'школы', 'школ') });
  });
}

/** Records that this person, or this host school, is not to support that school. */
export function declareConflict(
  viewer: Viewer,
  { schoolId, accountId, hostSchoolId, reason }: ConflictInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const school = await supportedSchool(db, viewer, schoolId, 'conflict.declare');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    if (accountId !== null) {
      const person = await personOf(db, viewer, accountId, 'accountId');
      if (!person.ok) return person;
    }
    if (hostSchoolId !== null && !(await db.school.findFirst({ where: { id: hostSchoolId, municipalityId } }))) {
      const message = 'Выберите школу своего города.';
      return failed('INVALID', message, { errors: [{ path: 'hostSchoolId', message }] });
    }
    const conflict = await db.interestConflict.create({
      data: { municipalityId, schoolId, accountId, hostSchoolId, reason, declaredBy: viewer.name, declaredAt: now },
      select: { id: true },
    });
    const subject = { subjectType: 'conflict' as const, subjectId: conflict.id, schoolId, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'conflict.declare', reason });
    return done(conflict);
  });
}

export function withdrawConflict(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const conflict = await db.interestConflict.findUnique({ where: { id } });
    if (!conflict) return failed('NOT_FOUND', 'Запись не найдена.');
    const { schoolId, municipalityId } = conflict;
    const school = await supportedSchool(db, viewer, schoolId, 'conflict.declare');
    if (!school.ok) return school;
    await db.interestConflict.delete({ where: { id } });
    const subject = { subjectType: 'conflict' as const, subjectId: id, schoolId, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'conflict.declare', from: conflict.reason });
    return done(undefined);
  });
}
