/** What axe finds in a page. Axe is asked directly: it stays in the page between questions, which is what takes its time. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Serious and critical violations of the page, one line each; of these rules alone, or of all. */
export async function axeFaults(page: Page, rules: string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, { resultTypes: ['violations'], ...(only && { runOnly: only }) });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.slice(0, 3).map(({ target, html }) => `${target.join(' ')} ${html}`),
    }));
  }, rules);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node}`));
}
