/** Accounts from the shell (`npm run user`): whoever may start the portal stands above its roles. */
import { forSystem, type ScopedDatabase } from '@/lib/access/door';
import { hashPassword } from '@/lib/access/password';
import type { Role } from '@/lib/access/viewer';
import type { Account } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import type { AdministratorInput } from './schema';

const SHELL = { accountId: null, name: 'Командная строка' };

export interface ShellAccount {
  email: string;
  name: string;
  role: Role;
  /** school, municipality or region; null: the whole portal */
  place: string | null;
  active: boolean;
  lastSignInAt: Date | null;
}

/** Makes an administrator: the first of a new installation, or another one. CONFLICT when the e-mail is taken. */
export async function createAdministrator(input: AdministratorInput, now: Date): Promise<Outcome<void>> {
  const { email, name, password } = input;
  const passwordHash = await hashPassword(password);
  return forSystem('maintenance', async (db) => {
    if (await db.account.findUnique({ where: { email } })) {
      return failed('CONFLICT', `Учётная запись ${email} уже есть. Новый пароль ей даст команда password.`);
    }
    const account = await db.account.create({ data: { email, name, passwordHash, role: 'ADMIN', createdAt: now } });
    await recordChange(db, account, now, { to: { email, role: 'ADMIN' }, detail: 'created' });
    return done(undefined);
  });
}

/** A new password for any account; its sessions end. A closed account stays closed. */
export async function setPassword(email: string, password: string, now: Date): Promise<Outcome<void>> {
  const passwordHash = await hashPassword(password);
  return change(email, async (db, account) => {
    await db.account.update({ where: { id: account.id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
    await recordChange(db, account, now, { detail: 'password' });
  });
}

/** Closes an account (its sessions and tokens end at once) or opens it again. */
export function setActive(email: string, active: boolean, now: Date): Promise<Outcome<void>> {
  return change(email, async (db, account) => {
    await db.account.update({ where: { id: account.id }, data: { active, sessionVersion: { increment: 1 } } });
    await recordChange(db, account, now, { from: { active: account.active }, to: { active } });
  });
}

/** Every account: administrators first, then by role and e-mail. */
export function allAccounts(): Promise<ShellAccount[]> {
  return forSystem('maintenance', async (db) => {
    const accounts = await db.account.findMany({
      include: { region: true, municipality: true, school: true },
      orderBy: [{ role: 'asc' }, { email: 'asc' }],
    });
    return accounts.map(({ email, name, role, active, lastSignInAt, region, municipality, school }) => ({
      email,
      name,
      role,
      place: school?.shortName ?? municipality?.name ?? region?.name ?? null,
      active,
      lastSignInAt,
    }));
  });
}

function change(email: string, work: (db: ScopedDatabase, account: Account) => Promise<void>): Promise<Outcome<void>> {
  return forSystem('maintenance', async (db) => {
    const account = await db.account.findUnique({ where: { email } });
    if (!account) return failed('NOT_FOUND', `Учётной записи ${email} нет. Все записи покажет команда list.`);
    await work(db, account);
    return done(undefined);
  });
}

function recordChange(
  db: ScopedDatabase,
  { id, municipalityId, schoolId }: Account,
  now: Date,
  what: { from?: unknown; to?: unknown; detail?: string },
): Promise<void> {
  return record(db, SHELL, now, {
    action: 'account.fromShell',
    subjectType: 'account',
    subjectId: id,
    municipalityId,
    schoolId,
    ...what,
  });
}
