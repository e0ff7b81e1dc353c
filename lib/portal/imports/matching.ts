/**
 * Whose row it is: a school by its login, its code, a name that somebody once chose, its exact name; what is unclear is
 * left to a person with the most similar schools to choose from. Pure.
 */
import { canonicalName, likeness, nameWithoutEponym, plainText } from './school-names';

/** How a row of a file names its school. */
export interface SchoolReference {
  code?: string | undefined;
  login?: string | undefined;
  name?: string | undefined;
  municipality?: string | undefined;
}

export interface KnownSchool {
  id: string;
  code: string;
  login: string | null;
  name: string;
  shortName: string;
  municipalityId: string;
}

export interface KnownTerritory {
  schools: readonly KnownSchool[];
  municipalities: readonly { id: string; name: string }[];
  /** names that somebody chose: of a municipality, in plain text, with the school */
  aliases: readonly { municipalityId: string; alias: string; schoolId: string }[];
}

export type Match =
  | { kind: 'school'; school: KnownSchool }
  /** the most similar schools are looked for when they are asked: a file may name thousands that nobody knows */
  | { kind: 'unclear'; reason: Unclear; candidates: () => KnownSchool[] };

/** Why a school was not recognised. */
export type Unclear = 'UNKNOWN' | 'SEVERAL' | 'CONTRADICTION' | 'OTHER_MUNICIPALITY' | 'NOTHING_NAMED';

const MOST_CANDIDATES = 5;
const LEAST_LIKENESS = 0.3;
/** characters of what a file calls a school */
const LONGEST_TEXT = 300;

/** The text by which a row names its school, as a person would say it: «670101, СШ № 1». */
export function textOfReference({ login, code, name, municipality }: SchoolReference): string {
  const text = [login, code === login ? '' : code, name, name ? municipality : ''].filter(Boolean).join(', ');
  return text.slice(0, LONGEST_TEXT) || 'школа не названа';
}

/** The part of it that is remembered for the next file: the surest thing that it names. */
export function aliasOfReference(row: SchoolReference): string {
  return aliasesOf(row)[0] ?? '';
}

/** A name counts together with the municipality that the row names: «СШ № 1» stands in many towns. */
function aliasesOf({ login, code, name, municipality }: SchoolReference): string[] {
  return [login, code, name && `${name} ${municipality ?? ''}`]
    .map((text) => plainText(text ?? '').slice(0, LONGEST_TEXT))
    .filter(Boolean);
}

/** A function that says whose a row is, for the schools of one territory. */
export function schoolMatcher({ schools, municipalities, aliases }: KnownTerritory): (row: SchoolReference) => Match {
  const bySign = indexed(schools, (school) => [school.code.toLowerCase(), school.login?.toLowerCase() ?? '']);
  const fullName = indexed(schools, (school) => [canonicalName(school.name), canonicalName(school.shortName)]);
  const shortName = indexed(schools, (school) =>
    [school.name, school.shortName].map((name) => nameWithoutEponym(canonicalName(name))),
  );
  const byId = new Map(schools.map((school) => [school.id, school]));
  const chosen = indexed(
    aliases.flatMap(({ alias, schoolId }) => {
      const school = byId.get(schoolId);
      return school ? [{ alias, school }] : [];
    }),
    ({ alias }) => [alias],
  );
  const territories = indexed(municipalities, ({ name }) => [territoryName(name)]);
  const canonical = schools.map((school) => ({
    school,
    names: [canonicalName(school.name), canonicalName(school.shortName)],
  }));

  function within(row: SchoolReference): string | null | 'elsewhere' {
    if (!row.municipality) return null;
    const named = territories.get(territoryName(row.municipality)) ?? [];
    return named.length === 0 ? 'elsewhere' : named.length === 1 && named[0] ? named[0].id : null;
  }

  /** the schools with this exact name, in the municipality that the row names where it names one */
  function named(row: SchoolReference, territory: string | null): KnownSchool[] {
    if (!row.name) return [];
    const full = canonicalName(row.name);
    for (const found of [fullName.get(full), shortName.get(full), shortName.get(nameWithoutEponym(full))]) {
      const here = unique(found ?? []).filter(({ municipalityId }) => !territory || municipalityId === territory);
      if (here.length > 0) return here;
    }
    return [];
  }

  function similar(row: SchoolReference, territory: string | null): KnownSchool[] {
    const asked = canonicalName(row.name ?? row.code ?? row.login ?? '');
    return canonical
      .filter(({ school }) => !territory || school.municipalityId === territory)
      .map(({ school, names }) => ({ school, score: Math.max(...names.map((name) => likeness(asked, name))) }))
      .filter(({ score }) => score >= LEAST_LIKENESS)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_CANDIDATES)
      .map(({ school }) => school);
  }

  return (row) => {
    const signs = [row.login, row.code].flatMap((sign) => (sign ? [sign.trim().toLowerCase()] : []));
    const bySigns = unique(signs.flatMap((sign) => bySign.get(sign) ?? []));
    if (bySigns.length === 1 && bySigns[0]) {
      // a name that is exactly another school's: one of the two is a slip
      const others = named(row, null);
      const contradicts = others.length === 1 && others[0] && others[0].id !== bySigns[0].id;
      if (contradicts)
        return { kind: 'unclear', reason: 'CONTRADICTION', candidates: () => unique([...bySigns, ...others]) };
      return { kind: 'school', school: bySigns[0] };
    }
    if (bySigns.length > 1) return { kind: 'unclear', reason: 'CONTRADICTION', candidates: () => bySigns };
    const territory = within(row);
    const remembered = aliasesOf(row).flatMap((alias) => chosen.get(alias) ?? []);
    const agreed = unique(remembered.map(({ school }) => school));
    if (agreed.length === 1 && agreed[0]) return { kind: 'school', school: agreed[0] };
    if (signs.length === 0 && !row.name) return { kind: 'unclear', reason: 'NOTHING_NAMED', candidates: () => [] };
    if (territory === 'elsewhere') return { kind: 'unclear', reason: 'OTHER_MUNICIPALITY', candidates: () => [] };
    const byName = named(row, territory);
    if (byName.length === 1 && byName[0]) return { kind: 'school', school: byName[0] };
    if (byName.length > 1)
      return { kind: 'unclear', reason: 'SEVERAL', candidates: () => byName.slice(0, MOST_CANDIDATES) };
    return { kind: 'unclear', reason: 'UNKNOWN', candidates: () => similar(row, territory) };
  };
}

/** «Вяземский муниципальный округ» → «вяземский»; «город Смоленск» stays apart from «Смоленский». */
function territoryName(text: string): string {
  return ` ${plainText(text)} `
    .replace(
      / (муниципальный|муниципальное|городской|городское|округ|район|образование|город|г|о|го|мо|мр|р|н)(?= )/g,
      '',
    )
    .trim();
}

function indexed<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key === '') continue;
      const known = index.get(key);
      if (known) known.push(item);
      else index.set(key, [item]);
    }
  }
  return index;
}

function unique<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
