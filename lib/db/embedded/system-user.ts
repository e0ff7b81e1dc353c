import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseFault } from '../fault';

/** The user under whom PostgreSQL runs when the portal is started by root (PostgreSQL refuses to run as root). */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** For a portal started by root: makes the user `postgres` when it is missing, else takes `nobody`. */
export function postgresUser(): SystemUser {
  const user = findUser('postgres') ?? createdUser() ?? findUser('nobody');
  if (!user) {
    throw new DatabaseFault(
      'PostgreSQL не работает от имени root, а создать пользователя postgres не удалось: создайте его (useradd --system postgres).',
    );
  }
  return user;
}

function createdUser(): SystemUser | null {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres']],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const user = findUser('postgres');
    if (user) return user;
  }
  return null;
}

/** The login name of a user number, or the number itself. */
export function nameOf(uid: number): string {
  return knownUsers().find((user) => user.uid === uid)?.name ?? String(uid);
}

function findUser(name: string): SystemUser | null {
  return knownUsers().find((user) => user.name === name && user.uid > 0) ?? null;
}

function knownUsers(): SystemUser[] {
  if (!existsSync('/etc/passwd')) return [];
  const lines = readFileSync('/etc/passwd', 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

/** Whether the user may enter every folder on the way and, where it ends, enter or execute. */
export function canReach(path: string, user: SystemUser): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!allows(folder, user, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function allows(path: string, user: SystemUser, bits: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}
