/** One installation at a time, however many commands are started. */
import { openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, read, say } from './basics.mjs';

const INSTALL_LOCK = join(ROOT, '.install.lock');

/** Whether another command of ours has this number; a number used again by somebody else does not count. */
function isAlive(pid) {
  const commandLine = read(`/proc/${pid}/cmdline`);
  if (commandLine !== '' && !commandLine.includes('bootstrap.mjs')) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Waits until no other command installs; the lock goes with releaseInstallLock or with the process. */
export async function takeInstallLock() {
  for (let waited = 0; ; waited += 1) {
    try {
      const file = openSync(INSTALL_LOCK, 'wx');
      writeSync(file, String(process.pid));
      process.once('exit', releaseInstallLock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(read(INSTALL_LOCK));
    if (holder > 0 && !isAlive(holder)) rmSync(INSTALL_LOCK, { force: true });
    else if (holder === 0 && waited > 20) rmSync(INSTALL_LOCK, { force: true });
    else {
      if (waited === 0) say(`Зависимости устанавливает процесс ${holder}, жду…`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Gives the lock back; that of another command stays. */
export function releaseInstallLock() {
  if (read(INSTALL_LOCK) === String(process.pid)) rmSync(INSTALL_LOCK, { force: true });
}
