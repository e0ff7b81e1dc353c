-- PostgreSQL does not look into an index with a function that could leak (@@, %) before row-level security has spoken, and
-- would read every document. These functions say the scope themselves, so that the index answers; what they find is still
-- read through the policies of the table.
CREATE OR REPLACE FUNCTION "document_matches"("asked" TEXT, "most" INT) RETURNS TABLE ("document_id" UUID, "rank" REAL)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  WITH q AS MATERIALIZED (SELECT websearch_to_tsquery('russian', "asked") AS query),
  found AS MATERIALIZED (
    SELECT d."id", d."search", q.query FROM "document" d, q
    WHERE d."search" @@ q.query AND d."region_id" = (SELECT "app_region"())
      AND (d."municipality_id" IS NULL OR d."municipality_id" = (SELECT "app_municipality"())
        OR d."municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[]))
      AND (d."audience" <> 'CENTRE' OR (SELECT "app_school"()) IS NULL)
    ORDER BY d."changed_at" DESC LIMIT "most")
  SELECT found."id", ts_rank(found."search", found.query) FROM found
$$;

-- Those of the words that no document in sight has, in any form; words without a meaning of their own are known.
CREATE OR REPLACE FUNCTION "document_unknown_words"("asked" TEXT[]) RETURNS TABLE ("word" TEXT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT a.word FROM unnest("asked") a(word)
  WHERE numnode(plainto_tsquery('russian', a.word)) > 0 AND NOT EXISTS (SELECT FROM "document_matches"(a.word, 1))
$$;

-- The database's own letters are those of locale C, of which pg_trgm knows only Latin ones: each Russian letter stands for
-- one Latin letter or digit when words are compared.
DROP INDEX "document_word_word_idx";
CREATE INDEX "document_word_letters_idx" ON "document_word"
  USING gin (translate("word", 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456') gin_trgm_ops);

CREATE OR REPLACE FUNCTION "document_like_words"("asked" TEXT) RETURNS TABLE ("word" TEXT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT w."word" FROM "document_word" w
  WHERE translate(w."word", 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456') % translate(lower("asked"), 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456')
    AND (w."scope_id" IN ((SELECT "app_municipality"()), (SELECT "app_region"()))
      OR w."scope_id" = ANY ((SELECT "app_municipalities"())::uuid[]))
    AND (NOT w."centre" OR (SELECT "app_school"()) IS NULL)
  GROUP BY w."word" ORDER BY similarity(translate(w."word", 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456'), translate(lower("asked"), 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz0123456')) DESC, w."word" LIMIT 30
$$;

REVOKE ALL ON FUNCTION "document_matches"(TEXT, INT), "document_unknown_words"(TEXT[]), "document_like_words"(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "document_matches"(TEXT, INT), "document_unknown_words"(TEXT[]), "document_like_words"(TEXT) TO "moc_app";
