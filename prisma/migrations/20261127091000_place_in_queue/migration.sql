-- A school that waits is told its place in the list, and nothing of the others (lib/domain/event-participation/queue.ts).
CREATE FUNCTION "event_place_in_queue"("asked" UUID) RETURNS INT
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "public", pg_temp AS $$
  SELECT count(*)::int FROM "event_sign_up" own JOIN "event_sign_up" s ON s."event_id" = own."event_id"
  WHERE own."event_id" = "asked" AND own."school_id" = "app_school"() AND own."state" = 'WAITING' AND s."state" = 'WAITING'
    AND (s."queued_at", s."school_id"::text) <= (own."queued_at", own."school_id"::text)
$$;
REVOKE ALL ON FUNCTION "event_place_in_queue"(UUID) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "event_place_in_queue"(UUID) TO "moc_app";
