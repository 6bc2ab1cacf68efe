-- The page that shows a dashboard code hears of what becomes of it, as of everything that is a person's.

CREATE FUNCTION tell_of_dashboard_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('alprina', 'person:' || OLD.user_id);
  RETURN NULL;
END $$;

CREATE TRIGGER dashboard_code_changed AFTER UPDATE OF status ON dashboard_code
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION tell_of_dashboard_code();
