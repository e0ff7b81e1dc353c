/** What of the portal a position may point to: things of the municipality and year to choose from, or those chosen. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { LinkKind } from '@/lib/domain/aims/positions';
import { EVENT_KINDS } from '@/lib/domain/events/words';
import { cited } from '@/lib/domain/library/document';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { startOfSchoolYear } from '@/lib/domain/school-year';
import { isoDayOrNull } from '@/lib/domain/support/days';
import { DECISION_KINDS } from '@/lib/domain/support/decision';
import type { LinkedThing } from './views';

/** Things of a municipality's year, or those with these ids. */
export type Asked = { municipalityId: string; regionId: string; schoolYear: string } | { ids: string[] };

/** More of one kind than anybody reads through. */
const MOST = 200;

const ofYear = (asked: Asked) =>
  'ids' in asked ? { id: { in: asked.ids } } : { municipalityId: asked.municipalityId, schoolYear: asked.schoolYear };

/** First day of the school year and of the next one. */
function between(schoolYear: string): { gte: Date; lt: Date } {
  const autumn = startOfSchoolYear(schoolYear) ?? 0;
  return { gte: new Date(`${autumn}-09-01T00:00:00+03:00`), lt: new Date(`${autumn + 1}-09-01T00:00:00+03:00`) };
}

const SHORT_SCHOOL = { select: { shortName: true } } as const;

type Loader = (db: ScopedDatabase, asked: Asked) => Promise<Omit<LinkedThing, 'type'>[]>;

export const LOADERS: Record<LinkKind, Loader> = {
  document: async (db, asked) => {
    const where =
      'ids' in asked
        ? { id: { in: asked.ids } }
        : {
            archived: false,
            OR: [{ municipalityId: asked.municipalityId }, { regionId: asked.regionId, municipalityId: null }],
          };
    const rows = await db.document.findMany({ where, orderBy: [{ title: 'asc' }, { id: 'asc' }], take: MOST });
    return rows.map(({ id, title, type, issuer, issuedOn, number }) => ({
      ...{ id, title, note: cited({ type, issuer, issuedOn: isoDayOrNull(issuedOn), number }), href: `/library/${id}` },
    }));
  },
  campaign: async (db, asked) => {
    const rows = await db.campaign.findMany({
      where: { ...ofYear(asked), status: { not: 'DRAFT' } },
      orderBy: { schoolYear: 'asc' },
      take: MOST,
    });
    return rows.map(({ id, schoolYear, opensAt }) => ({
      id,
      title: `Мониторинг по диагностической карте, ${formatSchoolYear(schoolYear)}`,
      note: `открыта ${formatDate(opensAt)}`,
      href: `/monitoring/campaigns/${id}`,
    }));
  },
  list: async (db, asked) => {
    const where =
      'ids' in asked
        ? { id: { in: asked.ids } }
        : { municipalityId: asked.municipalityId, supersededAt: null, campaign: { schoolYear: asked.schoolYear } };
    const rows = await db.confirmedList.findMany({
      where,
      orderBy: [{ orderDate: 'asc' }, { id: 'asc' }],
      select: { id: true, track: true, orderNumber: true, orderDate: true },
      take: MOST,
    });
    return rows.map(({ id, track, orderNumber, orderDate }) => ({
      id,
      title:
        track === 'LOW_RESULTS'
          ? 'Список школ с низкими результатами'
          : 'Список школ в неблагоприятных социальных условиях',
      note: `приказ № ${orderNumber} от ${formatDate(orderDate)}`,
      href: `/analysis/lists/${id}`,
    }));
  },
  examination: async (db, asked) => {
    const rows = await db.examination.findMany({
      where: ofYear(asked),
      include: { school: SHORT_SCHOOL },
      orderBy: [{ school: { code: 'asc' } }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map(({ id, title, school, startsOn, endsOn }) => ({
      ...{ id, title: `${school.shortName}: ${title}`, note: `${formatDate(startsOn)} — ${formatDate(endsOn)}` },
      href: `/support/examinations/${id}`,
    }));
  },
  recommendation: async (db, asked) => {
    const rows = await db.recommendation.findMany({
      where: { ...ofYear(asked), issuedAt: { not: null } },
      include: { school: SHORT_SCHOOL },
      orderBy: [{ school: { code: 'asc' } }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map(({ id, text, school, dueOn }) => ({
      ...{ id, title: `${school.shortName}: ${text}`, note: `срок ${formatDate(dueOn)}` },
      href: `/support/recommendations/${id}`,
    }));
  },
  programme: async (db, asked) => {
    const rows = await db.programme.findMany({
      where: { ...ofYear(asked), status: { in: ['APPROVED', 'RUNNING', 'FINISHED'] } },
      include: { school: SHORT_SCHOOL },
      orderBy: [{ school: { code: 'asc' } }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map(({ id, title, school, approvedAt }) => ({
      ...{ id, title: `${school.shortName}: ${title}` },
      note: approvedAt ? `утверждена ${formatDate(approvedAt)}` : '',
      href: `/support/programmes/${id}`,
    }));
  },
  event: async (db, asked) => {
    const where =
      'ids' in asked
        ? { id: { in: asked.ids } }
        : { municipalityId: asked.municipalityId, startsAt: between(asked.schoolYear) };
    const rows = await db.event.findMany({
      where: { ...where, status: 'PUBLISHED' },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: MOST,
    });
    return rows.map(({ id, kind, title, startsAt }) => ({
      ...{ id, title, note: `${EVENT_KINDS[kind].toLowerCase()}, ${formatDate(startsAt)}`, href: `/calendar/${id}` },
    }));
  },
  decision: async (db, asked) => {
    const where =
      'ids' in asked
        ? { id: { in: asked.ids } }
        : { municipalityId: asked.municipalityId, decidedOn: between(asked.schoolYear) };
    const rows = await db.decision.findMany({ where, orderBy: [{ decidedOn: 'asc' }, { id: 'asc' }], take: MOST });
    return rows.map(({ id, kind, title, number, decidedOn }) => ({
      ...{ id, title, note: `${DECISION_KINDS[kind].toLowerCase()} № ${number} от ${formatDate(decidedOn)}` },
      href: `/support/decisions/${id}`,
    }));
  },
};

/** The linked things by what they are, in the order of the kinds; what the viewer may not see has no address. */
export async function linkedThings(
  db: ScopedDatabase,
  links: readonly { subjectType: string; subjectId: string }[],
): Promise<Map<string, LinkedThing>> {
  const found = new Map<string, LinkedThing>();
  for (const [type, load] of Object.entries(LOADERS) as [LinkKind, Loader][]) {
    const ids = [...new Set(links.filter((link) => link.subjectType === type).map(({ subjectId }) => subjectId))];
    if (ids.length === 0) continue;
    for (const thing of await load(db, { ids })) found.set(`${type} ${thing.id}`, { type, ...thing });
  }
  return found;
}
