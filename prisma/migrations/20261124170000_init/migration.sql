-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('ADMIN', 'REGION_COORDINATOR', 'MOC_HEAD', 'MOC_STAFF', 'PRINCIPAL');

-- CreateEnum
CREATE TYPE "token_use" AS ENUM ('api', 'calendar');

-- CreateEnum
CREATE TYPE "campaign_status" AS ENUM ('DRAFT', 'OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "rule_kind" AS ENUM ('SUM', 'SHARE', 'TOP_N');

-- CreateEnum
CREATE TYPE "card_status" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED');

-- CreateEnum
CREATE TYPE "dispute_status" AS ENUM ('OPEN', 'UPHELD', 'REJECTED');

-- CreateEnum
CREATE TYPE "instrument_status" AS ENUM ('DRAFT', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "track" AS ENUM ('LOW_RESULTS', 'ADVERSE_CONDITIONS');

-- CreateEnum
CREATE TYPE "criterion_type" AS ENUM ('YES_NO', 'SIGN_COUNT');

-- CreateEnum
CREATE TYPE "applicability" AS ENUM ('ALL', 'PRIMARY', 'GRADE7_11', 'GRADE9', 'GRADE11');

-- CreateEnum
CREATE TYPE "letter_status" AS ENUM ('KEPT', 'QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "municipality_kind" AS ENUM ('MUNICIPAL_OKRUG', 'URBAN_OKRUG');

-- CreateEnum
CREATE TYPE "school_kind" AS ENUM ('SCHOOL', 'GYMNASIUM', 'LYCEUM');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "region_id" UUID,
    "municipality_id" UUID,
    "school_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "region_id" UUID,
    "municipality_id" UUID,
    "school_id" UUID,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_token" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "use" "token_use" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "personal_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answered_call" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answered_call_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "results_year" TEXT NOT NULL,
    "status" "campaign_status" NOT NULL DEFAULT 'DRAFT',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "instrument_version_id" UUID NOT NULL,
    "letter" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_rule" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "track" "track" NOT NULL,
    "table_code" TEXT NOT NULL,
    "kind" "rule_kind" NOT NULL,
    "value" DECIMAL(8,4) NOT NULL,

    CONSTRAINT "campaign_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "status" "card_status" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "grade_from" INTEGER NOT NULL,
    "grade_to" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "negative_sum" INTEGER NOT NULL DEFAULT 0,
    "maximum" INTEGER NOT NULL DEFAULT 0,
    "score" JSONB NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "applicable" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "return_comment" TEXT,
    "partly_unlocked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "card_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "declared_value" TEXT,
    "declared_signs" TEXT[],
    "declared_is_list" BOOLEAN NOT NULL DEFAULT false,
    "declared_at" TIMESTAMPTZ(3),
    "declared_by" TEXT,
    "verified_value" TEXT,
    "verified_signs" TEXT[],
    "verified_is_list" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by" TEXT,
    "verified_reason" TEXT,
    "verified_source" TEXT,
    "carried_over" BOOLEAN NOT NULL DEFAULT false,
    "unlocked" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "answer_pkey" PRIMARY KEY ("card_id","criterion_id")
);

-- CreateTable
CREATE TABLE "card_table_score" (
    "card_id" UUID NOT NULL,
    "table_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "negative_sum" INTEGER NOT NULL,
    "maximum" INTEGER NOT NULL,

    CONSTRAINT "card_table_score_pkey" PRIMARY KEY ("card_id","table_code")
);

-- CreateTable
CREATE TABLE "card_revision" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "score" JSONB NOT NULL,

    CONSTRAINT "card_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_comment" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "sign_code" TEXT,
    "reason" TEXT NOT NULL,
    "status" "dispute_status" NOT NULL DEFAULT 'OPEN',
    "raised_by" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instrument" (
    "id" UUID NOT NULL,
    "region_id" UUID,
    "municipality_id" UUID,
    "title" TEXT NOT NULL,

    CONSTRAINT "instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instrument_version" (
    "id" UUID NOT NULL,
    "instrument_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" "instrument_status" NOT NULL DEFAULT 'DRAFT',
    "proposal" BOOLEAN NOT NULL DEFAULT false,
    "copied_from_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "instrument_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instrument_table" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "track" "track" NOT NULL,

    CONSTRAINT "instrument_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_group" (
    "id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "criterion_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "type" "criterion_type" NOT NULL,
    "applicability" "applicability" NOT NULL,
    "help" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "threshold" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "stable" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_sign" (
    "id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "help" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "criterion_sign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "municipality_id" UUID,
    "school_id" UUID,
    "detail" TEXT,
    "from" JSONB,
    "to" JSONB,
    "reason" TEXT,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmed_list" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "track" "track" NOT NULL,
    "order_number" TEXT NOT NULL,
    "order_date" DATE NOT NULL,
    "rule" JSONB NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by_id" UUID,

    CONSTRAINT "confirmed_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmed_list_school" (
    "list_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "included" BOOLEAN NOT NULL,
    "proposed" BOOLEAN NOT NULL,
    "reason" TEXT,
    "negative_sum" INTEGER,
    "maximum" INTEGER,

    CONSTRAINT "confirmed_list_school_pkey" PRIMARY KEY ("list_id","school_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "municipality_id" UUID,
    "account_id" UUID,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "letter_status" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "municipality_kind" NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "municipality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "school_kind" NOT NULL DEFAULT 'SCHOOL',
    "address" TEXT NOT NULL DEFAULT '',
    "grade_from" INTEGER NOT NULL DEFAULT 1,
    "grade_to" INTEGER NOT NULL DEFAULT 11,
    "pupils" INTEGER,
    "closed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_passport" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "school_kind" NOT NULL,
    "address" TEXT NOT NULL,
    "grade_from" INTEGER NOT NULL,
    "grade_to" INTEGER NOT NULL,
    "pupils" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "school_passport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_succession" (
    "id" UUID NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "ground" TEXT NOT NULL,

    CONSTRAINT "school_succession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "account_municipality_id_idx" ON "account"("municipality_id");

-- CreateIndex
CREATE INDEX "account_school_id_idx" ON "account"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_municipality_id_idx" ON "invitation"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_token_token_hash_key" ON "personal_token"("token_hash");

-- CreateIndex
CREATE INDEX "personal_token_account_id_idx" ON "personal_token"("account_id");

-- CreateIndex
CREATE INDEX "campaign_instrument_version_id_idx" ON "campaign"("instrument_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_municipality_id_school_year_key" ON "campaign"("municipality_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_id_municipality_id_key" ON "campaign"("id", "municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_rule_campaign_id_track_key" ON "campaign_rule"("campaign_id", "track");

-- CreateIndex
CREATE INDEX "card_school_id_idx" ON "card"("school_id");

-- CreateIndex
CREATE INDEX "card_municipality_id_status_idx" ON "card"("municipality_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "card_campaign_id_school_id_key" ON "card"("campaign_id", "school_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_id_school_id_municipality_id_key" ON "card"("id", "school_id", "municipality_id");

-- CreateIndex
CREATE INDEX "answer_criterion_id_idx" ON "answer"("criterion_id");

-- CreateIndex
CREATE INDEX "card_table_score_campaign_id_table_code_negative_sum_idx" ON "card_table_score"("campaign_id", "table_code", "negative_sum" DESC);

-- CreateIndex
CREATE INDEX "card_table_score_school_id_table_code_idx" ON "card_table_score"("school_id", "table_code");

-- CreateIndex
CREATE UNIQUE INDEX "card_revision_card_id_number_key" ON "card_revision"("card_id", "number");

-- CreateIndex
CREATE INDEX "card_comment_card_id_criterion_id_idx" ON "card_comment"("card_id", "criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_storage_key_key" ON "attachment"("storage_key");

-- CreateIndex
CREATE INDEX "attachment_card_id_criterion_id_idx" ON "attachment"("card_id", "criterion_id");

-- CreateIndex
CREATE INDEX "dispute_card_id_idx" ON "dispute"("card_id");

-- CreateIndex
CREATE INDEX "instrument_municipality_id_idx" ON "instrument"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "instrument_version_instrument_id_number_key" ON "instrument_version"("instrument_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "instrument_table_version_id_code_key" ON "instrument_table"("version_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_group_table_id_code_key" ON "criterion_group"("table_id", "code");

-- CreateIndex
CREATE INDEX "criterion_group_id_idx" ON "criterion"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_version_id_code_key" ON "criterion"("version_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_sign_criterion_id_code_key" ON "criterion_sign"("criterion_id", "code");

-- CreateIndex
CREATE INDEX "journal_entry_subject_type_subject_id_id_idx" ON "journal_entry"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "journal_entry_municipality_id_id_idx" ON "journal_entry"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "journal_entry_school_id_id_idx" ON "journal_entry"("school_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "confirmed_list_superseded_by_id_key" ON "confirmed_list"("superseded_by_id");

-- CreateIndex
CREATE INDEX "confirmed_list_campaign_id_track_idx" ON "confirmed_list"("campaign_id", "track");

-- CreateIndex
CREATE UNIQUE INDEX "confirmed_list_id_municipality_id_key" ON "confirmed_list"("id", "municipality_id");

-- CreateIndex
CREATE INDEX "confirmed_list_school_school_id_idx" ON "confirmed_list_school"("school_id");

-- CreateIndex
CREATE INDEX "notice_account_id_created_at_idx" ON "notice"("account_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "letter_status_next_attempt_at_idx" ON "letter"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "letter_municipality_id_created_at_idx" ON "letter"("municipality_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_code_key" ON "municipality"("code");

-- CreateIndex
CREATE INDEX "municipality_region_id_idx" ON "municipality"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_code_key" ON "school"("code");

-- CreateIndex
CREATE INDEX "school_municipality_id_name_idx" ON "school"("municipality_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "school_passport_school_id_valid_from_key" ON "school_passport"("school_id", "valid_from");

-- CreateIndex
CREATE INDEX "school_succession_successor_id_idx" ON "school_succession"("successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_succession_predecessor_id_successor_id_key" ON "school_succession"("predecessor_id", "successor_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_token" ADD CONSTRAINT "personal_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answered_call" ADD CONSTRAINT "answered_call_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_instrument_version_id_fkey" FOREIGN KEY ("instrument_version_id") REFERENCES "instrument_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_rule" ADD CONSTRAINT "campaign_rule_campaign_id_municipality_id_fkey" FOREIGN KEY ("campaign_id", "municipality_id") REFERENCES "campaign"("id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_campaign_id_municipality_id_fkey" FOREIGN KEY ("campaign_id", "municipality_id") REFERENCES "campaign"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_card_id_school_id_municipality_id_fkey" FOREIGN KEY ("card_id", "school_id", "municipality_id") REFERENCES "card"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_table_score" ADD CONSTRAINT "card_table_score_card_id_school_id_municipality_id_fkey" FOREIGN KEY ("card_id", "school_id", "municipality_id") REFERENCES "card"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_revision" ADD CONSTRAINT "card_revision_card_id_school_id_municipality_id_fkey" FOREIGN KEY ("card_id", "school_id", "municipality_id") REFERENCES "card"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_comment" ADD CONSTRAINT "card_comment_card_id_school_id_municipality_id_fkey" FOREIGN KEY ("card_id", "school_id", "municipality_id") REFERENCES "card"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_comment" ADD CONSTRAINT "card_comment_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_card_id_school_id_municipality_id_fkey" FOREIGN KEY ("card_id", "school_id", "municipality_id") REFERENCES "card"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_card_id_school_id_municipality_id_fkey" FOREIGN KEY ("card_id", "school_id", "municipality_id") REFERENCES "card"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instrument_version" ADD CONSTRAINT "instrument_version_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "instrument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instrument_version" ADD CONSTRAINT "instrument_version_copied_from_id_fkey" FOREIGN KEY ("copied_from_id") REFERENCES "instrument_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instrument_table" ADD CONSTRAINT "instrument_table_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "instrument_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_group" ADD CONSTRAINT "criterion_group_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "instrument_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "criterion_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_sign" ADD CONSTRAINT "criterion_sign_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmed_list" ADD CONSTRAINT "confirmed_list_campaign_id_municipality_id_fkey" FOREIGN KEY ("campaign_id", "municipality_id") REFERENCES "campaign"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmed_list" ADD CONSTRAINT "confirmed_list_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmed_list" ADD CONSTRAINT "confirmed_list_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "confirmed_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmed_list_school" ADD CONSTRAINT "confirmed_list_school_list_id_municipality_id_fkey" FOREIGN KEY ("list_id", "municipality_id") REFERENCES "confirmed_list"("id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmed_list_school" ADD CONSTRAINT "confirmed_list_school_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_passport" ADD CONSTRAINT "school_passport_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_passport" ADD CONSTRAINT "school_passport_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_succession" ADD CONSTRAINT "school_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_succession" ADD CONSTRAINT "school_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- What the schema language cannot say: natural Russian order, states and ranges, immutability, the application role and
-- row-level security (docs/decisions/0003-two-barriers.md).
-- ---------------------------------------------------------------------------------------------------------------------

-- «Школа № 2» before «Школа № 10».
CREATE COLLATION "ru_natural" (provider = icu, locale = 'ru-RU-u-kn-true');

ALTER TABLE "region" ALTER COLUMN "name" TYPE TEXT COLLATE "ru_natural";
ALTER TABLE "municipality" ALTER COLUMN "name" TYPE TEXT COLLATE "ru_natural";
ALTER TABLE "school" ALTER COLUMN "name" TYPE TEXT COLLATE "ru_natural", ALTER COLUMN "short_name" TYPE TEXT COLLATE "ru_natural";
ALTER TABLE "account" ALTER COLUMN "name" TYPE TEXT COLLATE "ru_natural";

-- States and ranges.
CREATE FUNCTION "is_school_year"(value TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN value ~ '^\d{4}-\d{4}$' THEN right(value, 4)::int = left(value, 4)::int + 1 ELSE false END
$$;

ALTER TABLE "school"
  ADD CONSTRAINT "school_grades" CHECK ("grade_from" BETWEEN 1 AND 11 AND "grade_to" BETWEEN "grade_from" AND 11),
  ADD CONSTRAINT "school_pupils" CHECK ("pupils" >= 0);
ALTER TABLE "school_passport"
  ADD CONSTRAINT "passport_grades" CHECK ("grade_from" BETWEEN 1 AND 11 AND "grade_to" BETWEEN "grade_from" AND 11),
  ADD CONSTRAINT "passport_period" CHECK ("valid_to" IS NULL OR "valid_to" > "valid_from");
CREATE UNIQUE INDEX "passport_one_today" ON "school_passport" ("school_id") WHERE "valid_to" IS NULL;
ALTER TABLE "school_succession" ADD CONSTRAINT "succession_of_another" CHECK ("predecessor_id" <> "successor_id");

ALTER TABLE "account"
  ADD CONSTRAINT "account_email_lower" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "account_scope" CHECK (CASE "role"
    WHEN 'ADMIN' THEN "region_id" IS NULL AND "municipality_id" IS NULL AND "school_id" IS NULL
    WHEN 'REGION_COORDINATOR' THEN "region_id" IS NOT NULL AND "municipality_id" IS NULL AND "school_id" IS NULL
    WHEN 'PRINCIPAL' THEN "region_id" IS NOT NULL AND "municipality_id" IS NOT NULL AND "school_id" IS NOT NULL
    ELSE "region_id" IS NOT NULL AND "municipality_id" IS NOT NULL AND "school_id" IS NULL END);
ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_email_lower" CHECK ("email" = lower("email"));

ALTER TABLE "instrument_version"
  ADD CONSTRAINT "version_published" CHECK (("status" = 'PUBLISHED') = ("published_at" IS NOT NULL)),
  ADD CONSTRAINT "version_frozen_published" CHECK ("frozen_at" IS NULL OR "status" = 'PUBLISHED');

ALTER TABLE "campaign"
  ADD CONSTRAINT "campaign_school_year" CHECK ("is_school_year"("school_year") AND "is_school_year"("results_year")),
  ADD CONSTRAINT "campaign_results_before" CHECK (left("results_year", 4)::int < left("school_year", 4)::int),
  ADD CONSTRAINT "campaign_dates" CHECK ("due_at" > "opens_at"),
  ADD CONSTRAINT "campaign_closed" CHECK (("status" = 'CLOSED') = ("closed_at" IS NOT NULL));
ALTER TABLE "campaign_rule" ADD CONSTRAINT "rule_value" CHECK (CASE "kind"
    WHEN 'SHARE' THEN "value" > 0 AND "value" <= 1
    ELSE "value" >= 1 AND "value" = trunc("value") END);

ALTER TABLE "card"
  ADD CONSTRAINT "card_grades" CHECK ("grade_from" BETWEEN 1 AND 11 AND "grade_to" BETWEEN "grade_from" AND 11),
  ADD CONSTRAINT "card_sum" CHECK ("negative_sum" BETWEEN 0 AND "maximum"),
  ADD CONSTRAINT "card_answered" CHECK ("answered" BETWEEN 0 AND "applicable"),
  ADD CONSTRAINT "card_submitted" CHECK ("status" = 'DRAFT' OR "submitted_at" IS NOT NULL),
  ADD CONSTRAINT "card_returned_with_reason" CHECK ("status" <> 'RETURNED' OR length("return_comment") > 0);
ALTER TABLE "card_table_score" ADD CONSTRAINT "table_score_sum" CHECK ("negative_sum" BETWEEN 0 AND "maximum");

ALTER TABLE "answer"
  ADD CONSTRAINT "answer_declared" CHECK ("declared_value" IN ('yes', 'no', 'na')),
  ADD CONSTRAINT "answer_verified" CHECK ("verified_value" IN ('yes', 'no', 'na')),
  ADD CONSTRAINT "answer_declared_one_kind" CHECK (NOT ("declared_is_list" AND "declared_value" IS NOT NULL)),
  ADD CONSTRAINT "answer_verified_one_kind" CHECK (NOT ("verified_is_list" AND "verified_value" IS NOT NULL)),
  ADD CONSTRAINT "answer_declared_signs" CHECK ("declared_is_list" OR cardinality("declared_signs") = 0),
  ADD CONSTRAINT "answer_verified_signs" CHECK ("verified_is_list" OR cardinality("verified_signs") = 0),
  -- a verified point without a source, a reason and a person cannot be stored
  ADD CONSTRAINT "answer_verified_grounded" CHECK (
    ("verified_value" IS NULL AND NOT "verified_is_list")
    OR (length("verified_source") > 0 AND length("verified_reason") > 0 AND length("verified_by") > 0 AND "verified_at" IS NOT NULL));

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_size" CHECK ("size" BETWEEN 1 AND 20971520);
ALTER TABLE "dispute"
  ADD CONSTRAINT "dispute_reason" CHECK (length("reason") > 0),
  ADD CONSTRAINT "dispute_decided" CHECK ("status" = 'OPEN'
    OR (length("decision") > 0 AND length("decided_by") > 0 AND "decided_at" IS NOT NULL));
CREATE UNIQUE INDEX "dispute_one_open" ON "dispute" ("card_id", "criterion_id", coalesce("sign_code", '')) WHERE "status" = 'OPEN';

ALTER TABLE "confirmed_list" ADD CONSTRAINT "list_order" CHECK (length(trim("order_number")) > 0);
CREATE UNIQUE INDEX "list_one_in_force" ON "confirmed_list" ("campaign_id", "track") WHERE "superseded_at" IS NULL;
ALTER TABLE "confirmed_list_school" ADD CONSTRAINT "departure_has_reason" CHECK ("included" = "proposed" OR length(trim("reason")) > 0);

-- What was written stays: journal, revisions, confirmed lists, frozen versions.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "journal_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_is_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "card_revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "list_schools_are_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "confirmed_list_school" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A confirmed list may only be superseded, once.
CREATE FUNCTION "only_supersede"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."superseded_at" IS NOT NULL
     OR (to_jsonb(NEW) - 'superseded_at' - 'superseded_by_id') <> (to_jsonb(OLD) - 'superseded_at' - 'superseded_by_id') THEN
    RAISE EXCEPTION 'a confirmed list can only be superseded' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "list_is_immutable" BEFORE UPDATE OR DELETE ON "confirmed_list" FOR EACH ROW EXECUTE FUNCTION "only_supersede"();

-- The contents of a published version never change (a draft's may).
CREATE FUNCTION "refuse_published_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE published BOOLEAN;
BEGIN
  IF TG_TABLE_NAME = 'instrument_table' THEN
    SELECT v."status" = 'PUBLISHED' INTO published FROM "instrument_version" v
      WHERE v."id" = (CASE WHEN TG_OP = 'INSERT' THEN NEW."version_id" ELSE OLD."version_id" END);
  ELSIF TG_TABLE_NAME = 'criterion_group' THEN
    SELECT v."status" = 'PUBLISHED' INTO published FROM "instrument_version" v JOIN "instrument_table" t ON t."version_id" = v."id"
      WHERE t."id" = (CASE WHEN TG_OP = 'INSERT' THEN NEW."table_id" ELSE OLD."table_id" END);
  ELSIF TG_TABLE_NAME = 'criterion' THEN
    SELECT v."status" = 'PUBLISHED' INTO published FROM "instrument_version" v
      WHERE v."id" = (CASE WHEN TG_OP = 'INSERT' THEN NEW."version_id" ELSE OLD."version_id" END);
  ELSE
    SELECT v."status" = 'PUBLISHED' INTO published FROM "instrument_version" v JOIN "criterion" c ON c."version_id" = v."id"
      WHERE c."id" = (CASE WHEN TG_OP = 'INSERT' THEN NEW."criterion_id" ELSE OLD."criterion_id" END);
  END IF;
  IF published THEN
    RAISE EXCEPTION 'a published instrument version cannot be changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "published_table" BEFORE INSERT OR UPDATE OR DELETE ON "instrument_table" FOR EACH ROW EXECUTE FUNCTION "refuse_published_change"();
CREATE TRIGGER "published_group" BEFORE INSERT OR UPDATE OR DELETE ON "criterion_group" FOR EACH ROW EXECUTE FUNCTION "refuse_published_change"();
CREATE TRIGGER "published_criterion" BEFORE INSERT OR UPDATE OR DELETE ON "criterion" FOR EACH ROW EXECUTE FUNCTION "refuse_published_change"();
CREATE TRIGGER "published_sign" BEFORE INSERT OR UPDATE OR DELETE ON "criterion_sign" FOR EACH ROW EXECUTE FUNCTION "refuse_published_change"();

CREATE FUNCTION "keep_published"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'PUBLISHED' AND (TG_OP = 'DELETE' OR NEW."status" <> 'PUBLISHED' OR NEW."instrument_id" <> OLD."instrument_id"
     OR (OLD."frozen_at" IS NOT NULL AND NEW."frozen_at" IS DISTINCT FROM OLD."frozen_at")) THEN
    RAISE EXCEPTION 'a published instrument version cannot be taken back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "version_stays_published" BEFORE UPDATE OR DELETE ON "instrument_version" FOR EACH ROW EXECUTE FUNCTION "keep_published"();

-- The application role: may use the tables, owns nothing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moc_app') THEN
    CREATE ROLE "moc_app" NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT "moc_app" TO %I', current_user);
EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA "public" TO "moc_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "public" TO "moc_app";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "public" TO "moc_app";
REVOKE UPDATE, DELETE ON "journal_entry", "card_revision", "confirmed_list_school" FROM "moc_app";
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM "moc_app";
  END IF;
END $$;
REVOKE INSERT, UPDATE, DELETE ON "installation" FROM "moc_app";
REVOKE DELETE ON "confirmed_list", "card", "campaign", "school", "municipality", "region" FROM "moc_app";

-- Who asks: set by the one door (lib/access/door.ts) at the start of each transaction, empty otherwise.
CREATE FUNCTION "app_role"() RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(current_setting('app.role', true), '') $$;
CREATE FUNCTION "app_account"() RETURNS UUID LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;
CREATE FUNCTION "app_region"() RETURNS UUID LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.region', true), '')::uuid $$;
-- the municipality to which the viewer belongs (МОЦ and principals)
CREATE FUNCTION "app_municipality"() RETURNS UUID LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.municipality', true), '')::uuid $$;
-- the municipalities whose schools the viewer sees (МОЦ: one, СОИРО: those of the region, principals and ADMIN: none)
CREATE FUNCTION "app_municipalities"() RETURNS UUID[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(string_to_array(nullif(current_setting('app.municipalities', true), ''), ',')::uuid[], '{}') $$;
CREATE FUNCTION "app_school"() RETURNS UUID LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.school', true), '')::uuid $$;

-- Every table is closed until a policy opens it.
DO $$
DECLARE t TEXT;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- Tables with a school: the school itself and those who see its municipality.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['card', 'answer', 'card_table_score', 'card_revision', 'card_comment', 'attachment', 'dispute', 'confirmed_list_school'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
        OR "school_id" = (SELECT "app_school"()))
    $policy$, t);
  END LOOP;
END $$;

-- Tables of a municipality: those who see it and the principals who belong to it.
DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['campaign', 'campaign_rule', 'confirmed_list'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
        OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
        OR "municipality_id" = (SELECT "app_municipality"()))
    $policy$, t);
  END LOOP;
END $$;

CREATE POLICY "scope" ON "region" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN') OR "id" = (SELECT "app_region"()));
CREATE POLICY "scope" ON "municipality" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "id" = (SELECT "app_municipality"()));
CREATE POLICY "scope" ON "school" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "id" = (SELECT "app_school"()));
CREATE POLICY "scope" ON "school_passport" TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "school" s WHERE s."id" = "school_id"));
CREATE POLICY "scope" ON "school_succession" TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "school" s WHERE s."id" IN ("predecessor_id", "successor_id")));

CREATE POLICY "scope" ON "account" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "id" = (SELECT "app_account"())
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[]));
CREATE POLICY "scope" ON "invitation" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[]));
CREATE POLICY "scope" ON "personal_token" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR "account_id" = (SELECT "app_account"()));
CREATE POLICY "scope" ON "answered_call" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR "account_id" = (SELECT "app_account"()));
CREATE POLICY "scope" ON "notice" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR "account_id" = (SELECT "app_account"()));
-- Whom a principal may notify: the working accounts of the own municipality's centre, by id and nothing else.
CREATE FUNCTION "centre_accounts"() RETURNS SETOF UUID LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT "id" FROM "account" WHERE "municipality_id" = "app_municipality"() AND "role" IN ('MOC_HEAD', 'MOC_STAFF') AND "active"
$$;
REVOKE ALL ON FUNCTION "centre_accounts"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "centre_accounts"() TO "moc_app";
-- Notices are written to the accounts that one sees and to one's centre, and never read back.
CREATE POLICY "send" ON "notice" FOR INSERT TO "moc_app" WITH CHECK (
  EXISTS (SELECT 1 FROM "account" a WHERE a."id" = "account_id") OR "account_id" IN (SELECT "centre_accounts"()));
CREATE POLICY "scope" ON "letter" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "account_id" = (SELECT "app_account"()));

-- Instruments: the region's for everybody in it, a municipality's for those who belong to it or see it.
CREATE POLICY "scope" ON "instrument" TO "moc_app" USING (
  (SELECT "app_role"()) IN ('SYSTEM', 'ADMIN')
  OR ("municipality_id" IS NULL AND ("region_id" IS NULL OR "region_id" = (SELECT "app_region"())))
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "municipality_id" = (SELECT "app_municipality"()));
CREATE POLICY "scope" ON "instrument_version" TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "instrument" i WHERE i."id" = "instrument_id"));
CREATE POLICY "scope" ON "instrument_table" TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "instrument_version" v WHERE v."id" = "version_id"));
CREATE POLICY "scope" ON "criterion_group" TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "instrument_table" t WHERE t."id" = "table_id"));
CREATE POLICY "scope" ON "criterion" TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "instrument_version" v WHERE v."id" = "version_id"));
CREATE POLICY "scope" ON "criterion_sign" TO "moc_app" USING (
  EXISTS (SELECT 1 FROM "criterion" c WHERE c."id" = "criterion_id"));

-- The journal: of one's own school, of the municipalities that one sees, of the installation for ADMIN.
CREATE POLICY "read" ON "journal_entry" FOR SELECT TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR "municipality_id" = ANY ((SELECT "app_municipalities"())::uuid[])
  OR "school_id" = (SELECT "app_school"())
  OR ((SELECT "app_role"()) = 'ADMIN' AND "subject_type" IN ('account', 'invitation', 'school', 'municipality', 'region', 'token', 'installation')));
CREATE POLICY "append" ON "journal_entry" FOR INSERT TO "moc_app" WITH CHECK (
  (SELECT "app_role"()) = 'SYSTEM' OR "account_id" = (SELECT "app_account"()));

CREATE POLICY "read" ON "installation" FOR SELECT TO "moc_app" USING (true);

-- What a school may know of its city: aggregates over accepted cards, never a single school (at least 5 of them).
CREATE FUNCTION "city_sums"("asked_campaign" UUID)
  RETURNS TABLE ("kind" TEXT, "code" TEXT, "sums" INT[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  WITH "cards" AS (
    SELECT c."score" FROM "card" c JOIN "campaign" k ON k."id" = c."campaign_id"
    WHERE c."campaign_id" = "asked_campaign" AND c."status" = 'ACCEPTED'
      AND (k."municipality_id" = "app_municipality"() OR k."municipality_id" = ANY ("app_municipalities"()) OR "app_role"() = 'SYSTEM')
  ), "parts" AS (
    SELECT 'table' AS "kind", p->>'code' AS "code", (p->>'negativeSum')::int AS "sum"
      FROM "cards", jsonb_array_elements("score"->'tables') p
    UNION ALL
    SELECT 'group', p->>'code', (p->>'negativeSum')::int FROM "cards", jsonb_array_elements("score"->'groups') p
    UNION ALL
    SELECT 'all', '', ("score"->>'negativeSum')::int FROM "cards"
  )
  SELECT "kind", "code", array_agg("sum" ORDER BY "sum") FROM "parts" GROUP BY "kind", "code" HAVING count(*) >= 5
$$;
REVOKE ALL ON FUNCTION "city_sums"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "city_sums"(UUID) TO "moc_app";
