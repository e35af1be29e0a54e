package e2e

import "strings"

// A group is directives that stand at one table together. Their text has the
// holes of a shape; {x}, {x1} and {x2} are a column of a shape's own with two
// values, and {s1} and {s2} these as states.
type group struct {
	schema     string
	directives []string
}

// quiet are directives that no statement of the matrix fires, and truncating
// those that only TRUNCATE fires.
var (
	quiet      = map[string]bool{"p_disabled": true, "touch_disabled": true, "p_never": true, "p_stmt_quiet": true, "n_plain": true}
	truncating = map[string]bool{"p_trunc": true, "a_trunc": true, "run_trunc": true}
)

const oddTrigger = `"Tr ""i'g%s $$\x ü"`

var matrixGroups = []group{
	{schema: "matrix", directives: lines(`
protect p_ins insert
protect p_upd update
protect p_del delete
protect p_all insert or update or delete or truncate
protect p_trunc truncate
protect p_before before insert or update or delete
protect p_of update of {a}, {id}
protect p_when update when (OLD.{a} = 'a2' AND changed({b}))
protect p_changed update when (changed())
protect p_all_changed update when (all_changed({a}, {b}) OR NOT unchanged_except({a}, {at}))
protect p_except update when (changed_except({at}) and all_unchanged({id}, {b}))
protect p_auto update when (changed_except(auto))
protect p_exists insert or update when (EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}) AND NEW.{a} IS NOT NULL)
protect p_exists_del delete when (OLD.{b} IN (SELECT o.id FROM elsewhere.other AS o))
protect p_exists_before before update when ((SELECT max(o.n) FROM elsewhere.other AS o) > OLD.{b})
protect p_own insert when ((SELECT count(*) FROM {t} AS o WHERE o.{id} <> NEW.{id}) > 3)
protect p_stmt insert or update or delete for each statement
protect p_stmt_trunc delete or truncate for each statement
protect p_stmt_before before update for each statement
protect p_stmt_of update of {b} for each statement
protect p_stmt_when update for each statement when (changed({a}))
protect p_stmt_new insert or update for each statement when (NEW.{b} > 5)
protect p_stmt_old delete for each statement when (OLD.{b} > 1)
protect p_stmt_sub update for each statement when (OLD.{b} <> NEW.{b} AND EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}))
protect p_stmt_exists insert for each statement when (EXISTS (SELECT FROM elsewhere.other))
protect p_stmt_quiet insert for each statement when (NOT EXISTS (SELECT FROM elsewhere.other))
protect p_defer update or delete deferrable initially deferred
protect p_defer_now insert deferrable
protect p_defer_sub update deferrable initially deferred when (NOT EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b} + 100))
protect p_text update message 'no %s, ''never'' \ "x" $$' errcode 'P0TST' hint '%I $trigc$'
protect p_role update ignorable by pg_monitor
protect p_disabled update disable
protect p_always update enable always
protect p_replica update enable replica
protect p_never update when (false)
protect ` + oddTrigger + ` update or delete or truncate
protect "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" update or delete or truncate
readonly r_a ({a})
readonly r_all
readonly r_except except ({b}, {at})
readonly r_auto except ({id}, auto)
readonly r_when ({a}, {b}) when (OLD.{a} IS NOT NULL)
readonly r_sub ({a}) when (EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = OLD.{b}))
readonly r_before before update ({a}, {id})
readonly r_stmt for each statement ({a})
readonly r_stmt_all for each statement
readonly r_stmt_when for each statement ({b}, {a}) when (OLD.{b} < 100)
readonly r_defer deferrable initially deferred ({a})
readonly r_key ({id})
fsm f_a ({a}) a1 -> a2, a2 -> a3 | NULL, NULL -> a1 initial a1 | NULL
fsm f_b ({b}) 1 -> 2, * -> 3
fsm f_before before update ({a}) a1 -> a2
fsm f_defer deferrable initially deferred ({a}) a1 -> a2 initial a1
fsm f_when ({a}) a1 -> a2 when (NEW.{b} > 0)
fsm f_sub ({a}) a1 -> a2 when (EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}))
assert a_row check (NEW.{b} < 8)
assert a_when insert or update of {b} when (NEW.{a} = 'a2') check (NEW.{b} < 1)
assert a_exists check (NOT EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}))
assert a_old update check (OLD.{b} <= NEW.{b})
assert a_del delete check (OLD.{b} > 100)
assert a_defer deferrable initially deferred check (NEW.{b} < 8)
assert a_defer_exists deferrable initially deferred check (NOT EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}))
assert a_defer_del delete deferrable initially deferred check (EXISTS (SELECT FROM {t} AS o WHERE o.{b} = OLD.{b} + 100))
assert a_stmt insert or update or delete for each statement check ((SELECT count(*) FROM {t}) < 4)
assert a_stmt_rows insert or update for each statement check (NEW.{b} < 8)
assert a_stmt_pairs update for each statement check (OLD.{b} <= NEW.{b})
assert a_stmt_when update for each statement when (changed({a})) check (NEW.{b} < 0)
assert a_stmt_tables insert for each statement referencing new table as added check ((SELECT count(*) FROM added) < 2)
assert a_trunc truncate check (false)
`)},
	{schema: "matrix_h", directives: lines(`
history h_all into h_all
history h_row into h_row for each row
history h_both update into "H ""both" keep both context when (changed({b}))
history h_old update or delete into h_old keep old
history h_when insert or update into h_when when (NEW.{a} = 'a2')
history h_del delete into h_del for each row keep old
history h_except into h_except except ({at})
history h_sub update into h_sub when (EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b})) for each row
run run_row after insert or update do (INSERT INTO elsewhere.log VALUES ('run_row', NEW.{a}))
run run_del after delete do (INSERT INTO elsewhere.log SELECT 'run_del', OLD.{id}::text; DELETE FROM elsewhere.log WHERE id = OLD.{a})
run run_before before insert or update do (INSERT INTO elsewhere.log VALUES ('run_before', NEW.{b}::text))
run run_before_del before delete do (INSERT INTO elsewhere.log VALUES ('run_before_del', OLD.{b}::text))
run run_of after update of {a} do (INSERT INTO elsewhere.log VALUES ('run_of', NEW.{b}::text))
run run_when after update do (INSERT INTO elsewhere.log VALUES ('run_when', NEW.{b}::text)) when (changed({a}) OR OLD.{b} = 1)
run run_sub after insert do (INSERT INTO elsewhere.log VALUES ('run_sub', NEW.{b}::text)) when (EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}))
run run_select after insert do (SELECT pg_catalog.count(*) FROM {t} AS o WHERE o.{id} = NEW.{id}; WITH w AS (INSERT INTO elsewhere.log VALUES ('run_select') RETURNING *) SELECT * FROM w)
run run_stmt after insert or update or delete for each statement do (INSERT INTO elsewhere.log SELECT 'run_stmt', count(*)::text FROM {t})
run run_trunc after truncate do (INSERT INTO elsewhere.log VALUES ('run_trunc'))
run run_stmt_before before insert or update or delete or truncate for each statement do (INSERT INTO elsewhere.log VALUES ('run_stmt_before'))
run run_tables after insert or update or delete for each statement referencing old table as "Olds" new table as news do (INSERT INTO elsewhere.log SELECT 'run_tables', {a} FROM (TABLE "Olds" UNION ALL TABLE news) AS u)
run run_filter after update for each statement referencing old table as olds new table as news when (changed({b})) do (INSERT INTO elsewhere.log SELECT 'run_filter', n.{a} FROM news AS n, olds AS o)
run run_filter_new after insert for each statement referencing new table as news when (NEW.{b} > 1) do (WITH n AS (SELECT * FROM news) INSERT INTO elsewhere.log SELECT 'run_filter_new', n.{a} FROM n)
run run_defer after insert or delete deferrable initially deferred do (INSERT INTO elsewhere.log VALUES ('run_defer'))
run run_key after update when (changed({id})) do (INSERT INTO elsewhere.log VALUES ('run_key', (SELECT o.{a} FROM {t} AS o WHERE o.{id} = NEW.{id})))
run run_returning before insert do (INSERT INTO elsewhere.log VALUES ('run_returning', NEW.{a}) RETURNING 'r' || what AS {a})
run ` + oddTrigger + ` after update or insert do (INSERT INTO elsewhere.log VALUES ('odd \ % $$ ''', NEW.{a}))
trigger t_body after insert or update or delete as $x$ BEGIN INSERT INTO elsewhere.log VALUES (TG_NAME, 'it''s \ %'); RETURN NULL; END $x$
trigger t_function before insert or update or delete execute function elsewhere.noop('a', 'b''\ %')
trigger t_changed after update when (changed()) execute function elsewhere.noop()
trigger t_stmt after insert or update or delete or truncate for each statement execute function elsewhere.noop()
trigger t_tables after update for each statement referencing old table as o new table as n as $$ BEGIN INSERT INTO elsewhere.log SELECT 't_tables', n.{a} FROM n; RETURN NULL; END $$
trigger t_defer after insert or update deferrable initially deferred execute function elsewhere.noop()
notify n_row channel feed payload (elsewhere.noted(NEW.{a})) insert or update
notify n_when after update channel "Fe ed" payload (elsewhere.noted('it''s \ %' || NEW.{b})) when (changed({b}))
notify n_del after delete channel feed payload (elsewhere.noted(OLD.{id}::text))
notify n_stmt after insert for each statement channel feed payload (SELECT elsewhere.noted(count(*)::text) FROM {t} AS o)
notify n_tables after delete for each statement referencing old table as gone channel feed payload (SELECT elsewhere.noted(max(g.{a})) FROM gone AS g)
notify n_filter after update for each statement referencing new table as news channel feed payload (SELECT elsewhere.noted(count(*)::text) FROM news AS n) when (changed({a}))
notify n_sub after insert channel feed payload (elsewhere.noted('s')) when (EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}))
notify n_plain channel feed
notify n_defer after insert deferrable initially deferred channel feed payload (elsewhere.noted(NEW.{b}::text))
count c_all counts.{s}.n1 via {b}
count c_when counts.{s}."N 2" via {b} when ({a} = 'a2')
trigger t_same before update execute function suppress_redundant_updates_trigger()
`)},
	{schema: `M w'%s"$\`, directives: lines(`
touch touch_at ({at})
touch touch_insert ({at}) insert or update
touch touch_of ({at}) update of {a}
touch touch_value ({a}) = 'touched \ %' when (OLD.{b} < 100)
touch touch_sub ({a}) = coalesce(NEW.{a}, 'x') || 'y' insert or update when (EXISTS (SELECT FROM elsewhere.other AS o WHERE o.id = NEW.{b}))
touch touch_disabled ({at}) disable
set set_a set {a} = lower(NEW.{a}) || 'Ü'
set set_sub before insert set {a} = (SELECT o.n::text FROM elsewhere.other AS o WHERE o.id = NEW.{b}), {at} = now()
set set_when update when (changed({a})) set {at} = pg_catalog.now(), {b} = OLD.{b}
set set_of insert or update of {b} set {a} = 'of'
version v_b ({b})
softdelete sd_b set {b} = -1
softdelete sd_more set {a} = 'gone', {at} = now() when (OLD.{b} > 0)
softdelete sd_sub set {a} = (SELECT 'x' || max(o.n) FROM elsewhere.other AS o) when (OLD.{b} IN (SELECT o.id FROM elsewhere.other AS o))
softdelete ` + oddTrigger + ` set {a} = 'o''dd \ %'
`)},
	{schema: "matrix_n", directives: lines(`
protect n_upd update when (NEW.{b} = 7) not ignorable
`)},
}

// columnDirectives are for each column of a shape's own; # is its number.
var columnDirectives = map[string][]string{
	"matrix": lines(`
readonly x_r# ({x})
readonly x_rs# for each statement ({x})
protect x_p# update when (changed({x}))
protect x_pb# before update when (NOT unchanged({x}))
protect x_ps# update for each statement when (all_changed({x}))
protect x_pn# insert when (NEW.{x} IS NOT NULL)
fsm x_f# ({x}) {s1} -> NULL, {s2} -> NULL
fsm x_fi# ({x}) * -> {s1} | {s2} initial {s1}
`),
	`M w'%s"$\`: lines(`
set x_s# set {x} = {x1}
touch x_t# ({x}) = {x2}
searchvector x_v# ({x}) from {a} weight 'A', (NEW.{b}::text)
searchvector x_vs# ({x}) from {a}, (SELECT string_agg(o.n::text, ' ') FROM elsewhere.other AS o WHERE o.id = NEW.{b}) using 'pg_catalog.simple'
softdelete x_d# set {x} = {x1}
`),
}

func lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }
