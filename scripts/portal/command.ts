import { DatabaseFault } from '../../lib/db/fault';
import { EnvironmentFault } from '../../lib/env';

/** What stops a command and what the person who runs it can do about it: one Russian line. */
export class CommandFault extends Error {}

let stopAsked = false;

/** Runs a command to its end; what the person can mend is told in one line, anything else with its trace. Exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // what breaks while everything is being stopped is no news
    if (stopAsked) return;
    const known = error instanceof CommandFault || error instanceof DatabaseFault || error instanceof EnvironmentFault;
    console.error(known ? error.message : error);
    process.exit(1);
  }
}

const began = Date.now();

/** A line of progress with the seconds since the command began. */
export function say(line: string): void {
  const seconds = ((Date.now() - began) / 1000).toLocaleString('ru-RU', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  console.log(`[${seconds} с] ${line}`);
}

/**
 * Calls `stop` once when the command is asked to end: Ctrl-C, SIGTERM, the terminal closed, or bootstrap.mjs gone (its
 * channel closes). The process ends with 0 when all is stopped, with 1 when that fails or takes too long.
 */
export function onStopRequest(stop: () => Promise<void>): void {
  const begin = () => {
    if (stopAsked) return;
    stopAsked = true;
    setTimeout(() => process.exit(1), 35_000).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin);
  process.on('disconnect', begin);
  process.channel?.unref();
}
