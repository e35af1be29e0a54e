// Package wire gives tests a proxy that stands between clients and a Postgres
// server. It counts their round trips and keeps what the clients send, and it
// can share few server connections among many clients, as PgBouncer does in
// its transaction mode.
package wire

import (
	"bufio"
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/url"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

// A Proxy listens to what clients and the server say to one another.
type Proxy struct {
	config   *pgconn.Config
	listener net.Listener
	// pool has a place for each server connection that clients share, nil for
	// one that is not open. It is nil if each client has its own.
	pool    chan *server
	ctx     context.Context // done when the proxy ends
	end     context.CancelFunc
	running sync.WaitGroup

	mu      sync.Mutex
	clients []*client
	said    Said
}

// Said is what clients said during some steps.
type Said struct {
	// Trips are the round trips: the times that a client spoke after it had
	// heard the answer to all that it had said before.
	Trips int
	// Statements is the SQL of the Parse and Query messages.
	Statements []string
	// Prepared are the names of prepared statements that were made by Parse;
	// the unnamed one is not among them.
	Prepared []string
	// Params is the number of parameters that were bound.
	Params int
	// Bytes is the size of all messages.
	Bytes int
}

// New starts a proxy for the server and database of dsn, in which each client
// has a server connection of its own. The proxy ends with the test.
func New(t testing.TB, dsn string) *Proxy {
	t.Helper()
	return start(t, dsn, nil)
}

// NewPooler is [New] of a proxy in which all clients share that many server
// connections. A client has one from the first message of a transaction until
// the server says that it is in none; what it did to the session stays.
func NewPooler(t testing.TB, dsn string, servers int) *Proxy {
	t.Helper()
	pool := make(chan *server, servers)
	for range servers {
		pool <- nil
	}
	return start(t, dsn, pool)
}

func start(t testing.TB, dsn string, pool chan *server) *Proxy {
	t.Helper()
	config, err := pgconn.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{config: config, listener: listener, pool: pool}
	p.ctx, p.end = context.WithCancel(context.Background())
	p.running.Go(p.accept)
	t.Cleanup(func() {
		p.end()
		listener.Close()
		p.running.Wait()
		for len(pool) > 0 {
			if s := <-pool; s != nil {
				s.conn.Close()
			}
		}
	})
	return p
}

// DSN returns the DSN of the proxy.
func (p *Proxy) DSN() string {
	u := url.URL{
		Scheme: "postgres", User: url.User(p.config.User), Host: p.listener.Addr().String(),
		Path: "/" + p.config.Database, RawQuery: "sslmode=disable",
	}
	return u.String()
}

// During returns what clients say while f runs.
func (p *Proxy) During(f func()) Said {
	p.mu.Lock()
	p.said = Said{}
	p.mu.Unlock()
	f()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said
}

// Cut closes the connections of all clients, without a word to either side.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.clients {
		c.conn.Close()
	}
}

func (p *Proxy) accept() {
	for {
		conn, err := p.listener.Accept()
		if err != nil {
			return // the proxy ends
		}
		p.running.Go(func() {
			defer conn.Close()
			defer context.AfterFunc(p.ctx, func() { conn.Close() })()
			p.serve(conn)
		})
	}
}

// A message is one of the protocol, as it stands on the wire: a byte for its
// type, four for its length, and the rest.
type message []byte

func readMessage(r *bufio.Reader) (message, error) {
	m := make(message, 5)
	if _, err := io.ReadFull(r, m); err != nil {
		return nil, err
	}
	m = append(m, make([]byte, binary.BigEndian.Uint32(m[1:])-4)...)
	_, err := io.ReadFull(r, m[5:])
	return m, err
}
