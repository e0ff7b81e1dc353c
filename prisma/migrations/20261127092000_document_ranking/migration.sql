-- Thousands of documents have the words of a common search in their texts. What they are ranked by is kept apart from the
-- texts and small enough to stay in the row: title, properties, what a person wrote about it.
ALTER TABLE "document" ADD COLUMN "head" tsvector;

CREATE OR REPLACE FUNCTION "document_search"() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = "public", pg_temp AS $$
DECLARE
  body TEXT;
  scope UUID := coalesce(NEW."municipality_id", NEW."region_id");
BEGIN
  SELECT left(f."text", 300000) INTO body FROM "document_file" f WHERE f."document_id" = NEW."id" ORDER BY f."number" DESC LIMIT 1;
  NEW."head" := setweight(to_tsvector('russian', NEW."title"), 'A')
    || setweight(to_tsvector('russian', concat_ws(' ', NEW."type", NEW."number", NEW."issuer", NEW."subject")), 'B')
    || setweight(to_tsvector('russian', left(NEW."about", 2000)), 'C');
  NEW."search" := NEW."head" || setweight(to_tsvector('russian', substr(NEW."about", 2001)), 'C')
    || setweight(to_tsvector('russian', coalesce(body, '')), 'D');
  INSERT INTO "document_word" ("scope_id", "centre", "word")
    SELECT scope, NEW."audience" = 'CENTRE', w.lexeme
    FROM unnest(to_tsvector('simple', concat_ws(' ', NEW."title", NEW."type", NEW."issuer", NEW."subject", NEW."about", body))) w
    WHERE length(w.lexeme) BETWEEN 3 AND 40 AND w.lexeme ~ '^[[:alpha:]-]+$'
    ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
UPDATE "document" SET "title" = "title";

-- The index knows no places of words, so that a phrase is looked for among the best of those that have its words.
CREATE OR REPLACE FUNCTION "document_matches"("asked" TEXT, "most" INT) RETURNS TABLE ("document_id" UUID, "rank" REAL)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  WITH typed AS MATERIALIZED (SELECT websearch_to_tsquery('russian', "asked") AS query),
  q AS MATERIALIZED (
    SELECT query, CASE WHEN query::text LIKE '%!%' THEN query ELSE regexp_replace(query::text, '<(-|\d+)>', '&', 'g')::tsquery END AS loose
    FROM typed),
  found AS MATERIALIZED (
    SELECT d."id", d."search", d."changed_at", ts_rank(d."head", q.query) AS "rank", q.query, q.query = q.loose AS "sure"
    FROM "document" d, q
    WHERE d."search" @@ q.loose AND d."region_id" = (SELECT "app_region"())
      AND (d."municipality_id" IS NULL OR d."municipality_id" = (SELECT "app_municipality"())
        OR d."municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[]))
      AND (d."audience" <> 'CENTRE' OR (SELECT "app_school"()) IS NULL)
    ORDER BY 4 DESC, d."changed_at" DESC LIMIT "most")
  SELECT found."id", found."rank" FROM found WHERE "sure" OR found."search" @@ found.query
$$;

CREATE OR REPLACE FUNCTION "document_unknown_words"("asked" TEXT[]) RETURNS TABLE ("word" TEXT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT a.word FROM (SELECT word, plainto_tsquery('russian', word) AS query FROM unnest("asked") word) a
  WHERE numnode(a.query) > 0 AND NOT EXISTS (
    SELECT FROM "document" d
    WHERE d."search" @@ a.query AND d."region_id" = (SELECT "app_region"())
      AND (d."municipality_id" IS NULL OR d."municipality_id" = (SELECT "app_municipality"())
        OR d."municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[]))
      AND (d."audience" <> 'CENTRE' OR (SELECT "app_school"()) IS NULL))
$$;

-- One letter put wrong in a long word leaves more of its triples of letters than in a short one: looser likeness costs time.
CREATE OR REPLACE FUNCTION "document_like_words"("asked" TEXT) RETURNS TABLE ("word" TEXT)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
DECLARE
  latin TEXT := translate(lower("asked"), 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456');
BEGIN
  PERFORM set_config('pg_trgm.similarity_threshold', CASE WHEN length("asked") < 8 THEN '0.35' ELSE '0.45' END, true);
  RETURN QUERY
    SELECT w."word" FROM "document_word" w
    WHERE translate(w."word", 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456') % latin
      AND length(w."word") BETWEEN length("asked") - 2 AND length("asked") + 2
      AND (w."scope_id" IN ((SELECT "app_municipality"()), (SELECT "app_region"()))
        OR w."scope_id" = ANY ((SELECT "app_municipalities"())::uuid[]))
      AND (NOT w."centre" OR (SELECT "app_school"()) IS NULL)
    GROUP BY w."word"
    ORDER BY similarity(translate(w."word", 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456'), latin) DESC, w."word"
    LIMIT 30;
END $$;
