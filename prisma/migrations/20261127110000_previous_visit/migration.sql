-- The overview tells what has changed since the visit before: its moment is kept where a new sign-in overwrites the last.
ALTER TABLE "account" ADD COLUMN "previous_visit_at" TIMESTAMPTZ(3);
