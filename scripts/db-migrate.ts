/** `npm run db:migrate`: brings the database of this environment up to date. */
import { applyMigrations, requireApplicationRole } from '../lib/db/migrate';
import { command, say } from './portal/command';
import { openDatabase } from './portal/installation';

await command(async () => {
  const database = await openDatabase(say);
  try {
    const applied = await applyMigrations(database.ownerUrl, (name) => say(`Изменяю базу данных: ${name}…`));
    await requireApplicationRole(database.ownerUrl);
    say(applied.length === 0 ? 'База данных уже соответствует этой версии.' : 'База данных обновлена.');
  } finally {
    await database.close();
  }
  process.exit(0);
});
