package supply

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"graduand/data/prooftest"
)

// build is one program for one system, with the flags of cmd/graduand/package.sh.
type build struct{ name, program, system, flags, cgo, compiler string }

var builds = []build{
	{"graduandctl for Linux", "graduandctl", "linux", "", "0", ""},
	{"graduandctl for Windows", "graduandctl", "windows", "", "0", ""},
	{"the window for Linux", "graduand", "linux", clears, "1", "gcc"},
	{"the window for Windows", "graduand", "windows", clears + " -H windowsgui", "1", "x86_64-w64-mingw32-gcc"},
}

// clears lets the window overwrite the memory that it frees.
const clears = "-X runtime.godebugDefault=clobberfree=1"

// The same tree, in another folder and compiled anew, gives the same octets. What others have made is not compiled
// anew, nor is what people install packed: cmd/graduand/reproduced.sh does both, in half an hour.
func TestTwoBuildsAreTheSame(t *testing.T) {
	asked(t)
	one, another := filepath.Join(t.TempDir(), "one"), filepath.Join(t.TempDir(), "another", "farther", "off")
	export(t, one, false)
	export(t, another, true)
	differing := 0
	for _, b := range builds {
		t.Run(b.name, func(t *testing.T) {
			if first, second := b.hash(t, one), b.hash(t, another); first != second {
				differing++
				t.Errorf("%s and %s", first, second)
			}
		})
	}
	// A word more in the source is another program: the comparison sees it.
	asset := filepath.Join(another, "data", "text", "ui.en.toml")
	content, err := os.ReadFile(asset)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(asset, append(content, "# another\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if builds[0].hash(t, one) == builds[0].hash(t, another) {
		t.Error("control: another tree gives the same program")
	}
	prooftest.Tell(t, prooftest.Figures{"programs": float64(len(builds)), "differing": float64(differing)})
}

// export copies what is committed into a folder. Anew it gives each of our files of Go a last line that changes
// nothing of what it is compiled to, so that no cache has it; those with C in them stay, whose names follow from
// every letter.
func export(t *testing.T, folder string, anew bool) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	archive := exec.Command("sh", "-c", "git archive HEAD | tar -x -C \"$0\"", folder)
	archive.Dir = root
	if said, err := archive.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if !anew {
		return
	}
	changed := 0
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil || bytes.Contains(content, []byte("import \"C\"")) {
			return err
		}
		changed++
		return os.WriteFile(path, append(content, "\n// Compiled anew.\n"...), 0o600)
	})
	if err != nil || changed < 100 {
		t.Fatalf("%d files: %v", changed, err)
	}
}

// hash is the SHA-256 of the program that comes of a tree.
func (b build) hash(t *testing.T, tree string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), b.program)
	make := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-tags", "migrated_fynedo,no_emoji,netgo", "-ldflags", "-s -w -buildid= "+b.flags, "-o", out, "./cmd/"+b.program)
	make.Dir = tree
	make.Env = append(os.Environ(), "GOOS="+b.system, "CGO_ENABLED="+b.cgo)
	if b.compiler != "" {
		make.Env = append(make.Env, "CC="+b.compiler)
	}
	if said, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	content, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(content))
}

// The flags here are those with which people's programs are built.
func TestBuildsHaveTheFlagsOfThePackage(t *testing.T) {
	script, err := os.ReadFile(root + "/cmd/graduand/package.sh")
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{`go build -trimpath -buildvcs=false -tags migrated_fynedo,no_emoji,netgo -ldflags "-s -w -buildid= `, `clears="` + clears + `"`} {
		if !strings.Contains(string(script), words) {
			t.Errorf("package.sh has no %q", words)
		}
	}
	if n := len(regexp.MustCompile(`(?m)^(GOOS=\w+ )?CGO_ENABLED=.* build `).FindAll(script, -1)); n != len(builds) {
		t.Errorf("package.sh builds %d programs, here are %d", n, len(builds))
	}
}
