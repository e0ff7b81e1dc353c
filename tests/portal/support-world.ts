/** What tests of support share: outcomes read shortly, and an examination with a finding. */
import { expect } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { addFinding, planExaminations } from '@/lib/portal/examinations/commands';
import { planSchema } from '@/lib/portal/examinations/schema';
import { NOW, type SchoolWithCard } from './card-world';

export const SUPPORT_YEAR = '2020-2021';

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.detail}`);
  return outcome.value;
}

export const code = (outcome: Outcome<unknown>): string => (outcome.ok ? 'OK' : outcome.failure.code);

/** Every one of these people gets this answer. */
export async function expectAll(
  people: readonly Viewer[],
  ask: (viewer: Viewer) => Promise<Outcome<unknown>>,
  expected: string,
): Promise<void> {
  for (const viewer of people) expect([viewer.role, code(await ask(viewer))]).toEqual([viewer.role, expected]);
}

export const planOf = (schoolIds: readonly string[]) =>
  planSchema.parse({
    schoolIds,
    schoolYear: SUPPORT_YEAR,
    title: 'Обследование',
    startsOn: '2020-09-16',
    endsOn: '2020-12-25',
    parts: [
      { kind: 'DOCUMENTS', ownerId: '', dueOn: '2020-10-31' },
      { kind: 'WORKBOOK', ownerId: '', dueOn: '' },
      { kind: 'SURVEY', ownerId: '', dueOn: '' },
    ],
  });

/** An examination of the school with one finding about A1. */
export async function examined(head: Viewer, { schoolId }: SchoolWithCard): Promise<{ id: string; findingId: string }> {
  const [examination] = value(await planExaminations(head, planOf([schoolId]), NOW));
  if (!examination) throw new Error('nothing planned');
  const finding = {
    theme: 'RESULTS' as const,
    text: 'Пробелы по математике',
    partId: null,
    criteria: ['A1'],
    causes: ['C01'],
  };
  const { id: findingId } = value(await addFinding(head, examination.id, finding, NOW));
  return { id: examination.id, findingId };
}

/** The journal's actions about a thing, oldest first. */
export const journalOf = (viewer: Viewer, subjectId: string) =>
  forViewer(viewer, (db) =>
    db.journalEntry.findMany({
      where: { subjectId },
      orderBy: { id: 'asc' },
      select: { action: true, from: true, to: true },
    }),
  );
