CREATE DOMAIN posint AS int CHECK (VALUE > 0);
-- pgtrigger: protect a update when (OLD.n = 'abc')
--=                                          ^^^^^ error[bad-literal] 22P02: text "abc" is not of type integer
-- pgtrigger: protect b update when ('é' = '' OR OLD.at < '2021-02-29')
--=                                                        ^^^^^^^^^^^^ error[bad-literal] 22008: date/time field value out of range: "2021-02-29"
-- pgtrigger: protect c update when (OLD.at IN ('2021-01-01', 'yesterday!'))
-- pgtrigger: protect d update when (OLD.j @> '{a: 1}')
--=                                           ^^^^^^^^ error[bad-literal] 22P02: text "\{a: 1\}" is not of type json
-- pgtrigger: protect e update when (OLD.u = 'no-uuid')
--=                                          ^^^^^^^^^ error[bad-literal] 22P02: text "no-uuid" is not of type uuid
-- pgtrigger: protect f update when (OLD.ia = '{1,x}')
--=                                           ^^^^^^^ error[bad-literal] 22P02: text "\{1,x\}" is not of type integer
-- pgtrigger: protect g update when (OLD.n = ANY ('1,2'))
--=                                               ^^^^^ error[bad-literal] 22P02: malformed array literal: "1,2"
-- pgtrigger: protect h update when (OLD.p = 'x' OR 'x'::posint = OLD.p)
--=                                          ^^^ error[bad-literal] 22P02: text "x" is not of type integer
--=                                                 ^^^ error[bad-literal] 22P02: text "x" is not of type integer
-- pgtrigger: protect i update when (OLD.r @> 99999999999 OR OLD.r = '[5,1)')
--=                                                                  ^^^^^^^ error[bad-literal] 22000: range lower bound must be less than or equal to range upper bound
-- pgtrigger: protect j update when (OLD.n + '1.5' > 2)
--=                                          ^^^^^ error[bad-literal] 22P02: text "1\.5" is not of type integer
-- pgtrigger: run k after insert do (UPDATE t SET at = 'soon', n = '12' WHERE n = 1)
--=                                                    ^^^^^^ error[bad-literal] 22007: text "soon" is not of type date
-- pgtrigger: protect ok update when (OLD.n = ' 12 ' AND OLD.at = 'Jan 8, 1999' AND OLD.j = '{"a": 1}' AND OLD.ia = '{1,NULL}' AND OLD.r = 'empty' AND OLD.p = '-1')
CREATE TABLE t (id int PRIMARY KEY, n int, at date, j jsonb, u uuid, ia int[], p posint, r int8range);
CREATE TABLE united (id int PRIMARY KEY, d date);
CREATE FUNCTION united() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 UNION SELECT 'a';
--=                      ^^^ error[bad-literal] 22P02: text "a" is not of type integer
  PERFORM 'b' EXCEPT SELECT 1;
--=       ^^^ error[bad-literal] 22P02: text "b" is not of type integer
  PERFORM 1 UNION ALL SELECT 2 UNION ALL SELECT 'c';
--=                                             ^^^ error[bad-literal] 22P02: text "c" is not of type integer
  PERFORM d FROM united UNION SELECT 'someday';
--=                                  ^^^^^^^^^ error[bad-literal] 22007: text "someday" is not of type date
  PERFORM 1 UNION SELECT '2' UNION SELECT NULL;
  PERFORM 'a' UNION SELECT 'b';
  PERFORM d FROM united UNION SELECT 'today';
--=                                  ^^^^^^^ warning[frozen-time]: 'today' is read when a session first runs it, and means that time as long as its plan is kept => write current_date
  RETURN NEW;
END $$;
CREATE TRIGGER a BEFORE INSERT ON united FOR EACH ROW EXECUTE FUNCTION united();
