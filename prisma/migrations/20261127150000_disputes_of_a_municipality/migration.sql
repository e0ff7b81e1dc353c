-- The overview asks for a municipality's disputes: by index, not among those of the whole country.
CREATE INDEX "dispute_municipality_id_raised_at_idx" ON "dispute" ("municipality_id", "raised_at");
