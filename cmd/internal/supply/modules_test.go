package supply

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"graduand/data/prooftest"
)

// root is the folder of the project.
const root = "../../.."

// required is a module that a line of go.mod asks for, and what stands behind it.
type required struct{ path, version, why string }

// direct are the modules that we ask for ourselves.
func direct(content string) (all []required) {
	within := false
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "require ("):
			within = true
		case line == ")":
			within = false
		case within || strings.HasPrefix(line, "require "):
			words, why, _ := strings.Cut(strings.TrimPrefix(line, "require "), "//")
			fields := strings.Fields(words)
			if len(fields) == 2 && strings.TrimSpace(why) != "indirect" {
				all = append(all, required{fields[0], fields[1], strings.TrimSpace(why)})
			}
		}
	}
	return all
}

// unexplained are those of which the line does not say why it was taken and not another.
func unexplained(all []required) (paths []string) {
	for _, r := range all {
		why, other, _ := strings.Cut(r.why, "; ")
		if len(why) < 20 || !strings.Contains(other, "not ") && !strings.Contains(other, "no other") {
			paths = append(paths, r.path)
		}
	}
	return paths
}

func TestEveryModuleSaysWhy(t *testing.T) {
	content, err := os.ReadFile(root + "/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	all := direct(string(content))
	lacking := unexplained(all)
	for _, path := range lacking {
		t.Errorf("go.mod does not say behind %s why it and not another: «what it does for us; not NAME, which …»", path)
	}
	if len(all) < 20 {
		t.Errorf("only %d modules", len(all))
	}
	prooftest.Tell(t, prooftest.Figures{"direct": float64(len(all)), "unexplained": float64(len(lacking))})
}

func TestAModuleWithoutAReasonIsFound(t *testing.T) {
	all := direct("require example.org/a v1.0.0\nrequire (\n\texample.org/b v1.0.0 // good; fast\n\texample.org/c v1.0.0 // reads what we have to read; not d, which does not\n\texample.org/e v1.0.0 // indirect\n)\n")
	if lacking := unexplained(all); len(all) != 3 || !slices.Equal(lacking, []string{"example.org/a", "example.org/b"}) {
		t.Errorf("%v: %v", all, lacking)
	}
}

// asked passes a test over that is for the proof alone.
func asked(t *testing.T) {
	t.Helper()
	if prooftest.Times(t, 0) == 0 {
		t.Skip("for «make proof»")
	}
}

// What lies in the cache of modules is what go.sum says, octet for octet.
func TestModulesAreThoseOfGoSum(t *testing.T) {
	asked(t)
	verify := exec.Command("go", "mod", "verify")
	verify.Dir = root
	said, err := verify.CombinedOutput()
	fault := 0
	if err != nil || !strings.Contains(string(said), "all modules verified") {
		fault = 1
		t.Errorf("%v\n%s", err, said)
	}
	list := exec.Command("go", "list", "-m", "all")
	list.Dir = root
	modules, err := list.Output()
	if err != nil {
		t.Fatal(fmt.Errorf("list modules: %w", err))
	}
	prooftest.Tell(t, prooftest.Figures{"modules": float64(strings.Count(string(modules), "\n")), "altered": float64(fault)})
}
