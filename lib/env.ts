/**
 * THE ONLY READER OF process.env. docs/operations.md lists the variables; a wrong or missing one stops the start with
 * one line that names it (EnvironmentFault).
 */
import { resolve } from 'node:path';
import { z } from 'zod';

/** A variable that is wrong or missing; the message is one Russian line that names it and says what to do. */
export class EnvironmentFault extends Error {
  readonly variable: string;
  constructor(variable: string, message: string) {
    super(`${variable}: ${message}`);
    this.variable = variable;
  }
}

/** Where the data of the portal are. */
export interface DataEnvironment {
  /** null: the embedded PostgreSQL */
  databaseUrl: string | null;
  /** absolute path of MOC_DATA_DIR */
  dataDirectory: string;
}

/** What the portal was told by its environment. */
export interface PortalEnvironment extends DataEnvironment {
  /** TCP port, 1…65535 */
  port: number;
  host: string;
  /** null: generated and kept in the data directory (embedded PostgreSQL only) */
  sessionSecret: string | null;
  /** the address people use, without a trailing slash; null: http://127.0.0.1:PORT (embedded PostgreSQL only) */
  publicAddress: string | null;
}

export interface MailSettings {
  smtpUrl: string;
  from: string;
}

/** Where uploaded files are kept instead of the data directory. */
export interface BucketSettings {
  /** without the bucket and a trailing slash */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const LEAST_SECRET_LENGTH = 16;
const NOT_BUILT = ['OIDC_'];

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().int().min(1).max(65535));
const host = z.string().regex(/^[\w.:-]+$/);

function value(name: string): string | undefined {
  const text = process.env[name]?.trim();
  return text === '' ? undefined : text;
}

function read<T>(name: string, schema: z.ZodType<T>, fallback: T, message: string): T {
  const text = value(name);
  if (text === undefined) return fallback;
  const result = schema.safeParse(text);
  if (!result.success) throw new EnvironmentFault(name, message);
  return result.data;
}

function url(name: string, protocols: readonly string[], message: string): URL | null {
  const text = value(name);
  if (text === undefined) return null;
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (!parsed || !protocols.includes(parsed.protocol) || parsed.hostname === '')
    throw new EnvironmentFault(name, message);
  return parsed;
}

/**
 * All of the environment, checked. Throws EnvironmentFault.
 */
export function portalEnvironment(): PortalEnvironment {
  refuseWhatIsNotBuilt();
  const address = url('NEXTAUTH_URL', ['http:', 'https:'], 'нужен адрес портала вида https://moc.example.ru.');
  if (address && address.pathname !== '/') {
    throw new EnvironmentFault(
      'NEXTAUTH_URL',
      'нужен адрес без пути, вида https://moc.example.ru: портал занимает весь узел.',
    );
  }
  const environment: PortalEnvironment = {
    port: read('PORT', port, 3000, `нужен номер порта от 1 до 65535, а не «${value('PORT')}».`),
    host: read('HOST', host, '127.0.0.1', `нужен адрес или имя узла, а не «${value('HOST')}».`),
    ...dataEnvironment(),
    sessionSecret: value('NEXTAUTH_SECRET') ?? null,
    publicAddress: address?.origin ?? null,
  };
  requireSecrets(environment);
  mailSettings();
  bucketSettings();
  return environment;
}

/** What a command needs that works on the data and serves nobody. Throws EnvironmentFault. */
export function dataEnvironment(): DataEnvironment {
  return { databaseUrl: checkedDatabaseUrl(), dataDirectory: dataDirectory() };
}

function checkedDatabaseUrl(): string | null {
  const message = 'нужен адрес PostgreSQL вида postgresql://пользователь:пароль@узел:5432/база.';
  const parsed = url('DATABASE_URL', ['postgres:', 'postgresql:'], message);
  if (parsed && parsed.pathname.length < 2) throw new EnvironmentFault('DATABASE_URL', `не названа база; ${message}`);
  return parsed ? (value('DATABASE_URL') ?? null) : null;
}

function requireSecrets({ databaseUrl, sessionSecret, publicAddress }: PortalEnvironment): void {
  if (sessionSecret !== null && sessionSecret.length < LEAST_SECRET_LENGTH) {
    throw new EnvironmentFault(
      'NEXTAUTH_SECRET',
      `нужно не меньше ${LEAST_SECRET_LENGTH} знаков: openssl rand -base64 32.`,
    );
  }
  if (databaseUrl === null) return;
  if (sessionSecret === null) {
    throw new EnvironmentFault('NEXTAUTH_SECRET', 'обязательна вместе с DATABASE_URL: openssl rand -base64 32.');
  }
  if (publicAddress === null) {
    throw new EnvironmentFault(
      'NEXTAUTH_URL',
      'обязательна вместе с DATABASE_URL: адрес портала вида https://moc.example.ru.',
    );
  }
}

/** What this version cannot do yet is refused, never silently ignored. */
function refuseWhatIsNotBuilt(): void {
  for (const name of Object.keys(process.env).sort()) {
    if (value(name) === undefined || !NOT_BUILT.some((prefix) => name.startsWith(prefix))) continue;
    throw new EnvironmentFault(name, 'эта версия портала её ещё не поддерживает; уберите переменную.');
  }
}

/** LINK_CHECKS: `off` keeps the portal from asking the addresses of documents. Throws EnvironmentFault on anything else. */
export function linkChecksWanted(): boolean {
  const wanted = value('LINK_CHECKS') ?? 'on';
  if (wanted !== 'on' && wanted !== 'off') throw new EnvironmentFault('LINK_CHECKS', 'значение on или off.');
  return wanted === 'on';
}

/** SMTP_URL and MAIL_FROM; null: letters stay in the portal's outbox. Throws EnvironmentFault. */
export function mailSettings(): MailSettings | null {
  const smtp = url('SMTP_URL', ['smtp:', 'smtps:'], 'нужен адрес вида smtp://пользователь:пароль@узел:587.');
  if (!smtp) return null;
  const from = value('MAIL_FROM');
  if (!from || !/^[^@\n]*[^\s@]+@[^\s@]+$/.test(from)) {
    throw new EnvironmentFault(
      'MAIL_FROM',
      'обязательна вместе с SMTP_URL: адрес отправителя вида «МОЦ <moc@example.ru>».',
    );
  }
  return { smtpUrl: smtp.href, from };
}

const BUCKET_VARIABLES = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** S3_*; null: uploaded files stay in the data directory. All of the group or none. Throws EnvironmentFault. */
export function bucketSettings(): BucketSettings | null {
  const given = BUCKET_VARIABLES.filter((name) => value(name) !== undefined);
  if (given.length === 0) return null;
  const missing = BUCKET_VARIABLES.filter((name) => value(name) === undefined);
  if (missing.length > 0) {
    throw new EnvironmentFault(given.join(', '), `вместе с этим нужны ${missing.join(', ')}: хранилище файлов S3.`);
  }
  const endpoint = url(
    'S3_ENDPOINT',
    ['http:', 'https:'],
    'нужен адрес хранилища вида https://s3.example.ru, без корзины.',
  );
  const bucket = read(
    'S3_BUCKET',
    z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    '',
    'нужно имя корзины: от 3 до 63 строчных латинских букв, цифр, точек и дефисов.',
  );
  return {
    endpoint: (endpoint?.href ?? '').replace(/\/+$/, ''),
    bucket,
    region: value('S3_REGION') ?? 'us-east-1',
    accessKeyId: value('S3_ACCESS_KEY_ID') ?? '',
    secretAccessKey: value('S3_SECRET_ACCESS_KEY') ?? '',
  };
}

/** Absolute path of MOC_DATA_DIR: embedded database, uploaded files, generated secret. */
export function dataDirectory(): string {
  return resolve(/* turbopackIgnore: true */ value('MOC_DATA_DIR') ?? '.data');
}

/** The owner's address of the database; the start gives it for the embedded one. Throws EnvironmentFault. */
export function databaseUrl(): string {
  const text = value('DATABASE_URL');
  if (!text)
    throw new EnvironmentFault('DATABASE_URL', 'не задана; запускайте портал командой npm start или npm run dev.');
  return text;
}

/** What signs sessions; the start gives the generated one. Throws EnvironmentFault. */
export function sessionSecret(): string {
  const text = value('NEXTAUTH_SECRET');
  if (!text)
    throw new EnvironmentFault('NEXTAUTH_SECRET', 'не задана; запускайте портал командой npm start или npm run dev.');
  return text;
}

/** The address people use, for links in letters, without a trailing slash. Throws EnvironmentFault. */
export function publicAddress(): string {
  const address = url('NEXTAUTH_URL', ['http:', 'https:'], 'нужен адрес портала вида https://moc.example.ru.');
  if (!address)
    throw new EnvironmentFault('NEXTAUTH_URL', 'не задана; запускайте портал командой npm start или npm run dev.');
  return address.origin;
}

/** What the start found out for the rest of the process: Next, next-auth and the pool read it from the environment. */
export interface RunningInstallation {
  databaseUrl: string;
  dataDirectory: string;
  sessionSecret: string;
  publicAddress: string;
  /** the address of a request is taken from its Host header: 127.0.0.1 and localhost both work */
  trustHost: boolean;
}

/** Makes the installation known to this process. next-auth 4 reads its three variables by itself. */
export function provideInstallation(running: RunningInstallation): void {
  process.env.DATABASE_URL = running.databaseUrl;
  process.env.MOC_DATA_DIR = running.dataDirectory;
  process.env.NEXTAUTH_SECRET = running.sessionSecret;
  process.env.NEXTAUTH_URL = running.publicAddress;
  if (running.trustHost) process.env.AUTH_TRUST_HOST = 'true';
  else delete process.env.AUTH_TRUST_HOST;
}

/** Tells this process where its database is: for commands that work on the data and serve nobody. */
export function provideDatabase(databaseUrl: string): void {
  process.env.DATABASE_URL = databaseUrl;
}

/** The environment of `next build`: no database, no secrets of this machine; the build must not depend on them. */
export function buildEnvironment(folder: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, NEXTAUTH_SECRET: _secret, NODE_OPTIONS: _options, ...rest } = process.env;
  return {
    ...rest,
    MOC_BUILD_DIR: folder,
    NEXTAUTH_SECRET: 'only-for-the-build-and-never-stored',
    NEXTAUTH_URL: 'http://127.0.0.1:3000',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
}

/** Tells Next, which runs in this process, which build it serves. */
export function provideBuild(folder: string): void {
  process.env.MOC_BUILD_DIR = folder;
  process.env.NEXT_TELEMETRY_DISABLED = '1';
}

/** TEST_DATABASE_URL: a PostgreSQL for the tests whose user may make databases; null: the embedded one. */
export function testDatabaseUrl(): string | null {
  return value('TEST_DATABASE_URL') ?? null;
}

/** The environment of a portal under test: nothing of ours but what finds programs, and what the test says. */
export function testEnvironment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, NODE_ENV: 'production', ...variables };
}

/** Where the person stood when npm was called: paths on the command line are meant from there. */
export function invocationDirectory(): string {
  return value('INIT_CWD') ?? process.cwd();
}
