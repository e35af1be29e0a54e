-- pgtrigger: set a set (n, m) = (SELECT p.n FROM p WHERE p.id = NEW.id)
--=                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[assigned-columns] 42601: number of columns does not match number of values: 2, and 1
-- pgtrigger: set b set (n, m) = (SELECT p.n, p.m, 1 FROM p WHERE p.id = NEW.id), s = 'x'
--=                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[assigned-columns] 42601: number of columns does not match number of values: 2, and 3
-- pgtrigger: set c set n = (SELECT p.n, p.m FROM p)
--=                         ^^^^^^^^^^^^^^^^^^^^^^^^ error[assigned-columns] 42601: subquery must return only one column
-- pgtrigger: set d set (n, m) = (NEW.m, NEW.n)
--=                              ^^^^^^^^^^^^^^ error[assigned-columns] 42601: 2 columns at once take a subquery => write \(SELECT …\), or each column with its value
-- pgtrigger: set e set (n, m) = (SELECT * FROM p)
--=                              ^^^^^^^^^^^^^^^^^ error[assigned-columns]: it is not known how many columns \* is => list the columns
-- pgtrigger: set f set (n, m) = 1
--=                              ^ error[assigned-columns] 42601: 2 columns at once take a subquery
-- pgtrigger: softdelete g set (n, m) = (SELECT 1, 2)
--=                             ^ error[assigned-columns]: softdelete sets one column at a time => write each column with its value
-- pgtrigger: set ok set (n, m) = (SELECT p.n, p.m FROM p WHERE p.id = NEW.id), s = 'x'
--=               ^^ warning[same-column]: what this sets column "m" to before INSERT or UPDATE is lost: trigger "ok_values" fires after it and sets the column again => set the column in one of them
--=               ^^ warning[same-column]: what this sets column "s" to before INSERT or UPDATE is lost: trigger "ok_values" fires after it and sets the column again => set the column in one of them
-- pgtrigger: set ok_values set s = 'y', (n, m) = (VALUES (1, NEW.n)), (at) = now()
CREATE TABLE t (id int PRIMARY KEY, n int, m int, s text, at timestamptz);
CREATE TABLE p (id int PRIMARY KEY, n int, m int);
