/** What the support of schools asks of a person today. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { dayOf } from '@/lib/domain/russian';
import { dayAfter } from '@/lib/domain/support/days';
import type { SupportTask } from './views';

/** A school is asked for the report of a stage so many days before it is due; our own proposal. */
const STAGE_AHEAD_DAYS = 14;

/** Tasks of the viewer, each with how many of them wait (0: none) and the page where they are done. */
export function supportDay(viewer: Viewer, now: Date): Promise<SupportTask[]> {
  return forViewer(viewer, async (db) => {
    if (viewer.role === 'PRINCIPAL' && viewer.schoolId) return tasksOfSchool(db, viewer.schoolId, now);
    if (viewer.role === 'MOC_HEAD' || viewer.role === 'MOC_STAFF') return tasksOfCentre(db, viewer, now);
    return [];
  });
}

async function tasksOfSchool(db: ScopedDatabase, schoolId: string, now: Date): Promise<SupportTask[]> {
  const programme = await db.programme.findFirst({
    where: { schoolId, status: { in: ['DRAFT', 'RETURNED'] } },
    orderBy: { schoolYear: 'desc' },
    select: { id: true, status: true },
  });
  const stage = await db.programmeStage.findFirst({
    where: {
      schoolId,
      report: '',
      dueOn: { lte: new Date(dayAfter(dayOf(now), STAGE_AHEAD_DAYS)) },
      programme: { status: { in: ['APPROVED', 'RUNNING'] } },
    },
    orderBy: { dueOn: 'asc' },
    select: { programmeId: true },
  });
  const workbook = await db.examinationPart.findFirst({
    where: {
      schoolId,
      kind: 'WORKBOOK',
      state: { in: ['PLANNED', 'DOING'] },
      examination: { status: { in: ['PLANNED', 'RUNNING'] } },
    },
    orderBy: { dueOn: 'asc' },
    select: { id: true, examinationId: true },
  });
  const profile = await db.riskProfile.findFirst({
    where: { schoolId, status: 'WITH_SCHOOL' },
    orderBy: { schoolYear: 'desc' },
    select: { id: true },
  });
  return [
    {
      text: 'Ответить на рекомендации МОЦ',
      count: await db.recommendation.count({
        where: { schoolId, status: 'ISSUED', addressee: { in: ['SCHOOL', 'TEACHERS'] } },
      }),
      href: '/support/recommendations',
    },
    {
      text: programme?.status === 'RETURNED' ? 'Исправить программу: МОЦ вернул её' : 'Дописать и отправить программу',
      count: programme ? 1 : 0,
      href: `/support/programmes/${programme?.id}`,
    },
    {
      text: 'Отчитаться об этапе программы',
      count: stage ? 1 : 0,
      href: `/support/programmes/${stage?.programmeId}`,
    },
    {
      text: 'Заполнить рабочую тетрадь причин неуспешности',
      count: workbook ? 1 : 0,
      href: `/support/examinations/${workbook?.examinationId}/parts/${workbook?.id}`,
    },
    {
      text: 'Сказать, согласны ли вы с рисками школы',
      count: profile ? 1 : 0,
      href: `/support/risks/${profile?.id}`,
    },
  ];
}

async function tasksOfCentre(db: ScopedDatabase, viewer: Viewer, now: Date): Promise<SupportTask[]> {
  const { municipalityId } = viewer;
  const today = new Date(dayOf(now));
  return [
    {
      text: 'Тревоги по школам, которые не сняты',
      count: await db.caseEntry.count({ where: { kind: 'CONCERN', concern: { in: ['RECORDED', 'ESCALATED'] } } }),
      href: '/support',
    },
    {
      text: 'Рассмотреть присланные программы',
      count: await db.programme.count({ where: { status: 'SUBMITTED' } }),
      href: '/support/programmes',
    },
    {
      text: 'Оценить отчёты об этапах программ',
      count: await db.programmeStage.count({
        where: { report: { not: '' }, assessment: null, programme: { status: { in: ['APPROVED', 'RUNNING'] } } },
      }),
      href: '/support/programmes',
    },
    {
      text: 'Проверить выполнение рекомендаций, на которые ответили',
      count: await db.recommendation.count({ where: { status: 'ANSWERED' } }),
      href: '/support/recommendations',
    },
    {
      text: 'Провести части обследований, срок которых прошёл',
      count: await db.examinationPart.count({
        where: {
          state: { in: ['PLANNED', 'DOING'] },
          dueOn: { lt: today },
          examination: { status: { in: ['PLANNED', 'RUNNING'] } },
        },
      }),
      href: '/support/examinations',
    },
    ...(may(viewer, 'recommendation.issue', { municipalityId })
      ? [
          {
            text: 'Направить подготовленные рекомендации',
            count: await db.recommendation.count({ where: { status: 'DRAFT' } }),
            href: '/support/recommendations',
          },
        ]
      : []),
    ...(may(viewer, 'curator.assign', { municipalityId })
      ? [
          {
            text: 'Назначить кураторов школам с поддержкой',
            count: await db.supportCase.count({
              where: { status: 'OPEN', school: { curatorships: { none: { endedOn: null } } } },
            }),
            href: '/support/curators',
          },
        ]
      : []),
    {
      text: 'Решения, срок исполнения которых прошёл',
      count: await db.decision.count({ where: { state: 'OPEN', dueOn: { lt: today } } }),
      href: '/support/decisions',
    },
  ];
}
