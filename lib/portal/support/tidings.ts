import type { ScopedDatabase } from '@/lib/access/door';
import { writeNotices } from '@/lib/portal/messages/commands';

/** What is told, and the page that shows it. */
export interface Tidings {
  title: string;
  text: string;
  href: string;
}

/** Tells the principals of the school, in the portal. */
export async function tellSchool(db: ScopedDatabase, schoolId: string, tidings: Tidings, now: Date): Promise<void> {
  const principals = await db.account.findMany({
    where: { schoolId, role: 'PRINCIPAL', active: true },
    select: { id: true },
  });
  await tell(db, principals, tidings, now);
}

/** Tells the people of the МОЦ to which the principal who says it belongs. */
export async function tellCentre(db: ScopedDatabase, tidings: Tidings, now: Date): Promise<void> {
  await tell(db, await db.$queryRaw<{ id: string }[]>`SELECT centre_accounts() AS id`, tidings, now);
}

async function tell(db: ScopedDatabase, people: readonly { id: string }[], tidings: Tidings, now: Date): Promise<void> {
  if (people.length === 0) return;
  await writeNotices(
    db,
    people.map(({ id }) => ({ accountId: id, ...tidings })),
    now,
  );
}
