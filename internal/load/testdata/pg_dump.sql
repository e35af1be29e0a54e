--
-- PostgreSQL database dump
--

\restrict trigc

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: app; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA app;


--
-- Name: mood; Type: TYPE; Schema: app; Owner: -
--

CREATE TYPE app.mood AS ENUM (
    'sad',
    'it''s ok'
);


--
-- Name: atomic(integer); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.atomic(a integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT (a + 1);
 SELECT a AS a;
END;


--
-- Name: touch(); Type: FUNCTION; Schema: app; Owner: -
--

CREATE FUNCTION app.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- \restrict :not_a_var {{ nor this }}
  new.tags := new.tags[1:2];
  return new;
end $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: posts; Type: TABLE; Schema: app; Owner: -
--

CREATE TABLE app.posts (
    id bigint NOT NULL,
    body text DEFAULT 'a\b
'::text NOT NULL,
    tags text[] DEFAULT '{a,"b c"}'::text[],
    status app.mood,
    "Weird ""Col" integer
);


--
-- Name: TABLE posts; Type: COMMENT; Schema: app; Owner: -
--

COMMENT ON TABLE app.posts IS 'a; comment -- with \ $$ and ''quotes''';


--
-- Name: posts_id_seq; Type: SEQUENCE; Schema: app; Owner: -
--

ALTER TABLE app.posts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME app.posts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: v; Type: VIEW; Schema: app; Owner: -
--

CREATE VIEW app.v AS
 SELECT posts.tags[1:2] AS t,
    (posts.body)::character varying(10) AS b
   FROM app.posts;


--
-- Data for Name: posts; Type: TABLE DATA; Schema: app; Owner: -
--

COPY app.posts (id, body, tags, status, "Weird ""Col") FROM stdin;
1	tab\there\nnew line\\.	{x;y}	sad	\N
2	\\.	\N	\N	\N
3	it's $$ {{x}} :y	{}	it's ok	\N
\.


--
-- Name: posts_id_seq; Type: SEQUENCE SET; Schema: app; Owner: -
--

SELECT pg_catalog.setval('app.posts_id_seq', 3, true);


--
-- Name: posts posts_pkey; Type: CONSTRAINT; Schema: app; Owner: -
--

ALTER TABLE ONLY app.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (id);


--
-- Name: posts touch; Type: TRIGGER; Schema: app; Owner: -
--

CREATE TRIGGER touch BEFORE UPDATE ON app.posts FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION app.touch();


--
-- PostgreSQL database dump complete
--

\unrestrict trigc

