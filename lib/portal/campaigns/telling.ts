import type { ScopedDatabase } from '@/lib/access/door';
import type { Campaign } from '@/lib/db/generated/client';
import { writeNotices } from '@/lib/portal/messages/commands';

/** Tells the principals of these schools, with the link to their card; what МОЦ writes may stand in a letter. */
export async function tellPrincipals(
  db: ScopedDatabase,
  campaign: Pick<Campaign, 'id' | 'municipalityId'>,
  schoolIds: string[],
  message: { subject: string; text: string },
  now: Date,
): Promise<number> {
  const cards = await db.card.findMany({
    where: { campaignId: campaign.id, schoolId: { in: schoolIds } },
    select: { id: true, school: { select: { accounts: { where: { active: true, role: 'PRINCIPAL' } } } } },
  });
  const told = cards.flatMap((card) =>
    card.school.accounts.map((account) => ({ account, href: `/monitoring/cards/${card.id}` })),
  );
  await writeNotices(
    db,
    told.map(({ account, href }) => ({
      ...{ accountId: account.id, title: message.subject, text: message.text, href },
      letter: message,
    })),
    now,
  );
  return told.length;
}
