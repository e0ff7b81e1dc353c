-- CreateEnum
CREATE TYPE "failure_campaign_status" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "failure_matrix_status" AS ENUM ('DRAFT', 'SUBMITTED');

-- CreateTable
CREATE TABLE "failure_dictionary" (
    "municipality_id" UUID NOT NULL,
    "causes" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failure_dictionary_pkey" PRIMARY KEY ("municipality_id")
);

-- CreateTable
CREATE TABLE "failure_campaign" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "status" "failure_campaign_status" NOT NULL DEFAULT 'OPEN',
    "causes" JSONB NOT NULL,
    "subjects" TEXT[],
    "letter" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "failure_campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "failure_matrix" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "grade_from" INTEGER NOT NULL,
    "grade_to" INTEGER NOT NULL,
    "status" "failure_matrix_status" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_by" TEXT,
    "saved_at" TIMESTAMPTZ(3),
    "submitted_by" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "return_comment" TEXT,

    CONSTRAINT "failure_matrix_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "failure_cell" (
    "matrix_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "pupils" INTEGER NOT NULL,

    CONSTRAINT "failure_cell_pkey" PRIMARY KEY ("matrix_id","cause","grade","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "failure_campaign_municipality_id_school_year_key" ON "failure_campaign"("municipality_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "failure_campaign_id_municipality_id_key" ON "failure_campaign"("id", "municipality_id");

-- CreateIndex
CREATE INDEX "failure_matrix_school_id_idx" ON "failure_matrix"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "failure_matrix_campaign_id_school_id_key" ON "failure_matrix"("campaign_id", "school_id");

-- CreateIndex
CREATE UNIQUE INDEX "failure_matrix_id_school_id_key" ON "failure_matrix"("id", "school_id");

-- AddForeignKey
ALTER TABLE "failure_dictionary" ADD CONSTRAINT "failure_dictionary_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_campaign" ADD CONSTRAINT "failure_campaign_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_matrix" ADD CONSTRAINT "failure_matrix_campaign_id_municipality_id_fkey" FOREIGN KEY ("campaign_id", "municipality_id") REFERENCES "failure_campaign"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_matrix" ADD CONSTRAINT "failure_matrix_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_cell" ADD CONSTRAINT "failure_cell_matrix_id_school_id_fkey" FOREIGN KEY ("matrix_id", "school_id") REFERENCES "failure_matrix"("id", "school_id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- What the schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE "failure_campaign"
  ADD CONSTRAINT "failure_campaign_school_year" CHECK ("is_school_year"("school_year")),
  ADD CONSTRAINT "failure_campaign_closed" CHECK (("status" = 'CLOSED') = ("closed_at" IS NOT NULL));
ALTER TABLE "failure_matrix"
  ADD CONSTRAINT "failure_matrix_grades" CHECK ("grade_from" BETWEEN 1 AND 11 AND "grade_to" BETWEEN "grade_from" AND 11),
  ADD CONSTRAINT "failure_matrix_submitted" CHECK ("status" = 'DRAFT' OR "submitted_at" IS NOT NULL);
ALTER TABLE "failure_cell"
  ADD CONSTRAINT "failure_cell_grade" CHECK ("grade" BETWEEN 1 AND 11),
  ADD CONSTRAINT "failure_cell_pupils" CHECK ("pupils" BETWEEN 1 AND 999);

GRANT SELECT, INSERT, UPDATE, DELETE ON "failure_dictionary", "failure_campaign", "failure_matrix", "failure_cell" TO "moc_app";
REVOKE DELETE ON "failure_dictionary", "failure_campaign", "failure_matrix" FROM "moc_app";
ALTER TABLE "failure_dictionary" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "failure_campaign" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "failure_matrix" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "failure_cell" ENABLE ROW LEVEL SECURITY;

CREATE POLICY "scope" ON "failure_dictionary" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR "municipality_id" IN (SELECT unnest("app_municipalities"())));
CREATE POLICY "scope" ON "failure_campaign" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
  OR "municipality_id" = (SELECT "app_municipality"()));
CREATE POLICY "scope" ON "failure_matrix" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
  OR "school_id" = (SELECT "app_school"()));
-- the numbers of pupils: the school alone
CREATE POLICY "scope" ON "failure_cell" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR "school_id" = (SELECT "app_school"()));

-- What those who see the municipality may know of submitted matrices. Of a school: groups of 5 pupils and more. Of the
-- city: the same group over all schools together, without the small groups of schools while these are fewer than 5 pupils
-- in all, so that no group under 5 can be had by subtraction. Sums are made of these numbers alone.
CREATE FUNCTION "failure_groups"("asked_campaign" UUID)
  RETURNS TABLE ("school_id" UUID, "cause" TEXT, "grade" INT, "subject" TEXT, "pupils" INT, "hidden" BOOLEAN, "schools" INT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  WITH "cells" AS (
    SELECT c."school_id", c."cause", c."grade", c."subject", c."pupils"
    FROM "failure_cell" c JOIN "failure_matrix" m ON m."id" = c."matrix_id" JOIN "failure_campaign" k ON k."id" = m."campaign_id"
    WHERE m."campaign_id" = "asked_campaign" AND m."status" = 'SUBMITTED'
      AND (k."municipality_id" = ANY ("app_municipalities"()) OR "app_role"() = 'SYSTEM')
  ), "city" AS (
    SELECT "cause", "grade", "subject", count(*)::int AS "schools",
      coalesce(sum("pupils") FILTER (WHERE "pupils" >= 5), 0)::int AS "large",
      coalesce(sum("pupils") FILTER (WHERE "pupils" < 5), 0)::int AS "small"
    FROM "cells" GROUP BY "cause", "grade", "subject"
  )
  SELECT "school_id", "cause", "grade", "subject", CASE WHEN "pupils" >= 5 THEN "pupils" ELSE 0 END, "pupils" < 5, 1 FROM "cells"
  UNION ALL
  SELECT NULL, "cause", "grade", "subject", "large" + CASE WHEN "small" >= 5 THEN "small" ELSE 0 END, "small" BETWEEN 1 AND 4, "schools"
  FROM "city"
$$;
REVOKE ALL ON FUNCTION "failure_groups"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "failure_groups"(UUID) TO "moc_app";
