import type { ScopedDatabase } from '@/lib/access/door';
import type { Campaign } from '@/lib/db/generated/client';
import { publicAddress } from '@/lib/env';
import { writeLetters, writeNotices } from '@/lib/portal/messages/commands';

/** A letter and a notice to the principals of these schools, with the link to their card. */
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
  await writeLetters(
    db,
    told.map(({ account, href }) => ({
      recipient: account.email,
      subject: message.subject,
      text: `${message.text}\n\nКарта вашей школы: ${publicAddress()}${href}`.trim(),
      accountId: account.id,
      municipalityId: campaign.municipalityId,
    })),
    now,
  );
  await writeNotices(
    db,
    told.map(({ account, href }) => ({ accountId: account.id, title: message.subject, text: message.text, href })),
    now,
  );
  return told.length;
}
