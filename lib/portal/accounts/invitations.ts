import { forSystem, forViewer, type ScopedDatabase } from '@/lib/access/door';
import { hashPassword } from '@/lib/access/password';
import { refusal } from '@/lib/access/policy';
import { hashOfSecret, newSecret } from '@/lib/access/secret-token';
import type { Role, Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { writeLetters } from '@/lib/portal/messages/commands';
import { managedRoles } from './managed-roles';
import type { InvitationInput } from './schema';

const VALID_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Place {
  regionId: string | null;
  municipalityId: string | null;
  schoolId: string | null;
}

/** The whole place of an account by its role: the levels above are filled in, the ones below stay empty. */
async function placeOf(db: ScopedDatabase, input: InvitationInput): Promise<Outcome<Place>> {
  const missing = (path: string, message: string) => failed('INVALID', message, { errors: [{ path, message }] });
  switch (input.role) {
    case 'ADMIN':
      return done({ regionId: null, municipalityId: null, schoolId: null });
    case 'REGION_COORDINATOR': {
      const region = input.regionId ? await db.region.findUnique({ where: { id: input.regionId } }) : null;
      return region
        ? done({ regionId: region.id, municipalityId: null, schoolId: null })
        : missing('regionId', 'Выберите регион координатора.');
    }
    case 'MOC_HEAD':
    case 'MOC_STAFF': {
      const id = input.municipalityId;
      const municipality = id ? await db.municipality.findUnique({ where: { id } }) : null;
      return municipality
        ? done({ regionId: municipality.regionId, municipalityId: municipality.id, schoolId: null })
        : missing('municipalityId', 'Выберите муниципалитет сотрудника МОЦ.');
    }
    case 'PRINCIPAL': {
      const id = input.schoolId;
      const school = id ? await db.school.findUnique({ where: { id }, include: { municipality: true } }) : null;
      return school
        ? done({ regionId: school.municipality.regionId, municipalityId: school.municipalityId, schoolId: school.id })
        : missing('schoolId', 'Выберите школу директора.');
    }
  }
}

/**
 * Invites a person, or gives a person who has an account a link to set a new password. The link is given back once and
 * written into a letter; it works for 7 days, once, and ends when it is revoked or another one is made.
 */
export function invite(
  viewer: Viewer,
  input: InvitationInput,
  portalAddress: string,
  now: Date,
): Promise<Outcome<{ id: string; link: string; expiresAt: Date }>> {
  return forViewer(viewer, async (db) => {
    const place = await placeOf(db, input);
    if (!place.ok) return place;
    const refused = refusal(viewer, 'account.invite', { municipalityId: place.value.municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!managedRoles(viewer).includes(input.role)) {
      return failed('FORBIDDEN', 'Людей с этой ролью приглашает администратор портала.');
    }
    const known = await accountByEmail(input.email);
    if (known && !sameAccount(known, input.role, place.value)) {
      const message = 'У этого адреса уже есть учётная запись с другой ролью или школой. Укажите другой адрес.';
      return failed('CONFLICT', message, { errors: [{ path: 'email', message }] });
    }
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + VALID_DAYS * DAY_MS);
    await db.invitation.updateMany({
      where: { email: input.email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const invitation = await db.invitation.create({
      data: {
        email: input.email,
        name: input.name,
        role: input.role,
        ...place.value,
        tokenHash: hashOfSecret(secret),
        createdById: viewer.accountId,
        createdAt: now,
        expiresAt,
      },
    });
    const link = `${portalAddress}/invitation/${secret}`;
    // Whoever reads the outbox could use the link: letters to those above МОЦ staff are shown to the administrator only.
    const ownOutbox = managedRoles({ role: 'MOC_HEAD' }).includes(input.role);
    await writeLetters(
      db,
      [
        {
          recipient: input.email,
          subject: known ? 'Новый пароль для портала МОЦ' : 'Приглашение в портал МОЦ',
          text: `${input.name}, здравствуйте!\n\nЧтобы задать пароль, откройте ссылку (действует 7 дней):\n${link}\n\nЕсли вы не ждали этого письма, ничего делать не нужно.`,
          municipalityId: ownOutbox ? place.value.municipalityId : null,
        },
      ],
      now,
    );
    await record(db, viewer, now, {
      action: 'account.invite',
      subjectType: 'invitation',
      subjectId: invitation.id,
      municipalityId: place.value.municipalityId,
      schoolId: place.value.schoolId,
      to: { email: input.email, role: input.role },
    });
    return done({ id: invitation.id, link, expiresAt });
  });
}

/** E-mails are unique over the whole installation, beyond the sight of the one who invites. */
function accountByEmail(email: string) {
  return forSystem('invitation', (db) => db.account.findUnique({ where: { email } }));
}

function sameAccount(account: { role: Role } & Place, role: Role, place: Place): boolean {
  return (
    account.role === role &&
    account.regionId === place.regionId &&
    account.municipalityId === place.municipalityId &&
    account.schoolId === place.schoolId
  );
}

/** Makes an invitation's link useless. */
export function revokeInvitation(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const invitation = await db.invitation.findUnique({ where: { id } });
    if (!invitation) return failed('NOT_FOUND', 'Приглашение не найдено.');
    const refused = refusal(viewer, 'account.invite', { municipalityId: invitation.municipalityId });
    if (refused) return { ok: false, failure: refused };
    await db.invitation.updateMany({ where: { id, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
    await record(db, viewer, now, {
      action: 'account.invite',
      subjectType: 'invitation',
      subjectId: id,
      municipalityId: invitation.municipalityId,
      schoolId: invitation.schoolId,
      detail: 'revoked',
    });
    return done(undefined);
  });
}

const ENDED = 'Ссылка недействительна: она уже использована, отозвана или прошло 7 дней. Попросите МОЦ прислать новую.';

/** Whom the link of an invitation is for, before it is accepted. */
export function invitationBehind(secret: string, now: Date): Promise<Outcome<{ email: string; name: string }>> {
  return forSystem('invitation', async (db) => {
    const found = await db.invitation.findUnique({ where: { tokenHash: hashOfSecret(secret) } });
    return found && !found.acceptedAt && !found.revokedAt && found.expiresAt > now
      ? done({ email: found.email, name: found.name })
      : failed('NOT_FOUND', ENDED);
  });
}

/** Sets the password behind an invitation's link: makes the account, or gives the known one a new password. */
export async function acceptInvitation(
  secret: string,
  password: string,
  now: Date,
): Promise<Outcome<{ email: string }>> {
  const passwordHash = await hashPassword(password);
  return forSystem('invitation', async (db) => {
    const tokenHash = hashOfSecret(secret);
    const taken = await db.invitation.updateMany({
      where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (taken.count === 0) return failed('NOT_FOUND', ENDED);
    const { id, email, name, role, regionId, municipalityId, schoolId } = await db.invitation.findUniqueOrThrow({
      where: { tokenHash },
    });
    const known = await db.account.findUnique({ where: { email } });
    if (known && !sameAccount(known, role, { regionId, municipalityId, schoolId })) return failed('NOT_FOUND', ENDED);
    const account = await db.account.upsert({
      where: { email },
      create: { email, name, role, regionId, municipalityId, schoolId, passwordHash, createdAt: now },
      update: { passwordHash, active: true, sessionVersion: { increment: 1 } },
    });
    await record(db, { accountId: account.id, name: account.name }, now, {
      action: 'account.acceptInvitation',
      subjectType: 'invitation',
      subjectId: id,
      municipalityId,
      schoolId,
    });
    return done({ email });
  });
}
