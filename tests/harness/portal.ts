/** A whole portal as people get it: `npm start` in a process of its own, on a free port and its own data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testEnvironment } from '@/lib/env';

const READY_WITHIN_MS = 420_000;

export interface TestPortal {
  /** http://127.0.0.1:PORT */
  address: string;
  port: number;
  dataDirectory: string;
  /** scripts/bootstrap.mjs */
  process: ChildProcess;
  /** what it has printed until now */
  output(): string;
  /** asks it to stop and gives the exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface TestPortalOptions {
  /** an existing data directory; without it a new one is made and removed at the end */
  dataDirectory?: string;
  port?: number;
  environment?: Record<string, string>;
}

/** Starts `npm start`'s command without waiting for it. */
export async function launchPortal(options: TestPortalOptions = {}): Promise<TestPortal> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'moc-portal-'));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'start'], {
    env: testEnvironment({ PORT: String(port), MOC_DATA_DIR: dataDirectory, ...options.environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    dataDirectory,
    process: child,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const code = await ended;
      if (!options.dataDirectory) rmSync(dataDirectory, { recursive: true, force: true });
      return code;
    },
  };
}

/** Starts a portal and waits until it answers /api/ready. Without a data directory it has the demonstration region. */
export async function startPortal(options: TestPortalOptions = {}): Promise<TestPortal> {
  const portal = await launchPortal(options);
  await untilReady(portal);
  return portal;
}

/** Waits until the portal answers; throws with what it printed when it ends or takes too long. */
export async function untilReady(portal: TestPortal): Promise<void> {
  for (const end = Date.now() + READY_WITHIN_MS; ; await pause(50)) {
    if (await answers(`${portal.address}/api/ready`)) return;
    if (portal.process.exitCode !== null) throw new Error(`The portal ended by itself:\n${portal.output()}`);
    if (Date.now() > end) {
      await portal.stop('SIGKILL');
      throw new Error(`The portal is not ready in time:\n${portal.output()}`);
    }
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).status === 200;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
