-- Texts of reports by kind, and reports that are built in the background and kept for some days.
ALTER TABLE "report_template" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'year';
ALTER TABLE "report_template" DROP CONSTRAINT "report_template_pkey";
ALTER TABLE "report_template" ADD CONSTRAINT "report_template_pkey" PRIMARY KEY ("municipality_id", "kind");
GRANT DELETE ON "report_template" TO "moc_app";

CREATE TYPE "made_report_state" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED');
CREATE TABLE "made_report" (
  "id" UUID NOT NULL,
  "municipality_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "school_year" TEXT NOT NULL,
  "school_id" UUID,
  "format" TEXT NOT NULL,
  "state" "made_report_state" NOT NULL DEFAULT 'QUEUED',
  "progress" INTEGER NOT NULL DEFAULT 0,
  "step" TEXT NOT NULL DEFAULT '',
  "asked_by" UUID NOT NULL,
  "asked_by_name" TEXT NOT NULL,
  "asked_at" TIMESTAMPTZ(3) NOT NULL,
  "finished_at" TIMESTAMPTZ(3),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lease_until" TIMESTAMPTZ(3),
  "failure" TEXT,
  "file_name" TEXT,
  "media_type" TEXT,
  "size" INTEGER,
  "sha256" TEXT,
  "storage_key" TEXT,
  CONSTRAINT "made_report_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "made_report_municipality_id_asked_at_idx" ON "made_report" ("municipality_id", "asked_at" DESC);
CREATE INDEX "made_report_asked_by_idx" ON "made_report" ("asked_by");
CREATE INDEX "made_report_school_id_idx" ON "made_report" ("school_id");
-- what waits is looked for every few seconds
CREATE INDEX "made_report_waiting" ON "made_report" ("asked_at") WHERE "state" IN ('QUEUED', 'RUNNING');
-- asking twice for the same while it waits is one place in the queue
CREATE UNIQUE INDEX "made_report_once" ON "made_report" ("asked_by", "municipality_id", "kind", "school_year", "format", "school_id")
  NULLS NOT DISTINCT WHERE "state" IN ('QUEUED', 'RUNNING');
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_municipality_id_fkey"
  FOREIGN KEY ("municipality_id") REFERENCES "municipality" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_school_id_fkey"
  FOREIGN KEY ("school_id") REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_asked_by_fkey"
  FOREIGN KEY ("asked_by") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_school_year" CHECK ("is_school_year"("school_year"));
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_format" CHECK ("format" IN ('docx', 'pdf', 'xlsx'));
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_progress" CHECK ("progress" BETWEEN 0 AND 100);
-- a report that is done has its file, one that failed says why
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_outcome" CHECK (
  ("state" <> 'DONE' OR ("storage_key" IS NOT NULL AND "file_name" IS NOT NULL AND "size" IS NOT NULL))
  AND ("state" <> 'FAILED' OR "failure" IS NOT NULL));

GRANT SELECT, INSERT, UPDATE, DELETE ON "made_report" TO "moc_app";
ALTER TABLE "made_report" ENABLE ROW LEVEL SECURITY;
-- a report holds what its asker may see: methodists of the centre do not read each other's, its head and the region do
CREATE POLICY "scope" ON "made_report" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR ("municipality_id" IN (SELECT unnest("app_municipalities"()))
    AND ("asked_by" = (SELECT "app_account"()) OR (SELECT "app_role"()) IN ('MOC_HEAD', 'REGION_COORDINATOR'))))
  WITH CHECK (
  (SELECT "app_role"()) = 'SYSTEM'
  OR ("municipality_id" IN (SELECT unnest("app_municipalities"())) AND "asked_by" = (SELECT "app_account"())));
