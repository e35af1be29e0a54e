CREATE TABLE users (id bigint PRIMARY KEY, name text UNIQUE, nick text);
CREATE UNIQUE INDEX ON users (nick) WHERE name IS NULL;
CREATE TABLE places (land text, town text, late int UNIQUE DEFERRABLE, PRIMARY KEY (land, town));
CREATE TABLE heirs (id int PRIMARY KEY);
CREATE TABLE heir () INHERITS (heirs);
CREATE VIEW seen AS SELECT * FROM users;
-- pgtrigger: assert "Wer?" check (EXISTS (SELECT 1 FROM users AS u WHERE u.id = NEW.user_id))
--=                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[assert-reference]: this is a foreign key, which also sees changes of table "users", and those of concurrent transactions => write ALTER TABLE public\.t ADD CONSTRAINT "Wer\?" FOREIGN KEY \(user_id\) REFERENCES public\.users \(id\)
-- pgtrigger: assert b deferrable initially deferred check (NEW.name IS NULL OR EXISTS (SELECT FROM users WHERE NEW.name = name))
--=                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[assert-reference]: this is a foreign key, which also sees changes of table "users", and those of concurrent transactions => write ALTER TABLE public\.t ADD CONSTRAINT b FOREIGN KEY \(name\) REFERENCES public\.users \(name\) DEFERRABLE INITIALLY DEFERRED
-- pgtrigger: assert c insert or update of land, town check (EXISTS (SELECT * FROM places p WHERE p.town = NEW.town AND p.land = NEW.land)) message 'é'
-- pgtrigger: assert d insert or update of land, town check (EXISTS (SELECT * FROM places p WHERE p.town = NEW.town AND p.land = NEW.land))
--=                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[assert-reference]: this is a foreign key, which also sees changes of table "places", and those of concurrent transactions => write ALTER TABLE public\.t ADD CONSTRAINT d FOREIGN KEY \(town, land\) REFERENCES public\.places \(town, land\)
-- pgtrigger: assert e deferrable check (EXISTS (SELECT FROM ONLY heirs AS h WHERE h.id = NEW.user_id))
--=                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[assert-reference]: this is a foreign key, which also sees changes of table "heirs", and those of concurrent transactions => write ALTER TABLE public\.t ADD CONSTRAINT e FOREIGN KEY \(user_id\) REFERENCES public\.heirs \(id\) DEFERRABLE
-- pgtrigger: assert ok_a insert check (EXISTS (SELECT FROM users AS u WHERE u.id = NEW.user_id))
-- pgtrigger: assert ok_b check (EXISTS (SELECT FROM users AS u WHERE u.id = NEW.user_id AND u.name <> ''))
-- pgtrigger: assert ok_c check (EXISTS (SELECT FROM users AS u WHERE u.name = NEW.name))
-- pgtrigger: assert ok_d check (EXISTS (SELECT FROM users AS u WHERE u.nick = NEW.nick))
-- pgtrigger: assert ok_e check (EXISTS (SELECT FROM places AS p WHERE p.land = NEW.land))
-- pgtrigger: assert ok_f check (EXISTS (SELECT FROM users AS u WHERE u.id = NEW.user_id LIMIT 0))
-- pgtrigger: assert ok_g check (EXISTS (SELECT FROM users AS u, places AS p WHERE u.id = NEW.user_id))
-- pgtrigger: assert ok_h check (EXISTS (SELECT FROM seen AS u WHERE u.id = NEW.user_id))
-- pgtrigger: assert ok_i check (EXISTS (SELECT FROM heirs AS h WHERE h.id = NEW.user_id))
-- pgtrigger: assert ok_j check (NOT EXISTS (SELECT FROM users AS u WHERE u.id = NEW.user_id))
-- pgtrigger: assert ok_k check (EXISTS (SELECT count(*) FROM users AS u WHERE u.id = NEW.user_id))
-- pgtrigger: assert ok_l check (EXISTS (SELECT FROM places AS p WHERE p.late = NEW.user_id))
-- pgtrigger: assert ok_m check (EXISTS (SELECT FROM users AS u WHERE u.name = NEW.user_id::text))
-- pgtrigger: assert ok_n check (NEW.name IS NULL OR EXISTS (SELECT FROM users AS u WHERE u.id = NEW.user_id))
-- pgtrigger: assert ok_o check (EXISTS (SELECT FROM users AS u WHERE u.id = NEW.user_id)) when (NEW.user_id > 0)
-- pgtrigger: assert ok_p insert or update of land check (EXISTS (SELECT * FROM places p WHERE p.town = NEW.town AND p.land = NEW.land))
CREATE TABLE t (user_id int NOT NULL, name text, nick text NOT NULL, land text NOT NULL, town text NOT NULL);
