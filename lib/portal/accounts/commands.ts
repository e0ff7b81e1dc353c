import { forViewer } from '@/lib/access/door';
import { fitsPassword, hashPassword } from '@/lib/access/password';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { managedRoles } from './managed-roles';

/** Ends every session of the viewer, this one too. */
export function signOutEverywhere(viewer: Viewer, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    await db.account.update({ where: { id: viewer.accountId }, data: { sessionVersion: { increment: 1 } } });
    await record(db, viewer, now, {
      action: 'account.signOutEverywhere',
      subjectType: 'account',
      subjectId: viewer.accountId,
      municipalityId: viewer.municipalityId,
      schoolId: viewer.schoolId,
    });
    return done(undefined);
  });
}

/** A new password for the viewer's own account; every session ends, so that a thief's does too. */
export async function changePassword(
  viewer: Viewer,
  input: { current: string; next: string },
  now: Date,
): Promise<Outcome<void>> {
  const passwordHash = await hashPassword(input.next);
  return forViewer(viewer, async (db) => {
    const account = await db.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
    if (!(await fitsPassword(account.passwordHash, input.current))) {
      return failed('INVALID', 'Нынешний пароль не подошёл.', {
        errors: [{ path: 'current', message: 'Нынешний пароль не подошёл: проверьте раскладку и регистр.' }],
      });
    }
    await db.account.update({
      where: { id: viewer.accountId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    await record(db, viewer, now, {
      action: 'profile.change',
      subjectType: 'account',
      subjectId: viewer.accountId,
      municipalityId: viewer.municipalityId,
      schoolId: viewer.schoolId,
      detail: 'password',
    });
    return done(undefined);
  });
}

/** Closes an account (its sessions and tokens end at once) or opens it again. */
export function setAccountActive(
  viewer: Viewer,
  accountId: string,
  active: boolean,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const account = await db.account.findUnique({ where: { id: accountId } });
    if (!account) return failed('NOT_FOUND', 'Учётная запись не найдена.');
    const refused = refusal(viewer, 'account.deactivate', { municipalityId: account.municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!managedRoles(viewer).includes(account.role)) {
      return failed('FORBIDDEN', 'Эту учётную запись закрывает администратор портала.');
    }
    if (account.id === viewer.accountId) {
      return failed('WRONG_STATE', 'Свою учётную запись закрыть нельзя: это сделает другой администратор.');
    }
    await db.account.update({ where: { id: account.id }, data: { active, sessionVersion: { increment: 1 } } });
    await record(db, viewer, now, {
      action: 'account.deactivate',
      subjectType: 'account',
      subjectId: account.id,
      municipalityId: account.municipalityId,
      schoolId: account.schoolId,
      from: { active: account.active },
      to: { active },
    });
    return done(undefined);
  });
}
