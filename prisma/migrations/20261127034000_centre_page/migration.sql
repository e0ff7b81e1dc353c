-- The page of a centre that needs no sign-in.
CREATE TABLE "centre_page" (
  "municipality_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "about" TEXT NOT NULL DEFAULT '',
  "head_post" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "email" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "changed_by" TEXT NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "centre_page_pkey" PRIMARY KEY ("municipality_id")
);
ALTER TABLE "centre_page" ADD CONSTRAINT "centre_page_municipality_id_fkey"
  FOREIGN KEY ("municipality_id") REFERENCES "municipality" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "centre_page" TO "moc_app";
ALTER TABLE "centre_page" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "scope" ON "centre_page" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR ((SELECT "app_role"()) = 'MOC_HEAD' AND "municipality_id" = (SELECT "app_municipality"())));

-- A stranger reads centres that have a page, what they published for everybody, and nothing of any school.
CREATE POLICY "public" ON "centre_page" FOR SELECT TO "moc_app" USING ((SELECT "app_role"()) = 'PUBLIC');
CREATE POLICY "public" ON "municipality" FOR SELECT TO "moc_app" USING (
  (SELECT "app_role"()) = 'PUBLIC' AND EXISTS (SELECT FROM "centre_page" c WHERE c."municipality_id" = "municipality"."id"));
CREATE POLICY "public" ON "document" FOR SELECT TO "moc_app" USING (
  (SELECT "app_role"()) = 'PUBLIC' AND "audience" = 'PUBLIC' AND NOT "archived");
CREATE POLICY "public" ON "event" FOR SELECT TO "moc_app" USING (
  (SELECT "app_role"()) = 'PUBLIC' AND "public" AND "status" = 'PUBLISHED');
