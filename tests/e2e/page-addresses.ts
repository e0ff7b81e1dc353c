/** Every page as it really stands: the page.tsx files under app/, by the address that they serve. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const APP = join(process.cwd(), 'app');

/** «/monitoring/cards/[id]/submit» for each page.tsx; groups in brackets are no part of an address. */
export function pageAddresses(): string[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep))
    .filter((steps) => steps.at(-1) === 'page.tsx')
    .map(
      (steps) =>
        `/${steps
          .slice(0, -1)
          .filter((step) => !step.startsWith('('))
          .join('/')}`,
    )
    .sort();
}
