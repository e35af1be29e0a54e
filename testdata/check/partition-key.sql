-- The partition of a new row is chosen before triggers fire.
-- pgtrigger: set year before insert or update set year = extract(year FROM NEW.at)
--=                                                ^^^^ warning[partition-key]: column "year" decides the partition of a row: an INSERT is refused \(0A000\) if the trigger gives it a value of another partition => let the INSERT give it, or write BEFORE UPDATE
-- pgtrigger: touch stamp (at) insert or update
-- pgtrigger: set later update of at set year = extract(year FROM NEW.at)
--=               ^^^^^ warning[firing-order]: trigger "stamp" fires after this one and sets column "at", which this one reads => triggers fire in the order of their names: rename this one, to "z_later" for example
--=               ^^^^^ warning[same-column]: what this sets column "year" to before UPDATE is lost: trigger "year" fires after it and sets the column again => set the column in one of them
-- pgtrigger: run number before insert do (UPDATE counters SET n = n + 1 RETURNING n AS part)
--=                                                                                ^ warning[partition-key]: column "part" decides the partition of a row: an INSERT is refused \(0A000\) if the trigger gives it a value of another partition => let the INSERT give it, or write BEFORE UPDATE
CREATE TABLE mails (id int, at timestamptz, year int, part int) PARTITION BY LIST (year);
CREATE TABLE mails_2025 PARTITION OF mails FOR VALUES IN (2025) PARTITION BY LIST (part);
-- pgtrigger: touch first (year) = 2025 insert
--=                        ^^^^ warning[partition-key]: column "year" decides the partition of a row: an INSERT is refused \(0A000\) if the trigger gives it a value of another partition => let the INSERT give it, or write BEFORE UPDATE
CREATE TABLE mails_2025_1 PARTITION OF mails_2025 FOR VALUES IN (1);
CREATE TABLE counters (n int);
-- By hand.
CREATE FUNCTION by_hand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.year := extract(year FROM NEW.at); NEW.id := 1; RETURN NEW; END $$;
CREATE TRIGGER by_hand BEFORE INSERT ON mails_2025 FOR EACH ROW EXECUTE FUNCTION by_hand();
--=            ^^^^^^^ warning[partition-key]: column "year" decides the partition of a row: an INSERT is refused \(0A000\) if this gives it a value of another partition => let the INSERT give it, or write BEFORE UPDATE
CREATE TRIGGER ok_hand BEFORE UPDATE ON mails_2025 FOR EACH ROW EXECUTE FUNCTION by_hand();
