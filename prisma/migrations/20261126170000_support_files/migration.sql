-- AlterTable
ALTER TABLE "support_file" ADD COLUMN "uploader_id" UUID;

-- A school reads the text of a decision about it; what was published of a school's experience is for every school of the city.
CREATE POLICY "decision" ON "support_file" FOR SELECT TO "moc_app" USING (
  "subject_type" = 'decision' AND (SELECT "app_school"()) IS NOT NULL
  AND EXISTS (SELECT FROM "decision_school" d WHERE d."decision_id" = "subject_id" AND d."school_id" = (SELECT "app_school"())));
CREATE POLICY "experience" ON "support_file" FOR SELECT TO "moc_app" USING (
  "subject_type" = 'experience' AND "municipality_id" = (SELECT "app_municipality"())
  AND EXISTS (SELECT FROM "school_experience" e WHERE e."id" = "subject_id" AND e."published_at" IS NOT NULL));
