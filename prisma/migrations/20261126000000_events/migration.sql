-- Tells every instance of what it may have in memory. A trigger, so that nobody who changes a row can forget it, and
-- NOTIFY, so that it is told when the change is committed and never of one that is not. Equal words of one
-- transaction are told once.

CREATE FUNCTION tell_of_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('alprina', 'grant:' || encode(OLD.device_code_hash, 'base64'));
  RETURN NULL;
END $$;

CREATE FUNCTION tell_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('alprina', 'person:' || OLD.user_id);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('alprina', 'person:' || OLD.id);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_of_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('alprina', 'client:' || OLD.id);
  RETURN NULL;
END $$;

-- A grant that was redeemed was decided before, and that was told. Its end is moved by nobody but an operator at the
-- database, who should be heard too.
CREATE TRIGGER grant_decided AFTER UPDATE OF status, expires_at ON device_grant
  FOR EACH ROW WHEN (
    (OLD.status = 'pending' AND NEW.status <> 'pending') OR OLD.expires_at <> NEW.expires_at
  ) EXECUTE FUNCTION tell_of_grant();
-- What has expired, everybody knows by themselves: the clean-up is quiet.
CREATE TRIGGER grant_removed AFTER DELETE ON device_grant
  FOR EACH ROW WHEN (OLD.status = 'pending' AND OLD.expires_at > CURRENT_TIMESTAMP) EXECUTE FUNCTION tell_of_grant();

-- All but `last_used_at`, which changes all the time and opens nothing.
CREATE TRIGGER key_changed AFTER UPDATE OF key_hash, status, name, scope, expires_at, revoked_at, user_id, client_id,
    renewable_until, previous_key_hash, previous_expires_at ON api_key
  FOR EACH ROW EXECUTE FUNCTION tell_of_key();
CREATE TRIGGER key_removed AFTER DELETE ON api_key
  FOR EACH ROW WHEN (
    OLD.status = 'active' AND (OLD.expires_at > CURRENT_TIMESTAMP OR OLD.renewable_until > CURRENT_TIMESTAMP)
  ) EXECUTE FUNCTION tell_of_key();

CREATE TRIGGER person_changed AFTER UPDATE OF locked_at, signed_out_at, email, email_verified, full_name, tier ON "user"
  FOR EACH ROW WHEN (
    (OLD.locked_at, OLD.signed_out_at, OLD.email, OLD.email_verified, OLD.full_name, OLD.tier) IS DISTINCT FROM
    (NEW.locked_at, NEW.signed_out_at, NEW.email, NEW.email_verified, NEW.full_name, NEW.tier)
  ) EXECUTE FUNCTION tell_of_person();
CREATE TRIGGER person_removed AFTER DELETE ON "user" FOR EACH ROW EXECUTE FUNCTION tell_of_person();

CREATE TRIGGER client_changed AFTER UPDATE OR DELETE ON client FOR EACH ROW EXECUTE FUNCTION tell_of_client();
