import { isDeepStrictEqual } from 'node:util';
import { forSystem, forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { School } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { deriveAfterSchool } from '@/lib/portal/evidence/commands';
import { record } from '@/lib/portal/journal/commands';
import type { Merger, Move, NewSchool, PassportChange } from './schema';

const startOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** A new school with its first passport. */
export function addSchool(viewer: Viewer, input: NewSchool, now: Date): Promise<Outcome<{ id: string }>> {
  return addSchools(viewer, [input], now).then((added) => (added.ok ? done({ id: added.value.ids[0] ?? '' }) : added));
}

/** New schools, all or none: codes must be free. */
export function addSchools(viewer: Viewer, inputs: NewSchool[], now: Date): Promise<Outcome<{ ids: string[] }>> {
  return withFreeLogin(forViewer(viewer, (db) => storeNewSchools(db, viewer, inputs, now)));
}

async function storeNewSchools(
  db: ScopedDatabase,
  viewer: Viewer,
  inputs: NewSchool[],
  now: Date,
): Promise<Outcome<{ ids: string[] }>> {
  for (const municipalityId of new Set(inputs.map((input) => input.municipalityId))) {
    const municipality = await db.municipality.findUnique({ where: { id: municipalityId } });
    if (!municipality) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const refused = refusal(viewer, 'school.edit', { municipalityId });
    if (refused) return { ok: false, failure: refused };
  }
  // the unique key sees codes beyond the viewer's scope, so a code taken elsewhere is refused there
  const codes = inputs.map((input) => input.code);
  const repeated = codes.find((code, at) => codes.indexOf(code) !== at);
  const created = repeated
    ? []
    : await db.school.createManyAndReturn({
        data: inputs.map(({ login: _login, ...input }) => ({ ...input, pupils: input.pupils ?? null })),
        skipDuplicates: true,
      });
  const missing = codes.find((code) => !created.some((school) => school.code === code));
  if (repeated ?? missing) {
    const message = `Код ${repeated ?? missing} уже занят: код школы единственный в портале.`;
    return failed('CONFLICT', message, { errors: [{ path: 'code', message }] });
  }
  for (const { code, login } of inputs) if (login) await db.school.update({ where: { code }, data: { login } });
  await db.schoolPassport.createMany({ data: created.map((school) => passportOf(school, now)) });
  await record(
    db,
    viewer,
    now,
    ...created.map((school) => ({
      action: 'school.edit' as const,
      subjectType: 'school' as const,
      subjectId: school.id,
      municipalityId: school.municipalityId,
      schoolId: school.id,
      to: { code: school.code, name: school.name },
    })),
  );
  return done({ ids: created.map((school) => school.id) });
}

const UNIQUE_VIOLATION = 'P2002';

/** Logins are unique over the whole portal, beyond what the viewer sees: the unique key refuses one that is taken. */
async function withFreeLogin<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error;
    const message = 'Этот логин ФИС ОКО уже записан за другой школой. Проверьте его: логин у каждой школы свой.';
    return failed('CONFLICT', message, { errors: [{ path: 'login', message }] });
  }
}

function passportOf(school: School, validFrom: Date, reason = '') {
  const { id, municipalityId, name, shortName, kind, address, gradeFrom, gradeTo, pupils } = school;
  return {
    schoolId: id,
    municipalityId,
    name,
    shortName,
    kind,
    address,
    gradeFrom,
    gradeTo,
    pupils,
    validFrom,
    reason,
  };
}

async function editable(db: ScopedDatabase, viewer: Viewer, id: string): Promise<Outcome<School>> {
  const school = await db.school.findUnique({ where: { id } });
  if (!school) return failed('NOT_FOUND', 'Школа не найдена.');
  const refused = refusal(viewer, 'school.edit', { municipalityId: school.municipalityId });
  return refused ? { ok: false, failure: refused } : done(school);
}

/** Ends the passport in force on the day and begins the next one; a day before the one in force is refused. */
async function newPassport(db: ScopedDatabase, school: School, day: string, reason: string): Promise<Outcome<void>> {
  const validFrom = startOf(day);
  const inForce = await db.schoolPassport.findFirst({ where: { schoolId: school.id, validTo: null } });
  if (inForce && inForce.validFrom > validFrom) {
    const message = 'Этот день раньше нынешнего паспорта. Укажите день не раньше его начала.';
    return failed('INVALID', message, { errors: [{ path: 'validFrom', message }] });
  }
  const next = passportOf(school, validFrom, reason);
  if (inForce && inForce.validFrom.getTime() === validFrom.getTime()) {
    await db.schoolPassport.update({ where: { id: inForce.id }, data: next });
    return done(undefined);
  }
  if (inForce) await db.schoolPassport.update({ where: { id: inForce.id }, data: { validTo: validFrom } });
  await db.schoolPassport.create({ data: next });
  return done(undefined);
}

/** Changes the passport from a day on; cards and sums of years before keep the name and grades they had. */
export async function changePassport(
  viewer: Viewer,
  id: string,
  input: PassportChange,
  now: Date,
): Promise<Outcome<void>> {
  const stored = await withFreeLogin(forViewer(viewer, (db) => storePassport(db, viewer, id, input, now)));
  if (!stored.ok) return stored;
  const { before, after } = stored.value;
  if (!isDeepStrictEqual(before.advanced.toSorted(), after.advanced.toSorted())) {
    // the signs of all its schools are found together, which the one who edits a passport may not see
    await forSystem('derivation', (db) => deriveAfterSchool(db, after, now, viewer));
  }
  return done(undefined);
}

async function storePassport(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  input: PassportChange,
  now: Date,
): Promise<Outcome<{ before: School; after: School }>> {
  const found = await editable(db, viewer, id);
  if (!found.ok) return found;
  const { validFrom, reason, version, ...identity } = input;
  const changed = await db.school.updateManyAndReturn({
    where: { id, version },
    data: { ...identity, pupils: identity.pupils ?? null, version: { increment: 1 } },
  });
  const school = changed[0];
  if (!school) {
    return failed('STALE_VERSION', 'Паспорт изменён в другом окне. Обновите страницу: ваши правки ещё не сохранены.');
  }
  const kept = await newPassport(db, school, validFrom, reason);
  if (!kept.ok) return kept;
  await record(db, viewer, now, {
    action: 'school.edit',
    subjectType: 'school',
    subjectId: id,
    municipalityId: school.municipalityId,
    schoolId: id,
    from: journaled(found.value),
    to: journaled(school),
    reason,
  });
  return done({ before: found.value, after: school });
}

/** What the journal keeps of a school on both sides of a change. */
const journaled = ({ name, gradeFrom, gradeTo, login, advanced }: School) => ({
  name,
  gradeFrom,
  gradeTo,
  login,
  advanced,
});

/** A merger: this school is closed from the day on; its past sums stay its own and are shown with the successor's. */
export function mergeInto(viewer: Viewer, id: string, input: Merger, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const found = await editable(db, viewer, id);
    if (!found.ok) return found;
    const successor = await editable(db, viewer, input.successorId);
    if (!successor.ok) return successor;
    if (id === input.successorId) return failed('INVALID', 'Школу нельзя присоединить к ней самой.');
    if (found.value.closedOn || successor.value.closedOn) return failed('WRONG_STATE', 'Одна из школ уже закрыта.');
    const happenedOn = startOf(input.happenedOn);
    await db.schoolSuccession.create({
      data: { predecessorId: id, successorId: input.successorId, happenedOn, ground: input.ground },
    });
    await db.school.update({ where: { id }, data: { closedOn: happenedOn, version: { increment: 1 } } });
    await record(db, viewer, now, {
      action: 'school.edit',
      subjectType: 'school',
      subjectId: id,
      municipalityId: found.value.municipalityId,
      schoolId: id,
      to: { mergedInto: input.successorId, happenedOn: input.happenedOn },
      reason: input.ground,
    });
    return done(undefined);
  });
}

/** A move to another municipality (ADMIN): cards and lists of the years before stay where they were made. */
export function moveToMunicipality(viewer: Viewer, id: string, input: Move, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'territory.edit');
    if (refused) return { ok: false, failure: refused };
    const found = await editable(db, viewer, id);
    if (!found.ok) return found;
    const municipality = await db.municipality.findUnique({ where: { id: input.municipalityId } });
    if (!municipality) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const school = await db.school.update({
      where: { id },
      data: { municipalityId: municipality.id, version: { increment: 1 } },
    });
    const kept = await newPassport(db, school, input.validFrom, input.reason);
    if (!kept.ok) return kept;
    await db.account.updateMany({
      where: { schoolId: id },
      data: { municipalityId: municipality.id, regionId: municipality.regionId },
    });
    await record(db, viewer, now, {
      action: 'school.edit',
      subjectType: 'school',
      subjectId: id,
      municipalityId: municipality.id,
      schoolId: id,
      from: { municipalityId: found.value.municipalityId },
      to: { municipalityId: municipality.id },
      reason: input.reason,
    });
    return done(undefined);
  });
}
