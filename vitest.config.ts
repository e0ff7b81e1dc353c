import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const WITHOUT_DATABASE = ['tests/domain/**/*.test.ts', 'tests/exchange/**/*.test.ts'];
const IN_BROWSER = ['tests/e2e/**/*.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    projects: [
      // the rules: nothing but functions
      { extends: true, test: { name: 'domain', include: WITHOUT_DATABASE } },
      // everything else, on a real PostgreSQL (a new folder of tests lands here by itself)
      {
        extends: true,
        test: {
          name: 'portal',
          include: ['tests/**/*.test.ts'],
          exclude: [...WITHOUT_DATABASE, ...IN_BROWSER],
          globalSetup: 'tests/harness/database-server.ts',
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      // people at work: the production build in a real Chromium, one file after another
      {
        extends: true,
        test: {
          name: 'e2e',
          include: IN_BROWSER,
          globalSetup: 'tests/harness/portal-server.ts',
          fileParallelism: false,
          maxConcurrency: 2,
          testTimeout: 120_000,
          hookTimeout: 480_000,
        },
      },
    ],
  },
});
