-- What django-pgtrigger leaves in a database that has three of its triggers on
-- posts, told in our words: a function that all of them ask whether they are
-- ignored, for each a function that asks it before all else, a trigger of the
-- same name, and a comment with a hash. A trigger that is dropped leaves its
-- function.

CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  ignored text := nullif(current_setting('pgtrigger.ignore', true), '');
BEGIN
  RETURN coalesce(trigger_name = ANY (ignored::name[]), false);
END;
$$;

CREATE FUNCTION pgtrigger_no_delete_3f2a1() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF public._pgtrigger_should_ignore(TG_NAME) THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'pgtrigger: no delete of rows in %', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER pgtrigger_no_delete_3f2a1 BEFORE DELETE ON posts
  FOR EACH ROW WHEN (OLD.status = 'published')
  EXECUTE FUNCTION pgtrigger_no_delete_3f2a1();
COMMENT ON TRIGGER pgtrigger_no_delete_3f2a1 ON posts IS '5d41402abc4b2a76b9719d911017c592aaf1d3e0';

CREATE FUNCTION pgtrigger_version_fixed_90bc4() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF public._pgtrigger_should_ignore(TG_NAME) THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'pgtrigger: no update of rows in %', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER pgtrigger_version_fixed_90bc4 BEFORE UPDATE ON posts
  FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version)
  EXECUTE FUNCTION pgtrigger_version_fixed_90bc4();
COMMENT ON TRIGGER pgtrigger_version_fixed_90bc4 ON posts IS '7d793037a0760186574b0282f2f435e7c2b0fb21';

CREATE FUNCTION pgtrigger_versioning_d77e0() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF public._pgtrigger_should_ignore(TG_NAME) THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;
  END IF;
  NEW.version := NEW.version + 1;
  RETURN NEW;
END;
$$;
CREATE TRIGGER pgtrigger_versioning_d77e0 BEFORE UPDATE ON posts
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
  EXECUTE FUNCTION pgtrigger_versioning_d77e0();
COMMENT ON TRIGGER pgtrigger_versioning_d77e0 ON posts IS '9b74c9897bac770ffc029102a200c5de01c3fa84';

CREATE FUNCTION pgtrigger_old_rule_1c9e2() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF public._pgtrigger_should_ignore(TG_NAME) THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;
  END IF;
  RETURN NEW;
END;
$$;
