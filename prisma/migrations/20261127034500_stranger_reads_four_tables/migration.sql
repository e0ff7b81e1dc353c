-- What hangs on an event or a document is not for strangers, though they see the event and the document.
CREATE POLICY "no strangers" ON "event_material" AS RESTRICTIVE TO "moc_app" USING ((SELECT "app_role"()) <> 'PUBLIC');
CREATE POLICY "no strangers" ON "document_link" AS RESTRICTIVE TO "moc_app" USING ((SELECT "app_role"()) <> 'PUBLIC');
