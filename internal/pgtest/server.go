package pgtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// A server is a process, of postgres or pgbouncer, and the directory of its
// files.
type server struct {
	dsn   string
	dir   string
	cmd   *exec.Cmd     // nil until it is started
	ended chan struct{} // closed when cmd has ended
	// life goes to the reaper: a line tells it to go, and its end that this
	// process died.
	life io.WriteCloser
}

// reaper outlives a test process that dies of a panic, a timeout or a
// signal, and does what stop would have done. The data is worth nothing, so
// there is no orderly shutdown; an immediate one still frees the shared
// memory.
const reaper = `
read -r line && exit
kill -QUIT "$2"
n=0
while kill -0 "$2" && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done
kill -KILL "$2"
cd / && rm -rf "$1"
`

func startServer() (*server, error) {
	dir, err := os.MkdirTemp("", "pgtest")
	if err != nil {
		return nil, err
	}
	s := &server{dir: dir}
	if err := s.run(); err != nil {
		log, _ := os.ReadFile(filepath.Join(dir, "log"))
		s.stop()
		if len(log) > 0 {
			err = fmt.Errorf("%w\n%s", err, bytes.TrimSpace(log))
		}
		return nil, err
	}
	return s, nil
}

func (s *server) run() error {
	bin, err := findBinaries(s.dir)
	if err != nil {
		return err
	}
	attr, err := s.unprivileged()
	if err != nil {
		return err
	}
	data := filepath.Join(s.dir, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "--pgdata="+data, "--username=postgres", "--auth=trust",
		"--encoding=UTF8", "--locale=C", "--no-sync")
	initdb.SysProcAttr = attr
	initdb.Dir = s.dir // the one of the test may be closed to the user
	initdb.Env = cleanEnv()
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", initdb.Path, err, bytes.TrimSpace(out))
	}

	// TCP on loopback: the path of a Unix socket may have 107 bytes (103 on
	// macOS), and TMPDIR alone can be longer.
	for range 5 {
		if err = s.listen(bin, data, attr); !errors.Is(err, errPortTaken) {
			return err
		}
	}
	return err
}

var errPortTaken = errors.New("the port was taken by another process")

// listen starts postgres on a free port and waits until it answers.
func (s *server) listen(bin, data string, attr *syscall.SysProcAttr) error {
	port, err := freePort()
	if err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(s.dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	cmd := exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-p", strconv.Itoa(port),
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
		"-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
		"-c", "shared_buffers=32MB", "-c", "max_connections=100",
		"-c", "autovacuum=off", "-c", "jit=off", "-c", "timezone=UTC", "-c", "lc_messages=C")
	if err := s.start(cmd, attr, log); err != nil {
		return err
	}
	s.dsn = fmt.Sprintf("postgres://postgres@127.0.0.1:%d/postgres?sslmode=disable", port)
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		err := s.answers(data)
		if err == nil {
			return nil
		}
		select {
		case <-s.ended:
			log, _ := os.ReadFile(filepath.Join(s.dir, "log"))
			if bytes.Contains(log, []byte("could not bind")) {
				s.end()
				return errPortTaken
			}
			return errors.New("postgres ended while starting")
		default:
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("postgres did not answer within 30 seconds: %w", err)
		}
	}
}

// start starts the process, and what ends it if this one dies.
func (s *server) start(cmd *exec.Cmd, attr *syscall.SysProcAttr, log *os.File) error {
	cmd.SysProcAttr = attr
	cmd.Dir = s.dir
	cmd.Env = cleanEnv()
	// Not those of the test: "go test" waits for whoever holds them.
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return err
	}
	s.cmd, s.ended = cmd, make(chan struct{})
	ended := s.ended
	go func() { cmd.Wait(); close(ended) }()
	return s.startReaper(attr)
}

// answers reports why the server cannot be used yet. It asks for the data
// directory: another server may have got the port.
func (s *server) answers(data string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var dir string
	if err := conn.QueryRow(ctx, "SHOW data_directory").Scan(&dir); err != nil {
		return err
	}
	if dir != data {
		return fmt.Errorf("the server on the port keeps its data in %s", dir)
	}
	return nil
}

func (s *server) startReaper(attr *syscall.SysProcAttr) error {
	sh := exec.Command("/bin/sh", "-c", reaper, "pgtest-reaper", s.dir, strconv.Itoa(s.cmd.Process.Pid))
	sh.SysProcAttr = attr
	sh.Dir = "/"
	sh.Env = cleanEnv()
	life, err := sh.StdinPipe()
	if err != nil {
		return err
	}
	if err := sh.Start(); err != nil {
		return err
	}
	s.life = life
	go sh.Wait()
	return nil
}

// end ends the process and then its reaper, in this order: a reaper must not
// signal a process id that another process may have by now.
func (s *server) end() {
	if s.cmd != nil {
		s.cmd.Process.Signal(syscall.SIGQUIT)
		select {
		case <-s.ended:
		case <-time.After(10 * time.Second):
			s.cmd.Process.Kill()
			<-s.ended
		}
		s.cmd = nil
	}
	if s.life != nil {
		io.WriteString(s.life, "done\n")
		s.life.Close()
		s.life = nil
	}
}

// stop ends the server and removes its files.
func (s *server) stop() {
	s.end()
	os.RemoveAll(s.dir)
}

// unprivileged returns how to start the server's processes: as the user of
// the test, or, since all of them refuse root, as another one who then owns the
// directory and all in it, so that the reaper can remove it. They get a process
// group of their own, so that an interrupt from the terminal does not end the
// server under the tests.
func (s *server) unprivileged() (*syscall.SysProcAttr, error) {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if os.Getuid() != 0 {
		return attr, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(u.Uid, 10, 32)
		if err != nil {
			return nil, err
		}
		gid, err := strconv.ParseUint(u.Gid, 10, 32)
		if err != nil {
			return nil, err
		}
		attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		return attr, filepath.WalkDir(s.dir, func(path string, _ fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			return os.Lchown(path, int(uid), int(gid))
		})
	}
	return nil, errors.New("it refuses to run as root, and there is neither a user postgres nor nobody")
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// cleanEnv leaves out what would change the server: PGDATA, PGPORT, the
// locale.
func cleanEnv() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "TZ=UTC"}
}
