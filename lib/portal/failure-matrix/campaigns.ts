/** Matrix campaigns: opening, reminding, closing, and how far schools have come. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { FailureCampaign, Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { record } from '@/lib/portal/journal/commands';
import { writeNotices } from '@/lib/portal/messages/commands';
import { dictionaryOf } from './dictionary';
import type { OpenMatrixInput } from './schema';

/** Opens a campaign for the chosen schools: each gets a matrix with the centre's causes of today, its principal a letter. */
export function openMatrixCampaign(
  viewer: Viewer,
  input: OpenMatrixInput,
  now: Date,
): Promise<Outcome<{ id: string; schools: number }>> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId;
    const refused = refusal(viewer, 'matrix.open', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return failed('FORBIDDEN', 'Матрицу открывает руководитель МОЦ своего муниципалитета.');
    if (input.dueAt <= now) {
      const message = 'Срок должен быть позже сегодняшнего дня.';
      return failed('INVALID', message, { errors: [{ path: 'dueAt', message }] });
    }
    // a double click opens one campaign: the second waits here and finds the first
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`matrix ${municipalityId}`}, 0))`;
    const where = { municipalityId_schoolYear: { municipalityId, schoolYear: input.schoolYear } };
    if (await db.failureCampaign.findUnique({ where })) {
      const message = `Матрица за ${formatSchoolYear(input.schoolYear)} уже открыта: в учебном году она одна.`;
      return failed('CONFLICT', message, { errors: [{ path: 'schoolYear', message }] });
    }
    const schools = await db.school.findMany({ where: { id: { in: input.schools }, municipalityId, closedOn: null } });
    if (schools.length === 0) {
      const message = 'Выберите школы своего муниципалитета.';
      return failed('INVALID', message, { errors: [{ path: 'schools', message }] });
    }
    const { causes } = await dictionaryOf(db, municipalityId);
    const campaign = await db.failureCampaign.create({
      data: {
        municipalityId,
        schoolYear: input.schoolYear,
        causes: causes as unknown as Prisma.InputJsonValue,
        subjects: input.subjects,
        letter: input.letter,
        dueAt: input.dueAt,
        openedBy: viewer.name,
        openedAt: now,
      },
    });
    await db.failureMatrix.createMany({
      data: schools.map(({ id: schoolId, gradeFrom, gradeTo }) => ({
        campaignId: campaign.id,
        schoolId,
        municipalityId,
        gradeFrom,
        gradeTo,
      })),
    });
    const subject = `Матрица неуспешности: заполните до ${formatDate(campaign.dueAt)}`;
    await tellSchools(
      db,
      campaign,
      schools.map(({ id }) => id),
      { subject, text: input.letter },
      now,
    );
    await record(db, viewer, now, {
      action: 'matrix.open',
      subjectType: 'failure-campaign',
      subjectId: campaign.id,
      municipalityId,
      to: { schoolYear: campaign.schoolYear, schools: schools.length, subjects: input.subjects },
    });
    return done({ id: campaign.id, schools: schools.length });
  });
}

/** A letter and a notice to the principals of these schools, with the link to their matrix; gives how many were told. */
async function tellSchools(
  db: ScopedDatabase,
  campaign: Pick<FailureCampaign, 'id' | 'municipalityId'>,
  schoolIds: readonly string[],
  message: { subject: string; text: string },
  now: Date,
): Promise<number> {
  const matrices = await db.failureMatrix.findMany({
    where: { campaignId: campaign.id, schoolId: { in: [...schoolIds] } },
    select: { id: true, school: { select: { accounts: { where: { active: true, role: 'PRINCIPAL' } } } } },
  });
  const told = matrices.flatMap(({ id, school }) =>
    school.accounts.map((account) => ({ account, href: `/monitoring/causes/matrix/${id}` })),
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

/** The campaign, open and in the viewer's scope, for an action; locked so that closing and sending do not cross. */
async function openOne(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<FailureCampaign>> {
  const stranger = refusal(viewer, action);
  if (stranger) return { ok: false, failure: stranger };
  await db.$queryRaw`SELECT 1 FROM failure_campaign WHERE id = ${id}::uuid FOR UPDATE`;
  const campaign = await db.failureCampaign.findUnique({ where: { id } });
  if (!campaign) return failed('NOT_FOUND', 'Матрица не найдена. Вернитесь к списку.');
  const refused = refusal(viewer, action, { municipalityId: campaign.municipalityId });
  if (refused) return { ok: false, failure: refused };
  return campaign.status === 'OPEN'
    ? done(campaign)
    : failed('WRONG_STATE', 'Сбор матриц закрыт и больше не меняется.');
}

/** Reminds the principals whose matrix was not sent yet. */
export function remindOfMatrix(viewer: Viewer, campaignId: string, now: Date): Promise<Outcome<{ told: number }>> {
  return forViewer(viewer, async (db) => {
    const found = await openOne(db, viewer, campaignId, 'matrix.remind');
    if (!found.ok) return found;
    const campaign = found.value;
    const waiting = await db.failureMatrix.findMany({ where: { campaignId, status: 'DRAFT' } });
    if (waiting.length === 0) return failed('WRONG_STATE', 'Все школы уже отправили матрицу.');
    const told = await tellSchools(
      db,
      campaign,
      waiting.map(({ schoolId }) => schoolId),
      {
        subject: 'Напоминание: матрица неуспешности',
        text: `Матрица вашей школы ещё не отправлена. Срок — ${formatDate(campaign.dueAt)}. Всё, что вы уже ввели, сохранено.`,
      },
      now,
    );
    await record(db, viewer, now, {
      action: 'matrix.remind',
      subjectType: 'failure-campaign',
      subjectId: campaignId,
      municipalityId: campaign.municipalityId,
      to: { schools: waiting.length, people: told },
    });
    return done({ told });
  });
}

/** Closes the campaign: matrices that were not sent stay out of the report. */
export function closeMatrixCampaign(viewer: Viewer, campaignId: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const found = await openOne(db, viewer, campaignId, 'matrix.close');
    if (!found.ok) return found;
    await db.failureCampaign.update({ where: { id: campaignId }, data: { status: 'CLOSED', closedAt: now } });
    await record(db, viewer, now, {
      action: 'matrix.close',
      subjectType: 'failure-campaign',
      subjectId: campaignId,
      municipalityId: found.value.municipalityId,
    });
    return done(undefined);
  });
}

/** Gives a sent matrix back to its school with a comment. */
export function returnMatrix(viewer: Viewer, matrixId: string, comment: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const matrix = await db.failureMatrix.findUnique({ where: { id: matrixId } });
    if (!matrix) return failed('NOT_FOUND', 'Матрица не найдена. Вернитесь к списку.');
    const found = await openOne(db, viewer, matrix.campaignId, 'matrix.return');
    if (!found.ok) return found;
    const returnComment = comment.trim();
    if (returnComment === '') {
      const message = 'Напишите школе, что уточнить.';
      return failed('INVALID', message, { errors: [{ path: 'comment', message }] });
    }
    const { count } = await db.failureMatrix.updateMany({
      where: { id: matrixId, status: 'SUBMITTED' },
      data: { status: 'DRAFT', returnComment, version: { increment: 1 } },
    });
    if (count === 0) return failed('WRONG_STATE', 'Школа ещё не отправила матрицу.');
    const subject = 'Матрица неуспешности возвращена';
    await tellSchools(db, found.value, [matrix.schoolId], { subject, text: returnComment }, now);
    await record(db, viewer, now, {
      action: 'matrix.return',
      subjectType: 'failure-matrix',
      subjectId: matrixId,
      municipalityId: matrix.municipalityId,
      schoolId: matrix.schoolId,
      reason: returnComment,
    });
    return done(undefined);
  });
}
