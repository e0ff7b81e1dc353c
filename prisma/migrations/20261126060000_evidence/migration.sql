-- CreateEnum
CREATE TYPE "counted_source" AS ENUM ('DECLARED', 'COMPUTED');

-- CreateEnum
CREATE TYPE "objectivity_review_state" AS ENUM ('RECHECK', 'SECOND_RESULT', 'EXPLAINED', 'CONFIRMED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "fact_kind" AS ENUM ('GIA_AGGREGATE', 'VPR_MARKS', 'VPR_SCORES', 'VPR_SCALE', 'VPR_JOURNAL', 'VPR_TASKS', 'OLYMPIAD', 'CONTEST', 'INTERIM', 'CONTEXT', 'FIOKO_MARKERS', 'MEDALS', 'OGE_JOURNAL');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('PREVIEW', 'APPLIED', 'UNDONE');

-- CreateEnum
CREATE TYPE "unit_state" AS ENUM ('STAGED', 'IN_FORCE', 'SUPERSEDED', 'UNDONE');

-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "computed_counts" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "computed_is_list" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "computed_signs" TEXT[],
ADD COLUMN     "computed_value" TEXT;

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "counts" "counted_source" NOT NULL DEFAULT 'DECLARED';

-- AlterTable
ALTER TABLE "criterion" ADD COLUMN     "rule" JSONB;

-- AlterTable
ALTER TABLE "school" ADD COLUMN     "advanced" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "login" TEXT;

-- CreateTable
CREATE TABLE "answer_evidence" (
    "card_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "evidence" JSONB NOT NULL,
    "import_id" UUID,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_evidence_pkey" PRIMARY KEY ("card_id","criterion_id")
);

-- CreateTable
CREATE TABLE "objectivity_result" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "signs" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objectivity_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objectivity_review" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "sign" TEXT NOT NULL,
    "state" "objectivity_review_state" NOT NULL DEFAULT 'RECHECK',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recheck_note" TEXT NOT NULL,
    "recheck_due" DATE,
    "recheck_by" TEXT NOT NULL,
    "recheck_at" TIMESTAMPTZ(3) NOT NULL,
    "second_result" TEXT,
    "second_by" TEXT,
    "second_at" TIMESTAMPTZ(3),
    "explanation" TEXT,
    "explained_by" TEXT,
    "explained_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "objectivity_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "method_setting" (
    "id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "region_id" UUID NOT NULL,
    "municipality_id" UUID,
    "values" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "method_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "region_id" UUID NOT NULL,
    "municipality_id" UUID,
    "school_id" UUID,
    "school_year" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT,
    "status" "import_status" NOT NULL DEFAULT 'PREVIEW',
    "version" INTEGER NOT NULL DEFAULT 1,
    "rows" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "errors" JSONB NOT NULL,
    "error_count" INTEGER NOT NULL,
    "unmatched" JSONB NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    "changes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_unit" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" "fact_kind" NOT NULL,
    "region_id" UUID NOT NULL,
    "municipality_id" UUID,
    "school_id" UUID,
    "school_year" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "state" "unit_state" NOT NULL DEFAULT 'STAGED',
    "superseded_by_id" UUID,

    CONSTRAINT "evidence_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remembered_column" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "municipality_id" UUID,
    "kind" TEXT NOT NULL,
    "header" TEXT NOT NULL,
    "field" TEXT,

    CONSTRAINT "remembered_column_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_alias" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "school_alias_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "answer_evidence_criterion_id_idx" ON "answer_evidence"("criterion_id");

-- CreateIndex
CREATE INDEX "objectivity_result_municipality_id_school_year_idx" ON "objectivity_result"("municipality_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "objectivity_result_school_id_school_year_grade_subject_key" ON "objectivity_result"("school_id", "school_year", "grade", "subject");

-- CreateIndex
CREATE INDEX "objectivity_review_municipality_id_school_year_idx" ON "objectivity_review"("municipality_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "objectivity_review_school_id_school_year_grade_subject_sign_key" ON "objectivity_review"("school_id", "school_year", "grade", "subject", "sign");

-- CreateIndex
CREATE INDEX "method_setting_municipality_id_method_idx" ON "method_setting"("municipality_id", "method");

-- CreateIndex
CREATE INDEX "import_municipality_id_created_at_idx" ON "import"("municipality_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_region_id_created_at_idx" ON "import"("region_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_school_id_idx" ON "import"("school_id");

-- CreateIndex
CREATE INDEX "evidence_unit_import_id_idx" ON "evidence_unit"("import_id");

-- CreateIndex
CREATE INDEX "evidence_unit_superseded_by_id_idx" ON "evidence_unit"("superseded_by_id");

-- CreateIndex
CREATE INDEX "evidence_unit_municipality_id_school_year_kind_idx" ON "evidence_unit"("municipality_id", "school_year", "kind");

-- CreateIndex
CREATE INDEX "evidence_unit_school_id_school_year_idx" ON "evidence_unit"("school_id", "school_year");

-- CreateIndex
CREATE INDEX "remembered_column_municipality_id_kind_idx" ON "remembered_column"("municipality_id", "kind");

-- CreateIndex
CREATE INDEX "school_alias_school_id_idx" ON "school_alias"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_alias_municipality_id_alias_key" ON "school_alias"("municipality_id", "alias");

-- CreateIndex
CREATE UNIQUE INDEX "school_login_key" ON "school"("login");

-- AddForeignKey
ALTER TABLE "answer_evidence" ADD CONSTRAINT "answer_evidence_card_id_school_id_municipality_id_fkey" FOREIGN KEY ("card_id", "school_id", "municipality_id") REFERENCES "card"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_evidence" ADD CONSTRAINT "answer_evidence_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objectivity_result" ADD CONSTRAINT "objectivity_result_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objectivity_review" ADD CONSTRAINT "objectivity_review_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_unit" ADD CONSTRAINT "evidence_unit_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_alias" ADD CONSTRAINT "school_alias_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- What the schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE "answer" ALTER COLUMN "computed_signs" SET DEFAULT ARRAY[]::TEXT[];
UPDATE "answer" SET "computed_signs" = '{}';
ALTER TABLE "answer" ALTER COLUMN "computed_signs" SET NOT NULL;
ALTER TABLE "answer"
  ADD CONSTRAINT "answer_computed" CHECK ("computed_value" IN ('yes', 'no', 'na')),
  ADD CONSTRAINT "answer_computed_one_kind" CHECK (NOT ("computed_is_list" AND "computed_value" IS NOT NULL)),
  ADD CONSTRAINT "answer_computed_signs" CHECK ("computed_is_list" OR cardinality("computed_signs") = 0);
UPDATE "school" SET "advanced" = '{}' WHERE "advanced" IS NULL;
ALTER TABLE "school" ALTER COLUMN "advanced" SET NOT NULL;

ALTER TABLE "import"
  ADD CONSTRAINT "import_school_year" CHECK ("is_school_year"("school_year")),
  ADD CONSTRAINT "import_rows" CHECK ("accepted" BETWEEN 0 AND "rows" AND "error_count" >= 0),
  ADD CONSTRAINT "import_school_of_municipality" CHECK ("school_id" IS NULL OR "municipality_id" IS NOT NULL),
  ADD CONSTRAINT "import_applied" CHECK ("status" = 'PREVIEW' OR ("applied_at" IS NOT NULL AND length(coalesce("applied_by", '')) > 0)),
  ADD CONSTRAINT "import_undone" CHECK ("status" <> 'UNDONE' OR ("undone_at" IS NOT NULL AND length(coalesce("undone_by", '')) > 0));
ALTER TABLE "evidence_unit"
  ADD CONSTRAINT "unit_school_year" CHECK ("is_school_year"("school_year")),
  ADD CONSTRAINT "unit_school_of_municipality" CHECK ("school_id" IS NULL OR "municipality_id" IS NOT NULL),
  ADD CONSTRAINT "unit_superseded" CHECK (("state" = 'SUPERSEDED') = ("superseded_by_id" IS NOT NULL));
-- of each thing one file speaks at a time
CREATE UNIQUE INDEX "unit_one_of_school" ON "evidence_unit" ("school_id", "school_year", "kind", "key")
  WHERE "state" = 'IN_FORCE' AND "school_id" IS NOT NULL;
CREATE UNIQUE INDEX "unit_one_of_territory" ON "evidence_unit" ("region_id", coalesce("municipality_id", '00000000-0000-0000-0000-000000000000'), "school_year", "kind", "key")
  WHERE "state" = 'IN_FORCE' AND "school_id" IS NULL;
CREATE UNIQUE INDEX "remembered_column_one" ON "remembered_column" ("region_id", coalesce("municipality_id", '00000000-0000-0000-0000-000000000000'), "kind", "header");
CREATE UNIQUE INDEX "method_setting_one" ON "method_setting" ("region_id", coalesce("municipality_id", '00000000-0000-0000-0000-000000000000'), "method");

ALTER TABLE "objectivity_result" ADD CONSTRAINT "objectivity_school_year" CHECK ("is_school_year"("school_year"));
ALTER TABLE "objectivity_review"
  ADD CONSTRAINT "review_school_year" CHECK ("is_school_year"("school_year")),
  ADD CONSTRAINT "review_second_result" CHECK ("state" NOT IN ('SECOND_RESULT') OR ("second_result" IS NOT NULL AND "second_at" IS NOT NULL)),
  ADD CONSTRAINT "review_explained" CHECK ("state" <> 'EXPLAINED' OR ("explanation" IS NOT NULL AND "explained_at" IS NOT NULL)),
  ADD CONSTRAINT "review_decided" CHECK ("state" NOT IN ('CONFIRMED', 'WITHDRAWN')
    OR (length(coalesce("decision", '')) > 0 AND length(coalesce("decided_by", '')) > 0 AND "decided_at" IS NOT NULL));
ALTER TABLE "method_setting" ADD CONSTRAINT "setting_method" CHECK ("method" IN ('OBJECTIVITY', 'FEDERAL_RULE', 'SOCIAL_INDEX'));

GRANT SELECT, INSERT, UPDATE, DELETE ON "answer_evidence", "objectivity_result", "objectivity_review", "method_setting",
  "import", "evidence_unit", "remembered_column", "school_alias" TO "moc_app";
REVOKE DELETE ON "objectivity_review", "method_setting" FROM "moc_app";

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['answer_evidence', 'objectivity_result', 'objectivity_review', 'method_setting', 'import', 'evidence_unit', 'remembered_column', 'school_alias'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- of a school: the school itself and those who see its municipality
  FOREACH t IN ARRAY ARRAY['answer_evidence', 'objectivity_result', 'objectivity_review'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR "school_id" = (SELECT "app_school"()))
    $policy$, t);
  END LOOP;
  -- of a municipality, a school of it, or the whole region (СОИРО alone)
  FOREACH t IN ARRAY ARRAY['import', 'evidence_unit'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR "school_id" = (SELECT "app_school"())
        OR ("municipality_id" IS NULL AND "region_id" = (SELECT "app_region"()) AND (SELECT "app_role"()) = 'REGION_COORDINATOR'))
    $policy$, t);
  END LOOP;
END $$;
-- the region's own line and official scales are read by everybody in the region, a municipality's by everybody in it
CREATE POLICY "reference" ON "evidence_unit" FOR SELECT TO "moc_app" USING (
  "school_id" IS NULL AND "region_id" = (SELECT "app_region"())
  AND ("municipality_id" IS NULL OR "municipality_id" = (SELECT "app_municipality"())));

CREATE POLICY "read" ON "method_setting" FOR SELECT TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR ("region_id" = (SELECT "app_region"()) AND ("municipality_id" IS NULL
    OR "municipality_id" = (SELECT "app_municipality"()) OR "municipality_id" IN (SELECT unnest("app_municipalities"())))));
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['method_setting', 'remembered_column'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR ("municipality_id" IS NULL AND "region_id" = (SELECT "app_region"()) AND (SELECT "app_role"()) = 'REGION_COORDINATOR'))
    $policy$, t);
  END LOOP;
END $$;
CREATE POLICY "scope" ON "school_alias" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR "municipality_id" IN (SELECT unnest("app_municipalities"())));

-- Which file stands behind a fact, by name and date: for whoever reads the fact, also where the file itself is out of reach.
CREATE FUNCTION "import_labels"("asked" UUID[])
  RETURNS TABLE ("id" UUID, "kind" TEXT, "file_name" TEXT, "applied_at" TIMESTAMPTZ, "applied_by" TEXT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT i."id", i."kind", i."file_name", i."applied_at", i."applied_by" FROM "import" i
  WHERE i."id" = ANY ("asked") AND ("app_role"() = 'SYSTEM' OR (i."region_id" = "app_region"() AND (i."municipality_id" IS NULL
    OR i."municipality_id" = "app_municipality"() OR i."municipality_id" = ANY ("app_municipalities"()))))
$$;
REVOKE ALL ON FUNCTION "import_labels"(UUID[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "import_labels"(UUID[]) TO "moc_app";
