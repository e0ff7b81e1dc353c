/** What stands on the cards of a loaded demonstration, and what should: the same cells from the database and from files. */
import { boundaryPeak } from '@/lib/domain/objectivity/boundary-peak';
import { DEFAULT_SETTINGS } from '@/lib/domain/objectivity/settings';
import type { TestDatabase } from '@/tests/harness/database';
import { answersTo, QUESTIONS } from './independent/answers';
import type { Evidence } from './independent/evidence';
import { type PeakTests, peakDataOf, signsIn } from './independent/signs';

export interface ComputedCell {
  /** «smolensk/2018-2019», by the year whose results it counts */
  campaign: string;
  school: string;
  criterion: string;
  /** signs as «S1 S4»; null: no answer from data */
  answer: string | null;
}

/** All criteria that apply to all cards, with the computed answer where there is one. */
export async function computedCells({ owner }: TestDatabase): Promise<ComputedCell[]> {
  return owner.$queryRaw<ComputedCell[]>`
    SELECT m.code || '/' || k.results_year AS campaign, s.code AS school, cr.code AS criterion,
      CASE WHEN a.computed_is_list THEN 'signs ' || array_to_string(ARRAY(SELECT unnest(a.computed_signs) ORDER BY 1), ' ')
        ELSE a.computed_value END AS answer
    FROM card c JOIN campaign k ON k.id = c.campaign_id JOIN municipality m ON m.id = k.municipality_id
    JOIN school s ON s.id = c.school_id JOIN criterion cr ON cr.version_id = k.instrument_version_id
    LEFT JOIN answer a ON a.card_id = c.id AND a.criterion_id = cr.id
    WHERE CASE cr.applicability
      WHEN 'GRADE9' THEN c.grade_from <= 9 AND c.grade_to >= 9
      WHEN 'GRADE11' THEN c.grade_to >= 11
      WHEN 'PRIMARY' THEN c.grade_from <= 4
      WHEN 'GRADE7_11' THEN c.grade_to >= 7
      ELSE true END
    ORDER BY 1, 2, 3`;
}

interface CampaignRow {
  campaign: string;
  year: string;
  schools: { code: string; advanced: string[] }[];
}

/** The same cells as the files call for. */
export async function expectedCells(database: TestDatabase, files: Evidence): Promise<ComputedCell[]> {
  const campaigns = await database.owner.$queryRaw<CampaignRow[]>`
    SELECT m.code || '/' || k.results_year AS campaign, k.results_year AS year,
      jsonb_agg(jsonb_build_object('code', s.code, 'advanced', s.advanced) ORDER BY s.code) AS schools
    FROM card c JOIN campaign k ON k.id = c.campaign_id JOIN municipality m ON m.id = k.municipality_id
    JOIN school s ON s.id = c.school_id GROUP BY 1, 2`;
  const peaks = await storedPeaks(database);
  const answers = new Map<string, string | null>();
  for (const { campaign, year, schools } of campaigns) {
    const codes = schools.map(({ code }) => code);
    for (const question of QUESTIONS) {
      // only schools that teach the grades of a criterion have figures for it
      answersTo(question, files, year, codes).forEach((answer, index) => {
        answers.set(`${campaign} ${codes[index]} ${question.code}`, answer);
      });
    }
    for (const [school, signs] of signsIn(files, year, schools, peaks)) {
      answers.set(`${campaign} ${school} T1.OBJ.01`, signs && `signs ${signs.join(' ')}`);
    }
  }
  const cells = await computedCells(database);
  return cells.map((cell) => {
    return { ...cell, answer: answers.get(`${cell.campaign} ${cell.school} ${cell.criterion}`) ?? null };
  });
}

interface PeakRow {
  key: string;
  p: number;
}

/** p-values of S4 as the portal stored them, by «year school grade subject». */
async function storedPeaks({ owner }: TestDatabase): Promise<PeakTests> {
  const rows = await owner.$queryRaw<PeakRow[]>`
    SELECT concat_ws(' ', o.school_year, s.code, o.grade, o.subject) AS key, (sign->>'pValue')::float AS p
    FROM objectivity_result o JOIN school s ON s.id = o.school_id, jsonb_array_elements(o.signs) sign
    WHERE sign->>'code' = 'S4' AND sign->>'pValue' IS NOT NULL`;
  return new Map(rows.map(({ key, p }) => [key, p]));
}

/** The tests of these schools in a year: the stored p-value beside that of the histogram in the files. */
export async function peakTestsOf(database: TestDatabase, files: Evidence, year: string, codes: readonly string[]) {
  const stored = await storedPeaks(database);
  return peakDataOf(files, year, codes).map(({ key, pupils, scale }) => {
    return { key, stored: stored.get(key) ?? null, own: boundaryPeak(pupils, scale, DEFAULT_SETTINGS).pValue };
  });
}

/** Everything that computed answers rest on, but for when it was computed and after which import. */
export async function evidenceOnCards({ owner }: TestDatabase): Promise<string> {
  const [row] = await owner.$queryRaw<{ digest: string }[]>`
    SELECT md5(string_agg(md5(concat_ws(' ', card_id, criterion_id, evidence)), '' ORDER BY card_id, criterion_id)) AS digest
    FROM answer_evidence`;
  return row?.digest ?? '';
}
