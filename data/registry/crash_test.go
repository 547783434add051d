package registry_test

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/registry"
	classlist "graduand/data/roster"
)

// What a child that is to be killed is told.
const (
	crashPath = "GRADUAND_CRASH_PATH"
	crashSeed = "GRADUAND_CRASH_SEED"
	crashKey  = "GRADUAND_CRASH_KEY"
)

// keyOfRound is the school key number n: a child that changes it says which is next
// before, so that the parent can open what it leaves.
func keyOfRound(n int) *registrar.SchoolKey {
	key, err := registrar.NewSchoolKey(randOfRound(n))
	desktest.Must(err)
	return key
}

func randOfRound(n int) *rand.ChaCha8 {
	var seed [32]byte
	copy(seed[:], "school key "+strconv.Itoa(n))
	return rand.NewChaCha8(seed)
}

func crashOptions(key int, seed uint64) registrar.Options {
	var s [32]byte
	copy(s[:], strconv.FormatUint(seed, 10))
	return registrar.Options{Now: func() time.Time { return desktest.Noon }, Rand: rand.NewChaCha8(s), Key: keyOfRound(key)}
}

// TestCrashChild is no test: it is the program that TestKilled kills.
func TestCrashChild(t *testing.T) {
	path := os.Getenv(crashPath)
	if path == "" {
		t.Skip("only as a child")
	}
	seed, err := strconv.ParseUint(os.Getenv(crashSeed), 10, 64)
	desktest.Must(err)
	key, err := strconv.Atoi(os.Getenv(crashKey))
	desktest.Must(err)
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, crashOptions(key, seed))
	desktest.Must(err)
	w := &writer{r: r, rand: rand.New(rand.NewPCG(seed, 0)), key: key, folder: filepath.Dir(path)}
	for id := range r.Entries() {
		w.ids = append(w.ids, id)
	}
	fmt.Println("READY")
	for {
		id, err := w.write()
		if err != nil {
			fmt.Println("FAILED", err)
			return
		}
		fmt.Println("ACK", r.Head().Seq, id, r.Rev(id))
	}
}

// writer makes random changes of every kind.
type writer struct {
	r      *registrar.Registrar
	rand   *rand.Rand
	ids    []string
	key, n int
	folder string
}

// write makes one change and says whose.
func (w *writer) write() (id string, err error) {
	r := w.r
	w.n++
	if len(w.ids) < 3 {
		return w.add()
	}
	id = w.ids[w.rand.IntN(len(w.ids))]
	switch w.rand.IntN(13) {
	case 0:
		return w.add()
	case 1:
		if r.Entry(id).Graduate().Removed != nil {
			return id, r.Table.Restore(desktest.Ctx, []string{id})
		}
		return id, r.Table.Remove(desktest.Ctx, []string{id}, "вибула")
	case 2:
		return w.importTwo()
	case 3:
		return "-", r.Season.ChangeSchool(desktest.Ctx, data.School{Name: fmt.Sprint("Ліцей ", w.n)})
	case 4:
		return "-", r.Update(desktest.Ctx, func(c *registry.Change) error {
			return c.Note(registry.EventPrinted, registry.EventBody{Graduates: w.ids})
		})
	case 5:
		return "-", w.rotate()
	case 6:
		return w.erase(id)
	}
	if r.Entry(id).Graduate().Removed != nil {
		return id, r.Table.Restore(desktest.Ctx, []string{id})
	}
	return id, w.fill(id)
}

// fill does something to one form: a scan, a call, or typing.
func (w *writer) fill(id string) error {
	switch w.n % 3 {
	case 0:
		return w.r.Form.Attach(desktest.Ctx, id, "card_scan", "", w.scan())
	case 1:
		return w.r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: fmt.Sprint("дзвінок ", w.n)})
	}
	_, err := w.r.Table.Change(desktest.Ctx, id, desktest.Assigns(fmt.Sprintf("street=вул. %d", w.n), fmt.Sprintf("class=11-%c", 'А'+rune(w.n%4))))
	return err
}

// scan is a picture of some pages of the file.
func (w *writer) scan() []byte {
	m := image.NewGray(image.Rect(0, 0, 200, 100))
	for i := range m.Pix {
		m.Pix[i] = byte(w.rand.Uint32())
	}
	var b bytes.Buffer
	desktest.Must(png.Encode(&b, m))
	return b.Bytes()
}

func (w *writer) add() (string, error) {
	id, err := w.r.Table.Add(desktest.Ctx, desktest.Assigns(fmt.Sprintf("surname=Сорока%d", w.rand.Uint32())), true)
	w.ids = append(w.ids, id)
	return id, err
}

func (w *writer) importTwo() (string, error) {
	var b bytes.Buffer
	people := []data.Graduate{{Surname: "Дзюба", GivenName: fmt.Sprint("Ян", w.rand.Uint32())}, {Surname: "Заєць", GivenName: fmt.Sprint("Ян", w.rand.Uint32())}}
	if err := classlist.WriteRoster(&b, "Ліцей", people, []string{data.FieldSurname, data.FieldGivenName}, "uk"); err != nil {
		return "", err
	}
	read, err := w.r.Roster.Read(desktest.Ctx, "x.xlsx", b.Bytes(), roster.Options{})
	if err != nil {
		return "", err
	}
	ids, err := w.r.Roster.Import(desktest.Ctx, read)
	w.ids = append(w.ids, ids...)
	if len(ids) == 0 {
		return "-", err
	}
	return ids[len(ids)-1], err
}

func (w *writer) rotate() error {
	fmt.Println("KEY", w.key+1)
	before := w.r.Options().Rand
	w.r.Options().Rand = randOfRound(w.key + 1)
	err := w.r.Rotate(desktest.Ctx, nil, func(*registry.Change) error { return nil })
	w.r.Options().Rand = before
	w.key++
	return err
}

func (w *writer) erase(id string) (string, error) {
	fmt.Println("ERASE", id)
	if _, err := w.r.Season.Erase(desktest.Ctx, []string{id}, "прохання"); err != nil {
		return "", err
	}
	for i := range w.ids {
		if w.ids[i] == id {
			w.ids = append(w.ids[:i], w.ids[i+1:]...)
			break
		}
	}
	return id, nil
}

// said is what a child said before it was killed.
type said struct {
	ready  bool
	failed string
	keys   []int
	seq    int64
	revs   map[string]int
	gone   map[string]bool
	acks   int
}

func (s *said) hear(line string) {
	words := strings.Fields(line)
	switch {
	case len(words) == 1 && words[0] == "READY":
		s.ready = true
	case len(words) == 2 && words[0] == "KEY":
		n, _ := strconv.Atoi(words[1])
		s.keys = append(s.keys, n)
	case len(words) == 2 && words[0] == "ERASE":
		s.gone[words[1]] = true
	case len(words) == 4 && words[0] == "ACK":
		s.acks++
		s.seq, _ = strconv.ParseInt(words[1], 10, 64)
		s.revs[words[2]], _ = strconv.Atoi(words[3])
	case len(words) > 0 && words[0] == "FAILED":
		s.failed = line
	}
}

// kill runs a child on a registry and kills it some time after it is ready.
func kill(t *testing.T, path string, key int, seed uint64, after time.Duration) *said {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestCrashChild$", "-test.v=false")
	child.Env = append(os.Environ(), crashPath+"="+path, crashSeed+"="+strconv.FormatUint(seed, 10), crashKey+"="+strconv.Itoa(key))
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	s := &said{keys: []int{key}, revs: map[string]int{}, gone: map[string]bool{}}
	for lines := bufio.NewReader(out); ; {
		line, err := lines.ReadString('\n')
		if err != nil {
			break // A line without its end was not said.
		}
		if s.hear(line); line == "READY\n" {
			time.AfterFunc(after, func() { child.Process.Kill() })
		}
	}
	child.Wait()
	if !s.ready || s.failed != "" {
		t.Fatalf("the child: ready %v, %s", s.ready, s.failed)
	}
	return s
}

// reopen opens what a killed child left, by the last key that it may have come to.
func reopen(t *testing.T, path string, s *said) (*registrar.Registrar, int) {
	t.Helper()
	var failures []error
	for i := len(s.keys) - 1; i >= max(len(s.keys)-2, 0); i-- {
		r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, crashOptions(s.keys[i], 0))
		if err == nil {
			return r, s.keys[i]
		}
		failures = append(failures, err)
	}
	t.Fatalf("it does not open any more: %v", failures)
	return nil, 0
}

func TestKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no SIGKILL")
	}
	rounds := prooftest.Times(t, 50)
	chance := rand.New(rand.NewPCG(prooftest.Seed(t), 0))
	var path string
	key, acks, kills := 0, 0, 0
	defer func() {
		ill := 0.0
		if t.Failed() {
			ill = 1
		}
		prooftest.Tell(t, prooftest.Figures{"kills": float64(kills), "acknowledged": float64(acks), "ill": ill})
	}()
	for round := range rounds {
		if round%20 == 0 {
			path, key = crashRegistry(t), 0
		}
		seed, after := chance.Uint64(), time.Duration(5+chance.IntN(121))*time.Millisecond
		s := kill(t, path, key, seed, after)
		kills++
		r, now := reopen(t, path, s)
		if key = now; r.Head().Seq < s.seq {
			t.Errorf("F-07 round %d, seed %d: event %d was acknowledged, the last is %d", round, seed, s.seq, r.Head().Seq)
		}
		for id, rev := range s.revs {
			e := r.Entry(id)
			if id != "-" && !s.gone[id] && (e == nil || r.Rev(id) < rev) || s.gone[id] && rev == 0 && e != nil {
				t.Errorf("F-07 round %d, seed %d: revision %d of %s was acknowledged: %+v", round, seed, rev, id, e)
			}
		}
		if ills, err := r.Doctor(desktest.Ctx); err != nil || len(ills) > 0 {
			t.Errorf("F-07 round %d, seed %d: the doctor says %v, %v", round, seed, ills, err)
		}
		mustClose(t, r)
		acks += s.acks
		if t.Failed() {
			t.FailNow()
		}
	}
	if acks < rounds {
		t.Errorf("only %d changes in %d rounds: nothing is tried", acks, rounds)
	}
}

func crashRegistry(t *testing.T) string {
	t.Helper()
	c, err := registrar.Campaign("zno-2020", nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "school.graduand")
	r, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Ліцей"}, registrar.Founder{Name: "tester"}, crashOptions(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, r)
	return path
}
