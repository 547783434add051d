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
	"sync"
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

// answer is a message of the centre that waits in the base.
const answer = "answer.zip.age"

// sharedTemporary is a folder for what all tests share.
var sharedTemporary string

func TestMain(m *testing.M) {
	var err error
	if sharedTemporary, err = os.MkdirTemp("", "graduand-powercut-"); err != nil {
		panic(err)
	}
	// Others than root run the program from there.
	if err := os.Chmod(sharedTemporary, 0o711); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(sharedTemporary); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// shared are the base with the program as it is sent out, and the records of its scenarios, each made when
// the first test needs it.
var shared struct {
	mu      sync.Mutex
	base    *tool
	records map[string]*record
}

// sharedBase is the base of all tests.
func sharedBase(t testing.TB) *tool {
	t.Helper()
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if shared.base == nil {
		shared.base, shared.records = base(t, build(t)), map[string]*record{}
	}
	at := *shared.base
	at.t = t
	return &at
}

// sharedRecord is the record of a scenario in the base of all tests.
func sharedRecord(t testing.TB, s scenario) *record {
	t.Helper()
	b := sharedBase(t)
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if shared.records[s.name] == nil {
		shared.records[s.name] = s.do(t, b)
	}
	return shared.records[s.name]
}

// base is a folder with a school, a backup of it, a school in its season and its centre's answer, the
// oldest registry that is kept, and what else the scenarios need.
func base(t testing.TB, program string) *tool {
	t.Helper()
	folder, err := os.MkdirTemp(sharedTemporary, "base-")
	must(t, err)
	s := &tool{t: t, program: program, folder: folder}
	must(t, os.MkdirAll(filepath.Join(s.folder, "stick"), 0o700))
	at := &tool{t: t, program: program, folder: t.TempDir()}
	at.run(nil, step{command: "demo ./ --campaign ort-2021 --graduates 3 --no-pictures"})
	at.run(nil, step{command: "account $SCHOOL escrow $CENTRE"})
	at.run(nil, step{command: "backup $SCHOOL copy.graduand-backup"})
	s.id = firstWord(at.run(nil, step{command: "list $SCHOOL"}), "  ")
	s.other = firstWord(at.run(nil, step{command: "account $SCHOOL list --lang en"}), "responsible")
	for name, content := range map[string][]byte{
		school:                 read(t, filepath.Join(at.folder, school)),
		"copy.graduand-backup": read(t, filepath.Join(at.folder, "copy.graduand-backup")),
		"former.graduand":      read(t, filepath.Join("..", "registry", "testdata", "former.graduand")),
		"school.toml":          []byte("name = \"Вымышленная средняя школа\"\n"),
		"roster.csv":           []byte("Аты-жөнү,Туулган күнү,Телефон\nҮсөнов Тилек,01.12.2003,0555000102\nАсанов Бакыт,15.06.2003,0555000103\n"),
		photo:                  picture(t),
		stick:                  []byte("x"),
	} {
		must(t, os.WriteFile(filepath.Join(s.folder, name), content, 0o600))
	}
	s.season(t)
	return s
}

// season puts a school in the middle of its season into the base, with an open package and a change for
// the centre, and beside it the same after that was sent, and the receipt.
func (s *tool) season(t testing.TB) {
	t.Helper()
	at := &tool{t: t, program: s.program, folder: t.TempDir()}
	at.run(nil, step{command: "demo ./ --campaign zno-2020 --graduates 12 --no-pictures"})
	for _, command := range []string{"account $SCHOOL escrow $CENTRE", "package $SCHOOL received 2 none", "package $SCHOOL unpost 2", "package $SCHOOL open 2"} {
		at.run(nil, step{command: command})
	}
	content := read(t, filepath.Join(at.folder, school))
	must(t, os.Mkdir(filepath.Join(at.folder, "next"), 0o700))
	at.run(nil, step{command: "export $SCHOOL -o ./next"})
	at.run(nil, step{command: "centre ingest ./centre ./next"})
	receipts, err := filepath.Glob(filepath.Join(at.folder, "centre", "outbox", "*", "*-receipt.zip.age"))
	if err != nil || len(receipts) == 0 {
		t.Fatalf("no receipt: %v", err)
	}
	must(t, os.WriteFile(filepath.Join(s.folder, season), content, 0o600))
	must(t, os.WriteFile(filepath.Join(s.folder, "answered.graduand"), read(t, filepath.Join(at.folder, school)), 0o600))
	must(t, os.WriteFile(filepath.Join(s.folder, answer), read(t, slices.Max(receipts)), 0o600))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	must(t, err)
	return content
}

// past is what there was when a step was over.
type past struct {
	// gives are all files that were given so far.
	gives map[string][]byte
	// files are all that there were, and words how many lines the step said.
	files map[string][]byte
	words int
	// history are the entries of the registry's history, empty where there is no registry.
	history []string
}

// record is a scenario as it was done.
type record struct {
	scenario
	root  string
	start map[string][]byte
	calls [][]call
	// before is the history at the start, after what was there behind each step.
	before []string
	after  []past
	keys   []*registrar.SchoolKey
	// kept are the files that are made in several strokes.
	kept map[string]bool
}

// do runs a scenario in a copy of the base and records it.
func (s scenario) do(t testing.TB, b *tool) *record {
	t.Helper()
	at := *b
	at.t, at.folder = t, filepath.Join(t.TempDir(), "root")
	for _, name := range append(s.with, s.registry) {
		if _, err := os.Stat(filepath.Join(b.folder, name)); err == nil {
			must(t, os.MkdirAll(filepath.Dir(filepath.Join(at.folder, name)), 0o700))
			must(t, os.WriteFile(filepath.Join(at.folder, name), read(t, filepath.Join(b.folder, name)), 0o600))
		}
	}
	must(t, os.MkdirAll(at.folder, 0o700))
	r := &record{scenario: s, root: at.folder, start: filesIn(t, at.folder), kept: map[string]bool{}}
	registries := [][]byte{r.start[s.registry]}
	given := map[string][]byte{}
	for _, step := range s.steps {
		calls, words := at.trace(step)
		r.calls = append(r.calls, calls)
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
		r.after = append(r.after, past{gives: gives, files: now, words: words})
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
	for i, content := range registries {
		if content == nil {
			continue
		}
		path := filepath.Join(t.TempDir(), filepath.Base(r.registry))
		must(t, os.WriteFile(path, content, 0o600))
		history, err := examine(path, r.keys, nil)
		if err != nil {
			t.Fatalf("%s, after step %d: %v", r.name, i, err)
		}
		if i == 0 {
			r.before = history
		} else {
			r.after[i-1].history = history
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
	folder, err := os.MkdirTemp(sharedTemporary, "program-")
	must(t, err)
	must(t, os.Chmod(folder, 0o711))
	program := filepath.Join(folder, "graduandctl")
	out, err := exec.Command("go", append(append([]string{"build", "-o", program}, flags...), "graduand/cmd/graduandctl")...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, bytes.TrimSpace(out))
	}
	return program
}

// examine opens a registry with one of the keys, as the doctor does, and gives its history, an entry a
// line. What else is to be said of it, judge says.
func examine(path string, keys []*registrar.SchoolKey, judge func(*registrar.Registrar, []string) error) ([]string, error) {
	var refused error
	for _, key := range keys {
		r, err := registrar.Open(ctx, path, registrar.SignIn{}, registrar.Options{Key: key})
		if err == nil {
			return examineOpen(r, judge)
		}
		refused = errors.Join(refused, err)
	}
	return nil, refused
}

// examineOpen examines an open registry, and closes it.
func examineOpen(r *registrar.Registrar, judge func(*registrar.Registrar, []string) error) ([]string, error) {
	lines, err := historyOf(r)
	if err == nil && judge != nil {
		err = judge(r, lines)
	}
	return lines, errors.Join(err, r.Close())
}

// examine is [examine] of a registry in the folder of the scenario, wherever that lies now.
func (r *record) examine(folder string) ([]string, error) {
	return examine(filepath.Join(folder, r.registry), r.keys, r.judgeIn(folder))
}

// examineBy is examine by somebody's own password, which has its price.
func (r *record) examineBy(folder string, who registrar.SignIn) ([]string, error) {
	open, err := registrar.Open(ctx, filepath.Join(folder, r.registry), who, registrar.Options{})
	if err != nil {
		return nil, err
	}
	return examineOpen(open, r.judgeIn(folder))
}

// judgeIn is what the scenario says of a registry in this folder.
func (r *record) judgeIn(folder string) func(*registrar.Registrar, []string) error {
	return func(open *registrar.Registrar, history []string) error {
		if r.holds == nil {
			return nil
		}
		happened := map[string]bool{}
		for _, line := range history[min(len(r.before), len(history)):] {
			happened[strings.Fields(line)[2]] = true
		}
		return r.holds(open, happened, folder)
	}
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
