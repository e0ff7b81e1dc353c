/** The factors of risk of a centre: our proposal until it edits them. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { DEFAULT_FACTORS, dictionaryFaults, riskFactorsSchema } from '@/lib/domain/support/risk';
import { record } from '@/lib/portal/journal/commands';
import type { RiskDictionaryView } from './views';

export async function factorsOf(db: ScopedDatabase, municipalityId: string): Promise<RiskDictionaryView> {
  const row = await db.riskDictionary.findUnique({ where: { municipalityId } });
  return row
    ? { factors: riskFactorsSchema.parse(row.factors), version: row.version }
    : { factors: [...DEFAULT_FACTORS], version: 0 };
}

const NO_CENTRE = failed('FORBIDDEN', 'Справочник рисков ведёт МОЦ.');

export function riskDictionary(viewer: Viewer): Promise<Outcome<RiskDictionaryView>> {
  return forViewer(viewer, async (db) => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'risk.dictionary', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    return municipalityId ? done(await factorsOf(db, municipalityId)) : NO_CENTRE;
  });
}

/** Stores the dictionary; profiles made before keep the factors with which they were made. */
export function changeFactors(
  viewer: Viewer,
  { factors, version }: RiskDictionaryView,
  now: Date,
): Promise<Outcome<RiskDictionaryView>> {
  return forViewer(viewer, async (db) => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'risk.dictionary', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return NO_CENTRE;
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`risks ${municipalityId}`}, 0))`;
    const before = await factorsOf(db, municipalityId);
    if (before.version !== version) {
      return failed('STALE_VERSION', 'Справочник рисков изменили в другом окне.', { extra: { current: before } });
    }
    const faults = dictionaryFaults(before.factors, factors);
    if (faults.length > 0) {
      return failed('INVALID', 'Справочник не сохранён.', {
        errors: faults.map((message) => ({ path: 'factors', message })),
      });
    }
    const stored = { factors, version: version + 1, changedBy: viewer.name, changedAt: now };
    await db.riskDictionary.upsert({
      where: { municipalityId },
      create: { municipalityId, ...stored },
      update: stored,
    });
    await record(db, viewer, now, {
      action: 'risk.dictionary',
      subjectType: 'risk-dictionary',
      subjectId: municipalityId,
      municipalityId,
      from: before.factors,
      to: factors,
    });
    return done({ factors, version: version + 1 });
  });
}
