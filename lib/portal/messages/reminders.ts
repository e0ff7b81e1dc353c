import { forSystem, type ScopedDatabase } from '@/lib/access/door';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import { REMINDED_BEFORE, reminderBefore } from '@/lib/domain/notices/reminders';
import { dayOf, formatDate, formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { dayAfter, isoDay } from '@/lib/domain/support/days';
import { type NewNotice, writeNotices } from './commands';

/** Something that is due, and whom it concerns. */
interface Due {
  /** tells it from everything else that is due: «card/ID» */
  of: string;
  /** YYYY-MM-DD */
  day: string;
  people: readonly { id: string }[];
  title: string;
  text: string;
  /** for the letter, where the text names a school */
  letterText?: string;
  href: string;
}

const PRINCIPALS = { where: { role: 'PRINCIPAL', active: true }, select: { id: true } } as const;

/** Reminds of cards, programmes, recommendations and events, of each thing and day once; gives how many notices. */
export async function writeReminders(now: Date): Promise<number> {
  return forSystem('reminders', async (db) => {
    const today = dayOf(now);
    const until = dayAfter(today, REMINDED_BEFORE[0]);
    const due = [
      ...(await dueCards(db, today, until)),
      ...(await dueProgrammes(db, today, until)),
      ...(await dueRecommendations(db, today, until)),
      ...(await eventsOfTomorrow(db, now)),
    ];
    const wanted = due.flatMap(({ of, day, people, title, text, letterText = text, href }) => {
      const before = reminderBefore(day, today);
      return before === null
        ? []
        : people.map(({ id }) => ({
            key: `${of}/${day}/${before}/${id}`,
            // what is due and when is no result: it may stand in a letter
            notice: {
              accountId: id,
              title,
              text,
              href,
              letter: { subject: title, text: letterText },
            } satisfies NewNotice,
          }));
    });
    if (wanted.length === 0) return 0;
    const claimed = await claim(
      db,
      wanted.map(({ key, notice }) => ({ key, accountId: notice.accountId })),
      now,
    );
    const notices = wanted.filter(({ key }) => claimed.has(key)).map(({ notice }) => notice);
    await writeNotices(db, notices, now);
    return notices.length;
  });
}

/** The keys that nobody has claimed before; two workers at once claim each key once. */
async function claim(
  db: ScopedDatabase,
  wanted: readonly { key: string; accountId: string }[],
  now: Date,
): Promise<Set<string>> {
  const keys = wanted.map(({ key }) => key);
  const accounts = wanted.map(({ accountId }) => accountId);
  const rows = await db.$queryRaw<{ key: string }[]>`
    INSERT INTO sent_reminder (key, account_id, sent_at)
    SELECT key, account_id, ${now} FROM unnest(${keys}::text[], ${accounts}::uuid[]) AS wanted (key, account_id)
    ON CONFLICT (key) DO NOTHING RETURNING key`;
  return new Set(rows.map(({ key }) => key));
}

async function dueCards(db: ScopedDatabase, from: string, to: string): Promise<Due[]> {
  const cards = await db.card.findMany({
    where: {
      status: { in: ['DRAFT', 'RETURNED'] },
      campaign: {
        status: 'OPEN',
        dueAt: { gte: momentInMoscow(from, '00:00'), lt: momentInMoscow(dayAfter(to, 1), '00:00') },
      },
    },
    select: {
      id: true,
      campaign: { select: { dueAt: true, schoolYear: true } },
      school: { select: { accounts: PRINCIPALS } },
    },
  });
  return cards.map(({ id, campaign, school }) => ({
    of: `card/${id}`,
    day: dayOf(campaign.dueAt),
    people: school.accounts,
    title: `Карта ${formatSchoolYear(campaign.schoolYear)}: срок ${formatDate(campaign.dueAt)}`,
    text: 'Карта вашей школы ещё не отправлена в МОЦ.',
    href: `/monitoring/cards/${id}`,
  }));
}

/** Drafts of programmes that МОЦ waits for, and stages of running ones that the school has not reported on. */
async function dueProgrammes(db: ScopedDatabase, from: string, to: string): Promise<Due[]> {
  const dueOn = { gte: new Date(from), lte: new Date(to) };
  const school = { select: { accounts: PRINCIPALS } };
  const drafts = await db.programme.findMany({
    where: { status: { in: ['DRAFT', 'RETURNED'] }, dueOn },
    select: { id: true, dueOn: true, school },
  });
  const stages = await db.programmeStage.findMany({
    where: { dueOn, reportedAt: null, programme: { status: { in: ['APPROVED', 'RUNNING'] } } },
    select: { id: true, programmeId: true, title: true, dueOn: true, programme: { select: { school } } },
  });
  return [
    ...drafts.flatMap(({ id, dueOn: day, school: { accounts } }) =>
      day === null
        ? []
        : [
            {
              ...{ of: `programme/${id}`, day: isoDay(day), people: accounts },
              title: `Программа перехода: срок ${formatDate(day)}`,
              text: 'Программа вашей школы ещё не отправлена на согласование.',
              href: `/support/programmes/${id}`,
            },
          ],
    ),
    ...stages.map(({ id, programmeId, title, dueOn: day, programme }) => ({
      ...{ of: `stage/${id}`, day: isoDay(day), people: programme.school.accounts },
      title: `Этап программы «${title}»: срок отчёта ${formatDate(day)}`,
      text: 'Отчёта об этом этапе ещё нет.',
      href: `/support/programmes/${programmeId}`,
    })),
  ];
}

async function dueRecommendations(db: ScopedDatabase, from: string, to: string): Promise<Due[]> {
  const recommendations = await db.recommendation.findMany({
    where: { status: 'ISSUED', dueOn: { gte: new Date(from), lte: new Date(to) } },
    select: {
      id: true,
      addressee: true,
      dueOn: true,
      municipalityId: true,
      school: { select: { shortName: true, accounts: PRINCIPALS } },
    },
  });
  const centres = new Set(
    recommendations.filter(({ addressee }) => OF_CENTRE.has(addressee)).map(({ municipalityId }) => municipalityId),
  );
  const staff = await db.account.findMany({
    where: { municipalityId: { in: [...centres] }, role: { in: ['MOC_HEAD', 'MOC_STAFF'] }, active: true },
    select: { id: true, municipalityId: true },
  });
  return recommendations.map(({ id, addressee, dueOn, municipalityId, school }) => ({
    ...{ of: `recommendation/${id}`, day: isoDay(dueOn) },
    people: OF_CENTRE.has(addressee) ? staff.filter((one) => one.municipalityId === municipalityId) : school.accounts,
    title: `Рекомендация: срок ответа ${formatDate(dueOn)}`,
    text: `${school.shortName}. Ответа ещё нет.`,
    letterText: 'Ответа ещё нет.',
    href: `/support/recommendations/${id}`,
  }));
}

/** What МОЦ carries out or passes on to the department. */
const OF_CENTRE: ReadonlySet<string> = new Set(['CENTRE', 'DEPARTMENT']);

/** Schools that take part tomorrow, and the school that receives them. */
async function eventsOfTomorrow(db: ScopedDatabase, now: Date): Promise<Due[]> {
  const tomorrow = dayAfter(dayOf(now), 1);
  const events = await db.event.findMany({
    where: {
      status: 'PUBLISHED',
      startsAt: { gte: momentInMoscow(tomorrow, '00:00'), lt: momentInMoscow(dayAfter(tomorrow, 1), '00:00') },
    },
    select: {
      ...{ id: true, title: true, startsAt: true },
      hostSchool: { select: { accounts: PRINCIPALS } },
      signUps: { where: { state: 'CONFIRMED' }, select: { school: { select: { accounts: PRINCIPALS } } } },
    },
  });
  return events.map(({ id, title, startsAt, hostSchool, signUps }) => ({
    ...{ of: `event/${id}`, day: tomorrow },
    people: [
      ...new Map(
        [...(hostSchool?.accounts ?? []), ...signUps.flatMap(({ school }) => school.accounts)].map((one) => [
          one.id,
          one,
        ]),
      ).values(),
    ],
    title: `Завтра: «${title}»`,
    text: `Начало ${formatMoment(startsAt, now)}.`,
    href: `/calendar/${id}`,
  }));
}
