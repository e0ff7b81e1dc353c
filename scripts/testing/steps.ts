import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentBuild } from '../portal/build';
import { CommandFault, say } from '../portal/command';
import { type Tally, tallyOf, type VitestReport } from './tally';

export interface Step {
  name: string;
  heading: string;
  run(): Promise<Tally>;
}

const LAYERED = ['app', 'components', 'lib', 'scripts', 'tests', 'prisma', 'proxy.ts', 'instrumentation.ts'];

/** All of `npm test`, in order. Each check that is no test of Vitest counts as one. */
export const STEPS: Step[] = [
  {
    name: 'types',
    heading: 'Типы',
    async run() {
      // next-env.d.ts and the types of routes are made, not kept
      const routes = await program('next/dist/bin/next', ['typegen']);
      return check(routes === 0 && (await program('typescript/bin/tsc', ['--noEmit'])) === 0);
    },
  },
  {
    name: 'lint',
    heading: 'Оформление и ошибки',
    run: async () => check((await program('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])) === 0),
  },
  {
    name: 'layers',
    heading: 'Слои',
    async run() {
      const args = ['--config', '.dependency-cruiser.cjs', ...LAYERED];
      return check((await program('dependency-cruiser/bin/dependency-cruiser.mjs', args)) === 0);
    },
  },
  { name: 'domain', heading: 'Правила', run: () => vitest('domain') },
  { name: 'portal', heading: 'Портал и доступ на настоящем PostgreSQL', run: () => vitest('portal') },
  { name: 'build', heading: 'Сборка', run: build },
  { name: 'e2e', heading: 'Люди за работой в настоящем Chromium', run: () => vitest('e2e') },
];

function check(passed: boolean): Tally {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function build(): Promise<Tally> {
  try {
    await currentBuild(process.cwd(), say);
    return check(true);
  } catch (error) {
    if (!(error instanceof CommandFault)) throw error;
    console.error(error.message);
    return check(false);
  }
}

async function vitest(project: string): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'moc-report-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await program('vitest/vitest.mjs', ['run', '--project', project, ...reporters]);
    return tallyOf(readReport(report), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Runs a program of node_modules under this Node to its end; gives its exit code, null when it was killed. */
function program(path: string, args: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join('node_modules', path), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const stopWithUs = () => child.kill('SIGTERM');
    process.once('exit', stopWithUs);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', stopWithUs);
      resolve(code);
    });
  });
}
