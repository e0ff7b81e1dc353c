/** Opening, leading and ending the support of a school. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf, formatSchoolYear } from '@/lib/domain/russian';
import { CASE_STEPS, type CaseContact, type StepCode, stepLabel } from '@/lib/domain/support/case';
import { tellSchool } from '@/lib/portal/support/commands';
import { centrePeople, listedSchools, supportedSchool } from '@/lib/portal/support/queries';
import type { ConcernInput, EntryInput, OpenCasesInput, StepInput } from './schema';
import { journaled, liveCase } from './stored';

/** Opens a case for each of the schools and tells them; all or none. A school without a list needs a ground. */
export function openCases(
  viewer: Viewer,
  { schoolYear, schoolIds, ground }: OpenCasesInput,
  now: Date,
): Promise<Outcome<{ opened: number }>> {
  return forViewer(viewer, async (db) => {
    const listed = new Map((await listedSchools(db, { schoolYear })).map((one) => [one.id, one.listId]));
    // in one order everywhere, so that two who open several schools wait for each other and never in a circle
    for (const schoolId of [...new Set(schoolIds)].sort()) {
      const school = await supportedSchool(db, viewer, schoolId, 'case.open');
      if (!school.ok) return school;
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`support-case ${schoolId}`}, 0))`;
      const { municipalityId, shortName } = school.value;
      const listId = listed.get(schoolId) ?? null;
      if (listId === null && ground === '') {
        const message = `${shortName} не входит в список ${formatSchoolYear(schoolYear)}: напишите основание.`;
        return failed('INVALID', message, { errors: [{ path: 'ground', message }] });
      }
      if (await db.supportCase.findUnique({ where: { schoolId_schoolYear: { schoolId, schoolYear } } })) {
        return failed('CONFLICT', `Сопровождение ${shortName} в ${formatSchoolYear(schoolYear)} уже открыто.`);
      }
      const created = await db.supportCase.create({
        data: { schoolId, municipalityId, schoolYear, listId, ground, openedAt: now, openedBy: viewer.name },
      });
      const curator = await db.curatorship.findFirst({ where: { schoolId, endedOn: null } });
      await db.caseStep.createMany({
        data: CASE_STEPS.map(({ code }) => ({
          ...{ caseId: created.id, code, schoolId, municipalityId },
          ...(code === 'NOTIFIED' && { state: 'DONE' as const, doneAt: now }),
          ...(code === 'CURATOR' && curator && { state: 'DONE' as const, doneAt: now }),
          ...(curator && { ownerId: curator.accountId, ownerName: curator.accountName }),
        })),
      });
      await journaled(db, viewer, now, created, {
        action: 'case.open',
        to: 'OPEN',
        ...(ground !== '' && { reason: ground }),
      });
      const title = `Школе открыто сопровождение, ${formatSchoolYear(schoolYear)}`;
      const text = 'МОЦ поможет разобраться в причинах и составить программу. Здесь видно, что сделано и что дальше.';
      await tellSchool(db, schoolId, { title, text, href: `/support/schools/${schoolId}` }, now);
    }
    return done({ opened: new Set(schoolIds).size });
  });
}

/** Changes one step of the task list. */
export function changeStep(
  viewer: Viewer,
  caseId: string,
  code: StepCode,
  input: StepInput,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await liveCase(db, viewer, caseId, 'case.change');
    if (!opened.ok) return opened;
    if (code === 'CLOSED') return failed('WRONG_STATE', 'Завершает поддержку руководитель МОЦ, с основанием.');
    const before = await db.caseStep.findUnique({ where: { caseId_code: { caseId, code } } });
    if (!before) return failed('NOT_FOUND', 'Такого шага нет.');
    const owner = await ownerName(db, opened.value.municipalityId, input.ownerId);
    if (!owner.ok) return owner;
    const { version, state, ownerId, dueOn, note } = input;
    const { count } = await db.caseStep.updateMany({
      where: { caseId, code, version },
      data: {
        ...{ state, ownerId, ownerName: owner.value, note, version: version + 1 },
        dueOn: dueOn === null ? null : new Date(dueOn),
        doneAt: state === 'DONE' ? (before.doneAt ?? now) : null,
      },
    });
    if (count === 0)
      return failed('STALE_VERSION', 'Пока вы писали, этот шаг изменили.', { extra: { current: before } });
    const what = { detail: stepLabel(code), from: before.state, to: state, ...(note !== '' && { reason: note }) };
    await journaled(db, viewer, now, opened.value, { action: 'case.change', ...what });
    return done({ version: version + 1 });
  });
}

async function ownerName(db: ScopedDatabase, municipalityId: string, ownerId: string | null): Promise<Outcome<string>> {
  if (ownerId === null) return done('');
  const person = (await centrePeople(db, municipalityId)).find(({ id }) => id === ownerId);
  const message = 'Ответственный должен быть действующим сотрудником МОЦ.';
  return person ? done(person.name) : failed('INVALID', message, { errors: [{ path: 'ownerId', message }] });
}

/** Whom to call at the school; posts instead of names are enough. */
export function changeContacts(
  viewer: Viewer,
  caseId: string,
  { version, contacts }: { version: number; contacts: CaseContact[] },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await liveCase(db, viewer, caseId, 'case.change');
    if (!opened.ok) return opened;
    const { count } = await db.supportCase.updateMany({
      where: { id: caseId, version },
      data: { contacts, version: version + 1 },
    });
    if (count === 0)
      return failed('STALE_VERSION', 'Пока вы писали, контакты изменили.', { extra: { current: opened.value } });
    await journaled(db, viewer, now, opened.value, { action: 'case.change', detail: 'контакты' });
    return done({ version: version + 1 });
  });
}

/** A dated note, a progress review with the next date, or a concern. */
export function addEntry(
  viewer: Viewer,
  caseId: string,
  input: EntryInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const opened = await liveCase(db, viewer, caseId, 'case.change');
    if (!opened.ok) return opened;
    const { schoolId, municipalityId } = opened.value;
    const { kind, happenedOn, text, shared, nextOn } = input;
    if (happenedOn > dayOf(now)) {
      const message = 'Дата записи не может быть в будущем.';
      return failed('INVALID', message, { errors: [{ path: 'happenedOn', message }] });
    }
    const entry = await db.caseEntry.create({
      data: {
        ...{ caseId, schoolId, municipalityId, kind, text, shared },
        happenedOn: new Date(happenedOn),
        nextOn: kind === 'REVIEW' && nextOn ? new Date(nextOn) : null,
        concern: kind === 'CONCERN' ? 'RECORDED' : null,
        ...{ authorId: viewer.accountId, authorName: viewer.name, createdAt: now },
      },
      select: { id: true },
    });
    if (kind === 'REVIEW') {
      await db.supportCase.update({ where: { id: caseId }, data: { nextReviewOn: nextOn ? new Date(nextOn) : null } });
      const reviewed = { caseId_code: { caseId, code: 'REVIEWED' as const } };
      await db.caseStep.update({ where: reviewed, data: { state: 'DONE', doneAt: now, version: { increment: 1 } } });
    }
    await journaled(db, viewer, now, opened.value, { action: 'case.change', detail: kind, to: text });
    return done(entry);
  });
}

/** Hands a concern on to the department, or ends it. */
export function moveConcern(
  viewer: Viewer,
  entryId: string,
  { version, step, text }: ConcernInput,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const entry = await db.caseEntry.findUnique({ where: { id: entryId } });
    if (entry?.kind !== 'CONCERN') return failed('NOT_FOUND', 'Тревога не найдена.');
    const opened = await liveCase(db, viewer, entry.caseId, 'case.change');
    if (!opened.ok) return opened;
    if (entry.concern === 'RESOLVED') return failed('WRONG_STATE', 'Эта тревога уже снята.');
    if (step === 'ESCALATED' && entry.concern === 'ESCALATED') return failed('WRONG_STATE', 'Тревога уже передана.');
    const data =
      step === 'ESCALATED'
        ? { concern: step, escalatedTo: text, escalatedAt: now }
        : { concern: step, resolution: text, resolvedAt: now };
    const { count } = await db.caseEntry.updateMany({
      where: { id: entryId, version },
      data: { ...data, version: version + 1 },
    });
    if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, тревогу изменили.', { extra: { current: entry } });
    await journaled(db, viewer, now, opened.value, {
      action: 'case.change',
      detail: 'CONCERN',
      from: entry.concern,
      to: step,
      reason: text,
    });
    return done(undefined);
  });
}

/** Ends the support with the grounds on which the school leaves the list. */
export function closeCase(
  viewer: Viewer,
  caseId: string,
  { version, ground }: { version: number; ground: string },
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const opened = await liveCase(db, viewer, caseId, 'case.close');
    if (!opened.ok) return opened;
    const { count } = await db.supportCase.updateMany({
      where: { id: caseId, version },
      data: { status: 'CLOSED', closedAt: now, closedBy: viewer.name, closeGround: ground, version: version + 1 },
    });
    if (count === 0)
      return failed('STALE_VERSION', 'Пока вы писали, сопровождение изменили.', { extra: { current: opened.value } });
    const closed = { caseId_code: { caseId, code: 'CLOSED' as const } };
    await db.caseStep.update({ where: closed, data: { state: 'DONE', doneAt: now, version: { increment: 1 } } });
    await journaled(db, viewer, now, opened.value, {
      action: 'case.close',
      from: 'OPEN',
      to: 'CLOSED',
      reason: ground,
    });
    const title = 'Поддержка школы завершена';
    await tellSchool(
      db,
      opened.value.schoolId,
      { title, text: ground, href: `/support/schools/${opened.value.schoolId}` },
      now,
    );
    return done(undefined);
  });
}
