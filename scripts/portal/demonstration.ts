import pg from 'pg';
import type { Installation } from './installation';

const PASSWORD = 'smolensk-demo';
const ACCOUNTS: [string, string][] = [
  ['admin@demo.local', 'администратор установки'],
  ['soiro@demo.local', 'координатор региона (СОИРО)'],
  ['moc@demo.local', 'руководитель МОЦ, город Смоленск'],
  ['metodist@demo.local', 'методист МОЦ, город Смоленск'],
  ['director01@demo.local … director43@demo.local', 'директора школ Смоленска'],
  ['moc.vyazma@demo.local, director01.vyazma@demo.local', 'Вяземский муниципальный округ'],
];

/**
 * Loads the demonstration region into an embedded database that holds nothing, all of it or none; then brings in its
 * files of results, which goes on at the next start when it broke off.
 */
export async function loadDemonstrationIfEmpty(
  { embedded, ownerUrl }: Installation,
  say: (line: string) => void,
): Promise<void> {
  if (!embedded) return;
  if (await isEmpty(ownerUrl)) {
    await told('Загружаю демонстрационный регион…', 'Демонстрационный регион загружен', say, async () => {
      // the generator is needed once in an installation's life, and not for every start
      const { loadDemonstration } = await import('../../prisma/demo/load');
      await loadDemonstration(ownerUrl, showInPlace);
    });
  }
  if (await ask(ownerUrl, FILES_MISSING)) {
    await told('Загружаю файлы результатов демонстрационного региона…', 'Файлы результатов загружены', say, () =>
      loadFiles(ownerUrl),
    );
  }
}

const FILES_MISSING = `EXISTS (SELECT FROM installation WHERE key = 'demonstration' AND value = 'true')
  AND NOT EXISTS (SELECT FROM installation WHERE key = 'demonstrationFiles')`;

/** The mark is set last: without it the files are not in as a whole. */
async function loadFiles(ownerUrl: string): Promise<void> {
  try {
    // and so is the whole import
    const { loadDemonstrationFiles } = await import('../../prisma/demo/load-files');
    await loadDemonstrationFiles(showInPlace);
  } finally {
    // the portal opens a pool of its own
    await globalThis.mocPrismaClient?.$disconnect();
    globalThis.mocPrismaClient = undefined;
  }
  await withClient(ownerUrl, (client) =>
    client.query(`INSERT INTO installation (key, value) VALUES ('demonstrationFiles', 'true')`),
  );
}

async function told(
  before: string,
  after: string,
  say: (line: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  say(before);
  const began = Date.now();
  await work();
  showInPlace('');
  say(`${after} за ${Math.ceil((Date.now() - began) / 1000)} с.`);
}

/** One line that is written over, on a terminal alone. */
function showInPlace(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
}

/** Lines about the demonstration accounts; none when the data are real. */
export async function demonstrationLines({ ownerUrl }: Installation): Promise<string[]> {
  if (!(await ask(ownerUrl, `EXISTS (SELECT FROM installation WHERE key = 'demonstration' AND value = 'true')`)))
    return [];
  const width = Math.max(...ACCOUNTS.map(([email]) => email.length));
  return [
    'Демонстрационные данные: результаты школ вымышлены.',
    `Учётные записи (пароль у всех ${PASSWORD}):`,
    ...ACCOUNTS.map(([email, role]) => `  ${email.padEnd(width)}  ${role}`),
  ];
}

/** Neither a region nor an account was ever entered. */
function isEmpty(ownerUrl: string): Promise<boolean> {
  return ask(ownerUrl, 'NOT EXISTS (SELECT FROM region) AND NOT EXISTS (SELECT FROM account)');
}

function ask(ownerUrl: string, condition: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ answer: boolean }>(`SELECT ${condition} AS "answer"`);
    return rows[0]?.answer === true;
  });
}

async function withClient<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
