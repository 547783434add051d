package powercut

import (
	"bytes"
	"encoding/base64"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"

	"graduand/data/registrar"
	"graduand/data/registry"
	"graduand/data/vault"
)

// recipient is the recovery key of a centre: through it the keys of registries are known
// here, however graduandctl has drawn them, and no password has its price.
var identity, centre = func() (*age.X25519Identity, string) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		panic(err)
	}
	return identity, identity.Recipient().String()
}()

// base is a folder with a school, a backup of it, and what else the scenarios need.
func base(t testing.TB, program string) *tool {
	t.Helper()
	s := &tool{t: t, program: program, folder: filepath.Join(t.TempDir(), "base")}
	if err := os.Mkdir(s.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	s.run(nil, "demo ./ --campaign ort-2021 --graduates 3 --no-pictures")
	s.run(nil, "account $SCHOOL escrow $CENTRE")
	s.run(nil, "backup $SCHOOL copy.graduand-backup")
	s.id = firstWord(s.run(nil, "list $SCHOOL"), "  ")
	s.other = firstWord(s.run(nil, "account $SCHOOL list --lang en"), "responsible")
	stick := filepath.Join(s.folder, "stick")
	err := errors.Join(os.RemoveAll(filepath.Join(s.folder, "out")), os.Mkdir(stick, 0o700))
	for name, content := range map[string][]byte{
		"school.toml": []byte("name = \"Вымышленная средняя школа\"\n"),
		"roster.csv":  []byte("Аты-жөнү,Туулган күнү,Телефон\nҮсөнов Тилек,01.12.2003,0555000102\nАсанов Бакыт,15.06.2003,0555000103\n"),
		"picture.png": picture(t),
		"stick/notes": []byte("x"),
	} {
		err = errors.Join(err, os.WriteFile(filepath.Join(s.folder, name), content, 0o600))
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// past is what there was when a step was over.
type past struct {
	// gives are all files that were given so far.
	gives map[string][]byte
	// history are the entries of the registry's history, empty where there is no registry.
	history []string
}

// record is a scenario as it was done.
type record struct {
	scenario
	root  string
	start map[string][]byte
	calls [][]call
	after []past
	keys  []*registrar.SchoolKey
	// kept are the files that are made in several strokes.
	kept map[string]bool
}

// do runs a scenario in a copy of the base and records it.
func (s scenario) do(t testing.TB, b *tool) *record {
	t.Helper()
	at := *b
	at.t, at.folder = t, filepath.Join(t.TempDir(), "root")
	if err := os.CopyFS(at.folder, os.DirFS(b.folder)); err != nil {
		t.Fatal(err)
	}
	r := &record{scenario: s, root: at.folder, start: filesIn(t, at.folder), kept: map[string]bool{}}
	registries := [][]byte{r.start[s.registry]}
	given := map[string][]byte{}
	for _, step := range s.steps {
		r.calls = append(r.calls, at.trace(step.command))
		now := filesIn(t, at.folder)
		gives := map[string][]byte{}
		for _, pattern := range append(step.gives, step.keeps...) {
			found := matching(now, pattern)
			if len(found) == 0 {
				t.Fatalf("graduandctl %s: it gives no %s", step.command, pattern)
			}
			for _, name := range found {
				given[name] = now[name]
				r.kept[name] = slices.Contains(step.keeps, pattern)
			}
		}
		maps.Copy(gives, given)
		r.after = append(r.after, past{gives: gives})
		registries = append(registries, now[s.registry])
	}
	r.learn(t, registries)
	return r
}

// learn finds the keys of the registries of a scenario, the newest first, and what each
// has in its history.
func (r *record) learn(t testing.TB, registries [][]byte) {
	t.Helper()
	for _, content := range slices.Backward(registries) {
		if key := keyOf(content); key != nil {
			r.keys = append(r.keys, key)
		}
	}
	for i, content := range registries[1:] {
		path := filepath.Join(t.TempDir(), filepath.Base(r.registry))
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		var err error
		if r.after[i].history, err = examine(path, r.keys); err != nil {
			t.Fatalf("%s, step %d: %v", r.name, i+1, err)
		}
	}
}

var escrowed = regexp.MustCompile(`YWdlLWVuY3J5cHRpb24ub3JnL3Yx[A-Za-z0-9+/]+=*`)

// keyOf is the school key that a registry has escrowed to the centre, wherever in the file
// that stands; nil for none.
func keyOf(content []byte) *registrar.SchoolKey {
	for _, found := range escrowed.FindAll(content, -1) {
		file, err := base64.StdEncoding.DecodeString(string(found))
		if err != nil {
			continue
		}
		if key, _, err := vault.OpenEscrow(identity.String(), file); err == nil {
			return key
		}
	}
	return nil
}

// matching are the names of files that fit a pattern.
func matching(files map[string][]byte, pattern string) (names []string) {
	for name := range files {
		if fits, err := filepath.Match(pattern, name); err == nil && fits {
			names = append(names, name)
		}
	}
	return names
}

// filesIn are the files of a folder, by their path in it.
func filesIn(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	d, err := newDisk(folder)
	if err != nil {
		t.Fatal(err)
	}
	for path, file := range d.now {
		if file != nil {
			files[strings.TrimPrefix(path, folder+"/")] = file.sure
		}
	}
	return files
}

// build makes graduandctl.
func build(t testing.TB, flags ...string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "graduandctl")
	out, err := exec.Command("go", append(append([]string{"build", "-o", program}, flags...), "graduand/cmd/graduandctl")...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, bytes.TrimSpace(out))
	}
	return program
}

// examine opens a registry with one of the keys, as the doctor does, and gives its
// history, an entry a line.
func examine(path string, keys []*registrar.SchoolKey) ([]string, error) {
	var refused error
	for _, key := range keys {
		r, err := registrar.Open(ctx, path, registrar.SignIn{}, registrar.Options{Key: key})
		if err != nil {
			refused = errors.Join(refused, err)
			continue
		}
		lines, err := historyOf(r)
		return lines, errors.Join(err, r.Close())
	}
	return nil, refused
}

func historyOf(r *registrar.Registrar) ([]string, error) {
	ills, err := r.Doctor(ctx)
	if err != nil {
		return nil, err
	}
	if len(ills) > 0 {
		return nil, &illness{ills}
	}
	events, err := r.History(ctx, registry.HistoryFilter{})
	var lines []string
	for _, e := range events {
		lines = append(lines, lineOf(e))
	}
	slices.Sort(lines)
	return lines, err
}
