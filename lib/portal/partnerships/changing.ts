/** Proposing, agreeing and leading partnerships. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { PARTNERSHIP_STATUSES, partnershipMayBecome } from '@/lib/domain/support/partnership';
import { tellSchool } from '@/lib/portal/support/commands';
import type { NewPartnership, PartnershipChange, PartnershipJson, PartnershipStep } from './schema';
import { journaled, nextVersion, openedPartnership, partnershipJson, WHOLE } from './stored';

/** Stores a proposal of МОЦ; CONFLICT when an interest is declared, INVALID for schools of another city or the host itself. */
export function proposePartnership(
  viewer: Viewer,
  input: NewPartnership,
  now: Date,
): Promise<Outcome<PartnershipJson>> {
  return forViewer(viewer, (db) => propose(db, viewer, input, now));
}

async function propose(
  db: ScopedDatabase,
  viewer: Viewer,
  input: NewPartnership,
  now: Date,
): Promise<Outcome<PartnershipJson>> {
  const { municipalityId } = viewer;
  const { hostSchoolId, schoolYear, title, reasons } = input;
  const schoolIds = [...new Set(input.schoolIds)];
  const refused = refusal(viewer, 'partnership.change', { municipalityId });
  if (refused) return { ok: false, failure: refused };
  if (!municipalityId) return failed('FORBIDDEN', 'Партнёрства предлагает МОЦ.');
  if (schoolIds.includes(hostSchoolId)) return fault('hostSchoolId', 'Школа не может поддерживать саму себя.');
  const known = await db.school.count({
    where: { municipalityId, closedOn: null, id: { in: [hostSchoolId, ...schoolIds] } },
  });
  if (known !== schoolIds.length + 1) return fault('schoolIds', 'Выберите действующие школы своего муниципалитета.');
  const conflict = await db.interestConflict.findFirst({ where: { hostSchoolId, schoolId: { in: schoolIds } } });
  if (conflict) return failed('CONFLICT', `Записан конфликт интересов: ${conflict.reason} Выберите другого партнёра.`);
  const created = await db.partnership.create({
    data: { municipalityId, hostSchoolId, schoolYear, title, reasons, changedBy: viewer.name, changedAt: now },
  });
  await db.partnershipSchool.createMany({
    data: schoolIds.map((schoolId) => ({ partnershipId: created.id, schoolId, municipalityId })),
  });
  await journaled(db, viewer, now, created, { action: 'partnership.change', to: 'PROPOSED', detail: title });
  const stored = await db.partnership.findUniqueOrThrow({ where: { id: created.id }, include: WHOLE });
  return done(partnershipJson(viewer, stored));
}

const fault = (path: string, message: string) => failed('INVALID', message, { errors: [{ path, message }] });

/** Stores several proposals at once; all or none. */
export function proposePartnerships(
  viewer: Viewer,
  inputs: readonly NewPartnership[],
  now: Date,
): Promise<Outcome<{ proposed: number }>> {
  return forViewer(viewer, async (db) => {
    if (inputs.length === 0) return failed('INVALID', 'Отметьте пары, которые нужно предложить.');
    for (const input of inputs) {
      const one = await propose(db, viewer, input, now);
      if (!one.ok) return one;
    }
    return done({ proposed: inputs.length });
  });
}

/** Agreement, plan of joint events, what came of it. */
export function changePartnership(
  viewer: Viewer,
  id: string,
  { version, agreedOn, ...change }: PartnershipChange,
  now: Date,
): Promise<Outcome<PartnershipJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedPartnership(db, viewer, id, 'partnership.change');
    if (!opened.ok) return opened;
    const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const dated = agreedOn === undefined ? {} : { agreedOn: agreedOn === null ? null : new Date(agreedOn) };
    const stored = await nextVersion(db, viewer, now, opened.value, version, { ...data, ...dated });
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, opened.value, { action: 'partnership.change', detail: 'план и соглашение' });
    return done(partnershipJson(viewer, stored.value));
  });
}

/** The next state. Agreeing is the head's; declining and finishing say why and what came of it. */
export function stepPartnership(
  viewer: Viewer,
  id: string,
  { version, to, words }: PartnershipStep,
  now: Date,
): Promise<Outcome<PartnershipJson>> {
  return forViewer(viewer, async (db) => {
    const action = to === 'AGREED' ? 'partnership.agree' : 'partnership.change';
    const opened = await openedPartnership(db, viewer, id, action);
    if (!opened.ok) return opened;
    const { status, hostSchoolId, schools, title } = opened.value;
    if (!partnershipMayBecome(status, to)) {
      return failed(
        'WRONG_STATE',
        `Партнёрство в состоянии «${PARTNERSHIP_STATUSES[status].toLowerCase()}»: обновите страницу.`,
      );
    }
    if ((to === 'DECLINED' || to === 'FINISHED') && words === '') {
      return fault('words', to === 'FINISHED' ? 'Напишите, что получилось.' : 'Напишите, почему не состоялось.');
    }
    const outcome = to === 'DECLINED' || to === 'FINISHED' ? { outcome: words } : {};
    const stored = await nextVersion(db, viewer, now, opened.value, version, { status: to, ...outcome });
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, opened.value, {
      action,
      from: status,
      to,
      ...(words !== '' && { reason: words }),
    });
    if (to === 'AGREED') {
      for (const schoolId of [hostSchoolId, ...schools.map((one) => one.schoolId)]) {
        await tellSchool(
          db,
          schoolId,
          { title: 'Партнёрство согласовано', text: title, href: `/support/partners/${id}` },
          now,
        );
      }
    }
    return done(partnershipJson(viewer, stored.value));
  });
}
