/** Facts of schools as rows of a workbook, without giving away a small group. */
import type { SchoolResults } from '@/lib/domain/reports/results-exams';
import { apartGroups } from '@/lib/domain/reports/results-small-groups';
import { countOf } from '@/lib/domain/russian';

interface Line<Fact> {
  name: string;
  participants: number;
  fact: Fact;
}

/** What one row tells: a school, or the schools with small groups together. */
export interface Told<Fact> {
  name: string;
  schools: number;
  facts: readonly Fact[];
}

/** Groups of one exam, work or stage as they may be written; none when all together are too small. */
function toldGroups<Fact>(lines: readonly Line<Fact>[]): Told<Fact>[] {
  const groups = apartGroups(lines);
  if (!groups) return [];
  const alone = groups.alone.map(({ name, fact }) => ({ name, schools: 1, facts: [fact] }));
  const small = groups.together.map(({ fact }) => fact);
  if (small.length === 0) return alone;
  const name = `Школы с малыми группами: ${countOf(small.length, 'школа', 'школы', 'школ')}`;
  return [...alone, { name, schools: small.length, facts: small }];
}

/** By exam, work or stage: the schools' facts in groups as they may be written. */
export function linesBy<Fact>(
  schools: readonly SchoolResults[],
  facts: (school: SchoolResults) => readonly Fact[],
  key: (fact: Fact) => string,
  participants: (fact: Fact) => number,
): [key: string, groups: Told<Fact>[]][] {
  const lines = schools.flatMap((school) =>
    facts(school).map((fact) => ({ name: school.name, participants: participants(fact), fact })),
  );
  return [...Map.groupBy(lines, ({ fact }) => key(fact))].map(([text, those]) => [text, toldGroups(those)]);
}
