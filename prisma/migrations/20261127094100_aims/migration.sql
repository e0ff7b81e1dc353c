-- The management cycle of a municipality: programme, nine positions, indicators.
CREATE TABLE "aim_position" (
  "id" UUID NOT NULL,
  "municipality_id" UUID NOT NULL,
  "school_year" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "text" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "changed_by" TEXT NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "aim_position_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "aim_link" (
  "position_id" UUID NOT NULL,
  "municipality_id" UUID NOT NULL,
  "subject_type" TEXT NOT NULL,
  "subject_id" UUID NOT NULL,
  "linked_by" TEXT NOT NULL,
  "linked_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "aim_link_pkey" PRIMARY KEY ("position_id", "subject_type", "subject_id")
);
CREATE TABLE "aim_indicator" (
  "municipality_id" UUID NOT NULL,
  "school_year" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "title" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL,
  "more_is_better" BOOLEAN NOT NULL,
  "target" DOUBLE PRECISION,
  "fact" DOUBLE PRECISION,
  "source" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "changed_by" TEXT NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "aim_indicator_pkey" PRIMARY KEY ("municipality_id", "school_year", "code")
);
CREATE UNIQUE INDEX "aim_position_municipality_id_school_year_code_key" ON "aim_position" ("municipality_id", "school_year", "code");
CREATE UNIQUE INDEX "aim_position_id_municipality_id_key" ON "aim_position" ("id", "municipality_id");
ALTER TABLE "aim_position" ADD CONSTRAINT "aim_position_municipality_id_fkey"
  FOREIGN KEY ("municipality_id") REFERENCES "municipality" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "aim_link" ADD CONSTRAINT "aim_link_position_id_municipality_id_fkey"
  FOREIGN KEY ("position_id", "municipality_id") REFERENCES "aim_position" ("id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "aim_indicator" ADD CONSTRAINT "aim_indicator_municipality_id_fkey"
  FOREIGN KEY ("municipality_id") REFERENCES "municipality" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "aim_position" ADD CONSTRAINT "aim_position_school_year" CHECK ("is_school_year"("school_year"));
ALTER TABLE "aim_indicator" ADD CONSTRAINT "aim_indicator_school_year" CHECK ("is_school_year"("school_year"));
ALTER TABLE "aim_indicator" ADD CONSTRAINT "aim_indicator_values" CHECK ("target" >= 0 AND "fact" >= 0);

GRANT SELECT, INSERT, UPDATE ON "aim_position" TO "moc_app";
GRANT SELECT, INSERT, DELETE ON "aim_link" TO "moc_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "aim_indicator" TO "moc_app";
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['aim_position', 'aim_link', 'aim_indicator'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM' OR "municipality_id" IN (SELECT unnest("app_municipalities"())))
    $policy$, t);
  END LOOP;
END $$;

-- Staff work on the schools that they lead, but an indicator tells of the whole city: numbers, and no school.
CREATE FUNCTION "aim_support_counts"("asked_municipalities" UUID[], "asked_years" TEXT[])
  RETURNS TABLE ("municipality_id" UUID, "school_year" TEXT, "code" TEXT, "part" INT, "whole" INT, "at" TIMESTAMPTZ)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT k."municipality_id", k."school_year", 'programmes',
    count(p."id")::int, count(*)::int, max(p."changed_at")
  FROM "campaign" k
  JOIN "confirmed_list" l ON l."campaign_id" = k."id" AND l."track" = 'LOW_RESULTS' AND l."superseded_at" IS NULL
  JOIN "confirmed_list_school" s ON s."list_id" = l."id" AND s."included"
  LEFT JOIN "programme" p ON p."school_id" = s."school_id" AND p."school_year" = k."school_year"
    AND p."status" IN ('APPROVED', 'RUNNING', 'FINISHED')
  WHERE k."municipality_id" = ANY ("asked_municipalities") AND k."school_year" = ANY ("asked_years")
    AND (k."municipality_id" = ANY ("app_municipalities"()) OR "app_role"() = 'SYSTEM')
  GROUP BY 1, 2
  UNION ALL
  SELECT r."municipality_id", r."school_year", 'recommendations',
    count(*) FILTER (WHERE r."status" = 'DONE')::int, count(*)::int, max(coalesce(r."checked_at", r."answered_at", r."issued_at"))
  FROM "recommendation" r
  WHERE r."status" IN ('ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE')
    AND r."municipality_id" = ANY ("asked_municipalities") AND r."school_year" = ANY ("asked_years")
    AND (r."municipality_id" = ANY ("app_municipalities"()) OR "app_role"() = 'SYSTEM')
  GROUP BY 1, 2
$$;
REVOKE ALL ON FUNCTION "aim_support_counts"(UUID[], TEXT[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "aim_support_counts"(UUID[], TEXT[]) TO "moc_app";
