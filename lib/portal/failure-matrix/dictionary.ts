/** The causes that a centre asks about: our proposal until it edits them. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { causeFaults, DEFAULT_CAUSES, type FailureCause, nextCauseCode } from '@/lib/domain/failure-matrix';
import { record } from '@/lib/portal/journal/commands';

export interface Dictionary {
  causes: readonly FailureCause[];
  /** 0: the centre has not edited the list yet */
  version: number;
}

export async function dictionaryOf(db: ScopedDatabase, municipalityId: string): Promise<Dictionary> {
  const row = await db.failureDictionary.findUnique({ where: { municipalityId } });
  return row
    ? { causes: row.causes as unknown as FailureCause[], version: row.version }
    : { causes: DEFAULT_CAUSES, version: 0 };
}

/** The centre's own list for editing. */
export function causeDictionary(viewer: Viewer): Promise<Outcome<Dictionary>> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId;
    const refused = refusal(viewer, 'matrix.dictionary', { municipalityId });
    if (refused || !municipalityId) return { ok: false, failure: refused ?? NO_CENTRE };
    return done(await dictionaryOf(db, municipalityId));
  });
}

/**
 * Stores the list of causes; those without a code are new. Campaigns that are open keep the list with which they were
 * opened. STALE_VERSION when somebody changed it meanwhile.
 */
export function changeCauses(
  viewer: Viewer,
  causes: readonly FailureCause[],
  version: number,
  now: Date,
): Promise<Outcome<Dictionary>> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId;
    const refused = refusal(viewer, 'matrix.dictionary', { municipalityId });
    if (refused || !municipalityId) return { ok: false, failure: refused ?? NO_CENTRE };
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`causes ${municipalityId}`}, 0))`;
    const before = await dictionaryOf(db, municipalityId);
    if (before.version !== version) {
      return failed('STALE_VERSION', 'Список причин изменён в другом окне. Обновите страницу и внесите правки снова.');
    }
    const coded = withCodes(causes, before.causes);
    const errors = causeFaults(coded);
    if (errors.length > 0) return failed('INVALID', 'Список не сохранён: исправьте отмеченное.', { errors });
    const values = { causes: coded as unknown as Prisma.InputJsonValue, changedBy: viewer.name, changedAt: now };
    await db.failureDictionary.upsert({
      where: { municipalityId },
      create: { municipalityId, ...values },
      update: { ...values, version: { increment: 1 } },
    });
    await record(db, viewer, now, {
      action: 'matrix.dictionary',
      subjectType: 'failure-dictionary',
      subjectId: municipalityId,
      municipalityId,
      from: before.causes,
      to: coded,
    });
    return done({ causes: coded, version: version + 1 });
  });
}

const NO_CENTRE = failed('FORBIDDEN', 'Список причин ведёт руководитель МОЦ своего муниципалитета.').failure;

/** New causes get the next free codes; a code that was given once is not given to another cause. */
function withCodes(causes: readonly FailureCause[], before: readonly FailureCause[]): FailureCause[] {
  const known: FailureCause[] = [...before, ...causes.filter(({ code }) => code !== '')];
  return causes.map((cause) => {
    const coded = { code: cause.code || nextCauseCode(known), text: cause.text.trim() };
    known.push(coded);
    return coded;
  });
}
