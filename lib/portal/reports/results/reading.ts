/** What the analytical report is made of: the evidence in force about the municipality's schools, year by year. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { SIGN_CODES, type SignCode } from '@/lib/domain/objectivity/signs';
import type { SchoolResults } from '@/lib/domain/reports/results-exams';
import { YEARS_BEFORE, type YearOfResults } from '@/lib/domain/reports/results-years';
import { resultsYearOf, shiftSchoolYear } from '@/lib/domain/school-year';
import { factsOfSchools } from '@/lib/portal/evidence/queries';
import { signsBySchool } from '@/lib/portal/objectivity/queries';
import type { AskedDocument } from '../kind';

const KINDS: readonly FactKind[] = ['GIA_AGGREGATE', 'VPR_MARKS', 'VPR_JOURNAL', 'OLYMPIAD'];
const byName = new Intl.Collator('ru', { numeric: true });

export interface SignCount {
  code: SignCode;
  /** schools with the sign, withdrawn ones left out */
  schools: number;
  /** grades and subjects in which it was found */
  works: number;
}

export interface ResultsView {
  municipalityName: string;
  /** the year of monitoring that was asked for */
  schoolYear: string;
  /** the year whose results are shown */
  resultsYear: string;
  /** by name */
  schools: SchoolResults[];
  /** the oldest first; the last is the year of the report */
  years: YearOfResults[];
  signs: { counts: SignCount[]; schoolsWithSigns: number; schoolsLookedAt: number };
}

/**
 * The results that the campaign of the asked year counts (contract.md: its resultsYear), and those of three years before.
 * Schools are those with a card in the campaign that counts the year, as for computed answers; without such a campaign
 * those that the municipality has today.
 */
export function resultsView(
  viewer: Viewer,
  { municipalityId, schoolYear }: Pick<AskedDocument, 'municipalityId' | 'schoolYear'>,
): Promise<Outcome<ResultsView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'report.make', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const municipality = await db.municipality.findUnique({ where: { id: municipalityId }, select: { name: true } });
    if (!municipality) return failed('NOT_FOUND', 'Муниципалитет не найден. Проверьте адрес или вернитесь к отчётам.');
    const asked = await db.campaign.findUnique({
      where: { municipalityId_schoolYear: { municipalityId, schoolYear } },
      select: { resultsYear: true },
    });
    const resultsYear = asked?.resultsYear ?? resultsYearOf(schoolYear);
    const years: YearOfResults[] = [];
    for (let back = YEARS_BEFORE; back >= 0; back -= 1) {
      const year = shiftSchoolYear(resultsYear, -back);
      years.push({ schoolYear: year, schools: await schoolsOfYear(db, municipalityId, year) });
    }
    const schools = [...(years.at(-1)?.schools ?? [])];
    return done({
      ...{ municipalityName: municipality.name, schoolYear, resultsYear, schools, years },
      signs: await signCounts(db, municipalityId, resultsYear, new Set(schools.map(({ schoolId }) => schoolId))),
    });
  });
}

async function schoolsOfYear(db: ScopedDatabase, municipalityId: string, year: string): Promise<SchoolResults[]> {
  const cards = await db.card.findMany({
    where: { municipalityId, campaign: { resultsYear: year } },
    select: { gradeFrom: true, gradeTo: true, school: { select: { id: true, shortName: true } } },
  });
  const today = () =>
    db.school.findMany({
      where: { municipalityId, closedOn: null },
      select: { id: true, shortName: true, gradeFrom: true, gradeTo: true },
    });
  const schools =
    cards.length > 0
      ? cards.map(({ school, gradeFrom, gradeTo }) => ({ ...school, gradeFrom, gradeTo }))
      : await today();
  const facts = await factsOfSchools(
    db,
    schools.map(({ id }) => id),
    year,
    KINDS,
  );
  return schools
    .map(({ id, shortName, gradeFrom, gradeTo }) => ({
      ...{ schoolId: id, name: shortName, grades: { from: gradeFrom, to: gradeTo } },
      facts: facts.get(id) ?? {},
    }))
    .sort((one, other) => byName.compare(one.name, other.name));
}

async function signCounts(
  db: ScopedDatabase,
  municipalityId: string,
  year: string,
  schools: ReadonlySet<string>,
): Promise<ResultsView['signs']> {
  const signs = [...(await signsBySchool(db, municipalityId, year))].filter(([schoolId]) => schools.has(schoolId));
  const those = signs.map(([, one]) => one);
  return {
    counts: SIGN_CODES.map((code) => ({
      code,
      schools: those.filter(({ codes }) => codes?.includes(code)).length,
      works: those.reduce((sum, { found }) => sum + found.filter((sign) => sign.code === code).length, 0),
    })),
    schoolsWithSigns: those.filter(({ codes }) => codes !== null && codes.length > 0).length,
    schoolsLookedAt: those.filter(({ codes }) => codes !== null).length,
  };
}
