package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/pgtest"
)

// TestReadme follows the README as a new user does.
func TestReadme(t *testing.T) {
	t.Parallel()
	followTour(t, "README.md", pgtest.DB(t))
}

// TestOperations follows the page on triggers at work.
func TestOperations(t *testing.T) {
	t.Parallel()
	followTour(t, "docs/operations.md", pgtest.DB(t), "RESTORED_URL="+pgtest.DB(t))
}

// followTour writes the files that a page shows, runs the commands, and compares
// what they print.
func followTour(t *testing.T, file, dsn string, vars ...string) {
	t.Helper()
	psql, err := exec.LookPath("psql")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("the tour needs psql")
	}
	text, err := os.ReadFile("../../" + file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	build := exec.Command("go", "build", "-o", filepath.Join(bin, "trigc"), "../../cmd/trigc")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	work := filepath.Join(dir, "blog")
	tourModule(t, work)
	env := append(os.Environ(),
		"PATH="+bin+string(os.PathListSeparator)+filepath.Dir(psql)+string(os.PathListSeparator)+os.Getenv("PATH"),
		"DATABASE_URL="+dsn, "NO_COLOR=1", "GOFLAGS=-mod=mod", "PSQLRC=/dev/null", "PAGER=cat")
	env = append(env, vars...)
	for _, step := range tour(string(text)) {
		if step.file != "" {
			path := filepath.Join(work, step.file)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(step.text), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if strings.Contains(step.text, "$ pg_dump ") && !dumps(t) {
			t.Logf("NOT TESTED: pg_dump is missing, or older than the server:\n%s", step.text)
			continue
		}
		for _, c := range commands(step.text) {
			line := c.line
			if rest, ok := strings.CutPrefix(line, "psql "); ok {
				line = `psql "$DATABASE_URL" ` + rest
			}
			cmd := exec.Command("sh", "-c", line)
			cmd.Dir, cmd.Env = work, env
			out, _ := cmd.CombinedOutput()
			if got := duration.ReplaceAllString(string(out), "TIME"); got != duration.ReplaceAllString(c.output, "TIME") {
				t.Errorf("$ %s\n%s\n%s says:\n%s", c.line, out, file, c.output)
			}
		}
	}
}

// dumps reports whether there is a pg_dump for the server.
func dumps(t *testing.T) bool {
	out, err := exec.Command("pg_dump", "--version").Output()
	if err != nil {
		return false
	}
	m := regexp.MustCompile(`\) (\d+)`).FindSubmatch(out)
	if m == nil {
		t.Fatalf("pg_dump --version says %q", out)
	}
	major, err := strconv.Atoi(string(m[1]))
	return err == nil && major >= pgtest.Major(t)
}

// duration is what differs from run to run.
var duration = regexp.MustCompile(`\b[0-9]+(\.[0-9]+)?m?s\b`)

// tourModule makes a module that can import pgx as this one does, without a
// download.
func tourModule(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	sum, err := os.ReadFile("../../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)^module .*$`).ReplaceAllString(string(mod), "module example.com/blog")
	for name, data := range map[string][]byte{"go.mod": []byte(text), "go.sum": sum} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A tourStep is a file to write, or a console to follow.
type tourStep struct {
	file string
	text string
}

var tourBlock = regexp.MustCompile("(?s)(?:<!-- file: (\\S+) -->\n)?```(\\w+)\n(.*?)```")

func tour(readme string) []tourStep {
	var steps []tourStep
	for _, m := range tourBlock.FindAllStringSubmatch(readme, -1) {
		if m[1] != "" || m[2] == "console" {
			steps = append(steps, tourStep{m[1], m[3]})
		}
	}
	return steps
}

type command struct{ line, output string }

// commands cuts a console into its commands and what each prints.
func commands(console string) []command {
	var list []command
	for _, l := range strings.SplitAfter(console, "\n") {
		if line, ok := strings.CutPrefix(l, "$ "); ok {
			list = append(list, command{line: strings.TrimSuffix(line, "\n")})
		} else if len(list) > 0 {
			list[len(list)-1].output += l
		}
	}
	return list
}
