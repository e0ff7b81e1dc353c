-- Materials are written by those who may change the event: a centre that only reads an event of the region adds none.
DROP POLICY "write" ON "event_material";
CREATE POLICY "write" ON "event_material" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR EXISTS (SELECT FROM "event" e WHERE e."id" = "event_id" AND (
    ((SELECT "app_role"()) IN ('MOC_HEAD', 'MOC_STAFF') AND e."municipality_id" = (SELECT "app_municipality"()))
    OR ((SELECT "app_role"()) = 'REGION_COORDINATOR' AND e."municipality_id" IS NULL AND e."region_id" = (SELECT "app_region"())))));
