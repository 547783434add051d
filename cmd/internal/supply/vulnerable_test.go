package supply

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/prooftest"
)

// govulncheck is what looks; it is no module of ours, and go run keeps it apart.
const govulncheck = "golang.org/x/vuln/cmd/govulncheck@v1.9.0"

// database is the name of the environment under which a copy of the Go vulnerability database is given, as
// govulncheck itself has it: file:///PATH of a folder with index/ and ID/ (https://go.dev/security/vuln/database).
const database = "GOVULNDB"

// finding is one of govulncheck: the trace ends at what is vulnerable, with a function where one is called.
type finding struct {
	OSV   string `json:"osv"`
	Trace []struct {
		Module, Version, Package, Function string
	} `json:"trace"`
}

// called and imported are the names of what is known against functions that are called, and against packages that
// are there: all of them count. kong calls the commands by reflection, so that no function behind one is seen to be
// called.
func readFindings(said io.Reader) (called, imported map[string]bool, err error) {
	called, imported = map[string]bool{}, map[string]bool{}
	lines := json.NewDecoder(said)
	for {
		var message struct {
			Finding *finding `json:"finding"`
		}
		if err := lines.Decode(&message); errors.Is(err, io.EOF) {
			return called, imported, nil
		} else if err != nil {
			return nil, nil, err
		}
		f := message.Finding
		if f == nil || len(f.Trace) == 0 || f.Trace[0].Package == "" {
			continue
		}
		imported[f.OSV] = true
		if f.Trace[0].Function != "" {
			called[f.OSV] = true
		}
	}
}

func TestNothingIsKnownAgainstWhatIsThere(t *testing.T) {
	asked(t)
	db := os.Getenv(database)
	if db == "" {
		t.Skipf("%s names no database", database)
	}
	called, imported := map[string]bool{}, map[string]bool{}
	for system, compiler := range map[string]string{"linux": "gcc", "windows": "x86_64-w64-mingw32-gcc"} {
		c, i := lookAt(t, db, []string{"CGO_ENABLED=1", "GOOS=" + system, "CC=" + compiler}, "./cmd/graduand", "./cmd/graduandctl")
		for name := range i {
			t.Errorf("%s: %s is known against a package that is there", system, name)
		}
		maps.Copy(called, c)
		maps.Copy(imported, i)
	}
	t.Logf("there: %v, called: %v", imported, called)
	// The same eyes find what is invented against a package of ours.
	if _, i := lookAt(t, invented(t), []string{"CGO_ENABLED=0"}, "./cmd/graduandctl"); !i["GO-2099-0001"] {
		t.Errorf("control: found %v", i)
	}
	prooftest.Tell(t, prooftest.Figures{"called": float64(len(called)), "imported": float64(len(imported))})
}

// lookAt has govulncheck look at programs of ours as a build for a system takes them.
func lookAt(t *testing.T, db string, environment []string, programs ...string) (called, imported map[string]bool) {
	t.Helper()
	// The program that looks is one for this PC; what it looks at is not.
	words := []string{"run", "-exec", "env " + strings.Join(environment, " "), govulncheck, "-db", db, "-format", "json", "-tags", "migrated_fynedo,no_emoji"}
	look := exec.Command("go", append(words, programs...)...)
	look.Dir = root
	var complaints bytes.Buffer
	look.Stderr = &complaints
	said, err := look.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", environment, err, complaints.String())
	}
	called, imported, err = readFindings(bytes.NewReader(said))
	if err != nil {
		t.Fatal(err)
	}
	return called, imported
}

// invented is a database of one entry, against functions of age.
func invented(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range map[string]string{
		"index/db.json":      `{"modified":"2099-01-01T00:00:00Z"}`,
		"index/modules.json": `[{"path":"filippo.io/age","vulns":[{"id":"GO-2099-0001","modified":"2099-01-01T00:00:00Z"}]}]`,
		"index/vulns.json":   `[{"id":"GO-2099-0001","modified":"2099-01-01T00:00:00Z"}]`,
		"ID/GO-2099-0001.json": `{"schema_version":"1.3.1","id":"GO-2099-0001","modified":"2099-01-01T00:00:00Z","published":"2099-01-01T00:00:00Z",
			"affected":[{"package":{"name":"filippo.io/age","ecosystem":"Go"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}],
			"ecosystem_specific":{"imports":[{"path":"filippo.io/age","symbols":["Encrypt","DecryptReaderAt","NewScryptRecipient"]}]}}]}`,
	} {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(content), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return "file://" + folder
}

// What is there is told from modules of which nothing is taken, and what is called from it.
func TestFindingsAreRead(t *testing.T) {
	called, imported, err := readFindings(bytes.NewBufferString(`{"config":{}}
{"finding":{"osv":"GO-1","trace":[{"module":"m","package":"m/p","function":"F"}]}}
{"finding":{"osv":"GO-2","trace":[{"module":"m","package":"m/q"}]}}
{"finding":{"osv":"GO-3","trace":[{"module":"m"}]}}`))
	if err != nil || len(called) != 1 || !called["GO-1"] || len(imported) != 2 || !imported["GO-2"] {
		t.Errorf("%v, %v, %v", called, imported, err)
	}
}
