package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"gopkg.in/yaml.v3"
)

// An actionFile is what the test knows of action.yml.
type actionFile struct {
	Inputs map[string]struct{ Description, Default string }
	Runs   struct {
		Using string
		Steps []struct {
			Name, Uses, If, Shell, Run string
			WorkingDirectory           string `yaml:"working-directory"`
			Env                        map[string]string
		}
	}
}

func readAction() (*actionFile, error) {
	data, err := os.ReadFile(filepath.Join("..", "..", "action.yml"))
	if err != nil {
		return nil, err
	}
	var a actionFile
	return &a, yaml.Unmarshal(data, &a)
}

var actionInput = regexp.MustCompile(`^\$\{\{ inputs\.([a-z-]+) \}\}$`)

// runAction runs a step of action.yml in the script's directory: action STEP
// [input=value…]. The trigc that it finds is the one of the script.
func runAction(ts *testscript.TestScript, neg bool, args []string) {
	a, err := readAction()
	ts.Check(err)
	if len(args) == 0 {
		ts.Fatalf("usage: action STEP [input=value...]")
	}
	given := map[string]string{}
	for name, in := range a.Inputs {
		given[name] = in.Default
	}
	for _, arg := range args[1:] {
		name, value, ok := strings.Cut(arg, "=")
		if _, known := given[name]; !ok || !known {
			ts.Fatalf("action.yml has no input %q", name)
		}
		given[name] = value
	}
	for _, step := range a.Runs.Steps {
		if step.Name != args[0] {
			continue
		}
		for name, value := range step.Env {
			m := actionInput.FindStringSubmatch(value)
			if m == nil {
				ts.Fatalf("%s is %s, which is no input", name, value)
			}
			input, known := given[m[1]]
			if !known {
				ts.Fatalf("%s is an input that action.yml does not have: %s", name, m[1])
			}
			ts.Setenv(name, input)
		}
		// As GitHub runs it: bash --noprofile --norc -eo pipefail.
		script := `RUNNER_TEMP=$(dirname "$(command -v trigc)")` + "\ncd " + given["working-directory"] + "\n" + step.Run
		err := ts.Exec("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
		switch {
		case err != nil && !neg:
			ts.Fatalf("step %s: %v", step.Name, err)
		case err == nil && neg:
			ts.Fatalf("step %s passes", step.Name)
		}
		return
	}
	ts.Fatalf("action.yml has no step %q", args[0])
}

var shellBlock = regexp.MustCompile("(?s)```sh\n(.*?)```")

// runBlocks runs the shell blocks of a page of docs, one after the other.
func runBlocks(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: blocks PAGE")
	}
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", args[0]))
	ts.Check(err)
	blocks := shellBlock.FindAllStringSubmatch(string(data), -1)
	if len(blocks) == 0 {
		ts.Fatalf("%s has no shell blocks", args[0])
	}
	for _, m := range blocks {
		if err := ts.Exec("bash", "-e", "-c", m[1]); err != nil {
			ts.Fatalf("%v\n%s", err, m[1])
		}
	}
}

// What GitHub and pre-commit read is as they want it: each step has a shell,
// each input a use, and each hook what it needs.
func TestActionAndHooks(t *testing.T) {
	a, err := readAction()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	if a.Runs.Using != "composite" || len(a.Runs.Steps) != 4 {
		t.Errorf("action.yml: %+v", a.Runs)
	}
	for name, in := range a.Inputs {
		if in.Description == "" || !strings.Contains(string(text), "inputs."+name) {
			t.Errorf("action.yml: input %s is described as %q, and perhaps not used", name, in.Description)
		}
	}
	for _, step := range a.Runs.Steps {
		if (step.Uses == "") == (step.Run == "") || step.Run != "" && step.Shell != "bash" {
			t.Errorf("action.yml: step %q needs one of uses and run, and a shell with it", step.Name)
		}
		if strings.Contains(step.Run, "${{") {
			t.Errorf("action.yml: step %q has an expression in its script, where an input could be code", step.Name)
		}
	}

	data, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct{ ID, Name, Language, Entry, Files string }
	if err := yaml.Unmarshal(data, &hooks); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hooks {
		files, err := regexp.Compile(h.Files)
		if err != nil || !files.MatchString("db/schema.sql") || !files.MatchString("pgtrigger.toml") || files.MatchString("README.md") {
			t.Errorf("hook %s: files %s: %v", h.ID, h.Files, err)
		}
		entry := strings.Fields(h.Entry)
		if h.Name == "" || h.Language != "golang" || len(entry) < 2 || entry[0] != "trigc" || lookup(entry[1]) == nil {
			t.Errorf("hook %+v", h)
		}
		if !strings.Contains(string(page), "- id: "+h.ID+"\n") {
			t.Errorf("docs/ci.md does not know hook %s", h.ID)
		}
	}
	if len(hooks) != 2 {
		t.Errorf("%d hooks", len(hooks))
	}
}

// The program is built as the action's first step says, and as pre-commit does
// for hooks in Go: go install of the packages that are programs.
func TestActionBuilds(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program twice")
	}
	a, err := readAction()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, script := range []string{a.Runs.Steps[1].Run, "GOBIN=$RUNNER_TEMP/bin go install ./..."} {
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
		cmd.Dir = filepath.Join("..", "..")
		cmd.Env = append(os.Environ(), "RUNNER_TEMP="+dir)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", script, err, out)
		}
	}
	for _, program := range []string{"trigc", filepath.Join("bin", "trigc")} {
		if out, err := exec.Command(filepath.Join(dir, program), "vet", "--help").CombinedOutput(); err != nil || !strings.Contains(string(out), "--fail-on") {
			t.Errorf("%s vet --help: %v\n%s", program, err, out)
		}
	}
}
