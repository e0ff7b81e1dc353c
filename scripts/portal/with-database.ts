import { applyMigrations, pendingMigrations, requireApplicationRole } from '../../lib/db/migrate';
import { provideDatabase } from '../../lib/env';
import { CommandFault } from './command';
import { openDatabase } from './installation';

/**
 * Runs `work` on the installation's database through the portal's own door: the embedded one is started, or joined when
 * the portal runs. With `migrate` the database is brought up to date first, otherwise one that is behind is refused.
 * Throws CommandFault, EnvironmentFault and DatabaseFault.
 */
export async function withDatabase<T>({ migrate }: { migrate: boolean }, work: () => Promise<T>): Promise<T> {
  // progress goes beside the answer, which may be read by a program
  const tell = (line: string) => console.error(line);
  const database = await openDatabase(tell);
  try {
    if (migrate) await applyMigrations(database.ownerUrl, (name) => tell(`Изменяю базу данных: ${name}…`));
    else if ((await pendingMigrations(database.ownerUrl)).length > 0) {
      throw new CommandFault('База данных отстаёт от этой версии портала: сначала npm run db:migrate.');
    }
    await requireApplicationRole(database.ownerUrl);
    provideDatabase(database.ownerUrl);
    return await work();
  } finally {
    await database.close();
  }
}
