CREATE TABLE authors (id bigint PRIMARY KEY, n int, m int, l int, k int, j int);
-- pgtrigger: count a authors.n via author_id when (NEW.status = 'published')
--=                                                 ^^^ error[row-condition]: this condition is about a row as it is, which has no NEW => leave it out: status
-- pgtrigger: count b authors.m via author_id when ("é" AND OLD."Größe" > 1)
--=                                                          ^^^ error[row-condition]: which has no OLD => leave it out: "Größe"
-- pgtrigger: count c authors.l via author_id when (changed(status))
--=                                                 ^^^^^^^^^^^^^^^ error[row-condition]: changed\(\) compares rows, and this condition is about one => write what a row must be like
-- pgtrigger: count d authors.k via author_id when (NEW IS NOT NULL)
--=                                                 ^^^ error[row-condition]: this condition is about a row as it is, which has no NEW => write what a row must be like
-- pgtrigger: count ok authors.j via author_id when (posts.status = 'published' AND NOT "é" AND "Größe" > 1 AND public.posts.status <> 'NEW.status')
CREATE TABLE posts (author_id bigint REFERENCES authors, status text, "é" boolean, "Größe" int);
