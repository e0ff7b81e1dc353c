import { z } from 'zod';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/access/password-rule';

export const roleSchema = z.enum(['ADMIN', 'REGION_COORDINATOR', 'MOC_HEAD', 'MOC_STAFF', 'PRINCIPAL']);

export const meSchema = z.object({
  email: z.string(),
  role: roleSchema,
  scope: z.object({
    regionId: z.uuid().optional(),
    municipalityId: z.uuid().optional(),
    schoolId: z.uuid().optional(),
  }),
});
export type Me = z.output<typeof meSchema>;

/** Letters of any alphabet on both sides: «имя@школа.рф» is an address (RFC 6531). */
const EMAIL = /^[^\s@"<>()[\],;:\\]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Адрес длиннее 254 знаков.')
  .pipe(z.email({ pattern: EMAIL, error: 'Укажите адрес вида имя@школа.рф или имя@school.ru.' }));

export const newPasswordSchema = z
  .string()
  .min(
    MINIMUM_PASSWORD_LENGTH,
    `Пароль короче ${MINIMUM_PASSWORD_LENGTH} знаков: добавьте ещё несколько слов или цифр.`,
  )
  .max(200, 'Пароль длиннее 200 знаков.');

const personNameSchema = z.string().trim().min(1, 'Укажите имя или должность.').max(200, 'Не больше 200 знаков.');
const optionalId = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.uuid('Выберите из списка.').optional(),
);

/** An administrator made from the shell. */
export const administratorSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  password: newPasswordSchema,
});
export type AdministratorInput = z.output<typeof administratorSchema>;

/** An invitation: the role and, by the role, the region, municipality or school to which it gives access. */
export const invitationSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
  regionId: optionalId,
  municipalityId: optionalId,
  schoolId: optionalId,
});
export type InvitationInput = z.output<typeof invitationSchema>;

export const passwordChangeSchema = z.object({
  current: z.string().min(1, 'Введите нынешний пароль.'),
  next: newPasswordSchema,
});

/** An expiry within a year: a date or a date and time. */
export const newTokenSchema = z.object({
  name: z.string().trim().min(1, 'Назовите токен: по имени вы узнаете его в списке.').max(100, 'Не больше 100 знаков.'),
  use: z.enum(['api', 'calendar'], { error: 'Назначение: «api» или «calendar».' }),
  expiresAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'Укажите срок: дату вида 2027-06-30.',
  }),
});
export type NewToken = z.output<typeof newTokenSchema>;

export const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  use: z.enum(['api', 'calendar']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type TokenItem = z.output<typeof tokenSchema>;

/** The answer to a new token: the secret is shown this once. */
export const createdTokenSchema = z.object({ id: z.uuid(), token: z.string() });
