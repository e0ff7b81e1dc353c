/** One cell of the map, opened: what the signs were found from and what was done about them. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { VprMarksFact } from '@/lib/domain/evidence/facts';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { histogramView } from '@/lib/domain/objectivity/histogram-view';
import { factAbout, type Work } from '@/lib/domain/objectivity/references';
import { pooledScores } from '@/lib/domain/objectivity/score-moments';
import { methodSettings } from '@/lib/portal/methods/queries';
import { reviewsOfCells } from '@/lib/portal/objectivity-reviews/queries';
import { cellSources } from './cell-sources';
import { factsOfSchools, referenceFacts, schoolsOfYear, type TwoYears } from './facts-of-schools';
import { threeYears } from './map-view';
import { storedOutcomes, withReviews } from './stored-signs';
import type { ObjectivityCellView } from './views';

const NO_CELL = failed('NOT_FOUND', 'Результатов этой работы нет. Вернитесь к карте объективности.');

export interface CellName extends Work {
  schoolId: string;
  schoolYear: string;
}

/**
 * Everything about a grade and subject of a school in a year. NOT_FOUND outside the scope and where nothing was found;
 * a principal opens the own school's cells alone.
 */
export function objectivityCell(viewer: Viewer, name: CellName): Promise<Outcome<ObjectivityCellView>> {
  return forViewer(viewer, async (db) => {
    const { schoolId, schoolYear, grade, subject } = name;
    const shown = threeYears(schoolYear);
    const outcomes = await storedOutcomes(db, { schoolId, schoolYear: { in: shown }, grade, subject });
    const outcome = outcomes.find((one) => one.schoolYear === schoolYear);
    if (!outcome) return NO_CELL;
    const { municipalityId } = outcome;
    const place = { schoolId, municipalityId };
    const refused = refusal(viewer, 'objectivity.read', place);
    if (refused) return { ok: false, failure: refused };
    const municipality = await db.municipality.findUnique({ where: { id: municipalityId } });
    if (!municipality) return NO_CELL;
    const { regionId } = municipality;
    const facts = await factsOfSchools(db, [schoolId], schoolYear);
    const own = facts.get(schoolId) ?? { current: {}, previous: {} };
    const reference = await referenceFacts(db, { regionId, municipalityId }, schoolYear);
    const reviews = await reviewsOfCells(db, { schoolId, schoolYear: { in: shown }, grade, subject });
    const years = outcomes.map((one) => ({ schoolYear: one.schoolYear, signs: withReviews(one, reviews) }));
    const journal = factAbout(own.current, 'VPR_JOURNAL', name);
    const mayMap = may(viewer, 'objectivity.map', place);
    return done({
      school: { id: schoolId, code: outcome.schoolCode, name: outcome.schoolName },
      municipalityId,
      municipalityName: municipality.name,
      ...{ schoolYear, grade, subject },
      signs: years.find((one) => one.schoolYear === schoolYear)?.signs ?? [],
      ...(await distribution(db, name, { regionId, municipalityId, mayMap }, own, reference)),
      journal: journal && { school: journal, region: factAbout(reference.current, 'VPR_JOURNAL', name) },
      marks: await marksOfYears(db, name, shown),
      years,
      sources: await cellSources(
        db,
        { work: name, codes: outcome.signs.map((sign) => sign.code) },
        own.current,
        reference.current,
      ),
      may: {
        recheck: may(viewer, 'objectivity.recheck', place),
        secondResult: may(viewer, 'objectivity.secondResult', place),
        explain: may(viewer, 'objectivity.explain', place),
        decide: may(viewer, 'objectivity.decide', place),
        map: mayMap,
      },
    });
  });
}

/** The primary scores with the smooth curve and the curve of the region, or of the municipality for who may see it. */
async function distribution(
  db: ScopedDatabase,
  name: CellName,
  place: { regionId: string; municipalityId: string; mayMap: boolean },
  own: TwoYears,
  reference: TwoYears,
): Promise<Pick<ObjectivityCellView, 'histogram' | 'curveOf' | 'scale'>> {
  const scale = factAbout(reference.current, 'VPR_SCALE', name);
  const pupils = factAbout(own.current, 'VPR_SCORES', name)?.pupils;
  if (!pupils) return { histogram: null, curveOf: null, scale };
  const region = factAbout(reference.current, 'VPR_SCORES', name)?.pupils ?? null;
  const together = region === null && place.mayMap ? await scoresTogether(db, name, place) : null;
  return {
    histogram: histogramView(pupils, scale, region ?? together),
    curveOf: region ? 'REGION' : together ? 'MUNICIPALITY' : null,
    scale,
  };
}

/** All schools of the municipality as one distribution; null when there are too few to stand for the region. */
async function scoresTogether(
  db: ScopedDatabase,
  { schoolYear, grade, subject }: CellName,
  place: { regionId: string; municipalityId: string },
): Promise<readonly number[] | null> {
  const schools = await schoolsOfYear(db, place.municipalityId, schoolYear);
  const facts = await factsOfSchools(
    db,
    schools.map((school) => school.id),
    schoolYear,
  );
  const histograms = [...facts.values()].flatMap(({ current }) => {
    const fact = factAbout(current, 'VPR_SCORES', { grade, subject });
    return fact ? [fact.pupils] : [];
  });
  const { values } = await methodSettings(db, 'OBJECTIVITY', place);
  return histograms.length < values.referenceSchools ? null : pooledScores(histograms);
}

async function marksOfYears(
  db: ScopedDatabase,
  { schoolId, grade, subject }: CellName,
  shown: readonly string[],
): Promise<ObjectivityCellView['marks']> {
  const units = await db.evidenceUnit.findMany({
    where: {
      ...{ state: 'IN_FORCE', schoolId, kind: 'VPR_MARKS' },
      schoolYear: { in: [...shown] },
      key: `${grade}|${subject}`,
    },
  });
  return shown.map((schoolYear) => {
    const unit = units.find((one) => one.schoolYear === schoolYear);
    const facts = (unit?.facts ?? []) as unknown as VprMarksFact[];
    return { schoolYear, marks: facts[0] ?? null };
  });
}
