import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { schoolYearAt } from '@/lib/domain/school-year';
import { DEFAULT_FACTORS, proposedSignificance, riskFactorsSchema } from '@/lib/domain/support/risk';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { criteriaOfSchool, listedSchools, newestListedYear, supportYears } from '@/lib/portal/support/queries';
import { factorsOf } from './dictionary';
import { openedProfile } from './profile';
import type { RiskMatrix, RiskProfileView } from './views';

/** Schools × factors of a year: those of the list and all that have a profile. */
export function riskMatrix(viewer: Viewer, asked: string | undefined, now: Date): Promise<Outcome<RiskMatrix>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const profiles = await db.riskProfile.findMany({
      where: { schoolYear, ...(viewer.role === 'PRINCIPAL' && { status: { not: 'DRAFT' } }) },
      include: { items: true, school: { select: { code: true, shortName: true } } },
    });
    const listed = viewer.role === 'PRINCIPAL' ? [] : await listedSchools(db, { schoolYear });
    const begun = new Set(profiles.map(({ schoolId }) => schoolId));
    const rows = [
      ...profiles.map(({ id, schoolId, status, school, items }) => ({
        schoolId,
        schoolCode: school.code,
        schoolName: school.shortName,
        profileId: id,
        status,
        significance: Object.fromEntries(items.map((item) => [item.factor, item.significance])),
        disagreements: items.filter(({ opinion }) => opinion === 'DISAGREES').length,
      })),
      ...listed
        .filter(({ id }) => !begun.has(id))
        .map(({ id, code, shortName }) => ({
          ...{ schoolId: id, schoolCode: code, schoolName: shortName },
          ...{ profileId: null, status: null, significance: {}, disagreements: 0 },
        })),
    ].sort((a, b) => a.schoolCode.localeCompare(b.schoolCode));
    const factors = viewer.municipalityId ? (await factorsOf(db, viewer.municipalityId)).factors : [...DEFAULT_FACTORS];
    return done({
      schoolYear,
      years: await supportYears(db),
      factors: factors.filter(({ active, code }) => active || rows.some(({ significance }) => code in significance)),
      rows,
      mayChange: may(viewer, 'risk.change'),
      mayEditDictionary: may(viewer, 'risk.dictionary'),
    });
  });
}

export function riskProfileView(viewer: Viewer, id: string): Promise<Outcome<RiskProfileView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProfile(db, viewer, id, 'support.read');
    if (!opened.ok) return opened;
    const { profile, factors, school } = opened.value;
    const { schoolId, municipalityId, schoolYear, status } = profile;
    const criteria = await criteriaOfSchool(db, schoolId, schoolYear);
    const findings = await db.finding.findMany({
      where: { schoolId, examination: { schoolYear, ...(viewer.role === 'PRINCIPAL' && { status: 'FINISHED' }) } },
      orderBy: { id: 'asc' },
      select: { id: true, text: true },
    });
    const target = { schoolId, municipalityId };
    return done({
      ...{ id, version: profile.version, schoolId, schoolName: school.shortName, schoolYear, status },
      ...{ changedBy: profile.changedBy, changedAt: profile.changedAt },
      ...{ verifiedBy: profile.verifiedBy, verifiedAt: profile.verifiedAt },
      items: profile.items.flatMap((item) => {
        const factor = factors.find(({ code }) => code === item.factor);
        return factor ? [{ ...item, factor, proposal: proposedSignificance(factor, criteria) }] : [];
      }),
      findings,
      mayChange: status !== 'VERIFIED' && may(viewer, 'risk.change', target),
      mayAnswer: status === 'WITH_SCHOOL' && may(viewer, 'risk.answer', target),
    });
  });
}

/** What the risk profile adds to the time line: that it was verified, with its high risks. */
export async function riskFacts(db: ScopedDatabase, schoolId: string): Promise<TimelineFact[]> {
  const profiles = await db.riskProfile.findMany({
    where: { schoolId, status: 'VERIFIED' },
    include: { items: { where: { significance: 'HIGH' } } },
  });
  return profiles.map(({ id, verifiedAt, changedAt, factors, items }) => {
    const titles = new Map(riskFactorsSchema.parse(factors).map(({ code, title }) => [code, title]));
    return {
      on: dayOf(verifiedAt ?? changedAt),
      lane: 'FOUND',
      title: `Профиль рисков: высоких ${items.length}`,
      detail: items.map(({ factor }) => titles.get(factor) ?? factor).join('; '),
      href: `/support/risks/${id}`,
    };
  });
}
