-- CreateEnum
CREATE TYPE "support_case_status" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "case_step_code" AS ENUM ('NOTIFIED', 'CURATOR', 'EXAMINED', 'PROGRAMME', 'PARTNER', 'REVIEWED', 'CLOSED');

-- CreateEnum
CREATE TYPE "case_step_state" AS ENUM ('TODO', 'DOING', 'DONE', 'NOT_NEEDED');

-- CreateEnum
CREATE TYPE "case_entry_kind" AS ENUM ('NOTE', 'REVIEW', 'CONCERN');

-- CreateEnum
CREATE TYPE "concern_state" AS ENUM ('RECORDED', 'ESCALATED', 'RESOLVED');

-- CreateEnum
CREATE TYPE "watch_level" AS ENUM ('CENTRE', 'REGION');

-- CreateEnum
CREATE TYPE "examination_status" AS ENUM ('PLANNED', 'RUNNING', 'FINISHED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "examination_part_kind" AS ENUM ('DOCUMENTS', 'INTERVIEW', 'WORKBOOK', 'VISIT', 'SURVEY');

-- CreateEnum
CREATE TYPE "examination_part_state" AS ENUM ('PLANNED', 'DOING', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "workbook_status" AS ENUM ('DRAFT', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "finding_theme" AS ENUM ('RESULTS', 'OBJECTIVITY', 'TEACHING', 'STAFF', 'MANAGEMENT', 'PUPILS', 'CONDITIONS');

-- CreateEnum
CREATE TYPE "partnership_status" AS ENUM ('PROPOSED', 'AGREED', 'RUNNING', 'FINISHED', 'DECLINED');

-- CreateEnum
CREATE TYPE "network_kind" AS ENUM ('LABORATORY', 'ASSOCIATION', 'COMMUNITY', 'TUTORS');

-- CreateEnum
CREATE TYPE "mentoring_kind" AS ENUM ('SCHOOL', 'HEAD', 'TEACHER');

-- CreateEnum
CREATE TYPE "mentoring_status" AS ENUM ('PLANNED', 'RUNNING', 'FINISHED', 'STOPPED');

-- CreateEnum
CREATE TYPE "psychology_kind" AS ENUM ('DIAGNOSTICS', 'PARENT_CONSULTATION', 'TEACHER_CONSULTATION', 'EDUCATION', 'TRAINING');

-- CreateEnum
CREATE TYPE "project_kind" AS ENUM ('PROJECT', 'PROGRAMME');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('PLANNED', 'RUNNING', 'FINISHED', 'STOPPED');

-- CreateEnum
CREATE TYPE "programme_status" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RUNNING', 'FINISHED');

-- CreateEnum
CREATE TYPE "stage_kind" AS ENUM ('DOCUMENTS', 'MEASURES', 'CHANGE');

-- CreateEnum
CREATE TYPE "stage_assessment" AS ENUM ('MET', 'PARTLY', 'NOT_MET');

-- CreateEnum
CREATE TYPE "risk_profile_status" AS ENUM ('DRAFT', 'WITH_SCHOOL', 'VERIFIED');

-- CreateEnum
CREATE TYPE "risk_significance" AS ENUM ('HIGH', 'MEDIUM', 'LOW', 'NONE');

-- CreateEnum
CREATE TYPE "school_opinion" AS ENUM ('AGREES', 'DISAGREES');

-- CreateEnum
CREATE TYPE "recommendation_addressee" AS ENUM ('SCHOOL', 'TEACHERS', 'CENTRE', 'DEPARTMENT');

-- CreateEnum
CREATE TYPE "recommendation_status" AS ENUM ('DRAFT', 'ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('ORDER', 'LETTER', 'AGENDA', 'PROTOCOL');

-- CreateEnum
CREATE TYPE "decision_state" AS ENUM ('OPEN', 'EXECUTED', 'NOT_EXECUTED');

-- CreateTable
CREATE TABLE "support_case" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "list_id" UUID,
    "status" "support_case_status" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "ground" TEXT NOT NULL DEFAULT '',
    "contacts" JSONB NOT NULL DEFAULT '[]',
    "next_review_on" DATE,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "close_ground" TEXT,

    CONSTRAINT "support_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_step" (
    "case_id" UUID NOT NULL,
    "code" "case_step_code" NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "state" "case_step_state" NOT NULL DEFAULT 'TODO',
    "owner_id" UUID,
    "owner_name" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_step_pkey" PRIMARY KEY ("case_id","code")
);

-- CreateTable
CREATE TABLE "case_entry" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "case_entry_kind" NOT NULL,
    "happened_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "next_on" DATE,
    "concern" "concern_state",
    "escalated_to" TEXT,
    "escalated_at" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "curatorship" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "reason" TEXT NOT NULL DEFAULT '',
    "assigned_by" TEXT NOT NULL,

    CONSTRAINT "curatorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_conflict" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "account_id" UUID,
    "host_school_id" UUID,
    "reason" TEXT NOT NULL,
    "declared_by" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interest_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch_entry" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "level" "watch_level" NOT NULL,
    "reason" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "watch_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_study" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "situation" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "criteria" TEXT[],
    "published" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "written_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_file" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "examination" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "status" "examination_status" NOT NULL DEFAULT 'PLANNED',
    "conclusion" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_by" TEXT,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "examination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "examination_part" (
    "id" UUID NOT NULL,
    "examination_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "examination_part_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "state" "examination_part_state" NOT NULL DEFAULT 'PLANNED',
    "owner_id" UUID,
    "owner_name" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "held_on" DATE,
    "content" JSONB NOT NULL DEFAULT '{}',
    "workbook_version_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "examination_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_group" (
    "part_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "class_name" TEXT NOT NULL,
    "pupils" INTEGER NOT NULL,
    "consents" INTEGER NOT NULL,
    "examined" INTEGER NOT NULL,
    "at_risk" INTEGER NOT NULL,

    CONSTRAINT "survey_group_pkey" PRIMARY KEY ("part_id","class_name")
);

-- CreateTable
CREATE TABLE "workbook_version" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" "workbook_status" NOT NULL DEFAULT 'DRAFT',
    "sections" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "workbook_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "examination_id" UUID NOT NULL,
    "part_id" UUID,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "theme" "finding_theme" NOT NULL,
    "text" TEXT NOT NULL,
    "criteria" TEXT[],
    "causes" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "host_school_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "partnership_status" NOT NULL DEFAULT 'PROPOSED',
    "reasons" TEXT[],
    "agreement_number" TEXT NOT NULL DEFAULT '',
    "agreed_on" DATE,
    "plan" JSONB NOT NULL DEFAULT '[]',
    "outcome" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_school" (
    "partnership_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,

    CONSTRAINT "partnership_school_pkey" PRIMARY KEY ("partnership_id","school_id")
);

-- CreateTable
CREATE TABLE "network" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "network_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',
    "leader" TEXT NOT NULL DEFAULT '',
    "plan" JSONB NOT NULL DEFAULT '[]',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_member" (
    "network_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "teachers" INTEGER NOT NULL,

    CONSTRAINT "network_member_pkey" PRIMARY KEY ("network_id","school_id")
);

-- CreateTable
CREATE TABLE "mentoring_pair" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "mentoring_kind" NOT NULL,
    "mentor_school_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "mentor_post" TEXT NOT NULL DEFAULT '',
    "mentee_post" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "goal" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "status" "mentoring_status" NOT NULL DEFAULT 'PLANNED',
    "outcome" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teacher_deficit" (
    "school_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "municipality_id" UUID NOT NULL,
    "teachers" INTEGER NOT NULL,
    "with_deficit" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "teacher_deficit_pkey" PRIMARY KEY ("school_id","school_year","subject","area")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "audience" TEXT NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_enrolment" (
    "course_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "enrolled" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "course_enrolment_pkey" PRIMARY KEY ("course_id","school_id")
);

-- CreateTable
CREATE TABLE "learning_routes" (
    "school_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "municipality_id" UUID NOT NULL,
    "routes" INTEGER NOT NULL,
    "progressing" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learning_routes_pkey" PRIMARY KEY ("school_id","school_year","grade","subject")
);

-- CreateTable
CREATE TABLE "psychology_work" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "psychology_kind" NOT NULL,
    "held_on" DATE NOT NULL,
    "theme" TEXT NOT NULL,
    "sessions" INTEGER NOT NULL,
    "participants" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "psychology_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "project_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "aims" TEXT NOT NULL,
    "status" "project_status" NOT NULL DEFAULT 'PLANNED',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "content" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_school" (
    "project_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,

    CONSTRAINT "project_school_pkey" PRIMARY KEY ("project_id","school_id")
);

-- CreateTable
CREATE TABLE "school_experience" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "written_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "school_experience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "programme_status" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "due_on" DATE,
    "return_comment" TEXT,
    "submitted_by" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "summary" TEXT NOT NULL DEFAULT '',
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_revision" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "programme_status" NOT NULL,
    "content" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_stage" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "stage_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "report" TEXT NOT NULL DEFAULT '',
    "reported_by" TEXT,
    "reported_at" TIMESTAMPTZ(3),
    "assessment" "stage_assessment",
    "assessment_text" TEXT NOT NULL DEFAULT '',
    "assessed_by" TEXT,
    "assessed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_template" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_dictionary" (
    "municipality_id" UUID NOT NULL,
    "factors" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "risk_dictionary_pkey" PRIMARY KEY ("municipality_id")
);

-- CreateTable
CREATE TABLE "risk_profile" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "status" "risk_profile_status" NOT NULL DEFAULT 'DRAFT',
    "factors" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_by" TEXT,
    "verified_at" TIMESTAMPTZ(3),

    CONSTRAINT "risk_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_item" (
    "profile_id" UUID NOT NULL,
    "factor" TEXT NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "significance" "risk_significance" NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "criteria" TEXT[],
    "finding_ids" UUID[],
    "chosen" BOOLEAN NOT NULL DEFAULT false,
    "opinion" "school_opinion",
    "opinion_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "risk_item_pkey" PRIMARY KEY ("profile_id","factor")
);

-- CreateTable
CREATE TABLE "recommendation_template" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "addressee" "recommendation_addressee" NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "criteria" TEXT[],
    "risks" TEXT[],
    "days" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recommendation_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "addressee" "recommendation_addressee" NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "finding_id" UUID,
    "criteria" TEXT[],
    "risks" TEXT[],
    "template_id" UUID,
    "status" "recommendation_status" NOT NULL DEFAULT 'DRAFT',
    "due_on" DATE NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',
    "checked_by" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "issued_by" TEXT,
    "issued_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "responsible" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "state" "decision_state" NOT NULL DEFAULT 'OPEN',
    "execution_note" TEXT NOT NULL DEFAULT '',
    "executed_on" DATE,
    "list_id" UUID,
    "recommendation_ids" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_school" (
    "decision_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,

    CONSTRAINT "decision_school_pkey" PRIMARY KEY ("decision_id","school_id")
);

-- CreateIndex
CREATE INDEX "support_case_municipality_id_status_idx" ON "support_case"("municipality_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_school_id_school_year_key" ON "support_case"("school_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_id_school_id_municipality_id_key" ON "support_case"("id", "school_id", "municipality_id");

-- CreateIndex
CREATE INDEX "case_step_school_id_idx" ON "case_step"("school_id");

-- CreateIndex
CREATE INDEX "case_entry_case_id_happened_on_idx" ON "case_entry"("case_id", "happened_on");

-- CreateIndex
CREATE INDEX "case_entry_school_id_idx" ON "case_entry"("school_id");

-- CreateIndex
CREATE INDEX "curatorship_school_id_idx" ON "curatorship"("school_id");

-- CreateIndex
CREATE INDEX "curatorship_account_id_idx" ON "curatorship"("account_id");

-- CreateIndex
CREATE INDEX "curatorship_municipality_id_idx" ON "curatorship"("municipality_id");

-- CreateIndex
CREATE INDEX "interest_conflict_municipality_id_idx" ON "interest_conflict"("municipality_id");

-- CreateIndex
CREATE INDEX "interest_conflict_school_id_idx" ON "interest_conflict"("school_id");

-- CreateIndex
CREATE INDEX "watch_entry_municipality_id_idx" ON "watch_entry"("municipality_id");

-- CreateIndex
CREATE INDEX "watch_entry_school_id_idx" ON "watch_entry"("school_id");

-- CreateIndex
CREATE INDEX "case_study_municipality_id_idx" ON "case_study"("municipality_id");

-- CreateIndex
CREATE INDEX "case_study_school_id_idx" ON "case_study"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_file_storage_key_key" ON "support_file"("storage_key");

-- CreateIndex
CREATE INDEX "support_file_subject_type_subject_id_idx" ON "support_file"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "support_file_school_id_idx" ON "support_file"("school_id");

-- CreateIndex
CREATE INDEX "support_file_municipality_id_idx" ON "support_file"("municipality_id");

-- CreateIndex
CREATE INDEX "examination_school_id_idx" ON "examination"("school_id");

-- CreateIndex
CREATE INDEX "examination_municipality_id_school_year_idx" ON "examination"("municipality_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "examination_id_school_id_municipality_id_key" ON "examination"("id", "school_id", "municipality_id");

-- CreateIndex
CREATE INDEX "examination_part_examination_id_idx" ON "examination_part"("examination_id");

-- CreateIndex
CREATE INDEX "examination_part_school_id_idx" ON "examination_part"("school_id");

-- CreateIndex
CREATE INDEX "examination_part_municipality_id_state_idx" ON "examination_part"("municipality_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "examination_part_id_school_id_key" ON "examination_part"("id", "school_id");

-- CreateIndex
CREATE UNIQUE INDEX "workbook_version_municipality_id_number_key" ON "workbook_version"("municipality_id", "number");

-- CreateIndex
CREATE INDEX "finding_examination_id_idx" ON "finding"("examination_id");

-- CreateIndex
CREATE INDEX "finding_school_id_idx" ON "finding"("school_id");

-- CreateIndex
CREATE INDEX "partnership_municipality_id_school_year_idx" ON "partnership"("municipality_id", "school_year");

-- CreateIndex
CREATE INDEX "partnership_host_school_id_idx" ON "partnership"("host_school_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_id_municipality_id_key" ON "partnership"("id", "municipality_id");

-- CreateIndex
CREATE INDEX "partnership_school_school_id_idx" ON "partnership_school"("school_id");

-- CreateIndex
CREATE INDEX "network_municipality_id_idx" ON "network"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_id_municipality_id_key" ON "network"("id", "municipality_id");

-- CreateIndex
CREATE INDEX "network_member_school_id_idx" ON "network_member"("school_id");

-- CreateIndex
CREATE INDEX "mentoring_pair_municipality_id_idx" ON "mentoring_pair"("municipality_id");

-- CreateIndex
CREATE INDEX "mentoring_pair_school_id_idx" ON "mentoring_pair"("school_id");

-- CreateIndex
CREATE INDEX "mentoring_pair_mentor_school_id_idx" ON "mentoring_pair"("mentor_school_id");

-- CreateIndex
CREATE INDEX "teacher_deficit_municipality_id_school_year_idx" ON "teacher_deficit"("municipality_id", "school_year");

-- CreateIndex
CREATE INDEX "course_region_id_idx" ON "course"("region_id");

-- CreateIndex
CREATE INDEX "course_enrolment_school_id_idx" ON "course_enrolment"("school_id");

-- CreateIndex
CREATE INDEX "course_enrolment_municipality_id_idx" ON "course_enrolment"("municipality_id");

-- CreateIndex
CREATE INDEX "psychology_work_school_id_held_on_idx" ON "psychology_work"("school_id", "held_on");

-- CreateIndex
CREATE INDEX "psychology_work_municipality_id_idx" ON "psychology_work"("municipality_id");

-- CreateIndex
CREATE INDEX "project_municipality_id_idx" ON "project"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_id_municipality_id_key" ON "project"("id", "municipality_id");

-- CreateIndex
CREATE INDEX "project_school_school_id_idx" ON "project_school"("school_id");

-- CreateIndex
CREATE INDEX "school_experience_municipality_id_idx" ON "school_experience"("municipality_id");

-- CreateIndex
CREATE INDEX "school_experience_school_id_idx" ON "school_experience"("school_id");

-- CreateIndex
CREATE INDEX "programme_municipality_id_status_idx" ON "programme"("municipality_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "programme_school_id_school_year_key" ON "programme"("school_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "programme_id_school_id_municipality_id_key" ON "programme"("id", "school_id", "municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_revision_programme_id_number_key" ON "programme_revision"("programme_id", "number");

-- CreateIndex
CREATE INDEX "programme_stage_programme_id_idx" ON "programme_stage"("programme_id");

-- CreateIndex
CREATE INDEX "programme_stage_school_id_idx" ON "programme_stage"("school_id");

-- CreateIndex
CREATE INDEX "programme_stage_municipality_id_due_on_idx" ON "programme_stage"("municipality_id", "due_on");

-- CreateIndex
CREATE INDEX "programme_template_municipality_id_idx" ON "programme_template"("municipality_id");

-- CreateIndex
CREATE INDEX "risk_profile_municipality_id_school_year_idx" ON "risk_profile"("municipality_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "risk_profile_school_id_school_year_key" ON "risk_profile"("school_id", "school_year");

-- CreateIndex
CREATE UNIQUE INDEX "risk_profile_id_school_id_municipality_id_key" ON "risk_profile"("id", "school_id", "municipality_id");

-- CreateIndex
CREATE INDEX "risk_item_school_id_idx" ON "risk_item"("school_id");

-- CreateIndex
CREATE INDEX "recommendation_template_municipality_id_idx" ON "recommendation_template"("municipality_id");

-- CreateIndex
CREATE INDEX "recommendation_school_id_school_year_idx" ON "recommendation"("school_id", "school_year");

-- CreateIndex
CREATE INDEX "recommendation_municipality_id_status_idx" ON "recommendation"("municipality_id", "status");

-- CreateIndex
CREATE INDEX "decision_municipality_id_decided_on_idx" ON "decision"("municipality_id", "decided_on");

-- CreateIndex
CREATE UNIQUE INDEX "decision_id_municipality_id_key" ON "decision"("id", "municipality_id");

-- CreateIndex
CREATE INDEX "decision_school_school_id_idx" ON "decision_school"("school_id");

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "confirmed_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_step" ADD CONSTRAINT "case_step_case_id_school_id_municipality_id_fkey" FOREIGN KEY ("case_id", "school_id", "municipality_id") REFERENCES "support_case"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_entry" ADD CONSTRAINT "case_entry_case_id_school_id_municipality_id_fkey" FOREIGN KEY ("case_id", "school_id", "municipality_id") REFERENCES "support_case"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curatorship" ADD CONSTRAINT "curatorship_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curatorship" ADD CONSTRAINT "curatorship_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_conflict" ADD CONSTRAINT "interest_conflict_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_conflict" ADD CONSTRAINT "interest_conflict_host_school_id_fkey" FOREIGN KEY ("host_school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_conflict" ADD CONSTRAINT "interest_conflict_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_entry" ADD CONSTRAINT "watch_entry_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_study" ADD CONSTRAINT "case_study_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_file" ADD CONSTRAINT "support_file_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "examination" ADD CONSTRAINT "examination_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "examination_part" ADD CONSTRAINT "examination_part_examination_id_school_id_municipality_id_fkey" FOREIGN KEY ("examination_id", "school_id", "municipality_id") REFERENCES "examination"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "examination_part" ADD CONSTRAINT "examination_part_workbook_version_id_fkey" FOREIGN KEY ("workbook_version_id") REFERENCES "workbook_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_group" ADD CONSTRAINT "survey_group_part_id_school_id_fkey" FOREIGN KEY ("part_id", "school_id") REFERENCES "examination_part"("id", "school_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workbook_version" ADD CONSTRAINT "workbook_version_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_examination_id_school_id_municipality_id_fkey" FOREIGN KEY ("examination_id", "school_id", "municipality_id") REFERENCES "examination"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_host_school_id_fkey" FOREIGN KEY ("host_school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_school" ADD CONSTRAINT "partnership_school_partnership_id_municipality_id_fkey" FOREIGN KEY ("partnership_id", "municipality_id") REFERENCES "partnership"("id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_school" ADD CONSTRAINT "partnership_school_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_network_id_municipality_id_fkey" FOREIGN KEY ("network_id", "municipality_id") REFERENCES "network"("id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_pair" ADD CONSTRAINT "mentoring_pair_mentor_school_id_fkey" FOREIGN KEY ("mentor_school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_pair" ADD CONSTRAINT "mentoring_pair_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teacher_deficit" ADD CONSTRAINT "teacher_deficit_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_enrolment" ADD CONSTRAINT "course_enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_enrolment" ADD CONSTRAINT "course_enrolment_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_routes" ADD CONSTRAINT "learning_routes_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "psychology_work" ADD CONSTRAINT "psychology_work_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_school" ADD CONSTRAINT "project_school_project_id_municipality_id_fkey" FOREIGN KEY ("project_id", "municipality_id") REFERENCES "project"("id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_school" ADD CONSTRAINT "project_school_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_experience" ADD CONSTRAINT "school_experience_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_revision" ADD CONSTRAINT "programme_revision_programme_id_school_id_municipality_id_fkey" FOREIGN KEY ("programme_id", "school_id", "municipality_id") REFERENCES "programme"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_stage" ADD CONSTRAINT "programme_stage_programme_id_school_id_municipality_id_fkey" FOREIGN KEY ("programme_id", "school_id", "municipality_id") REFERENCES "programme"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_template" ADD CONSTRAINT "programme_template_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_dictionary" ADD CONSTRAINT "risk_dictionary_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_profile" ADD CONSTRAINT "risk_profile_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_item" ADD CONSTRAINT "risk_item_profile_id_school_id_municipality_id_fkey" FOREIGN KEY ("profile_id", "school_id", "municipality_id") REFERENCES "risk_profile"("id", "school_id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_template" ADD CONSTRAINT "recommendation_template_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "confirmed_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_school" ADD CONSTRAINT "decision_school_decision_id_municipality_id_fkey" FOREIGN KEY ("decision_id", "municipality_id") REFERENCES "decision"("id", "municipality_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_school" ADD CONSTRAINT "decision_school_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- What the schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['support_case', 'examination', 'risk_profile', 'recommendation', 'programme', 'partnership', 'teacher_deficit', 'learning_routes'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ("is_school_year"("school_year"))', t, t || '_school_year');
  END LOOP;
END $$;
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_closed"
  CHECK (("status" = 'CLOSED') = ("closed_at" IS NOT NULL) AND ("status" = 'OPEN' OR "close_ground" IS NOT NULL));
ALTER TABLE "case_entry" ADD CONSTRAINT "case_entry_concern" CHECK (("kind" = 'CONCERN') = ("concern" IS NOT NULL));
ALTER TABLE "curatorship" ADD CONSTRAINT "curatorship_dates" CHECK ("ended_on" IS NULL OR "ended_on" >= "started_on");
CREATE UNIQUE INDEX "curatorship_one" ON "curatorship" ("school_id", "account_id") WHERE "ended_on" IS NULL;
CREATE UNIQUE INDEX "watch_entry_one" ON "watch_entry" ("school_id", "level") WHERE "ended_at" IS NULL;
ALTER TABLE "interest_conflict" ADD CONSTRAINT "interest_conflict_whose" CHECK (("account_id" IS NULL) <> ("host_school_id" IS NULL));
ALTER TABLE "examination" ADD CONSTRAINT "examination_dates" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "survey_group" ADD CONSTRAINT "survey_group_numbers"
  CHECK ("pupils" BETWEEN 1 AND 99 AND "consents" BETWEEN 0 AND "pupils" AND "examined" BETWEEN 0 AND "consents" AND "at_risk" BETWEEN 0 AND "examined");
ALTER TABLE "recommendation_template" ADD CONSTRAINT "recommendation_template_days" CHECK ("days" BETWEEN 1 AND 730);
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_issued" CHECK ("status" IN ('DRAFT', 'CANCELLED') OR "issued_at" IS NOT NULL);
ALTER TABLE "mentoring_pair" ADD CONSTRAINT "mentoring_pair_dates" CHECK ("ends_on" IS NULL OR "ends_on" >= "starts_on");
ALTER TABLE "teacher_deficit" ADD CONSTRAINT "teacher_deficit_numbers" CHECK ("teachers" BETWEEN 1 AND 999 AND "with_deficit" BETWEEN 0 AND "teachers");
ALTER TABLE "course" ADD CONSTRAINT "course_numbers" CHECK ("places" BETWEEN 1 AND 9999 AND "hours" BETWEEN 1 AND 999 AND "ends_on" >= "starts_on");
ALTER TABLE "course_enrolment" ADD CONSTRAINT "course_enrolment_numbers" CHECK ("enrolled" BETWEEN 0 AND 999 AND "completed" BETWEEN 0 AND "enrolled");
ALTER TABLE "learning_routes" ADD CONSTRAINT "learning_routes_numbers"
  CHECK ("grade" BETWEEN 1 AND 11 AND "routes" BETWEEN 1 AND 999 AND "progressing" BETWEEN 0 AND "routes" AND "completed" BETWEEN 0 AND "routes");
ALTER TABLE "psychology_work" ADD CONSTRAINT "psychology_work_numbers" CHECK ("sessions" BETWEEN 1 AND 999 AND "participants" BETWEEN 0 AND 9999);

CREATE TRIGGER "programme_revision_is_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "programme_revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Who works on a school's support: the school, the head of its centre, СОИРО, and of the staff those who lead it; a school
-- that nobody leads is open to all staff of its centre, so that nothing freezes when a curator goes.
CREATE FUNCTION "app_supports"("asked_school" UUID, "asked_municipality" UUID) RETURNS BOOLEAN
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT CASE "app_role"()
    WHEN 'SYSTEM' THEN true
    WHEN 'PRINCIPAL' THEN "asked_school" = "app_school"()
    WHEN 'MOC_STAFF' THEN "asked_municipality" = ANY ("app_municipalities"()) AND (
      EXISTS (SELECT FROM "curatorship" WHERE "school_id" = "asked_school" AND "ended_on" IS NULL AND "account_id" = "app_account"())
      OR NOT EXISTS (SELECT FROM "curatorship" WHERE "school_id" = "asked_school" AND "ended_on" IS NULL))
    ELSE "asked_municipality" = ANY ("app_municipalities"())
  END
$$;
REVOKE ALL ON FUNCTION "app_supports"(UUID, UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "app_supports"(UUID, UUID) TO "moc_app";

-- Whether the viewer's school is one of a partnership that was agreed; a proposal is МОЦ's own.
CREATE FUNCTION "app_in_partnership"("asked" UUID) RETURNS BOOLEAN
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT EXISTS (SELECT FROM "partnership" p WHERE p."id" = "asked" AND p."status" NOT IN ('PROPOSED', 'DECLINED') AND (
    p."host_school_id" = "app_school"()
    OR EXISTS (SELECT FROM "partnership_school" s WHERE s."partnership_id" = p."id" AND s."school_id" = "app_school"())))
$$;
REVOKE ALL ON FUNCTION "app_in_partnership"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "app_in_partnership"(UUID) TO "moc_app";

DO $$
DECLARE t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'support_case', 'case_step', 'case_entry', 'curatorship', 'interest_conflict', 'watch_entry', 'case_study', 'support_file',
    'examination', 'examination_part', 'survey_group', 'workbook_version', 'finding',
    'risk_dictionary', 'risk_profile', 'risk_item', 'recommendation_template', 'recommendation', 'decision', 'decision_school',
    'programme', 'programme_revision', 'programme_stage', 'programme_template',
    'partnership', 'partnership_school', 'network', 'network_member', 'mentoring_pair', 'teacher_deficit', 'course', 'course_enrolment',
    'learning_routes', 'psychology_work', 'project', 'project_school', 'school_experience'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO "moc_app"', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- lines of a whole that are set anew with it; drafts and what was counted by mistake may go, the journal keeps them
  FOREACH t IN ARRAY ARRAY['support_file', 'survey_group', 'finding', 'risk_item', 'decision_school', 'programme_stage', 'partnership_school',
    'network_member', 'teacher_deficit', 'course_enrolment', 'learning_routes', 'psychology_work', 'project_school', 'recommendation', 'interest_conflict'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO "moc_app"', t);
  END LOOP;
  REVOKE UPDATE ON "programme_revision" FROM "moc_app";

  -- the work on one school
  FOREACH t IN ARRAY ARRAY['examination', 'examination_part', 'finding', 'risk_profile', 'risk_item', 'programme', 'programme_revision', 'programme_stage', 'psychology_work'] LOOP
    EXECUTE format('CREATE POLICY "scope" ON %I TO "moc_app" USING ((SELECT "app_role"()) = ''SYSTEM'' OR "app_supports"("school_id", "municipality_id"))', t);
  END LOOP;
  -- what the whole centre and the school itself see
  FOREACH t IN ARRAY ARRAY['support_case', 'case_step', 'curatorship', 'teacher_deficit', 'course_enrolment', 'decision_school'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM'
        OR "municipality_id" IN (SELECT unnest("app_municipalities"()))
        OR "school_id" = (SELECT "app_school"()))
    $policy$, t);
  END LOOP;
  -- the centre's own
  FOREACH t IN ARRAY ARRAY['interest_conflict', 'case_study', 'workbook_version', 'risk_dictionary', 'recommendation_template', 'decision', 'programme_template',
    'partnership', 'partnership_school', 'network', 'network_member', 'mentoring_pair', 'project', 'project_school'] LOOP
    EXECUTE format($policy$
      CREATE POLICY "scope" ON %I TO "moc_app" USING (
        (SELECT "app_role"()) = 'SYSTEM' OR "municipality_id" IN (SELECT unnest("app_municipalities"())))
    $policy$, t);
  END LOOP;
  -- of it, what every school of the city may read
  FOREACH t IN ARRAY ARRAY['network', 'network_member', 'project', 'project_school'] LOOP
    EXECUTE format('CREATE POLICY "city" ON %I FOR SELECT TO "moc_app" USING ("municipality_id" = (SELECT "app_municipality"()))', t);
  END LOOP;
  -- numbers of pupils: the school alone
  FOREACH t IN ARRAY ARRAY['survey_group', 'learning_routes'] LOOP
    EXECUTE format('CREATE POLICY "scope" ON %I TO "moc_app" USING ((SELECT "app_role"()) = ''SYSTEM'' OR "school_id" = (SELECT "app_school"()))', t);
  END LOOP;
END $$;

CREATE POLICY "scope" ON "case_entry" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR ("app_supports"("school_id", "municipality_id") AND ((SELECT "app_role"()) <> 'PRINCIPAL' OR "shared")));
CREATE POLICY "scope" ON "recommendation" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR ("app_supports"("school_id", "municipality_id") AND ((SELECT "app_role"()) <> 'PRINCIPAL' OR "issued_at" IS NOT NULL)));
CREATE POLICY "scope" ON "watch_entry" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR ("municipality_id" IN (SELECT unnest("app_municipalities"()))
    AND ("level" = 'CENTRE' OR (SELECT "app_role"()) = 'REGION_COORDINATOR')));
CREATE POLICY "school" ON "decision" FOR SELECT TO "moc_app" USING (
  EXISTS (SELECT FROM "decision_school" d WHERE d."decision_id" = "decision"."id" AND d."school_id" = (SELECT "app_school"())));
CREATE POLICY "school" ON "partnership" FOR SELECT TO "moc_app" USING ((SELECT "app_school"()) IS NOT NULL AND "app_in_partnership"("id"));
CREATE POLICY "school" ON "partnership_school" FOR SELECT TO "moc_app" USING ((SELECT "app_school"()) IS NOT NULL AND "app_in_partnership"("partnership_id"));
CREATE POLICY "school" ON "mentoring_pair" FOR SELECT TO "moc_app" USING ((SELECT "app_school"()) IN ("school_id", "mentor_school_id"));
CREATE POLICY "city" ON "case_study" FOR SELECT TO "moc_app" USING ("published" AND "municipality_id" = (SELECT "app_municipality"()));
CREATE POLICY "city" ON "workbook_version" FOR SELECT TO "moc_app" USING ("status" = 'PUBLISHED' AND "municipality_id" = (SELECT "app_municipality"()));
CREATE POLICY "city" ON "programme_template" FOR SELECT TO "moc_app" USING ("active" AND "municipality_id" = (SELECT "app_municipality"()));
CREATE POLICY "scope" ON "school_experience" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR "municipality_id" IN (SELECT unnest("app_municipalities"())) OR "school_id" = (SELECT "app_school"()));
CREATE POLICY "city" ON "school_experience" FOR SELECT TO "moc_app" USING ("published_at" IS NOT NULL AND "municipality_id" = (SELECT "app_municipality"()));
CREATE POLICY "scope" ON "support_file" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM'
  OR ("school_id" IS NOT NULL AND "app_supports"("school_id", "municipality_id"))
  OR ("school_id" IS NULL AND "municipality_id" IN (SELECT unnest("app_municipalities"()))));
-- files of networks and projects are for every school of the city; those of a partnership for its schools
CREATE POLICY "city" ON "support_file" FOR SELECT TO "moc_app" USING (
  "school_id" IS NULL AND "municipality_id" = (SELECT "app_municipality"()) AND "subject_type" IN ('network', 'project'));
CREATE POLICY "partners" ON "support_file" FOR SELECT TO "moc_app" USING (
  "subject_type" = 'partnership' AND (SELECT "app_school"()) IS NOT NULL AND "app_in_partnership"("subject_id"));
CREATE POLICY "read" ON "course" FOR SELECT TO "moc_app" USING ((SELECT "app_role"()) = 'SYSTEM' OR "region_id" = (SELECT "app_region"()));
CREATE POLICY "region" ON "course" TO "moc_app" USING (
  (SELECT "app_role"()) = 'SYSTEM' OR ((SELECT "app_role"()) = 'REGION_COORDINATOR' AND "region_id" = (SELECT "app_region"())));

-- Numbers of a survey for those outside the school: a group of 1 to 4 pupils is hidden. The sum is over what is shown.
CREATE FUNCTION "survey_groups"("asked_part" UUID)
  RETURNS TABLE ("class_name" TEXT, "pupils" INT, "consents" INT, "examined" INT, "at_risk" INT, "hidden" BOOLEAN)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT g."class_name", CASE WHEN g."pupils" >= 5 THEN g."pupils" END,
    CASE WHEN g."pupils" >= 5 AND (g."consents" = 0 OR g."consents" >= 5) AND (g."pupils" - g."consents" = 0 OR g."pupils" - g."consents" >= 5) THEN g."consents" END,
    CASE WHEN g."examined" >= 5 THEN g."examined" END,
    CASE WHEN g."examined" >= 5 AND g."at_risk" >= 5 AND (g."examined" - g."at_risk" = 0 OR g."examined" - g."at_risk" >= 5) THEN g."at_risk" END,
    g."pupils" < 5 OR g."examined" BETWEEN 1 AND 4 OR g."at_risk" BETWEEN 1 AND 4 OR g."examined" - g."at_risk" BETWEEN 1 AND 4 OR g."pupils" - g."consents" BETWEEN 1 AND 4
  FROM "survey_group" g JOIN "examination_part" p ON p."id" = g."part_id"
  WHERE g."part_id" = "asked_part" AND "app_supports"(p."school_id", p."municipality_id")
$$;
REVOKE ALL ON FUNCTION "survey_groups"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "survey_groups"(UUID) TO "moc_app";

-- Learning routes for those outside the school: groups of 5 pupils and more.
CREATE FUNCTION "learning_route_groups"("asked_year" TEXT)
  RETURNS TABLE ("school_id" UUID, "municipality_id" UUID, "grade" INT, "subject" TEXT, "routes" INT, "progressing" INT, "completed" INT, "hidden" BOOLEAN)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT r."school_id", r."municipality_id", r."grade", r."subject",
    CASE WHEN r."routes" >= 5 THEN r."routes" END,
    CASE WHEN r."progressing" >= 5 AND (r."routes" - r."progressing" = 0 OR r."routes" - r."progressing" >= 5) THEN r."progressing" END,
    CASE WHEN r."completed" >= 5 AND (r."routes" - r."completed" = 0 OR r."routes" - r."completed" >= 5) THEN r."completed" END,
    r."routes" < 5
  FROM "learning_routes" r
  WHERE r."school_year" = "asked_year" AND "app_supports"(r."school_id", r."municipality_id")
$$;
REVOKE ALL ON FUNCTION "learning_route_groups"(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "learning_route_groups"(TEXT) TO "moc_app";

-- How many places of a course are taken, by all cities together.
CREATE FUNCTION "course_places_taken"("asked" UUID[]) RETURNS TABLE ("course_id" UUID, "enrolled" INT, "completed" INT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT e."course_id", sum(e."enrolled")::int, sum(e."completed")::int FROM "course_enrolment" e JOIN "course" c ON c."id" = e."course_id"
  WHERE e."course_id" = ANY ("asked") AND ("app_role"() = 'SYSTEM' OR c."region_id" = "app_region"()) GROUP BY e."course_id"
$$;
REVOKE ALL ON FUNCTION "course_places_taken"(UUID[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "course_places_taken"(UUID[]) TO "moc_app";
