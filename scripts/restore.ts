/** `npm run restore -- FILE`: a backup into an empty installation, all or nothing. */
import { resolve } from 'node:path';
import { restoreBackup } from '../lib/db/backup/read';
import { applyMigrations, requireApplicationRole } from '../lib/db/migrate';
import { dataEnvironment, invocationDirectory } from '../lib/env';
import { ownBucket } from '../lib/work/storage-bucket';
import { CommandFault, command, say } from './portal/command';
import { filesDirectory, openDatabase } from './portal/installation';
import { takePortalLock } from './portal/running';

await command(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new CommandFault('Назовите файл: npm run restore -- копия.tar.gz');
  const source = resolve(invocationDirectory(), file);
  const environment = dataEnvironment();
  const bucket = ownBucket();
  const directory = filesDirectory(environment.dataDirectory);
  const lock = takePortalLock(environment, 'npm run restore');
  const database = await openDatabase(say, environment);
  try {
    const place = bucket ? (folder: string) => bucket.copyFrom(folder) : undefined;
    const { rows, files } = await restoreBackup(database.ownerUrl, directory, source, place);
    await applyMigrations(database.ownerUrl, (name) => say(`Изменяю базу данных: ${name}…`));
    await requireApplicationRole(database.ownerUrl);
    const count = Object.values(rows).reduce((sum, rowsOfTable) => sum + rowsOfTable, 0);
    say(`Восстановлено из ${source}: строк ${count}, файлов ${files}.`);
  } finally {
    await database.close();
    lock.release();
  }
  process.exit(0);
});
