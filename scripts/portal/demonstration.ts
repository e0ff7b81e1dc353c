import pg from 'pg';
import { loadDemonstration } from '../../prisma/demo/load';
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

/** Loads the demonstration region into an embedded database that holds nothing; all of it or none. */
export async function loadDemonstrationIfEmpty(
  { embedded, ownerUrl }: Installation,
  say: (line: string) => void,
): Promise<void> {
  if (!embedded || !(await isEmpty(ownerUrl))) return;
  say('Загружаю демонстрационный регион…');
  const began = Date.now();
  await loadDemonstration(ownerUrl, showInPlace);
  showInPlace('');
  say(`Демонстрационный регион загружен за ${Math.ceil((Date.now() - began) / 1000)} с.`);
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

async function ask(ownerUrl: string, condition: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: boolean }>(`SELECT ${condition} AS "answer"`);
    return rows[0]?.answer === true;
  } finally {
    await client.end();
  }
}
