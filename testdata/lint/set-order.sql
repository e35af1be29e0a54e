-- A value sees what those before it have set.
-- pgtrigger: set swap update when (NEW.a > NEW.b) set a = NEW.b, b = NEW.a
--=                                                                   ^^^^^ warning[set-order]: column "a" has been set before this, so it is not what it was => set all columns at once: \(a, b\) = \(SELECT NEW.b, NEW.a\)
CREATE TABLE pairs (id int PRIMARY KEY, a int, b int);
-- pgtrigger: set turn set a = NEW.b + 1, b = NEW.c, c = coalesce(NEW.a, 0)
--=                                                               ^^^^^ warning[set-order]: column "a" has been set before this
CREATE TABLE three (id int PRIMARY KEY, a int, b int, c int);
-- What is made of a column that was just made is meant to be.
-- pgtrigger: set ok set a = NEW.a + 1, b = NEW.a * 2, c = NEW.b
-- pgtrigger: set ok_b update when (NEW.id > 1) set (d, e) = (SELECT NEW.e, NEW.d)
-- pgtrigger: set ok_c update when (NEW.id <= 1) set d = OLD.e, e = OLD.d
CREATE TABLE fine (id int PRIMARY KEY, a int, b int, c int, d int, e int);
