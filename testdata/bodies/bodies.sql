-- Bodies of trigger functions: valid ones and broken ones, each form of each statement. What the server says of each
-- decides (TestBodies in internal/e2e).

-- @assign_equals
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x = 1;
  RETURN NEW;
END

-- @assign_query
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := count(*) FROM t WHERE id = NEW.id;
  RETURN NEW;
END

-- @assign_order_limit
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := id FROM t ORDER BY id LIMIT 1;
  RETURN NEW;
END

-- @assign_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NEW.a := 1;
  RETURN NEW;
END

-- @assign_nested_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  t1.a.b := 1;
  RETURN NEW;
END

-- @assign_element
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a[1] := 2;
  RETURN NEW;
END

-- @assign_slice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a[1:2] := ARRAY[1,2];
  RETURN NEW;
END

-- @assign_open_slice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a[:2] := ARRAY[1,2];
  RETURN NEW;
END

-- @assign_field_element
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NEW.arr[x + 1] := 2;
  RETURN NEW;
END

-- @assign_element_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a[1].f := 2;
  RETURN NEW;
END

-- @assign_star
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  r.* := NEW;
  RETURN NEW;
END

-- @assign_case
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := CASE WHEN b THEN 1 ELSE 2 END;
  RETURN NEW;
END

-- @assign_subquery
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := (SELECT 1 UNION SELECT 2 LIMIT 1);
  RETURN NEW;
END

-- @assign_union
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1 UNION SELECT 2;
  RETURN NEW;
END

-- @assign_two
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1, 2;
  RETURN NEW;
END

-- @assign_alias
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1 AS one;
  RETURN NEW;
END

-- @assign_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1 INTO y;
  RETURN NEW;
END

-- @assign_select
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := SELECT 1;
  RETURN NEW;
END

-- @assign_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := ;
  RETURN NEW;
END

-- @assign_distinct
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := DISTINCT 1;
  RETURN NEW;
END

-- @assign_paren
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := (1;
  RETURN NEW;
END

-- @assign_paren_close
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1);
  RETURN NEW;
END

-- @assign_bracket
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a[1 := 2;
  RETURN NEW;
END

-- @assign_bracket_empty
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a[] := 2;
  RETURN NEW;
END

-- @assign_two_colons
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a[1:2:3] := 2;
  RETURN NEW;
END

-- @assign_double
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := y := 1;
  RETURN NEW;
END

-- @assign_plus
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x += 1;
  RETURN NEW;
END

-- @assign_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  zz := 1;
  RETURN NEW;
END

-- @assign_unknown_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  zz.a := 1;
  RETURN NEW;
END

-- @assign_scalar_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x.a := 1;
  RETURN NEW;
END

-- @assign_three
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NEW.a.b := 1;
  RETURN NEW;
END

-- @assign_four
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NEW.a.b.c := 1;
  RETURN NEW;
END

-- @assign_found
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  found := true;
  RETURN NEW;
END

-- @assign_tg_op
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  tg_op := 'x';
  RETURN NEW;
END

-- @assign_tg_argv
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  tg_argv[0] := 'x';
  RETURN NEW;
END

-- @assign_new
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NEW := OLD;
  RETURN NEW;
END

-- @assign_new_null
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NEW := NULL;
  RETURN NEW;
END

-- @assign_constant
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  cc := 2;
  RETURN NEW;
END

-- @assign_comment
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := /* c */ 1 -- d
  + 2;
  RETURN NEW;
END

-- @assign_end_comment
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1 -- d
  ;
  RETURN NEW;
END

-- @assign_semicolon_in_string
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := 'a;b';
  RETURN NEW;
END

-- @assign_dollar_string
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := $q$a;b$q$;
  RETURN NEW;
END

-- @assign_quoted
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  "x" := 1;
  RETURN NEW;
END

-- @assign_quoted_upper
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  "X" := 1;
  RETURN NEW;
END

-- @assign_param
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  $1 := 1;
  RETURN NEW;
END

-- @if_plain
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; END IF;
  RETURN NEW;
END

-- @if_elseif
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; ELSEIF x = 1 THEN NULL; ELSIF x = 2 THEN NULL; ELSE NULL; END IF;
  RETURN NEW;
END

-- @if_empty
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN ELSE END IF;
  RETURN NEW;
END

-- @if_query
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF x = 1 FROM t THEN NULL; END IF;
  RETURN NEW;
END

-- @if_exists
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF EXISTS (SELECT 1 FROM t WHERE id = x) THEN NULL; END IF;
  RETURN NEW;
END

-- @if_case
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF CASE WHEN b THEN true END THEN NULL; END IF;
  RETURN NEW;
END

-- @if_case_paren
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF (CASE WHEN b THEN true END) THEN NULL; END IF;
  RETURN NEW;
END

-- @if_else_if
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; ELSE IF x = 1 THEN NULL; END IF;
  RETURN NEW;
END

-- @if_no_then
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b NULL; END IF;
  RETURN NEW;
END

-- @if_no_condition
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF THEN NULL; END IF;
  RETURN NEW;
END

-- @if_endif
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; ENDIF;
  RETURN NEW;
END

-- @if_end
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; END;
  RETURN NEW;
END

-- @if_end_semicolon
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; END IF
  RETURN NEW;
END

-- @if_else_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; ELSE NULL; ELSE NULL; END IF;
  RETURN NEW;
END

-- @if_elsif_after_else
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF b THEN NULL; ELSE NULL; ELSIF b THEN NULL; END IF;
  RETURN NEW;
END

-- @case_searched
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CASE WHEN b THEN NULL; WHEN x = 1 THEN x := 2; END CASE;
  RETURN NEW;
END

-- @case_simple
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CASE x WHEN 1, 2 THEN NULL; ELSE END CASE;
  RETURN NEW;
END

-- @case_nested
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CASE CASE WHEN b THEN 1 END WHEN 1 THEN NULL; END CASE;
  RETURN NEW;
END

-- @case_no_when
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CASE x ELSE NULL; END CASE;
  RETURN NEW;
END

-- @case_end
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CASE x WHEN 1 THEN NULL; END;
  RETURN NEW;
END

-- @case_no_then
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CASE x WHEN 1 NULL; END CASE;
  RETURN NEW;
END

-- @loop_plain
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP EXIT; END LOOP;
  RETURN NEW;
END

-- @loop_label
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<l>> LOOP EXIT l WHEN b; CONTINUE l; END LOOP l;
  RETURN NEW;
END

-- @loop_wrong_label
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<l>> LOOP EXIT; END LOOP m;
  RETURN NEW;
END

-- @loop_unlabeled
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP EXIT; END LOOP m;
  RETURN NEW;
END

-- @loop_outer_label
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<l>> LOOP LOOP EXIT l; END LOOP; END LOOP;
  RETURN NEW;
END

-- @loop_while
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  WHILE x < 3 LOOP x := x + 1; END LOOP;
  RETURN NEW;
END

-- @loop_while_do
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  WHILE x < 3 DO x := x + 1; END LOOP;
  RETURN NEW;
END

-- @loop_while_empty
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  WHILE LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @loop_end
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP EXIT; END;
  RETURN NEW;
END

-- @exit_outside
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXIT;
  RETURN NEW;
END

-- @continue_outside
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CONTINUE;
  RETURN NEW;
END

-- @exit_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP EXIT nope; END LOOP;
  RETURN NEW;
END

-- @exit_block
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<bl>> BEGIN EXIT bl; END;
  RETURN NEW;
END

-- @exit_block_unlabeled
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN EXIT; END;
  RETURN NEW;
END

-- @continue_block
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<bl>> BEGIN LOOP CONTINUE bl; END LOOP; END;
  RETURN NEW;
END

-- @exit_when
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP EXIT WHEN; END LOOP;
  RETURN NEW;
END

-- @exit_when_paren
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP EXIT WHEN (b; END LOOP;
  RETURN NEW;
END

-- @exit_two
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP EXIT a b; END LOOP;
  RETURN NEW;
END

-- @exit_in_handler
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOOP BEGIN NULL; EXCEPTION WHEN OTHERS THEN EXIT; END; END LOOP;
  RETURN NEW;
END

-- @for_int
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN 1..10 LOOP x := i; END LOOP;
  RETURN NEW;
END

-- @for_int_spaces
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN x .. x + 3 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_reverse
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN REVERSE 10..1 BY 2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_scalar
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR x IN 1..2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN 1..2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_list
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR x, y IN 1..2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_expr
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN (SELECT 1)..(SELECT 2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_by_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN 1..2 BY LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN 1.. LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_assign_constant
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR cc IN 1..2 LOOP cc := 1; END LOOP;
  RETURN NEW;
END

-- @for_int_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR NEW.a IN 1..2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_dots
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN 1...2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_float
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN 1.5..2.5 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_int_by_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR i IN 1..2 BY 1 BY 2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN SELECT * FROM t LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_scalars
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR x, y IN SELECT 1, 'a' LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_scalar
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR x IN SELECT 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_rowtype
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR t1 IN SELECT * FROM t LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_paren
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN (SELECT * FROM t) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_with
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN WITH w AS (SELECT 1) SELECT * FROM w LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_values
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN VALUES (1), (2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_update
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN UPDATE t SET a = 1 RETURNING * LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_new
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR NEW IN SELECT * FROM t LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN SELECT 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_unknown_list
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z, x IN SELECT 1, 2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_unknown_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z.a IN SELECT 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_record_list
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r, x IN SELECT 1, 2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_list_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR x, r IN SELECT 1, 2 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_constant
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR cc IN SELECT 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_reverse
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN REVERSE SELECT 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_expr
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN x + 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_function
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN f(x) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN SELECT 1 INTO x LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_syntax
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN SELECT FROM WHERE LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_query_no_loop
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN SELECT 1; NULL; END LOOP;
  RETURN NEW;
END

-- @for_execute
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN EXECUTE 'select 1' LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_execute_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN EXECUTE 'select $1' USING x, y LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_execute_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN EXECUTE 'select 1' LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_execute_scalar
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR x IN EXECUTE 'select 1' LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_execute_constant
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR cc IN EXECUTE 'select 1' LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_execute_using_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN EXECUTE 'select 1' USING LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN bc LOOP x := z.a; END LOOP;
  RETURN NEW;
END

-- @for_cursor_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN bc LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_args
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(1, 2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_named
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(j := 1, k := 2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_mixed
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(1, j := 2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_few
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(1) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_many
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(1, 2, 3) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_none
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_not
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN bc(1) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(k := 1, k := 2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_unknown_arg
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(q := 1, k := 2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_arrow
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN ba(k => 1, j => 2) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_unbound
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN c LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_list
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR x, y IN bc LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_cursor_more
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR z IN bc + 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_keyword
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR IN SELECT 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @for_no_in
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r SELECT 1 LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH x IN ARRAY a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach_slice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH a SLICE 1 IN ARRAY a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach_list
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH x, y IN ARRAY a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH z IN ARRAY a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH r IN ARRAY a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach_constant
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH cc IN ARRAY a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach_no_array
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH x IN a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @foreach_slice_expr
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOREACH x SLICE y IN ARRAY a LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @return_old
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN OLD;
  RETURN NEW;
END

-- @return_null
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN NULL;
  RETURN NEW;
END

-- @return_expr
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN (NEW).*;
  RETURN NEW;
END

-- @return_row
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN ROW(1, 2);
  RETURN NEW;
END

-- @return_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN;
  RETURN NEW;
END

-- @return_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN NEW.a;
  RETURN NEW;
END

-- @return_query_expr
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN t FROM t LIMIT 1;
  RETURN NEW;
END

-- @return_next
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN NEXT NEW;
  RETURN NEW;
END

-- @return_query
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN QUERY SELECT 1;
  RETURN NEW;
END

-- @return_next_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN NEXT;
  RETURN NEW;
END

-- @return_two
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN NEW OLD;
  RETURN NEW;
END

-- @return_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN nope;
  RETURN NEW;
END

-- @return_select
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN SELECT 1;
  RETURN NEW;
END

-- @return_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RETURN 1 INTO x;
  RETURN NEW;
END

-- @raise_plain
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE NOTICE 'a';
  RETURN NEW;
END

-- @raise_params
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE NOTICE 'a % %', x, y;
  RETURN NEW;
END

-- @raise_percent
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE NOTICE 'a %% %', x;
  RETURN NEW;
END

-- @raise_percents
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE NOTICE '%%% %', x, y;
  RETURN NEW;
END

-- @raise_few
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE NOTICE 'a % %', x;
  RETURN NEW;
END

-- @raise_many
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE NOTICE 'a %', x, y;
  RETURN NEW;
END

-- @raise_none
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION;
  RETURN NEW;
END

-- @raise_bare
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE;
  RETURN NEW;
END

-- @raise_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE USING MESSAGE = 'a', ERRCODE = 'P0001', DETAIL = 'd', HINT := 'h', COLUMN = 'c', CONSTRAINT = 'c', DATATYPE = 'd', TABLE = 't', SCHEMA = 's';
  RETURN NEW;
END

-- @raise_level_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION USING MESSAGE = 'a';
  RETURN NEW;
END

-- @raise_condition
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE unique_violation;
  RETURN NEW;
END

-- @raise_condition_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION unique_violation USING MESSAGE = 'x';
  RETURN NEW;
END

-- @raise_condition_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE uniqe_violation;
  RETURN NEW;
END

-- @raise_others
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE others;
  RETURN NEW;
END

-- @raise_sqlstate
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE SQLSTATE '23505';
  RETURN NEW;
END

-- @raise_sqlstate_short
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE SQLSTATE '2350';
  RETURN NEW;
END

-- @raise_sqlstate_lower
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE SQLSTATE '2350a';
  RETURN NEW;
END

-- @raise_sqlstate_word
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE SQLSTATE unique_violation;
  RETURN NEW;
END

-- @raise_option_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a' USING MESAGE = 'b';
  RETURN NEW;
END

-- @raise_option_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a' USING HINT = 'b', HINT = 'c';
  RETURN NEW;
END

-- @raise_option_message_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a' USING MESSAGE = 'b';
  RETURN NEW;
END

-- @raise_option_no_equals
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a' USING HINT 'b';
  RETURN NEW;
END

-- @raise_option_empty
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a' USING HINT = ;
  RETURN NEW;
END

-- @raise_format_expr
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a' || 'b';
  RETURN NEW;
END

-- @raise_format_var
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION y;
  RETURN NEW;
END

-- @raise_format_number
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 5;
  RETURN NEW;
END

-- @raise_param_empty
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a %', ;
  RETURN NEW;
END

-- @raise_format_escape
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION E'a \n %', x;
  RETURN NEW;
END

-- @raise_format_dollar
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION $q$a %$q$, x;
  RETURN NEW;
END

-- @raise_format_unicode
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION U&'a \0041 %', x;
  RETURN NEW;
END

-- @raise_format_lines
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE EXCEPTION 'a '
  'b %', x;
  RETURN NEW;
END

-- @raise_level_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE FATAL 'a';
  RETURN NEW;
END

-- @raise_log
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE LOG 'a';
  RETURN NEW;
END

-- @raise_debug1
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE DEBUG1 'a';
  RETURN NEW;
END

-- @raise_params_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE WARNING '%', x USING HINT = y || 'z';
  RETURN NEW;
END

-- @raise_comma_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE WARNING '%', x, USING HINT = y;
  RETURN NEW;
END

-- @raise_quoted_condition
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE "unique_violation";
  RETURN NEW;
END

-- @raise_upper_condition
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  RAISE "UNIQUE_VIOLATION";
  RETURN NEW;
END

-- @assert
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ASSERT x = 1;
  RETURN NEW;
END

-- @assert_message
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ASSERT x = 1, 'a';
  RETURN NEW;
END

-- @assert_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ASSERT;
  RETURN NEW;
END

-- @assert_two
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ASSERT x = 1, 'a', 'b';
  RETURN NEW;
END

-- @perform
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM f(x);
  RETURN NEW;
END

-- @perform_query
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM 1 FROM t WHERE a = x;
  RETURN NEW;
END

-- @perform_select
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM SELECT 1;
  RETURN NEW;
END

-- @perform_paren
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM (SELECT 1);
  RETURN NEW;
END

-- @perform_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM;
  RETURN NEW;
END

-- @perform_union
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM 1 UNION SELECT 2;
  RETURN NEW;
END

-- @perform_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM 1 INTO x;
  RETURN NEW;
END

-- @perform_with
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  PERFORM WITH w AS (SELECT 1) SELECT 1;
  RETURN NEW;
END

-- @call
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CALL p(x);
  RETURN NEW;
END

-- @call_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CALL p(x) INTO y;
  RETURN NEW;
END

-- @do
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DO 'begin end';
  RETURN NEW;
END

-- @do_broken
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DO;
  RETURN NEW;
END

-- @sql_insert
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  INSERT INTO t VALUES (x);
  RETURN NEW;
END

-- @sql_insert_returning
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  INSERT INTO t VALUES (x) RETURNING id INTO x;
  RETURN NEW;
END

-- @sql_update
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  UPDATE t SET a = 1 WHERE id = x RETURNING a, b INTO x, y;
  RETURN NEW;
END

-- @sql_delete
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DELETE FROM t WHERE id = x;
  RETURN NEW;
END

-- @sql_merge
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN DO NOTHING;
  RETURN NEW;
END

-- @sql_with
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  WITH w AS (INSERT INTO t VALUES (1) RETURNING 1 AS o) SELECT o INTO x FROM w;
  RETURN NEW;
END

-- @sql_select
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT 1;
  RETURN NEW;
END

-- @sql_select_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a, b INTO x, y FROM t;
  RETURN NEW;
END

-- @sql_select_into_start
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT INTO x, y a, b FROM t;
  RETURN NEW;
END

-- @sql_select_into_end
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a, b FROM t INTO x, y;
  RETURN NEW;
END

-- @sql_select_into_strict
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO STRICT x FROM t;
  RETURN NEW;
END

-- @sql_select_into_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT * INTO r FROM t;
  RETURN NEW;
END

-- @sql_select_into_new
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT * INTO NEW FROM t;
  RETURN NEW;
END

-- @sql_select_into_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO NEW.a FROM t;
  RETURN NEW;
END

-- @sql_select_into_fields
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a, b INTO NEW.a, t1.b FROM t;
  RETURN NEW;
END

-- @sql_select_into_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO zz FROM t;
  RETURN NEW;
END

-- @sql_select_into_unknown_second
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a, b INTO x, zz FROM t;
  RETURN NEW;
END

-- @sql_select_into_record_list
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a, b INTO r, x FROM t;
  RETURN NEW;
END

-- @sql_select_into_list_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a, b INTO x, r FROM t;
  RETURN NEW;
END

-- @sql_select_into_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO x FROM t INTO y;
  RETURN NEW;
END

-- @sql_select_into_constant
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO cc FROM t;
  RETURN NEW;
END

-- @sql_select_into_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO FROM t;
  RETURN NEW;
END

-- @sql_select_into_temp
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO TEMP zz FROM t;
  RETURN NEW;
END

-- @sql_select_into_table
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO TABLE zz FROM t;
  RETURN NEW;
END

-- @sql_select_into_element
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO a[1] FROM t;
  RETURN NEW;
END

-- @sql_select_into_trailing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO x, FROM t;
  RETURN NEW;
END

-- @sql_select_into_scalar_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO x.b FROM t;
  RETURN NEW;
END

-- @sql_create
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CREATE TEMP TABLE zz (id int);
  RETURN NEW;
END

-- @sql_create_as
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CREATE TEMP TABLE zz AS SELECT 1 AS o;
  RETURN NEW;
END

-- @sql_create_rule
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CREATE RULE ru AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); INSERT INTO u VALUES (2));
  RETURN NEW;
END

-- @sql_create_function
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CREATE FUNCTION g(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
  RETURN NEW;
END

-- @sql_create_procedure
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CREATE OR REPLACE PROCEDURE g(a int) BEGIN ATOMIC INSERT INTO t VALUES (1); END; x := 1;
  RETURN NEW;
END

-- @sql_create_function_text
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CREATE FUNCTION g(a int) RETURNS int LANGUAGE sql AS 'select 1; select 2';
  RETURN NEW;
END

-- @sql_create_rule_broken
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CREATE RULE ru AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); x := 2;
  RETURN NEW;
END

-- @sql_alter
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ALTER TABLE t ADD COLUMN zz int;
  RETURN NEW;
END

-- @sql_table
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  TABLE t;
  RETURN NEW;
END

-- @sql_values
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  VALUES (1);
  RETURN NEW;
END

-- @sql_paren
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  (SELECT 1);
  RETURN NEW;
END

-- @sql_begin_tx
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  START TRANSACTION;
  RETURN NEW;
END

-- @sql_set
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SET LOCAL x.y = 'a';
  RETURN NEW;
END

-- @sql_notify
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NOTIFY ch, 'p';
  RETURN NEW;
END

-- @sql_copy
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  COPY t TO STDOUT;
  RETURN NEW;
END

-- @sql_lock
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  LOCK TABLE t IN SHARE MODE;
  RETURN NEW;
END

-- @sql_import
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IMPORT FOREIGN SCHEMA s FROM SERVER z INTO p;
  RETURN NEW;
END

-- @sql_truncate
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  TRUNCATE t;
  RETURN NEW;
END

-- @sql_bad
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  UPDATE t SET WHERE;
  RETURN NEW;
END

-- @sql_typo
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  INSRT INTO t VALUES (1);
  RETURN NEW;
END

-- @sql_update_typo
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  UPDAET t SET a = 1;
  RETURN NEW;
END

-- @sql_paren_open
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  INSERT INTO t VALUES (1;
  RETURN NEW;
END

-- @sql_no_semicolon
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DELETE FROM t
  RETURN NEW;
END

-- @sql_no_semicolon_two
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  UPDATE t SET a = 1 NEW.a := 1;
  RETURN NEW;
END

-- @sql_word
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  foo;
  RETURN NEW;
END

-- @sql_words
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  foo bar baz;
  RETURN NEW;
END

-- @sql_dotted
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  a.b.c;
  RETURN NEW;
END

-- @sql_insert_conflict
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET a = EXCLUDED.a;
  RETURN NEW;
END

-- @sql_into_quoted
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT a INTO "x" FROM t;
  RETURN NEW;
END

-- @execute
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE 'select 1';
  RETURN NEW;
END

-- @execute_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE 'select 1' INTO x;
  RETURN NEW;
END

-- @execute_into_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE 'select $1' INTO x USING y;
  RETURN NEW;
END

-- @execute_using_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE 'select $1' USING y INTO STRICT x;
  RETURN NEW;
END

-- @execute_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE format('select %s', x) USING NEW.a, OLD;
  RETURN NEW;
END

-- @execute_nothing
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE;
  RETURN NEW;
END

-- @execute_into_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE 'select 1' INTO x INTO y;
  RETURN NEW;
END

-- @execute_using_twice
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE 'select 1' USING x USING y;
  RETURN NEW;
END

-- @execute_into_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE 'select 1' INTO zz;
  RETURN NEW;
END

-- @execute_prepared
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXECUTE prep(1);
  RETURN NEW;
END

-- @diag
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS x = ROW_COUNT;
  RETURN NEW;
END

-- @diag_current
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET CURRENT DIAGNOSTICS x := ROW_COUNT, y = PG_CONTEXT;
  RETURN NEW;
END

-- @diag_stacked
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET STACKED DIAGNOSTICS y = MESSAGE_TEXT, y = PG_EXCEPTION_DETAIL, y = RETURNED_SQLSTATE;
  RETURN NEW;
END

-- @diag_stacked_row_count
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET STACKED DIAGNOSTICS x = ROW_COUNT;
  RETURN NEW;
END

-- @diag_current_message
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS y = MESSAGE_TEXT;
  RETURN NEW;
END

-- @diag_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS x = ROW_COUNTS;
  RETURN NEW;
END

-- @diag_oid
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS x = PG_ROUTINE_OID;
  RETURN NEW;
END

-- @diag_result_oid
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS x = RESULT_OID;
  RETURN NEW;
END

-- @diag_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS r = ROW_COUNT;
  RETURN NEW;
END

-- @diag_element
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS a[1] = ROW_COUNT;
  RETURN NEW;
END

-- @diag_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS NEW.a = ROW_COUNT;
  RETURN NEW;
END

-- @diag_unknown_variable
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS zz = ROW_COUNT;
  RETURN NEW;
END

-- @diag_constant
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS cc = ROW_COUNT;
  RETURN NEW;
END

-- @diag_plain
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET x = ROW_COUNT;
  RETURN NEW;
END

-- @diag_comma
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  GET DIAGNOSTICS x = ROW_COUNT,;
  RETURN NEW;
END

-- @open_query
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN c FOR SELECT * FROM t;
  RETURN NEW;
END

-- @open_scroll
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN c SCROLL FOR SELECT 1;
  RETURN NEW;
END

-- @open_no_scroll
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN c NO SCROLL FOR SELECT 1;
  RETURN NEW;
END

-- @open_execute
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN c FOR EXECUTE 'select 1';
  RETURN NEW;
END

-- @open_execute_using
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN c FOR EXECUTE 'select $1' USING x, y;
  RETURN NEW;
END

-- @open_bound
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN bc;
  RETURN NEW;
END

-- @open_bound_args
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN ba(1, 2);
  RETURN NEW;
END

-- @open_bound_named
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN ba(k := 1, j := 2);
  RETURN NEW;
END

-- @open_bound_for
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN bc FOR SELECT 1;
  RETURN NEW;
END

-- @open_bound_none
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN ba;
  RETURN NEW;
END

-- @open_unbound
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN c;
  RETURN NEW;
END

-- @open_scalar
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN x FOR SELECT 1;
  RETURN NEW;
END

-- @open_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN r FOR SELECT 1;
  RETURN NEW;
END

-- @open_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN zz FOR SELECT 1;
  RETURN NEW;
END

-- @open_field
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  OPEN NEW.c FOR SELECT 1;
  RETURN NEW;
END

-- @fetch
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH c INTO x;
  RETURN NEW;
END

-- @fetch_next
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH NEXT FROM c INTO r;
  RETURN NEW;
END

-- @fetch_prior
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH PRIOR FROM c INTO x, y;
  RETURN NEW;
END

-- @fetch_absolute
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH ABSOLUTE 2 FROM c INTO r;
  RETURN NEW;
END

-- @fetch_relative
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH RELATIVE -x IN c INTO r;
  RETURN NEW;
END

-- @fetch_forward
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH FORWARD FROM c INTO r;
  RETURN NEW;
END

-- @fetch_forward_n
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH FORWARD 2 FROM c INTO r;
  RETURN NEW;
END

-- @fetch_forward_all
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH FORWARD ALL FROM c INTO r;
  RETURN NEW;
END

-- @fetch_all
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH ALL FROM c INTO r;
  RETURN NEW;
END

-- @fetch_count
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH 2 FROM c INTO r;
  RETURN NEW;
END

-- @fetch_from
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH FROM c INTO r;
  RETURN NEW;
END

-- @fetch_last
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH LAST FROM c INTO r;
  RETURN NEW;
END

-- @fetch_backward
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH BACKWARD IN c INTO r;
  RETURN NEW;
END

-- @fetch_no_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH c;
  RETURN NEW;
END

-- @fetch_strict
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH c INTO STRICT x;
  RETURN NEW;
END

-- @fetch_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH zz INTO x;
  RETURN NEW;
END

-- @fetch_next_no_from
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FETCH NEXT c INTO x;
  RETURN NEW;
END

-- @move
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  MOVE c;
  RETURN NEW;
END

-- @move_forward
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  MOVE FORWARD 2 FROM c;
  RETURN NEW;
END

-- @move_all
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  MOVE ALL FROM c;
  RETURN NEW;
END

-- @move_into
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  MOVE c INTO x;
  RETURN NEW;
END

-- @move_last
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  MOVE LAST FROM c;
  RETURN NEW;
END

-- @close
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CLOSE c;
  RETURN NEW;
END

-- @close_bound
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CLOSE bc;
  RETURN NEW;
END

-- @close_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CLOSE zz;
  RETURN NEW;
END

-- @close_scalar
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  CLOSE x;
  RETURN NEW;
END

-- @commit
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  COMMIT;
  RETURN NEW;
END

-- @commit_chain
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  COMMIT AND CHAIN;
  RETURN NEW;
END

-- @rollback_no_chain
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ROLLBACK AND NO CHAIN;
  RETURN NEW;
END

-- @commit_work
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  COMMIT WORK;
  RETURN NEW;
END

-- @rollback_to
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ROLLBACK TO SAVEPOINT s;
  RETURN NEW;
END

-- @savepoint
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SAVEPOINT s;
  RETURN NEW;
END

-- @null
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NULL;
  RETURN NEW;
END

-- @null_no_semicolon
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NULL
  RETURN NEW;
END

-- @null_two
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NULL; ;
  RETURN NEW;
END

-- @block
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; END;
  RETURN NEW;
END

-- @block_declare
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DECLARE q int; BEGIN q := x; END;
  RETURN NEW;
END

-- @block_hidden
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DECLARE x text; BEGIN x := 'a'; END;
  RETURN NEW;
END

-- @block_out_of_scope
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DECLARE q int; BEGIN NULL; END; q := 1;
  RETURN NEW;
END

-- @block_label_variable
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<bl>> DECLARE q int; BEGIN bl.q := 1; END;
  RETURN NEW;
END

-- @block_label_record
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<bl>> DECLARE q record; BEGIN bl.q.a := 1; END;
  RETURN NEW;
END

-- @block_label_wrong
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<bl>> BEGIN NULL; END other;
  RETURN NEW;
END

-- @block_exception
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; EXCEPTION WHEN unique_violation OR division_by_zero THEN NULL; WHEN OTHERS THEN y := SQLERRM; END;
  RETURN NEW;
END

-- @block_exception_sqlstate
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; EXCEPTION WHEN SQLSTATE '23505' THEN y := SQLSTATE; END;
  RETURN NEW;
END

-- @block_exception_unknown
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; EXCEPTION WHEN uniqe_violation THEN NULL; END;
  RETURN NEW;
END

-- @block_exception_bad_sqlstate
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; EXCEPTION WHEN SQLSTATE 'abc' THEN NULL; END;
  RETURN NEW;
END

-- @block_exception_empty
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; EXCEPTION END;
  RETURN NEW;
END

-- @block_exception_no_then
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; EXCEPTION WHEN OTHERS NULL; END;
  RETURN NEW;
END

-- @block_exception_assign
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN NULL; EXCEPTION WHEN OTHERS THEN sqlerrm := 'a'; END;
  RETURN NEW;
END

-- @block_sqlerrm_outside
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := 'a'; sqlerrm := 'x';
  RETURN NEW;
END

-- @block_exception_sqlerrm_declared
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  DECLARE sqlerrm text; BEGIN NULL; EXCEPTION WHEN OTHERS THEN sqlerrm := 'a'; END;
  RETURN NEW;
END

-- @block_no_begin
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  NULL; END; NULL;
  RETURN NEW;
END

-- @block_begin_semicolon
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  BEGIN; NULL; END;
  RETURN NEW;
END

-- @end_label_quoted
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<"A b">> BEGIN NULL; END "A b";
  RETURN NEW;
END

-- @label_type_func
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<outer>> DECLARE q int; BEGIN outer.q := 1; END;
  RETURN NEW;
END

-- @label_alone
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<bl>> NULL;
  RETURN NEW;
END

-- @label_if
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  <<bl>> IF b THEN NULL; END IF;
  RETURN NEW;
END

-- @stmt_exception
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  EXCEPTION WHEN OTHERS THEN NULL;
  RETURN NEW;
END

-- @stmt_end_if
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  END IF;
  RETURN NEW;
END

-- @stmt_else
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  ELSE
  RETURN NEW;
END

-- @stmt_number
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  5;
  RETURN NEW;
END

-- @stmt_string
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  'a';
  RETURN NEW;
END

-- @stmt_keyword_query
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  query;
  RETURN NEW;
END

-- @stmt_keyword_type
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  type;
  RETURN NEW;
END

-- @stmt_unreserved
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  notice := 1;
  RETURN NEW;
END

-- @function_label
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  trigc_body.x := 1;
  RETURN NEW;
END

-- @function_label_new
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  trigc_body.new.a := 1;
  RETURN NEW;
END

-- @unterminated_string
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := 'a;
  RETURN NEW;
END

-- @unterminated_name
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  "y := 1;
  RETURN NEW;
END

-- @unterminated_comment
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  /* y := 1;
  RETURN NEW;
END

-- @junk_number
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1a;
  RETURN NEW;
END

-- @bad_dollar
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := $q$a$r$;
  RETURN NEW;
END

-- @pg16_underscore
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 1_000;
  RETURN NEW;
END

-- @pg16_hex
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 0xFF;
  RETURN NEW;
END

-- @pg16_octal
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  x := 0o17;
  RETURN NEW;
END

-- @pg16_subquery
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  FOR r IN SELECT * FROM (SELECT 1) LOOP NULL; END LOOP;
  RETURN NEW;
END

-- @pg16_subquery_sql
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  INSERT INTO t SELECT * FROM (VALUES (1));
  RETURN NEW;
END

-- @pg16_is_json
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF y IS JSON THEN NULL; END IF;
  RETURN NEW;
END

-- @pg16_is_not_json
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  IF y IS NOT JSON OBJECT THEN NULL; END IF;
  RETURN NEW;
END

-- @pg16_json_object
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := JSON_OBJECT('k': 1);
  RETURN NEW;
END

-- @pg16_json_array
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := JSON_ARRAY(1, 2);
  RETURN NEW;
END

-- @pg16_json_arrayagg
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  SELECT JSON_ARRAYAGG(a) INTO y FROM t;
  RETURN NEW;
END

-- @pg15_json_object
DECLARE x int; y text; b boolean; r record; a int[]; t1 t%ROWTYPE; c refcursor; bc CURSOR FOR SELECT 1; ba CURSOR (k int, j int) FOR SELECT k + j; cc CONSTANT int := 1;
BEGIN
  y := json_object('{a,1}');
  RETURN NEW;
END

-- @decl_none
BEGIN RETURN NEW; END

-- @decl_semicolon
BEGIN RETURN NEW; END;

-- @decl_two_semicolons
BEGIN RETURN NEW; END;;

-- @decl_empty
DECLARE BEGIN RETURN NEW; END

-- @decl_twice_word
DECLARE x int; DECLARE y int; BEGIN RETURN NEW; END

-- @decl_duplicate
DECLARE x int; x text; BEGIN RETURN NEW; END

-- @decl_duplicate_case
DECLARE x int; X text; BEGIN RETURN NEW; END

-- @decl_duplicate_quoted
DECLARE x int; "X" text; BEGIN RETURN NEW; END

-- @decl_duplicate_cursor
DECLARE x int; x CURSOR FOR SELECT 1; BEGIN RETURN NEW; END

-- @decl_new
DECLARE new int; BEGIN new := 1; RETURN NULL; END

-- @decl_found
DECLARE found int; BEGIN found := 1; RETURN NULL; END

-- @decl_not_null
DECLARE x int NOT NULL; BEGIN RETURN NEW; END

-- @decl_not_null_default
DECLARE x int NOT NULL DEFAULT 1; BEGIN RETURN NEW; END

-- @decl_constant_no_value
DECLARE x CONSTANT int; BEGIN RETURN NEW; END

-- @decl_constant_assign
DECLARE x CONSTANT int := 1; BEGIN x := 2; RETURN NEW; END

-- @decl_constant_record_field
DECLARE x CONSTANT record := NULL; BEGIN x.a := 2; RETURN NEW; END

-- @decl_constant_element
DECLARE x CONSTANT int[] := NULL; BEGIN x[1] := 2; RETURN NEW; END

-- @decl_constant_unknown
DECLARE x CONSTANT t := NULL; BEGIN x := 2; RETURN NEW; END

-- @decl_default_word
DECLARE x int DEFAULT 1 + 2; BEGIN RETURN NEW; END

-- @decl_default_equals
DECLARE x int = 1; BEGIN RETURN NEW; END

-- @decl_default_nothing
DECLARE x int := ; BEGIN RETURN NEW; END

-- @decl_default_query
DECLARE x int := count(*) FROM t; BEGIN RETURN NEW; END

-- @decl_default_other
DECLARE x int := 1; y int := x + 1; BEGIN RETURN NEW; END

-- @decl_default_bad
DECLARE x int := 1 +; BEGIN RETURN NEW; END

-- @decl_collate
DECLARE x text COLLATE "C"; BEGIN RETURN NEW; END

-- @decl_collate_all
DECLARE x CONSTANT text COLLATE pg_catalog."C" NOT NULL := 'a'; BEGIN RETURN NEW; END

-- @decl_type_mods
DECLARE x numeric(10, 2); y varchar(5); z character varying(3)[]; w double precision; q interval day to second(3); ts timestamp(3) with time zone; BEGIN RETURN NEW; END

-- @decl_type_array
DECLARE x int[][]; y int ARRAY; z int ARRAY[3]; BEGIN RETURN NEW; END

-- @decl_type_setof
DECLARE x SETOF int; BEGIN RETURN NEW; END

-- @decl_type_missing
DECLARE x; BEGIN RETURN NEW; END

-- @decl_type_missing_default
DECLARE x := 1; BEGIN RETURN NEW; END

-- @decl_type_junk
DECLARE x int int; BEGIN RETURN NEW; END

-- @decl_type_expr
DECLARE x int + 1; BEGIN RETURN NEW; END

-- @decl_type_null
DECLARE x int NULL; BEGIN RETURN NEW; END

-- @decl_type_paren
DECLARE x numeric(10; BEGIN RETURN NEW; END

-- @decl_pct_type
DECLARE x t.id%TYPE; y t%ROWTYPE; z x%TYPE; w public.t.id%TYPE; v public.t%ROWTYPE; BEGIN RETURN NEW; END

-- @decl_pct_type_spaces
DECLARE x t . id % type ; BEGIN RETURN NEW; END

-- @decl_pct_type_array
DECLARE x t.id%TYPE[]; BEGIN RETURN NEW; END

-- @decl_rowtype_array
DECLARE x t%ROWTYPE ARRAY; BEGIN RETURN NEW; END

-- @decl_pct_nothing
DECLARE x t%; BEGIN RETURN NEW; END

-- @decl_pct_other
DECLARE x t.id%TIPE; BEGIN RETURN NEW; END

-- @decl_pct_default
DECLARE x t.id%TYPE := 1; BEGIN RETURN NEW; END

-- @decl_pct_not_null
DECLARE x t.id%TYPE NOT NULL; BEGIN RETURN NEW; END

-- @decl_record
DECLARE r record; BEGIN r.a := 1; SELECT 1 INTO r; RETURN r; END

-- @decl_record_default
DECLARE r record := NEW; BEGIN RETURN r; END

-- @decl_composite
DECLARE r t; BEGIN r.id := 1; SELECT 1 INTO r; FOR r IN SELECT * FROM t LOOP NULL; END LOOP; RETURN r; END

-- @decl_domain
DECLARE d dom; BEGIN d := 1; SELECT 1 INTO d; RETURN NEW; END

-- @decl_alias
DECLARE x int; y ALIAS FOR x; BEGIN y := 1; RETURN NEW; END

-- @decl_alias_new
DECLARE n ALIAS FOR new; BEGIN n.id := 1; RETURN n; END

-- @decl_alias_unknown
DECLARE y ALIAS FOR zz; BEGIN RETURN NEW; END

-- @decl_alias_param
DECLARE y ALIAS FOR $1; BEGIN RETURN NEW; END

-- @decl_alias_dotted
<<o>> DECLARE x int; BEGIN DECLARE y ALIAS FOR o.x; BEGIN y := 1; END; RETURN NEW; END

-- @decl_alias_no_for
DECLARE x int; y ALIAS x; BEGIN RETURN NEW; END

-- @decl_alias_constant
DECLARE x CONSTANT int := 1; y ALIAS FOR x; BEGIN y := 1; RETURN NEW; END

-- @decl_alias_type
DECLARE alias int; BEGIN alias := 1; RETURN NEW; END

-- @decl_cursor
DECLARE c CURSOR FOR SELECT 1; d NO SCROLL CURSOR IS SELECT 1; e SCROLL CURSOR (a int, b text) FOR SELECT a, b; BEGIN RETURN NEW; END

-- @decl_cursor_nothing
DECLARE c CURSOR; BEGIN RETURN NEW; END

-- @decl_cursor_empty
DECLARE c CURSOR FOR; BEGIN RETURN NEW; END

-- @decl_cursor_args_empty
DECLARE c CURSOR () FOR SELECT 1; BEGIN RETURN NEW; END

-- @decl_cursor_args_twice
DECLARE c CURSOR (a int, a int) FOR SELECT 1; BEGIN RETURN NEW; END

-- @decl_cursor_arg_default
DECLARE c CURSOR (a int := 1) FOR SELECT 1; BEGIN RETURN NEW; END

-- @decl_cursor_same_name
DECLARE c CURSOR (c int) FOR SELECT c; BEGIN RETURN NEW; END

-- @decl_cursor_bad
DECLARE c CURSOR FOR SELEC 1; BEGIN RETURN NEW; END

-- @decl_cursor_constant
DECLARE c CURSOR FOR SELECT 1; BEGIN c := 'x'; RETURN NEW; END

-- @decl_cursor_type
DECLARE c CURSOR (a t.id%TYPE) FOR SELECT a; BEGIN OPEN c(1); RETURN NEW; END

-- @decl_refcursor_constant
DECLARE c CONSTANT refcursor := 'x'; BEGIN OPEN c FOR SELECT 1; RETURN NEW; END

-- @decl_label_after
DECLARE <<l>> x int; BEGIN RETURN NEW; END

-- @decl_keyword
DECLARE exit int; type text; query int; BEGIN exit := 1; type := 2; query := 3; RETURN NEW; END

-- @decl_reserved
DECLARE loop int; BEGIN RETURN NEW; END

-- @decl_sql_reserved
DECLARE user int; BEGIN user := 1; RETURN NEW; END

-- @decl_sql_reserved_quoted
DECLARE "user" int; BEGIN "user" := 1; RETURN NEW; END

-- @decl_sql_reserved_return
DECLARE user record; BEGIN RETURN user; END

-- @decl_sql_reserved_type_func
DECLARE left int; BEGIN left := 1; RETURN NEW; END

-- @decl_col_name
DECLARE int int; BEGIN int := 1; RETURN NEW; END

-- @decl_dotted
DECLARE a.b int; BEGIN RETURN NEW; END

-- @decl_no_semicolon
DECLARE x int BEGIN RETURN NEW; END

-- @decl_no_semicolon_two
DECLARE x int y int; BEGIN RETURN NEW; END

-- @decl_statement
DECLARE x int; x := 1; BEGIN RETURN NEW; END

-- @decl_parameter_hidden
DECLARE tg_op text; BEGIN tg_op := 1; RETURN NEW; END

-- @opt_conflict
#variable_conflict use_column
BEGIN RETURN NEW; END

-- @opt_conflict_error
#variable_conflict error
BEGIN RETURN NEW; END

-- @opt_conflict_bad
#variable_conflict column
BEGIN RETURN NEW; END

-- @opt_strict
#print_strict_params on
#variable_conflict use_variable
BEGIN RETURN NEW; END

-- @opt_strict_bad
#print_strict_params maybe
BEGIN RETURN NEW; END

-- @opt_unknown
#nothing
BEGIN RETURN NEW; END

-- @opt_option_dump_bad
#option dmp
BEGIN RETURN NEW; END

-- @opt_after
DECLARE
#variable_conflict error
BEGIN RETURN NEW; END

-- @body_empty


-- @body_comment
-- nothing

-- @body_no_end
BEGIN RETURN NEW;

-- @body_after
BEGIN RETURN NEW; END; SELECT 1;

-- @body_label
<<l>> BEGIN RETURN NEW; END l;

-- @body_label_wrong
<<l>> BEGIN RETURN NEW; END m;

-- @body_sql
SELECT 1

-- @body_no_begin
RETURN NEW; END

-- @body_end_name
BEGIN RETURN NEW; END trigc_body;

-- @body_statements
BEGIN END

-- @body_case
bEgIn ReTuRn nEw; eNd

-- @body_comments
/* a */ BEGIN -- b
 RETURN /* c /* d */ */ NEW; -- e
END -- f

-- @body_crlf
BEGIN
  RETURN NEW;
END

-- @body_unicode
DECLARE é int; BEGIN é := 1; "Ünï" := 2; RETURN NEW; END

-- @body_unicode_name
DECLARE U&"d\0061t" int; BEGIN RETURN NEW; END

-- @body_long_name
DECLARE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa int; BEGIN aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa := 1; RETURN NEW; END
