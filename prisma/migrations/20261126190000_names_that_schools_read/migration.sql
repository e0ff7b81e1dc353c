-- A school reads who leads it, and not the accounts of the centre.
ALTER TABLE "curatorship" ADD COLUMN "account_name" TEXT;
UPDATE "curatorship" c SET "account_name" = a."name" FROM "account" a WHERE a."id" = c."account_id";
ALTER TABLE "curatorship" ALTER COLUMN "account_name" SET NOT NULL;

-- Names of the schools of the viewer's municipality, and nothing else of them: a school reads who its partners are.
CREATE FUNCTION "city_schools"() RETURNS TABLE ("id" UUID, "short_name" TEXT)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT s."id", s."short_name" FROM "school" s WHERE s."municipality_id" = "app_municipality"()
$$;
REVOKE ALL ON FUNCTION "city_schools"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "city_schools"() TO "moc_app";
