-- CreateIndex
CREATE INDEX "activity_ip_address_id_idx" ON "activity"("ip_address", "id");

-- CreateIndex
CREATE INDEX "activity_start_of_grant" ON "activity"("grant_id") WHERE (kind = 'login-started'::text);

-- A browser may call itself anything, at any length: what is kept of it is what other events keep.
CREATE OR REPLACE FUNCTION note_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO activity (at, kind, user_id, ip_address, user_agent)
  VALUES (NEW.created_at, 'signed-in', NEW.user_id, NULLIF(NEW.ip_address, ''), NULLIF(left(NEW.user_agent, 300), ''));
  RETURN NULL;
END $$;

-- Whoever deletes their account leaves that things happened, and nothing that says to whom, with what and where.
CREATE FUNCTION make_activity_anonymous() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE activity
     SET user_id = NULL, device_name = NULL, grant_id = NULL, ip_address = NULL, place = NULL, network = NULL,
         user_agent = NULL, detail = NULL
   WHERE user_id = OLD.id;
  RETURN OLD;
END $$;

CREATE TRIGGER user_leaves_no_activity BEFORE DELETE ON "user" FOR EACH ROW EXECUTE FUNCTION make_activity_anonymous();
