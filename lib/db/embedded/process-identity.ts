import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: its start time. null: no such process.
 * Linux reads /proc, other systems ask ps.
 */
export function processStamp(pid: number): string | null {
  if (!exists(pid)) return null;
  try {
    // Field 22 of /proc/PID/stat; the name in brackets may itself hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${bootId()}:${fields[19]}`;
  } catch {
    return fromPs(pid, 'lstart=');
  }
}

/** Whether the process is a PostgreSQL server that runs in this data folder (it makes the folder its working one). */
export function isPostmasterOf(pid: number, pgdata: string): boolean {
  if (!exists(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === pgdata && /^\S*postgres\b/.test(commandLine(pid));
  } catch {
    const command = fromPs(pid, 'command=') ?? '';
    return command.includes('postgres') && command.includes(pgdata);
  }
}

function commandLine(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
}

function exists(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function fromPs(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
