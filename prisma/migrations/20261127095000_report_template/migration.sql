-- The texts of a centre's own yearly report.
CREATE TABLE "report_template" (
  "municipality_id" UUID NOT NULL,
  "texts" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "changed_by" TEXT NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "report_template_pkey" PRIMARY KEY ("municipality_id")
);
ALTER TABLE "report_template" ADD CONSTRAINT "report_template_municipality_id_fkey"
  FOREIGN KEY ("municipality_id") REFERENCES "municipality" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "report_template" TO "moc_app";
ALTER TABLE "report_template" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "scope" ON "report_template" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR "municipality_id" IN (SELECT unnest("app_municipalities"())));
