-- pgtrigger: searchvector a (v) from s, v
--=                                      ^ error[search-source]: column "v" would be made of itself
-- pgtrigger: searchvector b (v) from (NEW.v::text || NEW.s)
--=                                    ^^^^^ error[search-source]: column "v" would be made of itself
-- pgtrigger: searchvector c (v) from (NEW.v)
--=                                        ^ error[search-source]: column "v" would be made of itself
-- pgtrigger: searchvector d (w) from s using v
--=                                           ^ error[column-type] 42804: column "v" is of type tsvector, not regconfig
-- pgtrigger: searchvector ok (w) from v
CREATE TABLE t (id int PRIMARY KEY, s text, v tsvector, w tsvector);
