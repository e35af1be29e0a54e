package live

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// Options say how [Apply] takes the steps of a plan.
type Options struct {
	// LockTimeout is how long a statement waits for a lock, and so how long it
	// can keep others waiting behind it, before the transaction is undone and tried
	// again. It is rounded to milliseconds, and at least one.
	LockTimeout time.Duration
	// Retries is how often a transaction is tried again that did not get a lock
	// or met a deadlock.
	Retries int
	// Atomic does all in one transaction, which holds all locks to its end.
	Atomic bool
	// Report is told what happens; it may be nil.
	Report func(Event)
}

// An Event is something that happened while steps were taken.
type Event struct {
	Done, Of int   // transactions
	Table    Table // of the transaction; zero if it is about more than one
	Steps    []Step
	Took     time.Duration
	// Waiting is why the transaction has not begun or is tried again, or nil.
	Waiting error
	Attempt int
}

// ErrInstalling is what an Event waits for if another trigc is at work.
var ErrInstalling = errors.New("another trigc changes the triggers of this database")

// A TableError is an error of the transaction of a table.
type TableError struct {
	Table Table // zero if it is about more than one
	Step  string
	Err   error
	// Holder tells who held the lock that the step did not get; "" if it is about
	// something else, or nobody is seen to hold it any more.
	Holder string
}

func (e *TableError) Error() string {
	var where string
	if e.Table != (Table{}) {
		where = e.Table.String() + ": "
	}
	if e.Step != "" {
		where += e.Step + ": "
	}
	where += e.Err.Error()
	if e.Holder != "" {
		where += "; " + e.Holder
	}
	return where
}

// Unwrap returns the error of the step.
func (e *TableError) Unwrap() error { return e.Err }

// A Task is a plan for the triggers of one program.
type Task struct {
	Wanted *Wanted
	Plan   *Plan
}

// Apply takes the steps of plans that a command made: a transaction for each
// table, in order, in which the command is asked again, for somebody may have
// been faster. Transactions of one database wait for each other. What fails does
// not keep the other tables from being done; the error joins all.
func Apply(ctx context.Context, conn *pgx.Conn, command Command, tasks []Task, o Options) error {
	a := &applier{conn: conn, command: command, Options: o}
	type job struct {
		task  Task
		table Table
	}
	var jobs []job
	for _, t := range tasks {
		for _, c := range t.Plan.Changes {
			jobs = append(jobs, job{t, c.Table})
		}
	}
	if len(jobs) == 0 {
		return nil
	}
	a.of = len(jobs)
	if o.Atomic {
		a.of = 1
		return a.transaction(ctx, Table{}, func(q querier) ([]Step, error) {
			var steps []Step
			for _, t := range tasks {
				list, err := a.steps(ctx, q, t.Wanted, func(Change) bool { return true })
				if err != nil {
					return nil, err
				}
				steps = append(steps, list...)
			}
			return steps, nil
		})
	}
	var errs []error
	for _, j := range jobs {
		wanted := j.task.Wanted
		if j.table != (Table{}) {
			wanted = wanted.on(j.table)
		}
		err := a.transaction(ctx, j.table, func(q querier) ([]Step, error) {
			return a.steps(ctx, q, wanted, func(c Change) bool { return c.Table == j.table })
		})
		if err != nil {
			errs = append(errs, err)
			if conn.IsClosed() || ctx.Err() != nil {
				break
			}
		}
	}
	return errors.Join(errs...)
}

type applier struct {
	Options
	conn     *pgx.Conn
	command  Command
	done, of int
}

// steps asks the command what is to be done now.
func (a *applier) steps(ctx context.Context, q querier, w *Wanted, keep func(Change) bool) ([]Step, error) {
	snapshot, err := Look(ctx, q, w)
	if err != nil {
		return nil, err
	}
	plan := a.command(snapshot, w)
	if len(plan.Conflicts) > 0 {
		return nil, errors.New(plan.Conflicts[0])
	}
	var steps []Step
	for _, c := range plan.Changes {
		if keep(c) {
			steps = append(steps, c.Steps...)
		}
	}
	return steps, nil
}

// transaction takes steps in one transaction, again and again if it does not
// get its locks.
func (a *applier) transaction(ctx context.Context, table Table, next func(querier) ([]Step, error)) error {
	pause := 50 * time.Millisecond
	for attempt := 1; ; attempt++ {
		start := time.Now()
		steps, err := a.try(ctx, table, next)
		if err == nil {
			a.done++
			a.report(Event{Table: table, Steps: steps, Took: time.Since(start), Attempt: attempt})
			return nil
		}
		if told := (*TableError)(nil); errors.As(err, &told) && isCode(err, lockNotAvailable) && table != (Table{}) && !a.conn.IsClosed() {
			told.Holder = holder(ctx, a.conn, table)
		}
		if attempt > a.Retries || !again(err) {
			return err
		}
		a.report(Event{Table: table, Waiting: err, Attempt: attempt})
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause/2 + rand.N(pause)):
		}
		pause = min(2*pause, 5*time.Second)
	}
}

func (a *applier) report(e Event) {
	if a.Report != nil {
		e.Done, e.Of = a.done, a.of
		a.Report(e)
	}
}

// again reports whether an error will pass by itself: lock_not_available,
// deadlock_detected, and what a concurrent change of the same row of a catalog
// gives.
func again(err error) bool {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return false
	}
	return e.Code == lockNotAvailable || e.Code == "40P01" || e.Code == "40001" || e.Code == "XX000" && e.Routine == "simple_heap_update"
}

const lockNotAvailable = "55P03"

func isCode(err error, code string) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && e.Code == code
}

// holder tells who has held a lock on a table for the longest time, one that
// conflicts with those of CREATE TRIGGER if there is any such (manual, table
// 13.2); "" if nobody, or if it cannot be found out.
func holder(ctx context.Context, q querier, table Table) string {
	rows, err := q.Query(ctx, `
SELECT coalesce(l.pid, 0), coalesce(a.usename::pg_catalog.text, ''), coalesce(a.application_name, ''), coalesce(a.state, ''),
       coalesce(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start), 0)::pg_catalog.float8
FROM pg_catalog.pg_locks AS l
JOIN pg_catalog.pg_class AS c ON c.oid = l.relation
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
WHERE l.granted AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid() AND n.nspname = $1 AND c.relname = $2
  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
ORDER BY l.mode IN ('AccessShareLock', 'RowShareLock'), a.xact_start
LIMIT 1`, table.Schema, table.Name)
	if err != nil {
		return ""
	}
	type session struct {
		PID               int
		Role, Name, State string
		Seconds           float64
	}
	s, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByPos[session])
	switch {
	case err != nil:
		return ""
	case s.PID == 0:
		return "a prepared transaction holds a lock on the table"
	}
	who := "process " + strconv.Itoa(s.PID)
	if s.Role != "" {
		who += " of role " + strconv.Quote(s.Role)
	}
	if s.Name != "" {
		who += " (" + s.Name + ")"
	}
	who += " holds a lock on the table"
	if s.State != "" {
		who += ", " + s.State
	}
	if s.Seconds > 0 {
		who += ", in a transaction of " + time.Duration(s.Seconds*float64(time.Second)).Round(100*time.Millisecond).String()
	}
	return who
}

// advisoryKey is the lock that transactions of trigc hold on each other: the
// bytes of "trigc".
const advisoryKey = 0x7472696763

// begin starts a transaction that depends on no setting of the role or of the
// database. Catalogs are read as they are once the advisory lock is held.
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL lock_timeout = 0;
SET LOCAL statement_timeout = 0;
SET LOCAL standard_conforming_strings = on;
`

// try takes steps in one transaction. All that takes locks on tables is sent as
// one message with the COMMIT, so that nobody waits for the network, nor for this
// process if that stops.
func (a *applier) try(ctx context.Context, table Table, next func(querier) ([]Step, error)) (_ []Step, err error) {
	wrap := func(step string, err error) error { return &TableError{Table: table, Step: step, Err: err} }
	if _, err := a.conn.Exec(ctx, begin); err != nil {
		return nil, wrap("", err)
	}
	defer func() {
		if !a.conn.IsClosed() && a.conn.PgConn().TxStatus() != 'I' {
			_, undone := a.conn.Exec(context.WithoutCancel(ctx), "ROLLBACK")
			err = errors.Join(err, undone)
		}
	}()
	var free bool
	if err := a.conn.QueryRow(ctx, "SELECT pg_catalog.pg_try_advisory_xact_lock($1)", int64(advisoryKey)).Scan(&free); err != nil {
		return nil, wrap("", err)
	}
	if !free {
		a.report(Event{Table: table, Waiting: ErrInstalling})
		if _, err := a.conn.Exec(ctx, "SELECT pg_catalog.pg_advisory_xact_lock($1)", int64(advisoryKey)); err != nil {
			return nil, wrap("", err)
		}
	}
	steps, err := next(a.conn)
	if err != nil {
		return nil, wrap("", err)
	}
	text := a.setLockTimeout() + ";\n"
	for i, s := range steps {
		text += "SELECT " + strconv.Itoa(i) + ";\n" + s.SQL // tells which one fails
	}
	results := a.conn.PgConn().Exec(ctx, text+"COMMIT")
	step := ""
	for results.NextResult() {
		if rows := results.ResultReader(); rows.NextRow() {
			i, err := strconv.Atoi(string(rows.Values()[0]))
			if err != nil {
				panic(err) // nothing else has rows
			}
			step = steps[i].What
		}
	}
	if err := results.Close(); err != nil {
		return nil, wrap(step, err)
	}
	return steps, nil
}

func (o *Options) setLockTimeout() string {
	return "SET LOCAL lock_timeout = " + strconv.FormatInt(max(1, o.LockTimeout.Milliseconds()), 10)
}

// SQL renders what [Apply] would do, for psql.
func SQL(tasks []Task, o Options) string {
	text := ""
	begin := fmt.Sprintf("%sSET LOCAL client_encoding = 'UTF8';\nSELECT pg_catalog.pg_advisory_xact_lock(%d);\n%s;\n", begin, advisoryKey, o.setLockTimeout())
	for _, t := range tasks {
		for _, c := range t.Plan.Changes {
			if !o.Atomic {
				text += begin
			}
			for _, s := range c.Steps {
				text += "-- " + s.What + "; " + s.Lock.String() + "\n" + s.SQL
			}
			if !o.Atomic {
				text += "COMMIT;\n\n"
			}
		}
	}
	if o.Atomic && text != "" {
		text = begin + text + "COMMIT;\n"
	}
	return text
}
