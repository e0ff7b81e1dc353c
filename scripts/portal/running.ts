import { createServer } from 'node:net';
import { join } from 'node:path';
import { type HeldLock, isHeld, takeLock } from '../../lib/db/embedded/owner-lock';
import type { DataEnvironment, PortalEnvironment } from '../../lib/env';
import { CommandFault } from './command';

/** The lock of a running portal on its data directory; `address` tells others where it is. Throws CommandFault when another one runs there. */
export function takePortalLock({ dataDirectory }: DataEnvironment, address: string): HeldLock {
  const lock = takeLock(join(dataDirectory, 'portal.lock'), address);
  if (isHeld(lock)) return lock;
  throw new CommandFault(`Портал уже работает на этих данных (${dataDirectory}): ${lock.note}, процесс ${lock.pid}.`);
}

/** Throws CommandFault when the port or the address cannot be listened on. */
export function requireFreePort({ host, port }: PortalEnvironment): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenFault(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** Why a server could not listen, in one line. */
export function listenFault(error: NodeJS.ErrnoException, host: string, port: number): CommandFault {
  if (error.code === 'EADDRINUSE') {
    return new CommandFault(
      `Порт ${port} на ${host} занят другой программой: освободите его или задайте другой в PORT.`,
    );
  }
  if (error.code === 'EACCES') {
    return new CommandFault(
      `Порт ${port} открыть не разрешено: задайте в PORT номер больше 1023 или дайте право на этот порт.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CommandFault(`Адреса ${host} нет у этой машины: исправьте HOST.`);
  }
  return new CommandFault(`Не удалось открыть порт ${port} на ${host}: ${error.message}.`);
}

/** The address a portal listens on; an IPv6 address stands in brackets. */
export function listeningAddress({ host, port }: PortalEnvironment): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
