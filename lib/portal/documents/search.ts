/** The search of the library in PostgreSQL: full text in Russian, misspellings, excerpts of the few rows that are shown. */
import type { ScopedDatabase } from '@/lib/access/door';
import {
  FOUND_END,
  FOUND_START,
  nearestWord,
  type Segment,
  segmentsOf,
  spelledWords,
  straightQuotes,
  withCorrections,
} from '@/lib/domain/library/search-words';

/** How many matches at most, the best by title and properties and of equal ones the newest. */
const MOST_MATCHES = 1000;
/** Around the first place of the text where a word of the query stands. */
const EXCERPT_WINDOW = 1200;

const MARKS = `StartSel="${FOUND_START}",StopSel="${FOUND_END}"`;
const IN_TEXT = `${MARKS},MaxFragments=2,MaxWords=28,MinWords=10,FragmentDelimiter=" … "`;
const IN_TITLE = `${MARKS},HighlightAll=true`;

export interface Matches {
  /** as it was answered */
  query: string;
  corrected: boolean;
  rank: Map<string, number>;
}

/** Documents in sight that match; words that no document has are replaced by their nearest known one. */
export async function matchesOf(db: ScopedDatabase, typed: string): Promise<Matches> {
  const asked = straightQuotes(typed);
  const query = await correctedQuery(db, asked);
  const rows = await db.$queryRaw<{ id: string; rank: number }[]>`
    SELECT "document_id"::text AS id, "rank" FROM "document_matches"(${query}, ${MOST_MATCHES}::int)`;
  return { query, corrected: query !== asked, rank: new Map(rows.map(({ id, rank }) => [id, rank])) };
}

async function correctedQuery(db: ScopedDatabase, asked: string): Promise<string> {
  const words = spelledWords(asked);
  if (words.length === 0) return asked;
  const unknown = await db.$queryRaw<WordWithStem[]>`
    SELECT "word", (ts_lexize('russian_stem', "word"))[1] AS stem FROM "document_unknown_words"(${words}::text[])`;
  const corrections = new Map<string, string>();
  for (const typed of unknown) {
    const like = await db.$queryRaw<WordWithStem[]>`
      SELECT "word", (ts_lexize('russian_stem', "word"))[1] AS stem FROM "document_like_words"(${typed.word})`;
    const nearest = nearestOf(typed, like);
    if (nearest) corrections.set(typed.word, nearest);
  }
  return withCorrections(asked, corrections);
}

interface WordWithStem {
  word: string;
  stem: string;
}

/** The nearest word as it is written, else one whose stem is the nearest: a misspelt word may stand in another form. */
function nearestOf({ word, stem }: WordWithStem, known: readonly WordWithStem[]): string | null {
  const written = nearestWord(
    word,
    known.map((one) => one.word),
  );
  if (written) return written;
  const nearest = nearestWord(
    stem,
    known.map((one) => one.stem),
  );
  return known.find((one) => one.stem === nearest)?.word ?? null;
}

/** Title and excerpt with what was found marked, by document. */
export async function excerptsOf(
  db: ScopedDatabase,
  ids: readonly string[],
  query: string,
): Promise<Map<string, { marked: Segment[]; excerpt: Segment[] }>> {
  const rows = await db.$queryRaw<{ id: string; title: string; excerpt: string }[]>`
    WITH q AS (SELECT websearch_to_tsquery('russian', ${query}) AS query),
    lexeme AS (SELECT word FROM unnest(tsvector_to_array(to_tsvector('russian', ${query}))) word ORDER BY length(word) DESC LIMIT 1),
    shown AS (
      SELECT d."id", d."title", d."about", coalesce((
        SELECT substr(f."text", greatest(1, strpos(lower(f."text"), coalesce((SELECT word FROM lexeme), '')) - 200), ${EXCERPT_WINDOW}::int)
        FROM "document_file" f WHERE f."document_id" = d."id" ORDER BY f."number" DESC LIMIT 1), '') AS body
      FROM "document" d WHERE d."id" = ANY (${[...ids]}::uuid[]))
    SELECT shown."id"::text AS id, ts_headline('russian', shown."title", q.query, ${IN_TITLE}) AS title,
      ts_headline('russian', concat_ws(' ', shown."about", shown.body), q.query, ${IN_TEXT}) AS excerpt
    FROM shown, q`;
  return new Map(
    rows.map(({ id, title, excerpt }) => [id, { marked: segmentsOf(title), excerpt: segmentsOf(excerpt) }]),
  );
}
