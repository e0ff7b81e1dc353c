import { defineConfig } from 'prisma/config';

// The client is generated from a folder of schema files; the address of the database is given at run time by lib/env.ts.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
