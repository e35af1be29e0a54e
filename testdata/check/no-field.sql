CREATE TYPE address AS (street text, zip int);
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- pgtrigger: protect a update when ((OLD.n).x = 1)
--=                                          ^ error[no-field] 42809: column notation \.x applied to type integer, which is not a composite type
-- pgtrigger: protect b update when ((OLD.ad).zap = 1)
--=                                           ^^^ error[unknown-column] 42703: type "address" has no field "zap" => did you mean "zip"\?
-- pgtrigger: protect ok update when ((OLD.ad).zip = 1)
CREATE TABLE t (id int PRIMARY KEY, n int, s text, d date, b boolean, ia int[], ad address, j jsonb, m mood);
