-- A link to what concerns no single school stays in its municipality, also when the document is the region's; a school reads
-- links and writes none.
DROP POLICY "scope" ON "document_link";
CREATE POLICY "scope" ON "document_link" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR (
    EXISTS (SELECT FROM "document" d WHERE d."id" = "document_id")
    AND CASE WHEN "school_id" IS NULL
      THEN "municipality_id" = (SELECT "app_municipality"()) OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
      ELSE "app_supports"("school_id", "municipality_id") END))
  WITH CHECK ((SELECT "app_role"()) = 'SYSTEM' OR (
    (SELECT "app_school"()) IS NULL AND "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])));
