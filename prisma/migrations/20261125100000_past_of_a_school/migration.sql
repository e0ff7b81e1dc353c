-- What a school was part of before it moved or merged is read by those whom it concerns, and changed by nobody.

-- The former municipality reads the row of a school that has cards there; only today's municipality changes it.
DROP POLICY "scope" ON "school";
CREATE POLICY "scope" ON "school" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "id" = (SELECT "app_school"()));
CREATE POLICY "past" ON "school" FOR SELECT TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "card" c
    WHERE c."school_id" = "school"."id" AND c."municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])));

-- The municipalities of a school in sight, today's and those of its passports, are read with their names.
CREATE INDEX "school_passport_municipality_id_idx" ON "school_passport" ("municipality_id");
DROP POLICY "scope" ON "municipality";
CREATE POLICY "scope" ON "municipality" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "id" = (SELECT "app_municipality"()));
CREATE POLICY "past" ON "municipality" FOR SELECT TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "school" s WHERE s."municipality_id" = "municipality"."id")
  OR EXISTS (SELECT 1 FROM "school_passport" p WHERE p."municipality_id" = "municipality"."id")
  OR EXISTS (SELECT 1 FROM "card" c
    WHERE c."municipality_id" = "municipality"."id" AND c."school_id" = (SELECT "app_school"())));

-- A principal reads the campaigns in which the own school had a card, with their rules, orders and instrument.
DROP POLICY "scope" ON "campaign";
CREATE POLICY "scope" ON "campaign" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "municipality_id" = (SELECT "app_municipality"()));
CREATE POLICY "past" ON "campaign" FOR SELECT TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "card" c WHERE c."campaign_id" = "campaign"."id" AND c."school_id" = (SELECT "app_school"())));
CREATE POLICY "past" ON "campaign_rule" FOR SELECT TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "card" c
    WHERE c."campaign_id" = "campaign_rule"."campaign_id" AND c."school_id" = (SELECT "app_school"())));
CREATE POLICY "past" ON "confirmed_list" FOR SELECT TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "card" c
    WHERE c."campaign_id" = "confirmed_list"."campaign_id" AND c."school_id" = (SELECT "app_school"())));
-- by a function, since the policy of versions asks that of instruments
CREATE FUNCTION "past_instruments"() RETURNS UUID[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT v."instrument_id"), '{}')
  FROM "card" c JOIN "campaign" k ON k."id" = c."campaign_id" JOIN "instrument_version" v ON v."id" = k."instrument_version_id"
  WHERE c."school_id" = "app_school"()
$$;
REVOKE ALL ON FUNCTION "past_instruments"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "past_instruments"() TO "moc_app";
CREATE POLICY "past" ON "instrument" FOR SELECT TO "moc_app" USING ("id" = ANY ((SELECT "past_instruments"())::uuid[]));

-- The schools that merged with a school in sight, by id and name: a principal sees nothing else of them.
CREATE FUNCTION "merged_schools"("asked" UUID) RETURNS TABLE ("id" UUID, "name" TEXT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT other."id", other."short_name" FROM "school_succession" x
  JOIN "school" other ON other."id" = CASE WHEN x."predecessor_id" = "asked" THEN x."successor_id" ELSE x."predecessor_id" END
  WHERE "asked" IN (x."predecessor_id", x."successor_id") AND ("app_role"() IN ('SYSTEM', 'ADMIN') OR "asked" = "app_school"()
    OR EXISTS (SELECT 1 FROM "school" s WHERE s."id" = "asked" AND s."municipality_id" = ANY ("app_municipalities"()))
    OR EXISTS (SELECT 1 FROM "card" c WHERE c."school_id" = "asked" AND c."municipality_id" = ANY ("app_municipalities"())))
$$;
REVOKE ALL ON FUNCTION "merged_schools"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "merged_schools"(UUID) TO "moc_app";

-- The city of each campaign in which the school took part; a part of which nothing applies to a school is no measure of it.
CREATE OR REPLACE FUNCTION "city_sums"("asked_campaign" UUID)
  RETURNS TABLE ("kind" TEXT, "code" TEXT, "sums" INT[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  WITH "cards" AS (
    SELECT c."score" FROM "card" c JOIN "campaign" k ON k."id" = c."campaign_id"
    WHERE c."campaign_id" = "asked_campaign" AND c."status" = 'ACCEPTED'
      AND (k."municipality_id" = "app_municipality"() OR k."municipality_id" = ANY ("app_municipalities"()) OR "app_role"() = 'SYSTEM'
        OR EXISTS (SELECT 1 FROM "card" own WHERE own."campaign_id" = "asked_campaign" AND own."school_id" = "app_school"()))
  ), "parts" AS (
    SELECT 'table' AS "kind", p->>'code' AS "code", (p->>'negativeSum')::int AS "sum", (p->>'maximum')::int AS "maximum"
      FROM "cards", jsonb_array_elements("score"->'tables') p
    UNION ALL
    SELECT 'group', p->>'code', (p->>'negativeSum')::int, (p->>'maximum')::int FROM "cards", jsonb_array_elements("score"->'groups') p
    UNION ALL
    SELECT 'all', '', ("score"->>'negativeSum')::int, ("score"->>'maximum')::int FROM "cards"
  )
  SELECT "kind", "code", array_agg("sum" ORDER BY "sum") FROM "parts" WHERE "maximum" > 0 GROUP BY "kind", "code" HAVING count(*) >= 5
$$;
