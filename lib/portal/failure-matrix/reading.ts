/** What people read of matrices: lists, the school's own, what may be known outside it. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import { municipalitiesInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { DEFAULT_CAUSES, type FailureCause, type KnownGroup } from '@/lib/domain/failure-matrix';
import { schoolYearAt } from '@/lib/domain/school-year';
import { dictionaryOf } from './dictionary';
import { formOf, lockOf, openMatrix } from './filling';
import type {
  MatrixCampaignItem,
  MatrixCampaignView,
  MatrixChoices,
  MatrixReportView,
  MatrixView,
  OwnMatrixItem,
} from './views';

/** Matrix campaigns in the viewer's sight, newest first. */
export function matrixCampaigns(viewer: Viewer): Promise<MatrixCampaignItem[]> {
  return forViewer(viewer, async (db) => {
    if (!may(viewer, 'matrix.report')) return [];
    const campaigns = await db.failureCampaign.findMany({
      where: { municipalityId: { in: municipalitiesInSight(viewer) ?? [] } },
      include: { municipality: { select: { name: true } }, matrices: { select: { status: true } } },
      orderBy: [{ schoolYear: 'desc' }, { municipality: { name: 'asc' } }],
    });
    return campaigns.map(({ id, municipality, schoolYear, status, dueAt, matrices }) => ({
      id,
      municipalityName: municipality.name,
      schoolYear,
      status,
      dueAt,
      schools: matrices.length,
      submitted: matrices.filter((matrix) => matrix.status === 'SUBMITTED').length,
    }));
  });
}

/** The matrices of the viewer's own school, newest first. */
export function ownMatrices(viewer: Viewer): Promise<OwnMatrixItem[]> {
  return forViewer(viewer, async (db) => {
    if (!viewer.schoolId || !may(viewer, 'matrix.fill')) return [];
    const matrices = await db.failureMatrix.findMany({
      where: { schoolId: viewer.schoolId },
      include: { campaign: true },
      orderBy: { campaign: { schoolYear: 'desc' } },
    });
    return matrices.map(({ id, status, submittedAt, campaign }) => ({
      id,
      schoolYear: campaign.schoolYear,
      status,
      open: campaign.status === 'OPEN',
      dueAt: campaign.dueAt,
      submittedAt,
    }));
  });
}

/** The matrix as its school fills it in; others get FORBIDDEN: they read the report. */
export function matrixForFilling(viewer: Viewer, id: string): Promise<Outcome<MatrixView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openMatrix(db, viewer, id, 'matrix.fill');
    if (!opened.ok) return opened;
    const matrix = opened.value;
    const school = await db.school.findUnique({ where: { id: matrix.schoolId }, select: { shortName: true } });
    const cells = await db.failureCell.findMany({ where: { matrixId: id } });
    const locked = lockOf(matrix);
    return done({
      id,
      schoolName: school?.shortName ?? '',
      schoolYear: matrix.campaign.schoolYear,
      status: matrix.status,
      editable: locked === null,
      locked,
      dueAt: matrix.campaign.dueAt,
      savedAt: matrix.savedAt,
      submittedAt: matrix.submittedAt,
      returnComment: matrix.returnComment,
      form: formOf(matrix),
      cells: cells.map(({ cause, grade, subject, pupils }) => ({ cause, grade, subject, pupils })),
    });
  });
}

async function campaignInSight(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Outcome<MatrixCampaignView>> {
  const campaign = await db.failureCampaign.findUnique({
    where: { id },
    include: {
      municipality: { select: { name: true } },
      matrices: {
        include: { school: { include: { accounts: { where: { active: true }, select: { id: true } } } } },
        orderBy: { school: { shortName: 'asc' } },
      },
    },
  });
  // what is out of sight stands nowhere: NOT_FOUND, except for ADMIN, whose role reads no results at all
  const refused = refusal(viewer, 'matrix.report', { municipalityId: campaign?.municipalityId ?? 'nowhere' });
  if (refused) return { ok: false, failure: refused };
  if (!campaign) return failed('NOT_FOUND', 'Матрица не найдена. Вернитесь к списку.');
  const { municipalityId, schoolYear, status, dueAt, closedAt, letter, subjects } = campaign;
  return done({
    id,
    municipalityId,
    municipalityName: campaign.municipality.name,
    schoolYear,
    status,
    dueAt,
    closedAt,
    letter,
    causes: campaign.causes as unknown as FailureCause[],
    subjects,
    rows: campaign.matrices.map((matrix) => ({
      matrixId: matrix.id,
      schoolId: matrix.schoolId,
      schoolName: matrix.school.shortName,
      status: matrix.status,
      savedAt: matrix.savedAt,
      submittedAt: matrix.submittedAt,
      late: matrix.status === 'DRAFT' && status === 'OPEN' && dueAt < now,
      hasAccount: matrix.school.accounts.length > 0,
    })),
  });
}

/** How far the schools of a campaign have come. */
export function matrixBoard(viewer: Viewer, id: string, now: Date): Promise<Outcome<MatrixCampaignView>> {
  return forViewer(viewer, (db) => campaignInSight(db, viewer, id, now));
}

/** The statistical report of the city, or of one school of it as those outside may know it. */
export function matrixReport(
  viewer: Viewer,
  id: string,
  schoolId: string | null,
  now: Date,
): Promise<Outcome<MatrixReportView>> {
  return forViewer(viewer, async (db) => {
    const campaign = await campaignInSight(db, viewer, id, now);
    if (!campaign.ok) return campaign;
    const sent = campaign.value.rows.filter((row) => row.status === 'SUBMITTED');
    const row = sent.find((one) => one.schoolId === schoolId);
    if (schoolId && !row) return failed('NOT_FOUND', 'Эта школа матрицу не отправляла. Вернитесь к отчёту города.');
    const groups = await db.$queryRaw<KnownGroup[]>`
      SELECT cause, grade, subject, pupils, hidden, schools FROM failure_groups(${id}::uuid)
      WHERE school_id IS NOT DISTINCT FROM ${schoolId}::uuid`;
    return done({
      campaign: campaign.value,
      school: row ? { id: row.schoolId, name: row.schoolName } : null,
      schools: sent.map((one) => ({ id: one.schoolId, name: one.schoolName })),
      groups,
    });
  });
}

/** What the head of a centre chooses from when opening a campaign: schools of the list in force are chosen at first. */
export function matrixChoices(viewer: Viewer, now: Date): Promise<MatrixChoices> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId;
    if (!municipalityId || !may(viewer, 'matrix.open')) {
      return { schoolYear: schoolYearAt(now), causes: DEFAULT_CAUSES, ownCauses: false, schools: [] };
    }
    const list = await db.confirmedList.findFirst({
      where: { municipalityId, track: 'LOW_RESULTS', supersededAt: null },
      include: { schools: { where: { included: true }, select: { schoolId: true } } },
      orderBy: { campaign: { schoolYear: 'desc' } },
    });
    const listed = new Set(list?.schools.map(({ schoolId }) => schoolId));
    const schools = await db.school.findMany({
      where: { municipalityId, closedOn: null },
      select: { id: true, shortName: true },
      orderBy: { shortName: 'asc' },
    });
    const dictionary = await dictionaryOf(db, municipalityId);
    const latest = await db.campaign.findFirst({ where: { municipalityId }, orderBy: { schoolYear: 'desc' } });
    return {
      // the year in which the centre works: that of its latest campaign
      schoolYear: latest?.schoolYear ?? schoolYearAt(now),
      causes: dictionary.causes,
      ownCauses: dictionary.version > 0,
      schools: schools.map(({ id, shortName }) => ({ id, name: shortName, onList: listed.has(id) })),
    };
  });
}
