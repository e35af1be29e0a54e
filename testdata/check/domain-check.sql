CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE DOMAIN small AS posint CONSTRAINT upto CHECK (VALUE < 10 AND VALUE <> 5);
CREATE DOMAIN either AS numeric CHECK (VALUE < 1 OR 10 <= VALUE);
CREATE DOMAIN word AS text CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, a int, s text);
-- pgtrigger: protect kept on t update when (NEW.s = 'é' and (-1)::posint <> NEW.a)
--=                                                           ^^^^^^^^^^^^ warning[domain-check]: a CHECK of domain "posint" does not allow -1
-- pgtrigger: protect cast_so on t update when (CAST(2 - 2 AS posint) <> NEW.a)
--=                                             ^^^^^^^^^^^^^^^^^^^^^ error[domain-check] 23514: a CHECK of domain "posint" does not allow 2 - 2
-- pgtrigger: protect of_base on t update when ((-1)::small <> NEW.a or 5::small = NEW.a)
--=                                             ^^^^^^^^^^^ error[domain-check] 23514: a CHECK of domain "posint" does not allow -1
--=                                                                     ^^^^^^^^ warning[domain-check]: a CHECK of domain "small" does not allow 5
-- pgtrigger: protect between_them on t update when (2.5::either <> NEW.a)
--=                                                  ^^^^^^^^^^^ error[domain-check] 23514: a CHECK of domain "either" does not allow 2\.5
-- pgtrigger: protect ok on t update when (1::posint <> NEW.a or 4::small = NEW.a)
-- pgtrigger: protect ok_either on t update when (0.5::either <> NEW.a or 10::either <> NEW.a or 'x'::word = NEW.s or NULL::posint = NEW.a or NEW.a::posint = 1)
-- pgtrigger: protect ok_not_reached on t update when (true or (-1)::posint <> NEW.a)
