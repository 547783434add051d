package cmd

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

func version(t *testing.T, module string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", module).Output()
	if err != nil {
		t.Fatalf("%s: %v", module, err)
	}
	return strings.TrimSpace(string(out))
}

// SQLite in Go is only sound with exactly the libc that it was translated against.
func TestLibcIsTheOneThatSQLiteNames(t *testing.T) {
	file, err := exec.Command("go", "list", "-m", "-f", "{{.GoMod}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "mod", "edit", "-print", strings.TrimSpace(string(file))).Output()
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindStringSubmatch(string(out))
	if named == nil {
		t.Fatal("sqlite names no libc")
	}
	if got := version(t, "modernc.org/libc"); got != named[1] {
		t.Errorf("libc is %s, sqlite wants %s", got, named[1])
	}
}

// Older golang.org/x/image have known holes that a picture can use.
func TestImageIsRecent(t *testing.T) {
	got := regexp.MustCompile(`^v0\.(\d+)\.`).FindStringSubmatch(version(t, "golang.org/x/image"))
	if got == nil || len(got[1]) < 2 || got[1] < "45" {
		t.Errorf("golang.org/x/image is %v, want at least v0.45", got)
	}
}
