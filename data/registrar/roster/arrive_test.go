package roster_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/workbook"
)

var update = flag.Bool("update", false, "write what is read of the class lists of the workshop anew")

// handed is where the class lists of the workshop lie, beside the project.
const handed = "../../../../shared/rosters"

// TestHandedLists reads class lists as 90 people have reported them, each a kind of its own,
// and compares all that is said of them with what was looked through by hand (F-14, F-18).
func TestHandedLists(t *testing.T) {
	listed, err := os.ReadFile(filepath.Join(handed, "expected.json"))
	if err != nil {
		t.Skipf("the class lists of the workshop are not here (%v): TestWhoIsWho, TestRandomLists and their like read lists built in code", err)
	}
	var lists map[string]struct{ Campaign, How string }
	if err := json.Unmarshal(listed, &lists); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, name := range sortedKeys(lists) {
		l := lists[name]
		fmt.Fprintf(&said, "== %s\n", name)
		r := desktest.MustCreate(t, l.Campaign)
		switch {
		case strings.HasPrefix(l.How, "import twice"):
			readHanded(t, &said, r, strings.Replace(name, "-2.", "-1.", 1))
			if strings.Contains(name, "-2.") {
				readHanded(t, &said, r, name)
			}
		case strings.HasPrefix(l.How, "import"):
			readHanded(t, &said, r, name)
		case strings.HasPrefix(l.How, "access import"):
			readHanded(t, &strings.Builder{}, r, "base-kg.csv")
			readAccesses(t, &said, r, name)
		case strings.HasPrefix(l.How, "do paste"):
			readHanded(t, &strings.Builder{}, r, "base-uk.csv")
			pasteHanded(t, &said, r, name)
		}
	}
	mustBeGolden(t, "testdata/handed.txt", said.String())
}

func sortedKeys[V any](m map[string]V) []string {
	keys := []string{}
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func content(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(handed, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// readHanded says what is read of a list and takes in what may be.
func readHanded(t *testing.T, said *strings.Builder, r *registrar.Registrar, name string) {
	t.Helper()
	read, err := r.Roster.Read(desktest.Ctx, name, content(t, name), roster.Options{})
	if err != nil {
		fmt.Fprintln(said, "refused:", data.CodeOf(err))
		return
	}
	for _, row := range read.Rows {
		g := row.Graduate
		fmt.Fprintf(said, "%d %s | %s %s | %s | %s %s | %s", row.Number, row.Outcome, g.FullName(), g.Class, g.BirthDate.Dotted(), g.Phone, g.Fields["phone2"], g.Document.Text())
		for _, p := range row.Problems {
			fmt.Fprintf(said, " | %s %s %q %q", p.Column, p.Rule, p.Value, p.Readings)
		}
		fmt.Fprintln(said)
	}
	for _, p := range read.Passed {
		fmt.Fprintln(said, p.Number, "passed over:", p.Reason)
	}
	for _, p := range read.Skipped {
		fmt.Fprintf(said, "not read: %s %s, hidden %v, parents %v\n", p.Column, p.Header, p.Hidden, p.Parents)
	}
	if _, err := r.Roster.Import(desktest.Ctx, read); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

func readAccesses(t *testing.T, said *strings.Builder, r *registrar.Registrar, name string) {
	t.Helper()
	read, err := r.Access.Read(desktest.Ctx, name, content(t, name), nil)
	if err != nil {
		fmt.Fprintln(said, "refused:", data.CodeOf(err))
		return
	}
	for _, row := range read.Rows {
		fmt.Fprintf(said, "%d taken %v, in doubt %v | %s | %q", row.Number, row.Graduate != "", row.Doubtful, row.Login, row.Password)
		for _, p := range row.Problems {
			fmt.Fprintf(said, " | %s %s", p.Column, p.Rule)
		}
		fmt.Fprintln(said)
	}
}

func pasteHanded(t *testing.T, said *strings.Builder, r *registrar.Registrar, name string) {
	t.Helper()
	text, err := workbook.Decode(content(t, name))
	if err != nil {
		t.Fatal(err)
	}
	pasted, err := r.Table.Paste(text, nil, nil)
	if err != nil {
		fmt.Fprintln(said, "refused:", data.CodeOf(err))
		return
	}
	for _, p := range pasted.Proposals {
		fmt.Fprintf(said, "%s %s: %q to %q", p.Place, p.Field, p.Before, p.After)
		if p.Refused != nil {
			fmt.Fprintf(said, " refused %s", data.CodeOf(p.Refused))
		}
		if p.Doubt != nil {
			fmt.Fprintf(said, " in doubt %s", data.CodeOf(p.Doubt))
		}
		fmt.Fprintln(said)
	}
}

// mustBeGolden compares with what stands in a file.
func mustBeGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	lines, wanted := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range lines {
		if i >= len(wanted) || lines[i] != wanted[i] {
			t.Fatalf("line %d is %q", i+1, lines[i])
		}
	}
	t.Fatal("the end is missing")
}
