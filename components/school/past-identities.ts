import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import type { SchoolHead, YearIdentity } from '@/lib/portal/schools/views';

/** What of a year's identity differs from today's, in words; null: nothing. */
export function otherIdentity(
  { name, municipalityName }: YearIdentity,
  today: Pick<SchoolHead, 'shortName' | 'municipalityName'>,
): string | null {
  const parts = [
    ...(name === today.shortName ? [] : [name]),
    ...(municipalityName === today.municipalityName ? [] : [capitalised(municipalityName)]),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

/** The years in which the school bore another name or belonged elsewhere, each identity once, the oldest first. */
export function pastIdentities(
  years: readonly { schoolYear: string; identity: YearIdentity }[],
  today: Pick<SchoolHead, 'shortName' | 'municipalityName'>,
): { years: string; identity: string }[] {
  const ordered = [...years].sort((a, b) => a.schoolYear.localeCompare(b.schoolYear));
  const identities = Map.groupBy(ordered, (year) => otherIdentity(year.identity, today));
  return [...identities].flatMap(([identity, own]) => {
    const [first, last] = [own[0], own.at(-1)];
    if (identity === null || !first || !last) return [];
    const span = [...new Set([first.schoolYear, last.schoolYear])].map((year) => formatSchoolYear(year));
    return { years: span.join(' … '), identity };
  });
}
