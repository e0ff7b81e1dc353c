-- What a notice is about; for those written before, by the page that it opens (lib/domain/notices/kind.ts).
ALTER TABLE "notice" ADD COLUMN "kind" "notice_kind" NOT NULL DEFAULT 'CARD';
UPDATE "notice" SET "kind" = CASE
  WHEN "href" LIKE '/calendar%' THEN 'EVENT'
  WHEN "href" LIKE '/library%' THEN 'LIBRARY'
  WHEN "href" LIKE '/support/programmes%' THEN 'PROGRAMME'
  WHEN "href" LIKE '/support/recommendations%' THEN 'RECOMMENDATION'
  WHEN "href" LIKE '/support%' OR "href" LIKE '/schools%' THEN 'SUPPORT'
  ELSE 'CARD' END::"notice_kind";
ALTER TABLE "notice" ALTER COLUMN "kind" DROP DEFAULT;

-- How each of these people wants to hear of it; only of those to whom the asking side may send a notice.
CREATE FUNCTION "notice_ways"("told" UUID[], "about" "notice_kind")
  RETURNS TABLE ("account_id" UUID, "role" "role", "chosen" "notice_channel", "email" TEXT, "municipality_id" UUID)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT a."id", a."role", s."channel", a."email"::text, a."municipality_id"
  FROM "account" a LEFT JOIN "notice_setting" s ON s."account_id" = a."id" AND s."kind" = "about"
  WHERE a."id" = ANY ("told") AND a."active" AND (
    "app_role"() IN ('SYSTEM', 'ADMIN') OR a."id" = "app_account"()
    OR a."municipality_id" IN (SELECT unnest("app_municipalities"()))
    OR a."id" IN (SELECT "centre_accounts"()))
$$;
REVOKE ALL ON FUNCTION "notice_ways"(UUID[], "notice_kind") FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "notice_ways"(UUID[], "notice_kind") TO "moc_app";

-- A letter is written to whom a notice may be written, and never read back.
CREATE POLICY "send" ON "letter" FOR INSERT TO "moc_app" WITH CHECK (
  EXISTS (SELECT 1 FROM "account" a WHERE a."id" = "account_id") OR "account_id" IN (SELECT "centre_accounts"()));

CREATE INDEX "digest_line_created_at_idx" ON "digest_line"("created_at");
CREATE INDEX "notice_unread_idx" ON "notice"("account_id") WHERE "read_at" IS NULL;
