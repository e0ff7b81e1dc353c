-- Who sees what stays as it was; it is found faster (docs/performance.md). Before, every row was compared with each of the
-- municipalities in sight one after another, and every statement was planned with the rules for moved schools unfolded
-- into it several times over. Now the municipalities in sight are hashed once a statement, and the past of moved schools
-- stands in functions, which are asked only about rows that lie outside today's scope.

-- Tables with a school: the school itself and those who see its municipality.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['card', 'answer', 'card_table_score', 'card_revision', 'card_comment', 'attachment', 'dispute', 'confirmed_list_school'] LOOP
    EXECUTE format($policy$
      ALTER POLICY "scope" ON %I USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR "school_id" = (SELECT "app_school"()))
    $policy$, t);
  END LOOP;
END $$;

-- Tables of a municipality: those who see it and the principals who belong to it.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['campaign', 'campaign_rule', 'confirmed_list'] LOOP
    EXECUTE format($policy$
      ALTER POLICY "scope" ON %I USING (
        (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR "municipality_id" = (SELECT "app_municipality"()))
    $policy$, t);
  END LOOP;
END $$;

ALTER POLICY "scope" ON "municipality" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "id" IN (SELECT unnest("app_municipalities"()))
  OR "id" = (SELECT "app_municipality"()));
ALTER POLICY "scope" ON "school" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
  OR "id" = (SELECT "app_school"()));
ALTER POLICY "scope" ON "account" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "id" = (SELECT "app_account"())
  OR "municipality_id" IN (SELECT unnest("app_municipalities"())));
ALTER POLICY "scope" ON "invitation" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" IN (SELECT unnest("app_municipalities"())));
ALTER POLICY "scope" ON "letter" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
  OR "account_id" = (SELECT "app_account"()));
ALTER POLICY "scope" ON "instrument" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR ("municipality_id" IS NULL AND ("region_id" IS NULL OR "region_id" = (SELECT "app_region"())))
  OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
  OR "municipality_id" = (SELECT "app_municipality"()));
ALTER POLICY "read" ON "journal_entry" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
  OR "school_id" = (SELECT "app_school"())
  OR ((SELECT "app_role"()) = 'ADMIN' AND "subject_type" IN ('account', 'invitation', 'school', 'municipality', 'region', 'token', 'installation')));

-- The former municipality reads the row of a school that has cards there.
CREATE FUNCTION "has_past_in_sight"("asked_school" UUID) RETURNS BOOLEAN
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT EXISTS (SELECT FROM "card" c
    WHERE c."school_id" = "asked_school" AND c."municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[]))
$$;
ALTER POLICY "past" ON "school" USING ("has_past_in_sight"("id"));

-- The campaigns in which the own school had a card; none for who is no principal.
CREATE FUNCTION "past_campaigns"() RETURNS SETOF UUID
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT c."campaign_id" FROM "card" c WHERE c."school_id" = (SELECT "app_school"())
$$;
ALTER POLICY "past" ON "campaign" USING ("id" IN (SELECT "past_campaigns"()));
ALTER POLICY "past" ON "campaign_rule" USING ("campaign_id" IN (SELECT "past_campaigns"()));
ALTER POLICY "past" ON "confirmed_list" USING ("campaign_id" IN (SELECT "past_campaigns"()));

-- The municipalities of a school in sight, today's and those of its passports and of the own school's cards.
CREATE FUNCTION "held_school_in_sight"("asked_municipality" UUID) RETURNS BOOLEAN
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT EXISTS (SELECT FROM "card" c
      WHERE c."municipality_id" = "asked_municipality" AND c."school_id" = (SELECT "app_school"()))
    OR EXISTS (
      SELECT FROM (
        SELECT s."id", s."municipality_id" FROM "school" s WHERE s."municipality_id" = "asked_municipality"
        UNION ALL
        SELECT s."id", s."municipality_id" FROM "school_passport" p JOIN "school" s ON s."id" = p."school_id"
        WHERE p."municipality_id" = "asked_municipality"
      ) held
      WHERE held."municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
        OR held."id" = (SELECT "app_school"()) OR "has_past_in_sight"(held."id"))
$$;
ALTER POLICY "past" ON "municipality" USING ("held_school_in_sight"("id"));

-- The functions above ask past row-level security and tell only what it would have told.
REVOKE ALL ON FUNCTION "has_past_in_sight"(UUID), "past_campaigns"(), "held_school_in_sight"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "has_past_in_sight"(UUID), "past_campaigns"(), "held_school_in_sight"(UUID) TO "moc_app";
