-- A CHECK that is neither true nor false lets a row pass: length(NULL) > 0 did, so a ground could be left out altogether.
ALTER TABLE "card" DROP CONSTRAINT "card_returned_with_reason",
  ADD CONSTRAINT "card_returned_with_reason" CHECK ("status" <> 'RETURNED' OR length(coalesce("return_comment", '')) > 0);
ALTER TABLE "answer" DROP CONSTRAINT "answer_verified_grounded",
  ADD CONSTRAINT "answer_verified_grounded" CHECK (
    ("verified_value" IS NULL AND NOT "verified_is_list")
    OR (length(coalesce("verified_source", '')) > 0 AND length(coalesce("verified_reason", '')) > 0
      AND length(coalesce("verified_by", '')) > 0 AND "verified_at" IS NOT NULL));
ALTER TABLE "dispute" DROP CONSTRAINT "dispute_decided",
  ADD CONSTRAINT "dispute_decided" CHECK ("status" = 'OPEN'
    OR (length(coalesce("decision", '')) > 0 AND length(coalesce("decided_by", '')) > 0 AND "decided_at" IS NOT NULL));
ALTER TABLE "confirmed_list_school" DROP CONSTRAINT "departure_has_reason",
  ADD CONSTRAINT "departure_has_reason" CHECK ("included" = "proposed" OR length(trim(coalesce("reason", ''))) > 0);

-- A school that moved to another municipality: whoever sees a card of it sees whose card and of which campaign it is.
DROP POLICY "scope" ON "school";
CREATE POLICY "scope" ON "school" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "id" = (SELECT "app_school"())
  OR EXISTS (SELECT 1 FROM "card" c
    WHERE c."school_id" = "school"."id" AND c."municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])));
DROP POLICY "scope" ON "municipality";
CREATE POLICY "scope" ON "municipality" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "id" = (SELECT "app_municipality"())
  OR EXISTS (SELECT 1 FROM "school" s WHERE s."municipality_id" = "municipality"."id"));
DROP POLICY "scope" ON "campaign";
CREATE POLICY "scope" ON "campaign" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "municipality_id" = (SELECT "app_municipality"())
  OR EXISTS (SELECT 1 FROM "card" c WHERE c."campaign_id" = "campaign"."id" AND c."school_id" = (SELECT "app_school"())));
