-- pgtrigger: searchvector a (v) from s weight 'E', d weight ''
--=                                            ^^^ error[search-weight]: "E" is no weight => a weight is 'A', 'B', 'C' or 'D'
--=                                                          ^^ error[search-weight]: "" is no weight
-- pgtrigger: searchvector b (v) from s weight 'AB'
--=                                            ^^^^ error[search-weight]: "AB" is no weight
-- pgtrigger: searchvector ok (v) from s weight 'a', d weight 'D'
CREATE TABLE t (id int PRIMARY KEY, s text, d text, v tsvector);
