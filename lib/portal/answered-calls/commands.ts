import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';

/** A call with an Idempotency-Key; the hash tells a repetition from another call with the same key. */
export interface RepeatableCall {
  key: string;
  requestHash: string;
}

/**
 * Does the work once for each Idempotency-Key of an account, in the transaction of the work itself: a repetition gets
 * the first answer and changes nothing, two at the same moment wait for each other. Failures are not remembered.
 */
export async function once<T>(
  db: ScopedDatabase,
  viewer: Viewer,
  call: RepeatableCall | undefined,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!call) return work();
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${viewer.accountId} ${call.key}`}, 0))`;
  const where = { accountId_key: { accountId: viewer.accountId, key: call.key } };
  const earlier = await db.answeredCall.findUnique({ where });
  if (earlier) {
    return earlier.requestHash === call.requestHash
      ? done(earlier.body as T)
      : failed('INVALID', 'Этот Idempotency-Key уже использован для другого запроса. Возьмите новый ключ.');
  }
  const outcome = await work();
  if (outcome.ok) {
    await db.answeredCall.create({
      data: {
        accountId: viewer.accountId,
        key: call.key,
        requestHash: call.requestHash,
        status: 200,
        body: JSON.parse(JSON.stringify(outcome.value)) as Prisma.InputJsonValue,
      },
    });
  }
  return outcome;
}
