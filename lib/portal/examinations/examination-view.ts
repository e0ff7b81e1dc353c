/** One examination with its parts, findings and what the viewer may do. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { readPartContent, reasonsNotToFinish } from '@/lib/domain/support/examination';
import { workbookSectionsSchema } from '@/lib/domain/support/workbook';
import { dictionaryOf } from '@/lib/portal/failure-matrix/queries';
import { centrePeople, criteriaOfSchool } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import { planCell } from './plan-view';
import { openedExamination, showsFindings } from './stored';
import type { ExaminationView, PartView, SurveyRow } from './views';

export function examinationView(viewer: Viewer, id: string, now: Date): Promise<Outcome<ExaminationView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedExamination(db, viewer, id, 'support.read');
    if (!opened.ok) return opened;
    const { examination, school } = opened.value;
    const { schoolId, municipalityId, schoolYear, status, parts, findings } = examination;
    const closed = status === 'FINISHED' || status === 'CANCELLED';
    const shown = showsFindings(viewer, status);
    const titles = new Map(parts.map((part) => [part.id, part.title]));
    const files = await supportFilesOf(
      db,
      viewer,
      'examination-part',
      parts.map((part) => part.id),
    );
    const followed = await db.recommendation.groupBy({
      by: ['findingId'],
      where: { findingId: { in: findings.map((finding) => finding.id) } },
      _count: true,
    });
    const recommendations = new Map(followed.map((row) => [row.findingId, row._count]));
    const today = dayOf(now);
    const target = { schoolId, municipalityId };
    return done({
      id,
      version: examination.version,
      schoolId,
      schoolName: school.shortName,
      schoolYear,
      title: examination.title,
      status,
      startsOn: isoDay(examination.startsOn),
      endsOn: isoDay(examination.endsOn),
      conclusion: shown ? examination.conclusion : '',
      finishedBy: examination.finishedBy,
      finishedAt: examination.finishedAt,
      parts: parts.map((part) => ({
        ...planCell(part, today),
        heldOn: isoDayOrNull(part.heldOn),
        files: files.get(part.id)?.length ?? 0,
      })),
      findings: shown
        ? findings.map((finding) => ({
            id: finding.id,
            version: finding.version,
            theme: finding.theme,
            text: finding.text,
            partId: finding.partId,
            partTitle: titles.get(finding.partId ?? '') ?? null,
            criteria: finding.criteria,
            causes: finding.causes,
            recommendations: recommendations.get(finding.id) ?? 0,
          }))
        : [],
      findingsShown: shown,
      criteria: await criteriaOfSchool(db, schoolId, schoolYear),
      causes: (await dictionaryOf(db, municipalityId)).causes.map(({ code, text }) => ({ code, text })),
      reasonsNotToFinish: reasonsNotToFinish(parts, findings.length),
      mayChange: !closed && may(viewer, 'examination.change', target),
      mayReopen: closed && may(viewer, 'examination.reopen', target),
    });
  });
}

export function partView(viewer: Viewer, partId: string): Promise<Outcome<PartView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const found = await db.examinationPart.findUnique({
      where: { id: partId },
      include: { workbookVersion: true },
    });
    if (!found) return failed('NOT_FOUND', 'Часть обследования не найдена. Вернитесь к обследованию.');
    const opened = await openedExamination(db, viewer, found.examinationId, 'support.read');
    if (!opened.ok) return opened;
    const { examination, school } = opened.value;
    const { schoolId, municipalityId, status } = examination;
    const target = { schoolId, municipalityId };
    const open = status !== 'FINISHED' && status !== 'CANCELLED';
    const groups = await surveyRows(db, viewer, partId, found.kind === 'SURVEY');
    const { workbookVersion: workbook } = found;
    return done({
      id: partId,
      version: found.version,
      examinationId: found.examinationId,
      examinationTitle: examination.title,
      schoolName: school.shortName,
      kind: found.kind,
      title: found.title,
      state: found.state,
      ownerId: found.ownerId,
      owner: found.ownerName,
      dueOn: isoDayOrNull(found.dueOn),
      heldOn: isoDayOrNull(found.heldOn),
      content: readPartContent(found.kind, found.content),
      changedBy: found.changedBy,
      changedAt: found.changedAt,
      workbook: workbook && {
        number: workbook.number,
        title: workbook.title,
        sections: workbookSectionsSchema.parse(workbook.sections),
      },
      groups,
      groupsHidden: groups.some((row) => Object.values(row).some((value) => value === null)),
      people: await centrePeople(db, municipalityId),
      files: (await supportFilesOf(db, viewer, 'examination-part', [partId])).get(partId) ?? [],
      open,
      mayChange: open && may(viewer, 'examination.change', target),
      mayFill: open && may(viewer, 'examination.fill', target),
      mayAttach: may(viewer, 'support.attach', target),
    });
  });
}

/** The school sees its numbers; everybody else what PostgreSQL lets out of them (survey_groups hides groups under 5). */
async function surveyRows(db: ScopedDatabase, viewer: Viewer, partId: string, asked: boolean): Promise<SurveyRow[]> {
  if (!asked) return [];
  if (viewer.role === 'PRINCIPAL') {
    const rows = await db.surveyGroup.findMany({ where: { partId }, orderBy: { className: 'asc' } });
    return rows.map(({ className, pupils, consents, examined, atRisk }) => ({
      ...{ className, pupils, consents, examined, atRisk },
    }));
  }
  return db.$queryRaw<SurveyRow[]>`
    SELECT class_name AS "className", pupils, consents, examined, at_risk AS "atRisk"
    FROM survey_groups(${partId}::uuid) ORDER BY class_name`;
}
