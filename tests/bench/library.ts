/**
 * How fast the library is searched among 20,000 documents with text: `npm run bench -- library [documents]`. Through the door,
 * as a principal and as МОЦ search; the goal is 100 ms at the 95th percentile.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Viewer } from '@/lib/access/viewer';
import { embeddedServer } from '@/lib/db/embedded';
import { PrismaClient } from '@/lib/db/generated/client';
import { applyMigrations } from '@/lib/db/migrate';
import { provideInstallation } from '@/lib/env';
import { documentList } from '@/lib/portal/documents/queries';
import { documentQuerySchema } from '@/lib/portal/documents/schema';
import { say } from '@/scripts/portal/command';
import { type Measured, measured, tableLines } from './measure';
import { processorClock } from './processor-time';

const GOAL_MS = 100;
const WORDS_OF_A_TEXT = 600;
const AT_ONCE = 500;

/** What is asked; the wanted act is one of the documents. */
const QUERIES: Record<string, string> = {
  'как в названии': 'приказ об организации мероприятия',
  'в другой форме': 'приказы об организациях мероприятий',
  'с опечатками': 'преказ об орагнизации мероприятия',
  фраза: '«организации мероприятия»',
  'частое слово': 'школа',
  'редкое слово': 'стажировочными',
  'слова, которых нет': 'абракадабровый сумбурчик',
};

/** Fills a database of its own, measures and prints the table; false when the wanted act was not found. */
export async function measureLibrary(documents: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'moc-library-bench-'));
  const server = await embeddedServer(folder, { say: () => {} });
  const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: server.ownerUrl }) });
  try {
    await applyMigrations(server.ownerUrl);
    provideInstallation({
      ...{ databaseUrl: server.ownerUrl, dataDirectory: folder, sessionSecret: 'a secret of the benchmark' },
      ...{ publicAddress: 'http://127.0.0.1:3000', trustHost: true },
    });
    const { principal, head } = await peopleOf(owner);
    const began = performance.now();
    await fill(server.ownerUrl, principal, documents);
    say(
      `${documents} документов по ${WORDS_OF_A_TEXT} слов записаны за ${Math.round((performance.now() - began) / 1000)} с`,
    );
    return await measureAll(principal, head, processorClock(server.pid()));
  } finally {
    await owner.$disconnect();
    await globalThis.mocPrismaClient?.$disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(principal: Viewer, head: Viewer, clock: ReturnType<typeof processorClock>): Promise<boolean> {
  const found: Measured[] = [];
  let missed = false;
  for (const [who, viewer] of [
    ['директор', principal],
    ['МОЦ', head],
  ] as const) {
    for (const [name, q] of Object.entries(QUERIES)) {
      const search = () => documentList(viewer, documentQuerySchema.parse({ q }));
      const list = await search();
      if (!list.ok) throw new Error(list.failure.detail);
      const wanted = list.value.items.some(({ title }) => title === WANTED);
      if (q.includes('организац') && !q.includes('абра') && !wanted) missed = true;
      const more = list.value.corrected ? `, понято как «${list.value.corrected}»` : '';
      found.push(
        await measured(
          { name: `${who}: ${name} (найдено ${list.value.total}${more})`, call: search, goal: GOAL_MS },
          clock,
        ),
      );
    }
  }
  for (const line of tableLines(found)) console.log(line);
  if (missed) say('Нужный приказ не найден.');
  return !missed;
}

const WANTED = 'Приказ об организации мероприятия «Повышение качества образования»';

async function peopleOf(owner: PrismaClient): Promise<{ principal: Viewer; head: Viewer }> {
  const region = await owner.region.create({ data: { code: 'bench', name: 'Область' } });
  const municipality = await owner.municipality.create({
    data: { regionId: region.id, code: 'bench', name: 'Город', kind: 'MUNICIPAL_OKRUG' },
  });
  const school = await owner.school.create({
    data: { municipalityId: municipality.id, code: 'bench-1', name: 'Школа № 1', shortName: 'Школа № 1' },
  });
  const viewerOf = async (role: 'PRINCIPAL' | 'MOC_HEAD', schoolId: string | null): Promise<Viewer> => {
    const name = role;
    const email = `${role.toLowerCase()}@bench.local`;
    const scope = { regionId: region.id, municipalityId: municipality.id, schoolId };
    const { id: accountId } = await owner.account.create({ data: { email, name, role, passwordHash: '-', ...scope } });
    const municipalityIds = role === 'PRINCIPAL' ? [] : [municipality.id];
    return { accountId, email, name, role, ...scope, municipalityIds, preferences: {} };
  };
  return { principal: await viewerOf('PRINCIPAL', school.id), head: await viewerOf('MOC_HEAD', null) };
}

/** Documents of words that are drawn as in a language: few often, most seldom; every fifth is for the centre alone. */
async function fill(ownerUrl: string, { regionId, municipalityId }: Viewer, documents: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const draw = drawn(7);
    const text = (words: number) => Array.from({ length: words }, () => wordAt(draw())).join(' ');
    const titles = [WANTED, 'О стажировочных площадках'];
    for (let at = 0; at < documents; at += AT_ONCE) {
      const count = Math.min(AT_ONCE, documents - at);
      const rows = Array.from({ length: count }, (_, row) => ({
        title: titles[at + row] ?? text(6),
        about: text(12),
        audience: (at + row) % 5 === 4 ? 'CENTRE' : 'SCHOOLS',
        body: text(WORDS_OF_A_TEXT),
        key: `bench/${at + row}`,
      }));
      await client.query(
        `WITH given AS (SELECT gen_random_uuid() AS id, g.* FROM jsonb_to_recordset($1::jsonb) AS g(title text, about text, audience text, body text, key text)),
         stored AS (
           INSERT INTO document (id, region_id, municipality_id, kind, type, title, about, audience, changed_by, changed_at)
           SELECT id, $2::uuid, $3::uuid, 'ACT', 'Приказ', title, about, audience::document_audience, 'bench', now() FROM given)
         INSERT INTO document_file (id, document_id, number, name, media_type, size, sha256, storage_key, text, uploaded_by, uploaded_at)
         SELECT gen_random_uuid(), id, 1, 'a.docx', 'application/msword', 1, '', key, body, 'bench', now() FROM given`,
        [JSON.stringify(rows), regionId, municipalityId],
      );
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

const STEMS =
  'школ учител класс урок предмет результат анализ отчёт приказ мероприят организац программ поддержк партнёр обучен качеств оценк провер монитор методик материал совет план срок центр город регион образован развит компетен';
const ENDINGS = ['а', 'и', 'ов', 'ами', 'ный', 'ного', 'ность', 'ение', 'ика', 'тель', 'ство', 'очка'];
const COMMON = STEMS.split(' ');

/** The word of that rank: the first are stems of schools with endings, later ones have a syllable before them. */
function wordAt(rank: number): string {
  const stem = COMMON[rank % COMMON.length] ?? '';
  const ending = ENDINGS[Math.floor(rank / COMMON.length) % ENDINGS.length] ?? '';
  const turn = Math.floor(rank / (COMMON.length * ENDINGS.length));
  return `${SYLLABLES[turn % SYLLABLES.length]}${stem}${ending}`;
}

const SYLLABLES = [
  '',
  'пере',
  'под',
  'сверх',
  'меж',
  'полу',
  'без',
  'над',
  'про',
  'со',
  'вне',
  'раз',
  'пред',
  'супер',
  'анти',
  'авто',
  'мета',
  'нео',
  'био',
  'гео',
];
const VOCABULARY = COMMON.length * ENDINGS.length * SYLLABLES.length;

/** Ranks by Zipf's law from a fixed seed, the same at every run. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(VOCABULARY ** (state / 2_147_483_648)) - 1;
  };
}
