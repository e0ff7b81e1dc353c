/** The embedded PostgreSQL alone, up to date, until Ctrl-C: for looking into it and for development beside it. */
import { embeddedServer } from '../lib/db/embedded';
import { applyMigrations } from '../lib/db/migrate';
import { dataDirectory } from '../lib/env';

const say = (line: string) => console.log(line);
const server = await embeddedServer(dataDirectory(), { say });
await applyMigrations(server.ownerUrl, (name) => say(`Изменяю базу: ${name}`));
say(`DATABASE_URL=${server.ownerUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
setInterval(() => {}, 1 << 30);
