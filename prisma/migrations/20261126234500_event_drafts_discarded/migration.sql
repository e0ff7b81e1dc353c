-- A draft that nobody saw is thrown away; what was published is cancelled and stays.
GRANT DELETE ON "event" TO "moc_app";
CREATE POLICY "drafts" ON "event" AS RESTRICTIVE FOR DELETE TO "moc_app" USING ("status" = 'DRAFT');
