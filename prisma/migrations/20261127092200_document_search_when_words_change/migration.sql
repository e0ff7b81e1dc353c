-- The state of a link, a version or who changed it is no reason to read a long text anew.
DROP TRIGGER "document_search" ON "document";
CREATE TRIGGER "document_search" BEFORE INSERT OR UPDATE OF
  "title", "type", "number", "issuer", "subject", "about", "audience", "municipality_id", "region_id"
  ON "document" FOR EACH ROW EXECUTE FUNCTION "document_search"();
-- whose turn it is to be looked at
CREATE INDEX "document_link_checked_at_idx" ON "document"("link_checked_at");
