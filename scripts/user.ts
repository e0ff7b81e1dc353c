/** `npm run user -- …`: accounts from the shell, above all the first administrator of a real installation. */
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import type { Outcome } from '../lib/domain/failure';
import { ROLE_NAMES } from '../lib/domain/role-names';
import { formatDate } from '../lib/domain/russian';
import { administratorSchema, emailSchema, newPasswordSchema } from '../lib/portal/accounts/schema';
import { allAccounts, createAdministrator, setActive, setPassword } from '../lib/portal/accounts/shell-commands';
import { CommandFault, command } from './portal/command';
import { hiddenLine, wholeInput } from './portal/hidden-input';
import { withDatabase } from './portal/with-database';

const USAGE = `Команды:
  npm run user -- create --email admin@example.ru --name "Администратор"   новый администратор
  npm run user -- password --email admin@example.ru                        новый пароль
  npm run user -- list                                                     все учётные записи
  npm run user -- deactivate --email admin@example.ru                      закрыть: вход и сеансы прекращаются сразу
  npm run user -- activate --email admin@example.ru                        открыть снова
Пароль спрашивается без показа на экране; из программы — через стандартный ввод и --password-stdin.`;

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const;

type Given = ReturnType<typeof given>;

function given() {
  // a password on the command line would stay in the shell's history and in the list of processes
  if (process.argv.some((argument) => /^--password(=|$)/.test(argument))) {
    throw new CommandFault('Пароль в командной строке увидят другие: уберите --password, пароль будет спрошен.');
  }
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [name = '', ...rest] = positionals;
    if (rest.length > 0) throw new CommandFault(`Лишнее: ${rest.join(' ')}. Имя из нескольких слов берётся в кавычки.`);
    return { name, options: values };
  } catch (error) {
    throw error instanceof CommandFault ? error : new CommandFault(USAGE);
  }
}

async function create(options: Given['options']): Promise<void> {
  const named = checked(administratorSchema.omit({ password: true }), {
    email: options.email ?? '',
    name: options.name ?? '',
  });
  const password = await newPassword(options);
  await withDatabase({ migrate: true }, async () => {
    requireDone(await createAdministrator({ ...named, password }, new Date()));
  });
  console.log(`Администратор ${named.email} создан. Войти: /sign-in.`);
}

async function password(options: Given['options']): Promise<void> {
  const email = emailOf(options);
  const next = await newPassword(options);
  await withDatabase({ migrate: false }, async () => requireDone(await setPassword(email, next, new Date())));
  console.log(`Пароль ${email} изменён, открытые сеансы завершены.`);
}

async function list(): Promise<void> {
  const accounts = await withDatabase({ migrate: false }, allAccounts);
  for (const { email, name, role, place, active, lastSignInAt } of accounts) {
    const last = lastSignInAt ? `вход ${formatDate(lastSignInAt)}` : 'не входил';
    console.log([email, name, ROLE_NAMES[role], place ?? 'весь портал', active ? last : 'закрыта'].join(' · '));
  }
  console.log(`Учётных записей: ${accounts.length}.`);
}

async function setOpen(options: Given['options'], active: boolean): Promise<void> {
  const email = emailOf(options);
  const administrators = await withDatabase({ migrate: false }, async () => {
    requireDone(await setActive(email, active, new Date()));
    return (await allAccounts()).filter((account) => account.role === 'ADMIN' && account.active).length;
  });
  console.log(active ? `Учётная запись ${email} открыта.` : `Учётная запись ${email} закрыта, её сеансы завершены.`);
  if (administrators === 0) console.log('Действующих администраторов не осталось: создайте нового командой create.');
}

const COMMANDS: Readonly<Record<string, (options: Given['options']) => Promise<void>>> = {
  create,
  password,
  list,
  deactivate: (options) => setOpen(options, false),
  activate: (options) => setOpen(options, true),
};

function emailOf(options: Given['options']): string {
  return checked(emailSchema, options.email ?? '');
}

/** The new password: asked for twice on a terminal, read from the standard input otherwise. */
async function newPassword(options: Given['options']): Promise<string> {
  if (options['password-stdin'] || !process.stdin.isTTY) {
    return checked(newPasswordSchema, await wholeInput(process.stdin));
  }
  const first = checked(newPasswordSchema, await hiddenLine('Новый пароль: ', process.stdin, process.stderr));
  const second = await hiddenLine('Ещё раз: ', process.stdin, process.stderr);
  if (first !== second) throw new CommandFault('Пароли не совпали, ничего не изменено. Повторите команду.');
  return first;
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new CommandFault(result.error.issues.map(({ message }) => message).join(' '));
  return result.data;
}

function requireDone(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new CommandFault(outcome.failure.detail);
}

await command(async () => {
  const { name, options } = given();
  const work = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!work) throw new CommandFault(USAGE);
  await work(options);
  process.exit(0);
});
