/** A city whose indicators of 2020-2021 can be counted by hand: four schools, two lists, an accepted card, files of ОГЭ. */
import { forSystem } from '@/lib/access/door';
import { acceptCard, saveAnswers, submitCard } from '@/lib/portal/cards/commands';
import { applyImport } from '@/lib/portal/imports/commands';
import { COMPLETE, NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { csv, GIA_HEADER, looked, oge } from './import-world';
import { value } from './support-world';

export const YEAR = '2020-2021';
export const LAST_YEAR = '2019-2020';

export interface AimsWorld extends World {
  /** on both lists: card accepted (3 points), programme approved, a recommendation carried out, was at an event */
  first: SchoolWithCard;
  /** on last year's list alone, with a programme, an open recommendation and an event of its own */
  second: SchoolWithCard;
  decisionId: string;
  eventId: string;
}

export async function newAimsWorld(): Promise<AimsWorld> {
  const world = await newWorld();
  const school = () => world.school({ lastYear: COMPLETE });
  const [first, second, third] = [await school(), await school(), await school()];
  await school();
  const { head, municipalityId } = world.city;
  value(await saveAnswers(first.principal, first.cardId, { version: 1, answers: COMPLETE }, NOW));
  value(await submitCard(first.principal, first.cardId, {}, NOW));
  value(await acceptCard(head, first.cardId, {}, NOW));
  // one of the two schools with results of 2019-2020 has a pupil who failed
  // brought in by СОИРО for the whole region: МОЦ reads the results and not the file
  const results = await looked(world.coordinator, csv(GIA_HEADER, oge(first, 1), oge(second, 0)));
  value(await applyImport(world.coordinator, results.id, NOW));
  const things = await forSystem('maintenance', async (db) => {
    const changed = { changedBy: 'МОЦ', changedAt: NOW };
    const list = async (schoolYear: string, included: readonly SchoolWithCard[]) => {
      const campaign = await db.campaign.findFirstOrThrow({ where: { municipalityId, schoolYear } });
      await db.confirmedList.create({
        data: {
          ...{ campaignId: campaign.id, municipalityId, track: 'LOW_RESULTS', orderNumber: '1', confirmedBy: 'МОЦ' },
          ...{ orderDate: new Date(`${schoolYear.slice(0, 4)}-11-25`), rule: { kind: 'TOP_N', table: 'T1', value: 1 } },
          schools: { create: included.map(({ schoolId }) => ({ schoolId, included: true, proposed: true })) },
        },
      });
    };
    await list(LAST_YEAR, [first, second, third]);
    await list(YEAR, [first]);
    const place = ({ schoolId }: SchoolWithCard) => ({ schoolId, municipalityId, schoolYear: YEAR });
    await db.programme.createMany({
      data: [
        { ...place(first), ...changed, title: 'Программа', content: {}, status: 'APPROVED', approvedAt: NOW },
        { ...place(second), ...changed, title: 'Программа', content: {}, status: 'RUNNING', approvedAt: NOW },
      ],
    });
    const told = { addressee: 'SCHOOL', text: 'Провести', dueOn: NOW, createdBy: 'МОЦ', createdAt: NOW } as const;
    await db.recommendation.createMany({
      data: [
        { ...place(first), ...told, status: 'DONE', issuedAt: NOW, checkedAt: NOW },
        { ...place(second), ...told, status: 'ISSUED', issuedAt: NOW },
        { ...place(second), ...told, status: 'DRAFT' },
      ],
    });
    const event = async (day: string, came: SchoolWithCard) => {
      const at = new Date(`${day}T09:00:00Z`);
      const { id } = await db.event.create({
        data: {
          ...{ regionId: world.regionId, municipalityId, kind: 'SEMINAR', direction: 'NETWORKING', title: 'Семинар' },
          ...{ startsAt: at, endsAt: new Date(at.getTime() + 3_600_000), status: 'PUBLISHED', ...changed },
          signUps: {
            create: {
              ...{ schoolId: came.schoolId, municipalityId, state: 'CONFIRMED', participants: 2, attended: 2 },
              ...{ queuedAt: NOW, signedUpBy: 'Школа', changedAt: NOW },
            },
          },
        },
      });
      return id;
    };
    const eventId = await event('2020-11-11', first);
    await event('2020-11-12', second);
    await event('2020-08-28', first);
    const { id: decisionId } = await db.decision.create({
      data: {
        ...{ municipalityId, kind: 'ORDER', number: '5', decidedOn: new Date('2020-12-01'), title: 'О поддержке' },
        ...changed,
      },
    });
    return { eventId, decisionId };
  });
  return { ...world, first, second, ...things };
}
