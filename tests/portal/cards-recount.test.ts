import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Answer } from '@/lib/domain/answers';
import { saveAnswers } from '@/lib/portal/cards/commands';
import { cardOf, recountCards } from '@/lib/portal/cards/queries';
import { type TestDatabase, testDatabase } from '../harness/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
});
afterAll(() => database.close());

/** The principal of a demonstration school, as the portal would find them. */
async function director(code: string): Promise<Viewer> {
  const account = await database.owner.account.findFirstOrThrow({ where: { role: 'PRINCIPAL', school: { code } } });
  const { id: accountId, email, name, role, regionId, municipalityId, schoolId } = account;
  return { accountId, email, name, role, regionId, municipalityId, schoolId, municipalityIds: [], preferences: {} };
}

describe('counting the demonstration region again', () => {
  it('gives the stored figures of every card of every year', async () => {
    const recount = await recountCards();
    expect(recount.differences).toEqual([]);
    expect(recount.cards).toBe(await database.owner.card.count());
    expect(recount.cards).toBeGreaterThan(430);
  });

  it('gives them after a card was changed at random as well', async () => {
    const viewer = await director('smolensk-01');
    const { id } = await database.owner.card.findFirstOrThrow({
      where: { school: { code: 'smolensk-01' }, campaign: { schoolYear: '2020-2021' } },
    });
    for (const shift of [0, 1, 2]) {
      const card = await cardOf(viewer, id);
      if (!card.ok) throw new Error(card.failure.detail);
      const simple: Answer[] = ['yes', 'no', 'na', null];
      const answers = Object.fromEntries(
        Object.entries(card.value.answers).flatMap(([code, answer], n) =>
          Array.isArray(answer) ? [] : [[code, simple[(n + shift) % simple.length]]],
        ),
      );
      // SIGN_COUNT criteria that nobody has answered look like the others: leave out what is refused
      const first = await saveAnswers(viewer, id, { version: card.value.version, answers }, new Date());
      const refused = new Set(first.ok ? [] : first.failure.errors?.map(({ path }) => path));
      const fitting = Object.fromEntries(Object.entries(answers).filter(([code]) => !refused.has(code)));
      const saved = first.ok
        ? first
        : await saveAnswers(viewer, id, { version: card.value.version, answers: fitting }, new Date());
      expect(saved).toMatchObject({ ok: true, value: { answers: fitting } });
    }
    expect((await recountCards('2020-2021')).differences).toEqual([]);
  });

  it('finds a figure that went astray', async () => {
    const card = await database.owner.card.findFirstOrThrow({
      where: { campaign: { schoolYear: '2015-2016' }, negativeSum: { gt: 0 } },
      include: { school: true },
    });
    const { id, negativeSum, maximum } = card;
    await database.owner.card.update({ where: { id }, data: { negativeSum: negativeSum - 1 } });
    expect(await recountCards('2016-2017')).toMatchObject({ differences: [] });
    expect((await recountCards('2015-2016')).differences).toEqual([
      {
        cardId: id,
        schoolCode: card.school.code,
        schoolYear: '2015-2016',
        stored: { negativeSum: negativeSum - 1, maximum },
        recounted: { negativeSum, maximum },
      },
    ]);
    await database.owner.card.update({ where: { id }, data: { negativeSum } });
    await database.owner.cardTableScore.updateMany({ where: { cardId: id }, data: { negativeSum: 0 } });
    expect((await recountCards('2015-2016')).differences).toHaveLength(1);
  });
});
