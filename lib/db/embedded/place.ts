import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseFault } from '../fault';
import { canReach, nameOf, postgresUser, type SystemUser } from './system-user';

/** Where things stand that a checkout closed to PostgreSQL's user cannot hold. */
export const SHARED_HOME = '/var/lib/moc-portal';

const WRITTEN_PLACE = 'database.place';

/** Where the server's files stand and under whom it runs. */
export interface DatabasePlace {
  /** holds pgdata, the passwords, the port, the log; ours, PostgreSQL's user may only enter it */
  folder: string;
  /** null: the server runs under our own user */
  user: SystemUser | null;
}

/**
 * MOC_DATA_DIR/database, or, when PostgreSQL's user cannot enter it, a folder of its own under /var/lib/moc-portal whose
 * name is written down in MOC_DATA_DIR/database.place. The real path, so that it can be compared with what the system
 * tells of a process. Throws DatabaseFault.
 */
export function databasePlace(dataDirectory: string, say: (line: string) => void): DatabasePlace {
  mkdirSync(dataDirectory, { recursive: true });
  const written = join(dataDirectory, WRITTEN_PLACE);
  const folder = existsSync(written) ? writtenFolder(written) : join(realpathSync(dataDirectory), 'database');
  if (process.getuid?.() !== 0) {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    refuseForeign(folder);
    return { folder, user: null };
  }
  const user = ownerOf(join(folder, 'pgdata')) ?? postgresUser();
  openTo(user, realpathSync(dataDirectory));
  if (existsSync(folder)) {
    if (!canReach(folder, user)) {
      throw new DatabaseFault(
        `Пользователь ${user.name} не может войти в ${folder}: откройте ему путь (chmod o+x) и запустите снова.`,
      );
    }
    return { folder, user };
  }
  if (canReach(realpathSync(dataDirectory), user)) {
    mkdirSync(folder, { mode: 0o711 });
    return { folder, user };
  }
  return { folder: moved(written, dataDirectory, user, say), user };
}

/**
 * The data directory is the portal's own: when nothing but its own mode keeps PostgreSQL's user out, the user may pass
 * through it (and list nothing; what is secret in it has a mode of its own).
 */
function openTo(user: SystemUser, directory: string): void {
  if (canReach(directory, user) || !canReach(dirname(directory), user)) return;
  chmodSync(directory, statSync(directory).mode | 0o011);
}

/** A server that another user made goes on under that user, also when root starts the portal. */
function ownerOf(pgdata: string): SystemUser | null {
  if (!existsSync(pgdata)) return null;
  const { uid, gid } = statSync(pgdata);
  return uid === 0 ? null : { name: nameOf(uid), uid, gid };
}

function moved(written: string, dataDirectory: string, user: SystemUser, say: (line: string) => void): string {
  const folder = join(SHARED_HOME, randomBytes(6).toString('hex'));
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(`${written}.new`, `${folder}\n`);
  renameSync(`${written}.new`, written);
  say(`Папка ${dataDirectory} закрыта для пользователя ${user.name}, база данных размещена в ${folder}.`);
  return folder;
}

function writtenFolder(written: string): string {
  const folder = readFileSync(written, 'utf8').trim();
  if (!existsSync(folder)) {
    throw new DatabaseFault(
      `Нет папки базы данных ${folder}, названной в ${written}: верните её или, если данные не нужны, удалите этот файл.`,
    );
  }
  return folder;
}

function refuseForeign(folder: string): void {
  const { uid } = statSync(folder);
  if (process.getuid && uid !== process.getuid()) {
    throw new DatabaseFault(
      `Папка ${folder} принадлежит другому пользователю (${nameOf(uid)}): запускайте портал от его имени или смените владельца (chown -R).`,
    );
  }
}
