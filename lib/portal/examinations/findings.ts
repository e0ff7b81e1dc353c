/** What an examination found, by theme, with the criteria and causes that it explains. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { FindingInput } from './schema';
import { editableExamination, journaled, type OpenedExamination } from './stored';

function partFault({ examination }: OpenedExamination, { partId }: FindingInput): Outcome<never> | null {
  const message = 'Выберите часть этого же обследования.';
  const known = partId === null || examination.parts.some(({ id }) => id === partId);
  return known ? null : failed('INVALID', message, { errors: [{ path: 'partId', message }] });
}

export function addFinding(
  viewer: Viewer,
  examinationId: string,
  input: FindingInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const opened = await editableExamination(db, viewer, examinationId, 'examination.change');
    if (!opened.ok) return opened;
    const fault = partFault(opened.value, input);
    if (fault) return fault;
    const { schoolId, municipalityId } = opened.value.examination;
    const place = { examinationId, schoolId, municipalityId };
    const finding = await db.finding.create({
      data: { ...input, ...place, createdBy: viewer.name, createdAt: now },
      select: { id: true },
    });
    const what = { detail: input.theme, to: input.text };
    await journaled(db, viewer, now, opened.value.examination, { action: 'examination.change', ...what });
    return done(finding);
  });
}

export function changeFinding(
  viewer: Viewer,
  id: string,
  { version, ...input }: FindingInput & { version: number },
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const opened = await findingOpened(db, viewer, id);
    if (!opened.ok) return opened;
    const fault = partFault(opened.value, input);
    if (fault) return fault;
    const { count } = await db.finding.updateMany({ where: { id, version }, data: { ...input, version: version + 1 } });
    if (count === 0) {
      const current = await db.finding.findUniqueOrThrow({ where: { id } });
      return failed('STALE_VERSION', `Пока вы писали, вывод изменили. Сейчас в нём: «${current.text}»`, {
        extra: { current },
      });
    }
    const what = { detail: input.theme, from: opened.value.text, to: input.text };
    await journaled(db, viewer, now, opened.value.examination, { action: 'examination.change', ...what });
    return done({ id });
  });
}

/** Removes a finding from which nothing follows yet; CONFLICT when a recommendation does. */
export function removeFinding(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const opened = await findingOpened(db, viewer, id);
    if (!opened.ok) return opened;
    if ((await db.recommendation.count({ where: { findingId: id } })) > 0) {
      return failed('CONFLICT', 'Из этого вывода уже следует рекомендация. Сначала измените её основание.');
    }
    await db.finding.delete({ where: { id } });
    await journaled(db, viewer, now, opened.value.examination, {
      action: 'examination.change',
      from: opened.value.text,
    });
    return done(undefined);
  });
}

async function findingOpened(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
): Promise<Outcome<OpenedExamination & { text: string }>> {
  const found = await db.finding.findUnique({ where: { id }, select: { examinationId: true, text: true } });
  if (!found) return failed('NOT_FOUND', 'Вывод не найден. Возможно, его уже убрали.');
  const opened = await editableExamination(db, viewer, found.examinationId, 'examination.change');
  return opened.ok ? done({ ...opened.value, text: found.text }) : opened;
}
