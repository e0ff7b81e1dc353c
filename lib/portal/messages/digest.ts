import { forSystem } from '@/lib/access/door';
import { latestDigest } from '@/lib/domain/notices/channels';
import { digestOf } from '@/lib/domain/notices/letter';
import { publicAddress } from '@/lib/env';
import { writeLetters } from './commands';

/** Writes to each person one letter of the news that waited until 8:00 in Moscow; gives how many letters. */
export async function writeDigests(now: Date): Promise<number> {
  return forSystem('outbox', async (db) => {
    // two workers at once: each line is taken by one of them
    const taken = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM digest_line WHERE created_at < ${latestDigest(now)} FOR UPDATE SKIP LOCKED`;
    if (taken.length === 0) return 0;
    const where = { id: { in: taken.map(({ id }) => id) } };
    const lines = await db.digestLine.findMany({
      where,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: { account: { select: { id: true, email: true, active: true, municipalityId: true } } },
    });
    const letters = [...Map.groupBy(lines, ({ accountId }) => accountId).values()].flatMap((own) => {
      const account = own[0]?.account;
      if (!account?.active) return [];
      const { id: accountId, email: recipient, municipalityId } = account;
      return [{ ...digestOf(own, publicAddress()), recipient, accountId, municipalityId }];
    });
    await writeLetters(db, letters, now);
    await db.digestLine.deleteMany({ where });
    return letters.length;
  });
}
