CREATE TABLE authors (id bigint PRIMARY KEY, n int, m int, l int, k int, j int);
-- pgtrigger: count a authors.n via author_id when (at < now())
--=                                                      ^^^^^ error[inconstant-condition]: now\(\) can differ between the time a row is counted and the time it no longer is => use only the row's columns
-- pgtrigger: count b authors.m via author_id when ('é' = '' OR at::date = current_date)
--=                                                                         ^^^^^^^^^^^^ error[inconstant-condition]: current_date can differ => use only the row's columns
-- pgtrigger: count c authors.l via author_id when (n > random() AND current_setting('app.x', true) = 'y')
--=                                                     ^^^^^^^^ error[inconstant-condition]: random\(\) can differ
--=                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[inconstant-condition]: current_setting\(\) can differ
-- pgtrigger: count ok authors.k via author_id when (at < '2030-01-01' AND abs(n) > 1)
CREATE TABLE posts (author_id bigint REFERENCES authors, at timestamptz, n int);
