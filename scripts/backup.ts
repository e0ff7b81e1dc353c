/** `npm run backup -- FILE`: the whole installation into one file, also while the portal runs. */
import { resolve } from 'node:path';
import { writeBackup } from '../lib/db/backup/write';
import { dataEnvironment, invocationDirectory } from '../lib/env';
import { CommandFault, command, say } from './portal/command';
import { filesDirectory, openDatabase } from './portal/installation';

await command(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new CommandFault('Назовите файл: npm run backup -- копия.tar.gz');
  const target = resolve(invocationDirectory(), file);
  const environment = dataEnvironment();
  const database = await openDatabase(say, environment);
  try {
    const { rows, files } = await writeBackup(database.ownerUrl, filesDirectory(environment.dataDirectory), target);
    const count = Object.values(rows).reduce((sum, rowsOfTable) => sum + rowsOfTable, 0);
    say(`Копия готова: ${target} (строк ${count}, файлов ${files}).`);
  } finally {
    await database.close();
  }
  process.exit(0);
});
