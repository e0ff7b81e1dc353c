import { mkdtempSync, rmSync } from 'node:fs';
import pg from 'pg';
import { embeddedServer } from '@/lib/db/embedded';
import { applyMigrations } from '@/lib/db/migrate';
import { COUNTRY, fillScale } from '@/tests/bench/scale';

const folder = mkdtempSync('/tmp/moc-scale-');
const s = await embeddedServer(folder, { say: console.log });
await applyMigrations(s.ownerUrl);
const t = Date.now();
await fillScale(s.ownerUrl, COUNTRY, (w) => {
  console.log(w, Date.now() - t);
});
console.log('done', Date.now() - t);
const c = new pg.Client({ connectionString: s.ownerUrl });
await c.connect();
for (const t of ['school', 'card', 'card_table_score', 'answer', 'journal_entry', 'confirmed_list_school'])
  console.log(t, (await c.query(`select count(*), pg_size_pretty(pg_total_relation_size('${t}')) from ${t}`)).rows[0]);
console.log(
  (
    await c.query(`select negative_sum, count(*) from card_table_score where table_code='T1' group by 1 order by 1`)
  ).rows
    .map((r) => r.negative_sum + ':' + r.count)
    .join(' '),
);
await c.end();
console.log('URL', s.ownerUrl, folder, process.pid);
process.on(
  'SIGTERM',
  () =>
    void s.stop().then(() => {
      rmSync(folder, { recursive: true });
      process.exit(0);
    }),
);
setInterval(() => {}, 1 << 30);
