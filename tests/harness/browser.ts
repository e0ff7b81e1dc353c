import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const OF_THE_SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A real Chromium without a window: Playwright's own, the system's, else the one that came with npm. */
export async function launchBrowser(): Promise<Browser> {
  const found = [chromium.executablePath(), ...OF_THE_SYSTEM].find((path) => path !== '' && existsSync(path));
  const executablePath = found ?? (await unpackedBrowser());
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium's sandbox refuses to work for root.
    chromiumSandbox: false,
    args: ['--disable-background-networking', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

async function unpackedBrowser(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
