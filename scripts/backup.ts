/** `npm run backup -- FILE`: the whole installation into one file, also while the portal runs. */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeBackup } from '../lib/db/backup/write';
import { dataEnvironment, invocationDirectory } from '../lib/env';
import { ownBucket } from '../lib/work/storage-bucket';
import { CommandFault, command, say } from './portal/command';
import { filesDirectory, openDatabase } from './portal/installation';

await command(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new CommandFault('Назовите файл: npm run backup -- копия.tar.gz');
  const target = resolve(invocationDirectory(), file);
  const environment = dataEnvironment();
  const bucket = ownBucket();
  const directory = filesDirectory(environment.dataDirectory);
  const copies = `${directory}.backup-${process.pid}`;
  const database = await openDatabase(say, environment);
  try {
    const folder = async () => {
      if (!bucket) return directory;
      say('Забираю файлы из хранилища S3…');
      await bucket.copyTo(copies);
      return copies;
    };
    const { rows, files } = await writeBackup(database.ownerUrl, folder, target);
    const count = Object.values(rows).reduce((sum, rowsOfTable) => sum + rowsOfTable, 0);
    say(`Копия готова: ${target} (строк ${count}, файлов ${files}).`);
  } finally {
    await rm(copies, { recursive: true, force: true });
    await database.close();
  }
  process.exit(0);
});
