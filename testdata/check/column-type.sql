-- pgtrigger: touch a (s)
--=                    ^ error[column-type] 42804: column "s" is of type text, which now\(\) does not fit => write = and the value
-- pgtrigger: touch b ("Größe") before insert
--=                    ^^^^^^^^^ error[column-type] 42804: column "Größe" is of type integer, which now\(\) does not fit => write = and the value
-- pgtrigger: version c (s)
--=                      ^ error[column-type]: column "s" is of type text, which cannot be counted up => version needs an integer
-- pgtrigger: version d (at)
--=                      ^^ error[column-type]: column "at" is of type timestamp with time zone, which cannot be counted up => version needs an integer
-- pgtrigger: touch ok (s) = 'é'
-- pgtrigger: touch ok_b (day)
-- pgtrigger: touch ok_c (at)
-- pgtrigger: version ok_d (n)
-- pgtrigger: version ok_e (big)
-- pgtrigger: version ok_f (num)
CREATE TABLE t (
  id int PRIMARY KEY,
  s  text, -- pgtrigger: touch at_column
--=                            ^^^^^^^^^ error[column-type] 42804: column "s" is of type text, which now\(\) does not fit => write = and the value
  n  int NOT NULL DEFAULT 0,
  big bigint,
  num numeric(10),
  "Größe" int,
  day date,
  at timestamptz -- pgtrigger: version at_column_too
--=                                    ^^^^^^^^^^^^^ error[column-type]: column "at" is of type timestamp with time zone, which cannot be counted up => version needs an integer
);

-- pgtrigger: searchvector a (s) from name
--=                           ^ error[column-type] 42804: column "s" is of type text, not tsvector => declare it as tsvector
-- pgtrigger: searchvector b (v) from n, at, nums, name
--=                                   ^ error[column-type] 42804: column "n" is of type integer, which has no words => if it should be searched, write \(NEW\.n::text\)
--=                                      ^^ error[column-type] 42804: column "at" is of type timestamp with time zone, which has no words => if it should be searched, write \(NEW\.at::text\)
--=                                          ^^^^ error[column-type]: column "nums" is of type integer\[\], which has no words => write an expression in parentheses that makes text of it
-- pgtrigger: searchvector c (v) from s using name
--=                                           ^^^^ error[column-type] 42804: column "name" is of type character varying\(9\), not regconfig => declare it as regconfig, or write USING \(NEW\.name::regconfig\)
-- pgtrigger: searchvector d (v) from s using n
--=                                           ^ error[column-type] 42804: column "n" is of type integer, not regconfig => write the name of a configuration in single quotes, or an expression in parentheses
-- pgtrigger: searchvector e (v) from (NEW.n + 1), (NEW.s::date), (ARRAY['a']), (NEW.n), (NEW.s || 'x')
--=                                    ^^^^^^^^^ error[column-type] 42883: the expression is of type integer, which has no words => make text of it
--=                                                 ^^^^^^^^^^^ error[column-type] 42883: the expression is of type date, which has no words => make text of it
--=                                                                ^^^^^^^^^^ error[column-type] 42883: the expression is of type text\[\], which has no words => make text of it
--=                                                                                  ^ error[column-type] 42804: column "n" is of type integer, which has no words => if it should be searched, write \(NEW\.n::text\)
-- pgtrigger: searchvector ok_g (v) from s, name, tags, doc, docb, n2, w, (NEW.n::text), (NEW.s::varchar(3)), (NEW.d) using lang
CREATE TABLE searched (
  id int PRIMARY KEY, s text, name varchar(9), n int, at timestamptz, nums int[], tags varchar(5)[], doc json, docb jsonb, n2 name,
  v tsvector, w tsvector, lang regconfig, d char(3)
);
