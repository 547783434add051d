package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/exchange"
)

// tool runs a program that is not ours, and gives what it prints.
func tool(t *testing.T, folder, name string, args ...string) (string, error) {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing: run make deps", name)
	}
	command := exec.Command(path, args...)
	command.Dir = folder
	out, err := command.CombinedOutput()
	return string(out), err
}

// python is the one of the system, for which Debian's packages are.
const python = "/usr/bin/python3"

func done(t *testing.T, folder, name string, args ...string) string {
	t.Helper()
	out, err := tool(t, folder, name, args...)
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return out
}

func save(t *testing.T, content []byte, path ...string) string {
	t.Helper()
	to := filepath.Join(path...)
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// unpackedFile is the folder of a message, by age and unzip alone; beside it lies the key of the signer.
func unpackedFile(t *testing.T, g *good, file []byte) (bag string) {
	t.Helper()
	folder := t.TempDir()
	secret, _, err := g.centre.Text()
	if err != nil {
		t.Fatal(err)
	}
	save(t, []byte(secret), folder, "centre.agekey")
	save(t, must(g.School.Keys().PublicFile()), folder, "school.minisign.pub")
	save(t, file, folder, "message.zip.age")
	done(t, folder, "age", "-d", "-i", "centre.agekey", "-o", "message.zip", "message.zip.age")
	done(t, folder, "unzip", "-q", "message.zip", "-d", "bag")
	return filepath.Join(folder, "bag")
}

// judges are the tools that a message must stand before; each refuses a spoilt one by its exit code.
var judges = map[string][]string{
	"minisign":        {"minisign", "-Vm", "tagmanifest-sha256.txt", "-p", "../school.minisign.pub"},
	"sha256sum":       {"sha256sum", "--strict", "--quiet", "-c", "manifest-sha256.txt"},
	"sha256sum, tags": {"sha256sum", "--strict", "--quiet", "-c", "tagmanifest-sha256.txt"},
	"jsonschema":      {python, "-W", "ignore", "-m", "jsonschema", "-i", "data/message.json", schemaPath},
	"datapackage":     {"node", tablesPath, modulesPath, "."},
}

// Where the judges find the schema, and the npm packages that make deps has brought.
var (
	schemaPath  = must(filepath.Abs("schema/message.schema.json"))
	tablesPath  = must(filepath.Abs("testdata/judges/tables.js"))
	modulesPath = must(filepath.Abs("../../build/judges/node_modules"))
)

func TestJudgesFindOurMessageWholeAndGenuine(t *testing.T) {
	g := newGood()
	bag := unpackedFile(t, g, g.File)
	for name, judge := range judges {
		t.Run("design §9 "+name, func(t *testing.T) { done(t, bag, judge[0], judge[1:]...) })
	}
	t.Run("design §9 datapackage reads what was written", func(t *testing.T) {
		var tables map[string][]map[string]any
		if err := json.Unmarshal([]byte(done(t, bag, "node", judges["datapackage"][1:]...)), &tables); err != nil {
			t.Fatal(err)
		}
		if who := tables["graduates"][0]; who["surname"] != "Ґудзь, «Їжак»" || who["field_street"] != "вул. Бузкова, 5" || who["attempt"] != 1.0 || who["patronymic"] != nil {
			t.Errorf("%v", who)
		}
		if len(tables["graduates"]) != 2 || tables["payments"][0]["amount"] != 370.0 || tables["subjects"][0]["attestation"] != true {
			t.Errorf("%v", tables)
		}
	})
}

func TestJudgesRefuseASpoiltMessage(t *testing.T) {
	for _, c := range []struct{ judge, file, old, with string }{
		{"minisign", "tagmanifest-sha256.txt", "bagit.txt", "tigab.txt"},
		{"sha256sum", "data/graduates.csv", "Бондар", "Бондир"},
		{"sha256sum, tags", "manifest-sha256.txt", "data/graduates.csv", "data/graduants.csv"},
		{"jsonschema", "data/message.json", `"kharkiv-7"`, `"kharkiv 7"`},
		{"jsonschema", "data/message.json", `"sequence": 1`, `"sequence": 0`},
		{"datapackage", "data/graduates.csv", "Бондар", ""},
		{"datapackage", "data/graduates.csv", "2003-03-05", "2003-02-30"},
		{"datapackage", "data/subjects.csv", "aa11", "cc33"},
		{"datapackage", "data/graduates.csv", "bb22", "aa11"},
	} {
		t.Run("design §9 "+c.judge+" "+c.with, func(t *testing.T) {
			g := newGood()
			bag := unpackedFile(t, g, g.File)
			path := filepath.Join(bag, c.file)
			was := must(os.ReadFile(path))
			if !bytes.Contains(was, []byte(c.old)) {
				t.Fatalf("%s has no %s", c.file, c.old)
			}
			save(t, bytes.ReplaceAll(was, []byte(c.old), []byte(c.with)), path)
			if out, err := tool(t, bag, judges[c.judge][0], judges[c.judge][1:]...); err == nil {
				t.Errorf("it was taken: %s", out)
			}
		})
	}
}

func TestAMessageThatOnlyToolsOfOthersMadeIsRead(t *testing.T) {
	school, folder := identity(), t.TempDir()
	done(t, folder, "age-keygen", "-o", "centre.agekey")
	done(t, folder, "minisign", "-G", "-W", "-p", "centre.minisign.pub", "-s", "centre.minisign.key")
	centre, err := exchange.ParseIdentity(string(must(os.ReadFile(filepath.Join(folder, "centre.agekey")))), string(must(os.ReadFile(filepath.Join(folder, "centre.minisign.key")))))
	if err != nil {
		t.Fatal(err)
	}
	envelope := exchange.Envelope{Format: 1, Type: exchange.TypeStatus, ID: strings.Repeat("7", 32), Created: "2020-02-27T09:00:00Z", Program: "a centre's own", Campaign: "zno-2020",
		School: "kharkiv-7", Sequence: 1, To: school.Keys().Fingerprint(), From: centre.Keys()}
	script := must(filepath.Abs("testdata/judges/status.py"))
	said := string(must(json.Marshal(envelope)))
	done(t, folder, python, script, folder, said)
	done(t, folder, "minisign", "-S", "-s", "centre.minisign.key", "-m", "tagmanifest-sha256.txt", "-t", "our status")
	done(t, folder, python, script, folder, said)
	done(t, folder, "age", "-r", school.Keys().Recipient, "-o", "status.zip.age", "bag.zip")

	file := must(os.ReadFile(filepath.Join(folder, "status.zip.age")))
	m, err := exchange.Open(bytes.NewReader(file), int64(len(file)), exchange.Opening{Identities: []*exchange.Identity{school}, Signers: signedBy(centre)})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("design §9 its states", func(t *testing.T) {
		want := []exchange.State{
			{Graduate: "aa11", Key: "1234567", Attempt: "1", About: exchange.AboutAnswer, State: "registered", On: "2020-02-27", Number: "0012345"},
			{Graduate: "bb22", Key: "1234568", Attempt: "1", About: exchange.AboutAnswer, State: "refused", On: "2020-02-27", Number: "7", Reasons: "no_copy", Returned: "card", Note: "немає копії, «на звороті»"},
		}
		if len(m.States) != 2 || m.States[0] != want[0] || m.States[1] != want[1] {
			t.Errorf("%+v", m.States)
		}
	})
	t.Run("design §9 its hash", func(t *testing.T) {
		if sum, _, _ := strings.Cut(done(t, folder, "sha256sum", "tagmanifest-sha256.txt"), " "); sum != m.Hash {
			t.Errorf("%s, sha256sum has %s", m.Hash, sum)
		}
	})
}

// described are the commands of a section of the description.
func described(t *testing.T, section string) string {
	t.Helper()
	_, text, found := strings.Cut(string(must(os.ReadFile("schema/README.md"))), "\n## "+section+"\n")
	if !found {
		t.Fatalf("the description has no section %s", section)
	}
	text, _, _ = strings.Cut(text, "\n## ")
	var commands strings.Builder
	for line := range strings.Lines(text) {
		if command, is := strings.CutPrefix(line, "    "); is && !strings.HasPrefix(command, "from ") && !strings.HasPrefix(command, "hash ") {
			commands.WriteString(command)
		}
	}
	return strings.ReplaceAll(commands.String(), "python3", python+" -W ignore")
}

// The commands of the description, as they stand there.
func TestJudgesFollowTheDescription(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, exchange.Shipped()); err != nil {
		t.Fatal(err)
	}
	t.Run("design §9 open one", func(t *testing.T) { done(t, folder, "sh", "-ec", described(t, "Open one")) })
	t.Run("design §9 write one", func(t *testing.T) {
		school, centre := exampleKeys(t, "school"), exampleKeys(t, "centre")
		example := filepath.Join(folder, "example")
		if err := errors.Join(os.RemoveAll(filepath.Join(example, "bag")), os.Rename(filepath.Join(example, "receipt"), filepath.Join(example, "bag"))); err != nil {
			t.Fatal(err)
		}
		for _, made := range must(filepath.Glob(filepath.Join(example, "bag", "*.txt*"))) {
			if err := os.Remove(made); err != nil {
				t.Fatal(err)
			}
		}
		done(t, example, "sh", "-ec", strings.ReplaceAll(described(t, "Write one"), "age1…", school.Keys().Recipient))
		file := must(os.ReadFile(filepath.Join(example, "status.zip.age")))
		m, err := exchange.Open(bytes.NewReader(file), int64(len(file)), exchange.Opening{Identities: []*exchange.Identity{school}, Signers: signedBy(centre)})
		if err != nil || len(m.Receipts) != 2 {
			t.Errorf("%v", err)
		}
	})
}
