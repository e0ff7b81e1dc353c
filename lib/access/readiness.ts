import { ownMigrations } from '../db/migrate';
import { forSystem } from './door';

/** Whether the database can be reached and has every migration of this version of the portal. */
export async function isReady(): Promise<boolean> {
  try {
    const applied = await forSystem(
      'health',
      (db) => db.$queryRaw<{ name: string }[]>`
        SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const names = new Set(applied.map(({ name }) => name));
    return ownMigrations().every(({ name }) => names.has(name));
  } catch {
    return false;
  }
}
