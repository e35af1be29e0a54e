package wire

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"sync"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"
)

// A server is a connection to the server.
type server struct {
	conn   net.Conn
	in     *bufio.Reader
	pid    uint32
	secret []byte
	params map[string]string // what the server reported
}

// A client is a connection to the proxy.
type client struct {
	proxy  *Proxy
	conn   net.Conn
	places chan *server // for server connections: the pool, or one of its own
	// startup are the client's startup parameters.
	startup map[string]string
	pid     uint32

	mu     sync.Mutex
	server *server // that it has now, or nil
	// pending is how many Sync, Query and FunctionCall messages the server has
	// not answered by ReadyForQuery; open tells that other messages followed.
	pending int
	open    bool
	talking bool // it has spoken, and not heard all of the answer
	// asked tells that it waits for an answer that is not ReadyForQuery, and
	// answered that it got one.
	asked, answered bool
}

// serve talks to a client until it or the proxy ends.
func (p *Proxy) serve(conn net.Conn) {
	c := &client{proxy: p, conn: conn, places: p.pool}
	backend := pgproto3.NewBackend(conn, conn)
	for c.startup == nil {
		m, err := backend.ReceiveStartupMessage()
		if err != nil {
			return
		}
		switch m := m.(type) {
		case *pgproto3.CancelRequest:
			p.cancel(m)
			return
		case *pgproto3.StartupMessage:
			c.startup = m.Parameters
		default: // SSLRequest, GSSENCRequest
			if _, err := conn.Write([]byte{'N'}); err != nil {
				return
			}
		}
	}
	if c.places == nil {
		c.places = make(chan *server, 1)
		c.places <- nil
	}
	s, err := c.acquire()
	if err != nil {
		fail(backend, err)
		return
	}
	c.server = s
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.release(false)
	}()
	p.mu.Lock()
	p.clients = append(p.clients, c)
	c.pid = uint32(len(p.clients))
	p.mu.Unlock()
	backend.Send(&pgproto3.AuthenticationOk{})
	for name, value := range s.params {
		backend.Send(&pgproto3.ParameterStatus{Name: name, Value: value})
	}
	backend.Send(&pgproto3.BackendKeyData{ProcessID: c.pid, SecretKey: make([]byte, 4)})
	backend.Send(&pgproto3.ReadyForQuery{TxStatus: 'I'})
	if backend.Flush() != nil {
		return
	}
	if p.pool != nil {
		c.mu.Lock()
		c.release(true)
		c.mu.Unlock()
	} else {
		p.running.Go(func() { c.hear(s) })
	}
	in := bufio.NewReaderSize(conn, 1<<16)
	for {
		// What came together with the message before it was not said in
		// answer to anything.
		together := in.Buffered() > 0
		m, err := readMessage(in)
		if err != nil || m[0] == 'X' {
			return
		}
		if err := c.say(m, together); err != nil {
			fail(backend, err)
			return
		}
	}
}

func fail(backend *pgproto3.Backend, err error) {
	backend.Send(&pgproto3.ErrorResponse{Severity: "FATAL", SeverityUnlocalized: "FATAL", Code: "08006", Message: err.Error()})
	_ = backend.Flush() // the client may be gone
}

// say passes a message of the client on to the server.
func (c *client) say(m message, together bool) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.server == nil {
		c.mu.Unlock()
		s, err := c.acquire()
		c.mu.Lock()
		if err != nil {
			return err
		}
		c.server = s
		c.proxy.running.Go(func() { c.hear(s) })
	}
	trip := !together && (!c.talking || c.asked && c.answered)
	c.talking = true
	if trip {
		c.asked, c.answered = false, false
	}
	c.open = true
	switch m[0] {
	case 'S', 'Q', 'F':
		c.pending++
		c.open = false
	case 'H':
		c.asked, c.answered = true, false
	}
	c.proxy.note(m, trip)
	_, err := c.server.conn.Write(m)
	return err
}

// note keeps what a client says.
func (p *Proxy) note(m message, trip bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if trip {
		p.said.Trips++
	}
	p.said.Bytes += len(m)
	text := func(b []byte) (string, []byte) { // up to its end, a zero
		s, rest, _ := bytes.Cut(b, []byte{0})
		return string(s), rest
	}
	switch body := m[5:]; m[0] {
	case 'Q':
		sql, _ := text(body)
		p.said.Statements = append(p.said.Statements, sql)
	case 'P':
		name, rest := text(body)
		sql, _ := text(rest)
		p.said.Statements = append(p.said.Statements, sql)
		if name != "" {
			p.said.Prepared = append(p.said.Prepared, name)
		}
	case 'B':
		_, rest := text(body)
		_, rest = text(rest)
		formats := int(binary.BigEndian.Uint16(rest))
		p.said.Params += int(binary.BigEndian.Uint16(rest[2+2*formats:]))
	}
}

// hear passes on what the server says, until the client has no server
// connection.
func (c *client) hear(s *server) {
	for {
		m, err := readMessage(s.in)
		if err != nil {
			c.conn.Close() // ends serve
			return
		}
		c.mu.Lock()
		over := false
		switch m[0] {
		case 'Z':
			c.pending--
			if c.pending == 0 && !c.open {
				c.talking, c.asked = false, false
				over = c.proxy.pool != nil && m[5] == 'I'
			}
		case 'G', 'W': // COPY FROM STDIN: the client goes on
			c.asked, c.answered = true, true
		default:
			c.answered = c.asked
		}
		if over {
			c.release(true)
		}
		c.mu.Unlock()
		if _, err := c.conn.Write(m); err != nil || over {
			return
		}
	}
}

// acquire waits for a server connection and opens it if it is not open. The
// client has none, so that no one else looks at it.
func (c *client) acquire() (*server, error) {
	ctx := c.proxy.ctx
	var s *server
	select {
	case s = <-c.places:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s != nil {
		return s, nil
	}
	config := c.proxy.config.Copy()
	if c.proxy.pool == nil {
		for name, value := range c.startup {
			if name != "user" && name != "database" {
				config.RuntimeParams[name] = value
			}
		}
	}
	conn, err := pgconn.ConnectConfig(ctx, config)
	if err != nil {
		c.places <- nil
		return nil, err
	}
	h, err := conn.Hijack()
	if err != nil {
		panic(err) // it is idle
	}
	return &server{h.Conn, bufio.NewReader(h.Conn), h.PID, h.SecretKey, h.ParameterStatuses}, nil
}

// release gives the server connection back, if the client has one: closed, if
// it is not idle. The caller holds the lock.
func (c *client) release(idle bool) {
	s := c.server
	if s == nil {
		return
	}
	c.server = nil
	if !idle {
		s.conn.Close()
		s = nil
	}
	c.places <- s
}

// cancel passes a request on to the server connection that the client has.
func (p *Proxy) cancel(m *pgproto3.CancelRequest) {
	p.mu.Lock()
	if m.ProcessID == 0 || int(m.ProcessID) > len(p.clients) {
		p.mu.Unlock()
		return
	}
	c := p.clients[m.ProcessID-1]
	p.mu.Unlock()
	// Locked until it is done, or it might meet the statement of another
	// client.
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.server == nil || c.pending == 0 {
		return
	}
	addr := c.server.conn.RemoteAddr()
	conn, err := new(net.Dialer).DialContext(p.ctx, addr.Network(), addr.String())
	if err != nil {
		return
	}
	defer conn.Close()
	request := pgproto3.CancelRequest{ProcessID: c.server.pid, SecretKey: c.server.secret}
	b, err := request.Encode(nil)
	if err != nil {
		panic(err) // the key is the server's own
	}
	if _, err := conn.Write(b); err == nil {
		_, _ = io.Copy(io.Discard, conn) // the server hangs up when it has been done
	}
}
