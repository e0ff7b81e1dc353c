-- The head of a centre and СОИРО see all support of their municipalities: asked once for a statement, not once for each row.
-- Staff and schools, who see single schools, are still asked row by row. What each may see stays what it was.
DO $$
DECLARE
  t TEXT;
  supports TEXT := $supports$(
    (SELECT "app_role"()) IN ('MOC_HEAD', 'REGION_COORDINATOR') AND "municipality_id" IN (SELECT unnest("app_municipalities"()))
    OR (SELECT "app_role"()) NOT IN ('MOC_HEAD', 'REGION_COORDINATOR') AND "app_supports"("school_id", "municipality_id"))$supports$;
BEGIN
  FOREACH t IN ARRAY ARRAY['examination', 'examination_part', 'finding', 'risk_profile', 'risk_item', 'programme', 'programme_revision', 'programme_stage', 'psychology_work'] LOOP
    EXECUTE format('ALTER POLICY "scope" ON %I USING ((SELECT "app_role"()) = ''SYSTEM'' OR %s)', t, supports);
  END LOOP;
  EXECUTE format('ALTER POLICY "scope" ON "recommendation" USING ((SELECT "app_role"()) = ''SYSTEM''
    OR %s AND ((SELECT "app_role"()) <> ''PRINCIPAL'' OR "issued_at" IS NOT NULL))', supports);
END $$;
