/** How long this process and the database's processes have worked: what other work on the machine does not disturb. */
import { readdirSync, readFileSync } from 'node:fs';

/** Gives the processor time used until now, in ms; null where the system does not tell (other than Linux). */
export type ProcessorClock = () => number | null;

/** The clock of this process and of the server whose main process has this number. */
export function processorClock(databasePid: number | undefined): ProcessorClock {
  return () => {
    const { user, system } = process.cpuUsage();
    const backends = databasePid === undefined ? null : timeOfChildren(databasePid);
    return backends === null ? null : (user + system) / 1000 + backends;
  };
}

function timeOfChildren(parent: number): number | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
      .reduce((sum, name) => sum + timeOf(name), 0);
  } catch {
    return null;
  }
}

function parentOf(pid: string): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** The first number of schedstat is the time on a processor in ns. */
function timeOf(pid: string): number {
  return Number(read(`/proc/${pid}/schedstat`).split(' ')[0] ?? 0) / 1e6;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has just ended
  }
}
