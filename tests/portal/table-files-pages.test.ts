/** Whatever page shows a table gives it as a file, or stands here with the reason why not; every such file is tested. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = process.cwd();
const PAGES = join(ROOT, 'app', '(portal)');
const TABLE = join(ROOT, 'components', 'ui', 'table.tsx');

/** Pages with tables and no file, by reason. */
const WITHOUT_FILE: Readonly<Record<string, readonly string[]>> = {
  'one school or thing whole: printed, and in the dossier or the document of it': [
    'calendar/[id]',
    'calendar/[id]/report',
    'monitoring/cards/[id]/history',
    'monitoring/cards/[id]/submit',
    'schools/[id]',
    'support/examinations/[id]',
    'support/examinations/[id]/parts/[partId]',
    'support/networks/[id]',
    'support/partners/[id]',
    'support/programmes/[id]',
    'support/projects/[id]',
    'support/schools/[schoolId]/thread',
    'analysis/objectivity/schools/[id]/cell',
  ],
  'a form over rows of a list that has a file of its own': [
    'analysis/campaigns/[id]/confirm',
    'monitoring/causes/matrix/[matrixId]',
    'monitoring/cards/[id]/spreadsheet',
    'data/imports/[id]',
  ],
  'figures of other pages gathered, each leads to the list with the file': [
    '.',
    'aims',
    'analysis',
    'dashboard',
    'data',
    'monitoring/causes',
  ],
  'how the portal counts: constants, not data': [
    'analysis/effectiveness/method',
    'analysis/objectivity/method',
    'support/partners/method',
  ],
  'versions to be opened': ['support/programmes/[id]/versions', 'support/workbooks'],
  'the own keys and made files of the one who looks': ['settings/profile', 'reports'],
  'has its file in another shape: a workbook by the report of participation': ['calendar/participation'],
};

/** The file that an import of a module names; none for packages and for what draws nothing. */
function moduleOf(from: string, named: string): string | null {
  const base = named.startsWith('@/')
    ? join(ROOT, named.slice(2))
    : named.startsWith('.')
      ? join(dirname(from), named)
      : null;
  return base === null ? null : ([`${base}.tsx`].find((file) => existsSync(file)) ?? null);
}

/** Sources of the modules that a page is drawn by, without the table itself. */
function drawnBy(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file) || file === TABLE) return seen;
  const source = readFileSync(file, 'utf8');
  seen.set(file, source);
  for (const [, named] of source.matchAll(/from '([^']+)'/g)) {
    const next = moduleOf(file, named ?? '');
    if (next) drawnBy(next, seen);
  }
  return seen;
}

const filesNamed = (name: string) =>
  readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file === name || file.endsWith(`/${name}`))
    .sort();

const pages = filesNamed('page.tsx').map((file) => ({
  address: dirname(file),
  sources: [...drawnBy(join(PAGES, file)).values()],
}));
const exceptions = Object.values(WITHOUT_FILE).flat();
const drawsTable = ({ sources }: (typeof pages)[number]) => sources.some((source) => /<Table[\s>]/.test(source));
const givesFile = ({ sources }: (typeof pages)[number]) =>
  sources.some((source) => /<TableFileLinks|href=\{exported\('csv'\)\}/.test(source));

it('every page with a table gives it as a file or says why not', () => {
  const missing = pages.filter((page) => drawsTable(page) && !givesFile(page)).map(({ address }) => address);
  expect(missing.sort()).toEqual([...exceptions].sort());
});

it('every file beside a page is linked from it and looked at in a test', () => {
  const tests = readdirSync(join(ROOT, 'tests', 'portal'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, 'tests', 'portal', file), 'utf8'))
    .join('\n');
  const routes = filesNamed('file/route.ts').map((file) => file.slice(0, -'/route.ts'.length));
  expect(routes.filter((route) => !tests.includes(`@/app/(portal)/${route}/route'`))).toEqual([]);
  const linked = (route: string) =>
    pages.find(({ address }) => address === dirname(route))?.sources.some((source) => /\/file\b/.test(source));
  expect(routes.filter((route) => !linked(route))).toEqual([]);
});
