-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('DIALOGUE_PLATFORM', 'ROUND_TABLE', 'SEMINAR', 'MASTER_CLASS', 'ONLINE_CONFERENCE', 'CONSULTATION', 'TRAINING', 'NETWORK_EVENT', 'CAMP_SHIFT', 'FESTIVAL', 'CONTEST', 'PSYCHOLOGICAL_SESSION');

-- CreateEnum
CREATE TYPE "work_direction" AS ENUM ('NORMATIVE', 'PROJECTS', 'NETWORKING', 'COMPETENCE');

-- CreateEnum
CREATE TYPE "event_status" AS ENUM ('DRAFT', 'PUBLISHED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "sign_up_state" AS ENUM ('CONFIRMED', 'WAITING', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "material_stage" AS ENUM ('BEFORE', 'AFTER');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('ACT', 'MATERIAL');

-- CreateEnum
CREATE TYPE "document_level" AS ENUM ('FEDERAL', 'REGIONAL', 'MUNICIPAL', 'SCHOOL');

-- CreateEnum
CREATE TYPE "document_audience" AS ENUM ('PUBLIC', 'SCHOOLS', 'CENTRE');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('CARD', 'SUPPORT', 'PROGRAMME', 'RECOMMENDATION', 'EVENT', 'LIBRARY');

-- CreateEnum
CREATE TYPE "notice_channel" AS ENUM ('NONE', 'PORTAL', 'LETTER', 'DIGEST');

-- CreateTable
CREATE TABLE "event_series" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "municipality_id" UUID,
    "title" TEXT NOT NULL,

    CONSTRAINT "event_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "municipality_id" UUID,
    "kind" "event_kind" NOT NULL,
    "direction" "work_direction" NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "host_school_id" UUID,
    "audience" TEXT NOT NULL DEFAULT '',
    "open_to_all" BOOLEAN NOT NULL DEFAULT true,
    "capacity" INTEGER,
    "speakers" JSONB NOT NULL DEFAULT '[]',
    "programme" JSONB NOT NULL DEFAULT '[]',
    "status" "event_status" NOT NULL DEFAULT 'DRAFT',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "report" TEXT NOT NULL DEFAULT '',
    "series_id" UUID,
    "partnership_id" UUID,
    "network_id" UUID,
    "project_id" UUID,
    "public" BOOLEAN NOT NULL DEFAULT false,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_invitation" (
    "event_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_invitation_pkey" PRIMARY KEY ("event_id","school_id")
);

-- CreateTable
CREATE TABLE "event_sign_up" (
    "event_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "state" "sign_up_state" NOT NULL,
    "participants" INTEGER NOT NULL,
    "posts" TEXT NOT NULL DEFAULT '',
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "attended" INTEGER,
    "signed_up_by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_sign_up_pkey" PRIMARY KEY ("event_id","school_id")
);

-- CreateTable
CREATE TABLE "event_feedback" (
    "event_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "useful" INTEGER NOT NULL,
    "applicable" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_feedback_pkey" PRIMARY KEY ("event_id","school_id")
);

-- CreateTable
CREATE TABLE "event_material" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "stage" "material_stage" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "document_id" UUID,
    "position" INTEGER NOT NULL,

    CONSTRAINT "event_material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "municipality_id" UUID,
    "kind" "document_kind" NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE,
    "issuer" TEXT NOT NULL DEFAULT '',
    "level" "document_level",
    "in_force" BOOLEAN NOT NULL DEFAULT true,
    "replaces_id" UUID,
    "about" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "direction" "work_direction",
    "audience" "document_audience" NOT NULL DEFAULT 'SCHOOLS',
    "url" TEXT NOT NULL DEFAULT '',
    "search" tsvector,
    "link_state" TEXT,
    "link_checked_at" TIMESTAMPTZ(3),
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_file" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_link" (
    "document_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID,
    "linked_by" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_link_pkey" PRIMARY KEY ("document_id","subject_type","subject_id")
);

-- CreateTable
CREATE TABLE "document_word" (
    "scope_id" UUID NOT NULL,
    "centre" BOOLEAN NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "document_word_pkey" PRIMARY KEY ("scope_id","centre","word")
);

-- CreateTable
CREATE TABLE "notice_setting" (
    "account_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "channel" "notice_channel" NOT NULL,

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("account_id","kind")
);

-- CreateTable
CREATE TABLE "digest_line" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sent_reminder" (
    "key" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sent_reminder_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "event_series_municipality_id_idx" ON "event_series"("municipality_id");

-- CreateIndex
CREATE INDEX "event_municipality_id_starts_at_idx" ON "event"("municipality_id", "starts_at");

-- CreateIndex
CREATE INDEX "event_region_id_starts_at_idx" ON "event"("region_id", "starts_at");

-- CreateIndex
CREATE INDEX "event_host_school_id_idx" ON "event"("host_school_id");

-- CreateIndex
CREATE INDEX "event_series_id_idx" ON "event"("series_id");

-- CreateIndex
CREATE INDEX "event_partnership_id_idx" ON "event"("partnership_id");

-- CreateIndex
CREATE INDEX "event_network_id_idx" ON "event"("network_id");

-- CreateIndex
CREATE INDEX "event_project_id_idx" ON "event"("project_id");

-- CreateIndex
CREATE INDEX "event_invitation_school_id_idx" ON "event_invitation"("school_id");

-- CreateIndex
CREATE INDEX "event_invitation_municipality_id_idx" ON "event_invitation"("municipality_id");

-- CreateIndex
CREATE INDEX "event_sign_up_school_id_idx" ON "event_sign_up"("school_id");

-- CreateIndex
CREATE INDEX "event_sign_up_municipality_id_idx" ON "event_sign_up"("municipality_id");

-- CreateIndex
CREATE INDEX "event_feedback_school_id_idx" ON "event_feedback"("school_id");

-- CreateIndex
CREATE INDEX "event_feedback_municipality_id_idx" ON "event_feedback"("municipality_id");

-- CreateIndex
CREATE INDEX "event_material_event_id_idx" ON "event_material"("event_id");

-- CreateIndex
CREATE INDEX "event_material_document_id_idx" ON "event_material"("document_id");

-- CreateIndex
CREATE INDEX "document_municipality_id_changed_at_idx" ON "document"("municipality_id", "changed_at");

-- CreateIndex
CREATE INDEX "document_region_id_changed_at_idx" ON "document"("region_id", "changed_at");

-- CreateIndex
CREATE INDEX "document_replaces_id_idx" ON "document"("replaces_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_file_storage_key_key" ON "document_file"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "document_file_document_id_number_key" ON "document_file"("document_id", "number");

-- CreateIndex
CREATE INDEX "document_link_subject_type_subject_id_idx" ON "document_link"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "digest_line_account_id_idx" ON "digest_line"("account_id");

-- AddForeignKey
ALTER TABLE "event_series" ADD CONSTRAINT "event_series_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_series" ADD CONSTRAINT "event_series_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_host_school_id_fkey" FOREIGN KEY ("host_school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "event_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_invitation" ADD CONSTRAINT "event_invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_invitation" ADD CONSTRAINT "event_invitation_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_sign_up" ADD CONSTRAINT "event_sign_up_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_sign_up" ADD CONSTRAINT "event_sign_up_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_material" ADD CONSTRAINT "event_material_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_material" ADD CONSTRAINT "event_material_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_file" ADD CONSTRAINT "document_file_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_link" ADD CONSTRAINT "document_link_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_setting" ADD CONSTRAINT "notice_setting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- What only SQL can say
-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE "event" ADD CONSTRAINT "event_ends_after_it_starts" CHECK ("ends_at" > "starts_at");
ALTER TABLE "event" ADD CONSTRAINT "event_capacity" CHECK ("capacity" BETWEEN 1 AND 10000);
ALTER TABLE "event_sign_up" ADD CONSTRAINT "event_sign_up_numbers" CHECK ("participants" BETWEEN 1 AND 999 AND "attended" BETWEEN 0 AND 999);
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_marks" CHECK ("useful" BETWEEN 1 AND 5 AND "applicable" BETWEEN 1 AND 5);
ALTER TABLE "document" ADD CONSTRAINT "document_replaces_another" CHECK ("replaces_id" <> "id");

-- Search: the title weighs most, then what a person remembers of a document, then its text.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE INDEX "document_search_idx" ON "document" USING gin ("search");
CREATE INDEX "document_word_word_idx" ON "document_word" USING gin ("word" gin_trgm_ops);

CREATE FUNCTION "document_search"() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = "public", pg_temp AS $$
DECLARE
  body TEXT;
  scope UUID := coalesce(NEW."municipality_id", NEW."region_id");
BEGIN
  SELECT left(f."text", 300000) INTO body FROM "document_file" f WHERE f."document_id" = NEW."id" ORDER BY f."number" DESC LIMIT 1;
  NEW."search" := setweight(to_tsvector('russian', NEW."title"), 'A')
    || setweight(to_tsvector('russian', concat_ws(' ', NEW."type", NEW."number", NEW."issuer", NEW."subject")), 'B')
    || setweight(to_tsvector('russian', NEW."about"), 'C')
    || setweight(to_tsvector('russian', coalesce(body, '')), 'D');
  INSERT INTO "document_word" ("scope_id", "centre", "word")
    SELECT scope, NEW."audience" = 'CENTRE', w.lexeme
    FROM unnest(to_tsvector('simple', concat_ws(' ', NEW."title", NEW."type", NEW."issuer", NEW."subject", NEW."about", body))) w
    WHERE length(w.lexeme) BETWEEN 3 AND 40 AND w.lexeme ~ '^[[:alpha:]-]+$'
    ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE TRIGGER "document_search" BEFORE INSERT OR UPDATE ON "document" FOR EACH ROW EXECUTE FUNCTION "document_search"();

CREATE FUNCTION "document_file_search"() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = "public", pg_temp AS $$
BEGIN
  -- an empty change: the document's own trigger reads the text anew
  UPDATE "document" SET "title" = "title" WHERE "id" = NEW."document_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "document_file_search" AFTER INSERT OR UPDATE OF "text" ON "document_file" FOR EACH ROW EXECUTE FUNCTION "document_file_search"();

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['event_series', 'event', 'event_invitation', 'event_sign_up', 'event_feedback', 'event_material',
    'document', 'document_file', 'document_link', 'document_word', 'notice_setting', 'digest_line', 'sent_reminder'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO "moc_app"', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['event_invitation', 'event_material', 'document_link', 'notice_setting', 'digest_line'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO "moc_app"', t);
  END LOOP;
  -- what a centre or the region owns
  FOREACH t IN ARRAY ARRAY['event_series', 'event', 'document'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR ("municipality_id" IS NULL AND (SELECT "app_role"()) = 'REGION_COORDINATOR' AND "region_id" = (SELECT "app_region"())))
    $policy$, t);
  END LOOP;
  -- what a school does with an event
  FOREACH t IN ARRAY ARRAY['event_invitation', 'event_sign_up', 'event_feedback'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR "school_id" = (SELECT "app_school"()))
    $policy$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['notice_setting', 'digest_line'] LOOP
    EXECUTE format('CREATE POLICY "scope" ON %I TO "moc_app" USING ((SELECT "app_role"()) = ''SYSTEM'' OR "account_id" = (SELECT "app_account"()))', t);
  END LOOP;
END $$;

-- An event of the region is read by all its centres; a school reads what is open to it, hosted by it or meant for it.
CREATE POLICY "region" ON "event" FOR SELECT TO "moc_app" USING (
  "municipality_id" IS NULL AND "status" <> 'DRAFT' AND "region_id" = (SELECT "app_region"()) AND (SELECT "app_role"()) IN ('MOC_HEAD', 'MOC_STAFF'));
CREATE POLICY "school" ON "event" FOR SELECT TO "moc_app" USING (
  (SELECT "app_school"()) IS NOT NULL AND "status" <> 'DRAFT'
  AND ("municipality_id" = (SELECT "app_municipality"()) OR ("municipality_id" IS NULL AND "region_id" = (SELECT "app_region"())))
  AND ("open_to_all" OR "host_school_id" = (SELECT "app_school"())
    OR EXISTS (SELECT FROM "event_invitation" i WHERE i."event_id" = "event"."id" AND i."school_id" = (SELECT "app_school"()))));
CREATE POLICY "read" ON "event_material" FOR SELECT TO "moc_app" USING (EXISTS (SELECT FROM "event" e WHERE e."id" = "event_id"));
CREATE POLICY "write" ON "event_material" TO "moc_app" USING (
  (SELECT "app_school"()) IS NULL AND EXISTS (SELECT FROM "event" e WHERE e."id" = "event_id"));

-- Places taken of an event, over all schools, as numbers and nothing else.
CREATE FUNCTION "event_places_taken"("asked" UUID[]) RETURNS TABLE ("event_id" UUID, "confirmed" INT, "waiting" INT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT s."event_id", coalesce(sum(s."participants") FILTER (WHERE s."state" = 'CONFIRMED'), 0)::int,
    coalesce(sum(s."participants") FILTER (WHERE s."state" = 'WAITING'), 0)::int
  FROM "event_sign_up" s WHERE s."event_id" = ANY ("asked") GROUP BY s."event_id"
$$;
REVOKE ALL ON FUNCTION "event_places_taken"(UUID[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "event_places_taken"(UUID[]) TO "moc_app";

-- Documents: those of one's municipality and of the region; what is for the centre alone never reaches a school.
CREATE POLICY "read" ON "document" FOR SELECT TO "moc_app" USING (
  NOT "archived" AND "region_id" = (SELECT "app_region"())
  AND ("municipality_id" IS NULL OR "municipality_id" = (SELECT "app_municipality"()))
  AND ("audience" <> 'CENTRE' OR (SELECT "app_role"()) IN ('MOC_HEAD', 'MOC_STAFF', 'REGION_COORDINATOR')));
CREATE POLICY "read" ON "document_file" FOR SELECT TO "moc_app" USING (EXISTS (SELECT FROM "document" d WHERE d."id" = "document_id"));
CREATE POLICY "write" ON "document_file" TO "moc_app" USING (
  (SELECT "app_school"()) IS NULL AND EXISTS (SELECT FROM "document" d WHERE d."id" = "document_id"));
CREATE POLICY "scope" ON "document_link" TO "moc_app" USING (
  EXISTS (SELECT FROM "document" d WHERE d."id" = "document_id")
  AND ("school_id" IS NULL OR (SELECT "app_role"()) = 'SYSTEM' OR "app_supports"("school_id", "municipality_id")));
CREATE POLICY "scope" ON "document_word" FOR SELECT TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR ("scope_id" IN ((SELECT "app_municipality"()), (SELECT "app_region"())) AND (NOT "centre" OR (SELECT "app_school"()) IS NULL)));
REVOKE INSERT, UPDATE ON "document_word" FROM "moc_app";

-- News for somebody else's daily letter, as notices are written.
CREATE POLICY "send" ON "digest_line" FOR INSERT TO "moc_app" WITH CHECK (
  EXISTS (SELECT 1 FROM "account" a WHERE a."id" = "account_id") OR "account_id" IN (SELECT "centre_accounts"()));
CREATE POLICY "scope" ON "sent_reminder" TO "moc_app" USING ((SELECT "app_role"()) = 'SYSTEM');
