/** Where a file stands by what it is put beside, and who may put it there. */
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { JournalRecord } from '@/lib/portal/journal/commands';
import { supportedSchool } from '@/lib/portal/support/queries';
import type { FileSubject } from './schema';

interface Place {
  municipalityId: string;
  /** null: it belongs to no single school */
  schoolId: string | null;
}

interface SubjectRule {
  place(db: ScopedDatabase, id: string): Promise<Place | null>;
  attach: Action;
  journal: JournalRecord['subjectType'];
}

const OF_SCHOOL = { schoolId: true, municipalityId: true } as const;
const OF_CENTRE = { municipalityId: true } as const;
const noSchool = (row: { municipalityId: string } | null): Place | null => row && { ...row, schoolId: null };

const RULES: Record<FileSubject, SubjectRule> = {
  'examination-part': {
    place: (db, id) => db.examinationPart.findUnique({ where: { id }, select: OF_SCHOOL }),
    attach: 'support.attach',
    journal: 'examination',
  },
  recommendation: {
    place: (db, id) => db.recommendation.findUnique({ where: { id }, select: OF_SCHOOL }),
    attach: 'support.attach',
    journal: 'recommendation',
  },
  programme: {
    place: (db, id) => db.programme.findUnique({ where: { id }, select: OF_SCHOOL }),
    attach: 'support.attach',
    journal: 'programme',
  },
  'programme-stage': {
    place: (db, id) => db.programmeStage.findUnique({ where: { id }, select: OF_SCHOOL }),
    attach: 'support.attach',
    journal: 'programme',
  },
  experience: {
    place: (db, id) => db.schoolExperience.findUnique({ where: { id }, select: OF_SCHOOL }),
    attach: 'experience.write',
    journal: 'experience',
  },
  decision: {
    place: async (db, id) => noSchool(await db.decision.findUnique({ where: { id }, select: OF_CENTRE })),
    attach: 'decision.control',
    journal: 'decision',
  },
  partnership: {
    place: async (db, id) => noSchool(await db.partnership.findUnique({ where: { id }, select: OF_CENTRE })),
    attach: 'partnership.change',
    journal: 'partnership',
  },
  network: {
    place: async (db, id) => noSchool(await db.network.findUnique({ where: { id }, select: OF_CENTRE })),
    attach: 'network.change',
    journal: 'network',
  },
  project: {
    place: async (db, id) => noSchool(await db.project.findUnique({ where: { id }, select: OF_CENTRE })),
    attach: 'project.change',
    journal: 'project',
  },
  'aim-position': {
    place: async (db, id) => noSchool(await db.aimPosition.findUnique({ where: { id }, select: OF_CENTRE })),
    attach: 'aims.change',
    journal: 'aims',
  },
};

/** What the journal calls it. */
export const journalSubject = (type: FileSubject): JournalRecord['subjectType'] => RULES[type].journal;

/** The place of a file that the viewer may put beside it; NOT_FOUND out of sight, FORBIDDEN where the role may not. */
export async function placeForFile(
  db: ScopedDatabase,
  viewer: Viewer,
  type: FileSubject,
  id: string,
): Promise<Outcome<Place>> {
  const { place, attach } = RULES[type];
  const found = await place(db, id);
  if (!found) return failed('NOT_FOUND', 'Не найдено то, к чему прикладывается файл. Обновите страницу.');
  if (found.schoolId) {
    const school = await supportedSchool(db, viewer, found.schoolId, attach);
    return school.ok ? done(found) : school;
  }
  const refused = refusal(viewer, attach, { municipalityId: found.municipalityId });
  return refused ? { ok: false, failure: refused } : done(found);
}
