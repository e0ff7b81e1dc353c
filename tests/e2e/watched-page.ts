/** What a browser complains about while a person works: refused by the CSP, errors of the console, dialogs. */
import type { Page } from 'playwright-core';

export interface Complaints {
  /** everything since the last call, in order */
  take(): string[];
}

/** Answers of 403, 404 and a cut line are told by the browser as errors; they are no fault of the page. */
const EXPECTED = /Failed to load resource: (the server responded with a status of (401|403|404|409|422)|net::ERR_)/;

/** Listens from now on; call it before the page is opened. */
export async function watched(page: Page): Promise<Complaints> {
  let heard: string[] = [];
  const hear = (what: string) => heard.push(`${what} (${new URL(page.url()).pathname})`);
  page.on('console', (message) => {
    const text = message.text();
    const refused = /Content Security Policy|CSP/.test(text);
    if (refused || (message.type() === 'error' && !EXPECTED.test(text))) hear(text);
  });
  page.on('pageerror', (error) => hear(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => {
    hear(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    take() {
      const all = heard;
      heard = [];
      return all;
    },
  };
}
