-- pgtrigger: protect a delete when (OLD.s = 'ÿ')
--=                                           ^ error[invalid-utf8] 22021: invalid byte sequence for encoding "UTF8": 0xff, and 1 more => if it is a Latin-1 'Ã¿', convert the file to UTF-8
CREATE TABLE t (id int PRIMARY KEY, s text); -- café
-- pgtrigger: protect b delete on t
