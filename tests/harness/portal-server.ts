/** Global setup of the project «e2e»: one portal with the demonstration region for all files that need no own one. */
import type { TestProject } from 'vitest/node';
import { startPortal } from './portal';

declare module 'vitest' {
  interface ProvidedContext {
    /** http://127.0.0.1:PORT of the shared portal */
    portalAddress: string;
    /** its MOC_DATA_DIR, with the database and the uploaded files */
    portalDataDirectory: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const portal = await startPortal();
  project.provide('portalAddress', portal.address);
  project.provide('portalDataDirectory', portal.dataDirectory);
  return async () => {
    await portal.stop();
  };
}
