/** Whom a change of a card concerns, and telling them in the portal. */
import type { ScopedDatabase } from '@/lib/access/door';
import { formatSchoolYear } from '@/lib/domain/russian';
import { writeNotices } from '@/lib/portal/messages/commands';
import type { StoredCard } from './stored-card';

interface Tidings {
  title: string;
  text: string;
}

const page = (stored: StoredCard) => `/monitoring/cards/${stored.card.id}`;

/** Tells the principals of the school. */
export async function tellSchool(db: ScopedDatabase, stored: StoredCard, tidings: Tidings, now: Date): Promise<void> {
  const principals = await db.account.findMany({
    where: { schoolId: stored.card.schoolId, role: 'PRINCIPAL', active: true },
    select: { id: true },
  });
  const notices = principals.map(({ id }) => ({ accountId: id, href: page(stored), ...tidings }));
  if (notices.length > 0) await writeNotices(db, notices, now);
}

/** Tells the people of the МОЦ to which the school belongs. */
export async function tellCentre(db: ScopedDatabase, stored: StoredCard, tidings: Tidings, now: Date): Promise<void> {
  const people = await db.$queryRaw<{ id: string }[]>`SELECT centre_accounts() AS id`;
  const notices = people.map(({ id }) => ({ accountId: id, href: page(stored), ...tidings }));
  if (notices.length > 0) await writeNotices(db, notices, now);
}

/** «Карта 2020–2021, Гимназия № 1». */
export function nameOfCard({ campaign, school }: StoredCard): string {
  return `Карта ${formatSchoolYear(campaign.schoolYear)}, ${school.shortName}`;
}
