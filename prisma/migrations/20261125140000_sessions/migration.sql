-- Session tokens are kept as SHA-256 from here on. Who is signed in stays so.
UPDATE "session" SET "token" = encode(sha256(convert_to("token", 'UTF8')), 'hex');

-- Nobody who is locked gets a session, whoever writes it and however close the lock is: locking changes the row of
-- the person, so it waits for a session that is being made, and the session for it.
CREATE FUNCTION refuse_locked_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  locked TIMESTAMPTZ;
BEGIN
  SELECT locked_at INTO locked FROM "user" WHERE id = NEW.user_id FOR SHARE;
  IF locked IS NOT NULL THEN
    RAISE EXCEPTION 'account locked' USING ERRCODE = 'AL001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER session_of_open_person BEFORE INSERT ON "session"
  FOR EACH ROW EXECUTE FUNCTION refuse_locked_person();
