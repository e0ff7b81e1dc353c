/** Management decisions: orders, letters, agendas, protocols, linked to schools, lists and recommendations. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf, formatDate } from '@/lib/domain/russian';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { DECISION_STATES, isDecisionLate } from '@/lib/domain/support/decision';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { record } from '@/lib/portal/journal/commands';
import { tellSchool } from '@/lib/portal/support/commands';
import { schoolNames } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import type { DecisionInput, ExecutionInput } from './schema';
import type { DecisionChoices, DecisionRow, DecisionView } from './views';

const MOST_ROWS = 500;

/** Decisions in the viewer's scope: the late ones first, then the newest. */
export function decisionList(viewer: Viewer, now: Date): Promise<Outcome<{ rows: DecisionRow[]; mayChange: boolean }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'decision.read');
    if (refused) return { ok: false, failure: refused };
    const today = dayOf(now);
    const rows = await db.decision.findMany({
      include: { schools: true },
      orderBy: { decidedOn: 'desc' },
      take: MOST_ROWS,
    });
    return done({
      rows: rows.map((row) => rowOf(row, today)).sort((a, b) => Number(b.late) - Number(a.late)),
      mayChange: may(viewer, 'decision.change'),
    });
  });
}

type Stored = NonNullable<Awaited<ReturnType<ScopedDatabase['decision']['findUnique']>>> & {
  schools: { schoolId: string }[];
};

function rowOf(row: Stored, today: string): DecisionRow {
  const { id, kind, number, title, responsible, state, schools } = row;
  const dueOn = isoDayOrNull(row.dueOn);
  const late = isDecisionLate({ state, dueOn }, today);
  return {
    id,
    kind,
    number,
    decidedOn: isoDay(row.decidedOn),
    title,
    responsible,
    dueOn,
    state,
    late,
    schools: schools.length,
  };
}

async function choicesOf(db: ScopedDatabase, viewer: Viewer, municipalityId: string): Promise<DecisionChoices> {
  const lists = await db.confirmedList.findMany({
    where: { municipalityId },
    orderBy: { orderDate: 'desc' },
    take: 20,
  });
  const recommendations = await db.recommendation.findMany({
    where: { municipalityId, status: { in: ['ISSUED', 'ANSWERED', 'NOT_DONE'] } },
    orderBy: { dueOn: 'asc' },
    include: { school: { select: { shortName: true } } },
    take: 200,
  });
  return {
    schools: [...(await schoolNames(db, viewer))].map(([id, name]) => ({ id, name })),
    lists: lists.map(({ id, orderNumber, orderDate }) => ({
      id,
      title: `Список: приказ № ${orderNumber} от ${formatDate(orderDate)}`,
    })),
    recommendations: recommendations.map(({ id, text, school }) => ({ id, title: `${school.shortName}: ${text}` })),
  };
}

/** What a new decision may be linked to. */
export function decisionChoices(viewer: Viewer): Promise<Outcome<DecisionChoices>> {
  return forViewer(viewer, async (db) => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'decision.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    return municipalityId ? done(await choicesOf(db, viewer, municipalityId)) : NO_DECISION;
  });
}

const NO_DECISION = failed('NOT_FOUND', 'Решение не найдено.');

export function decisionView(viewer: Viewer, id: string, now: Date): Promise<Outcome<DecisionView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'decision.read');
    if (refused) return { ok: false, failure: refused };
    const row = await db.decision.findUnique({ where: { id }, include: { schools: true, list: true } });
    if (!row) return NO_DECISION;
    const { municipalityId, recommendationIds, list } = row;
    const names = await schoolNames(db, viewer);
    const schoolIds = row.schools.map(({ schoolId }) => schoolId);
    const mayChange = may(viewer, 'decision.change', { municipalityId });
    return done({
      ...rowOf(row, dayOf(now)),
      ...{ version: row.version, text: row.text, listId: row.listId, schoolIds, recommendationIds },
      list: list && `приказ № ${list.orderNumber} от ${formatDate(list.orderDate)}`,
      // a school does not read which others the decision is about
      schoolNames: schoolIds.flatMap((schoolId) =>
        viewer.schoolId && viewer.schoolId !== schoolId ? [] : (names.get(schoolId) ?? []),
      ),
      recommendations: await db.recommendation.findMany({
        where: { id: { in: recommendationIds } },
        select: { id: true, text: true },
      }),
      ...{ executedOn: isoDayOrNull(row.executedOn), executionNote: row.executionNote },
      ...{ changedBy: row.changedBy, changedAt: row.changedAt },
      files: (await supportFilesOf(db, viewer, 'decision', [id])).get(id) ?? [],
      choices: mayChange ? await choicesOf(db, viewer, municipalityId) : null,
      mayChange,
      mayControl: may(viewer, 'decision.control', { municipalityId }),
    });
  });
}

/** Stores a new decision, or with `existing` the next version of one, its schools with it; new schools are told. */
export function keepDecision(
  viewer: Viewer,
  { schoolIds, decidedOn, dueOn, ...input }: DecisionInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'decision.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return NO_DECISION;
    const names = await schoolNames(db, viewer);
    const schools = [...new Set(schoolIds)];
    if (schools.some((id) => !names.has(id))) return failed('INVALID', 'Выберите школы своего муниципалитета.');
    if (input.listId && !(await db.confirmedList.findFirst({ where: { id: input.listId, municipalityId } }))) {
      return failed('INVALID', 'Выберите список своего муниципалитета.');
    }
    const data = {
      ...input,
      decidedOn: new Date(decidedOn),
      dueOn: dueOn === null ? null : new Date(dueOn),
      ...{ changedBy: viewer.name, changedAt: now },
    };
    let id = existing?.id ?? '';
    const before = existing ? await db.decisionSchool.findMany({ where: { decisionId: id } }) : [];
    if (existing) {
      const { version } = existing;
      const { count } = await db.decision.updateMany({
        where: { id, version, municipalityId },
        data: { ...data, version: version + 1 },
      });
      const current = await db.decision.findUnique({ where: { id } });
      if (!current) return NO_DECISION;
      if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, решение изменили.', { extra: { current } });
      await db.decisionSchool.deleteMany({ where: { decisionId: id } });
    } else {
      ({ id } = await db.decision.create({ data: { ...data, municipalityId }, select: { id: true } }));
    }
    await db.decisionSchool.createMany({
      data: schools.map((schoolId) => ({ decisionId: id, schoolId, municipalityId })),
    });
    for (const schoolId of schools.filter((one) => !before.some((old) => old.schoolId === one))) {
      await tellSchool(
        db,
        schoolId,
        { title: `Решение: ${input.title}`, text: '', href: `/support/decisions/${id}` },
        now,
      );
    }
    const subject = { subjectType: 'decision' as const, subjectId: id, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'decision.change', to: `${input.number} ${input.title}` });
    return done({ id });
  });
}

/** Control of execution: executed or not, when, and by what that is seen. */
export function controlDecision(viewer: Viewer, id: string, input: ExecutionInput, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const row = await db.decision.findUnique({ where: { id } });
    if (!row) return NO_DECISION;
    const { municipalityId } = row;
    const refused = refusal(viewer, 'decision.control', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const { version, state, executedOn, executionNote } = input;
    if (state !== 'OPEN' && executionNote === '') {
      const message = 'Напишите, по чему видно исполнение.';
      return failed('INVALID', message, { errors: [{ path: 'executionNote', message }] });
    }
    const data = { state, executionNote, executedOn: executedOn === null ? null : new Date(executedOn) };
    const { count } = await db.decision.updateMany({
      where: { id, version },
      data: { ...data, version: version + 1, changedBy: viewer.name, changedAt: now },
    });
    if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, решение изменили.', { extra: { current: row } });
    const subject = { subjectType: 'decision' as const, subjectId: id, municipalityId };
    await record(db, viewer, now, {
      ...subject,
      action: 'decision.control',
      from: row.state,
      to: state,
      reason: executionNote,
    });
    return done(undefined);
  });
}

/** What decisions add to the time line of a school. */
export async function decisionFacts(db: ScopedDatabase, schoolId: string, now: Date): Promise<TimelineFact[]> {
  const today = dayOf(now);
  const rows = await db.decisionSchool.findMany({
    where: { schoolId },
    select: { decision: { include: { schools: true } } },
  });
  return rows.map(({ decision }) => {
    const { id, number, title, decidedOn, state, late } = rowOf(decision, today);
    const detail = `№ ${number}, ${DECISION_STATES[state].toLowerCase()}`;
    return { on: decidedOn, lane: 'PLANNED', title, detail, href: `/support/decisions/${id}`, ...(late && { late }) };
  });
}
