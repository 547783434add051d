package cmd

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"graduand/data/prooftest"
	"graduand/ui/frame"
)

// class is how many are taken in when the window is killed.
const class = 60

// F-07: the real window is killed at random moments while it takes a class in. All of the class are there, or
// none; all where it had told so; and the doctor finds nothing.
func TestKilledWindow(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no SIGKILL")
	}
	t.Parallel()
	k := newKiller(t)
	chance := rand.New(rand.NewPCG(prooftest.Seed(t), 0))
	figures := prooftest.Figures{"kills": 0, "acknowledged": 0, "ill": 0}
	defer func() { prooftest.Tell(t, figures) }()
	for kills, tries := prooftest.Times(t, 1), 0; figures["kills"] < float64(kills) && tries < 3*kills+5 && !t.Failed(); tries++ {
		killed, told := k.round(time.Duration(chance.Int64N(int64(k.takes))))
		if killed {
			figures["kills"]++
		}
		if told {
			figures["acknowledged"]++
		}
		if ill := k.judge(told); ill != "" {
			figures["ill"]++
			t.Errorf("seed %d, kill %v, told %v: %s", prooftest.Seed(t), figures["kills"], told, ill)
		}
	}
}

// killer is a desk on which the program is killed again and again, with the same registry each time.
type killer struct {
	*desk
	registry, roster string
	content          []byte
	before           int
	// added is how many the class is, as it was taken in in peace.
	added int
	// takes is how long the writes take, from the first that reaches the disk to the word that they are done.
	takes time.Duration
}

func newKiller(t *testing.T) *killer {
	t.Helper()
	k := &killer{desk: newDesk(t, "zno-2020", "uk")}
	k.signIn("Увійти")
	k.quit()
	k.registry, k.roster = filepath.Join(k.folder, "demo", "zno-2020", "school.graduand"), filepath.Join(k.folder, "klas.csv")
	k.content = mustRead(t, filepath.Dir(k.registry), "school.graduand")
	k.before = k.count()
	var rows strings.Builder
	rows.WriteString("Прізвище;Ім'я;По батькові;Дата народження\n")
	for n, begins := range strings.Fields("Бонд Кова Верб Соро Гала Дубо Чайк Мель Ткач Яво") {
		for m, ends := range strings.Fields("енко чук ський як юк ко") {
			fmt.Fprintf(&rows, "%s%s;Мотря;Панасівна;%02d.%02d.2003\n", begins, ends, 1+n, 1+m)
		}
	}
	if err := os.WriteFile(k.roster, []byte(rows.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	k.takes = time.Minute
	began := time.Now()
	if killed, told := k.round(time.Minute); killed || !told {
		t.Fatalf("in peace it was killed: %v, has told: %v", killed, told)
	}
	k.added = k.count() - k.before
	t.Logf("of a class of %d %d are taken in; the writes take %v, one round %v", class, k.added, k.takes, time.Since(began))
	return k
}

// count is how many graduates the registry has.
func (k *killer) count() int {
	return strings.Count(k.control("list", k.registry, "--json"), "\n")
}

// round begins anew, and kills the program so long after its first write; it says whether it had told that it
// was done.
func (k *killer) round(wait time.Duration) (killed, told bool) {
	k.t.Helper()
	os.Remove(k.registry + "-wal")
	os.Remove(k.registry + "-open")
	if err := os.WriteFile(k.registry, k.content, 0o600); err != nil {
		k.t.Fatal(err)
	}
	k.mu.Lock()
	k.told = frame.Told{}
	k.mu.Unlock()
	k.start("--demo", "zno-2020", "--lang", "uk")
	k.signIn("Увійти")
	k.key("Return")
	k.rest("graduates")
	k.key("ctrl+i")
	k.rest("roster")
	k.key("ctrl+s")
	k.answer(k.roster)
	k.until("rows of the roster", func(now frame.Told) bool { return now.Screen == "roster" && now.Rows > class/2 && rests(now) })
	return k.strike(wait)
}

// strike has the class taken in, and kills.
func (k *killer) strike(wait time.Duration) (killed, told bool) {
	k.t.Helper()
	size := func() int64 {
		info, err := os.Stat(k.registry + "-wal")
		if err != nil {
			return 0
		}
		return info.Size()
	}
	before := size()
	asked := k.last()
	done := func() bool {
		now := k.last()
		return now.Rows != asked.Rows && now.Status != asked.Status && now.Busy == 0
	}
	k.x("key", "ctrl+s")
	for deadline := time.Now().Add(limit); size() == before && time.Now().Before(deadline); {
		time.Sleep(200 * time.Microsecond)
	}
	began := time.Now()
	for time.Since(began) < wait && !done() {
		time.Sleep(200 * time.Microsecond)
	}
	if k.takes == time.Minute {
		k.takes = time.Since(began)
		said, _ := json.Marshal(k.last())
		k.t.Logf("it told %s", said)
	}
	told = done()
	k.program.Process.Kill()
	<-k.exited
	return !told || wait < time.Minute, told
}

// judge says what is wrong with what is left.
func (k *killer) judge(told bool) string {
	k.t.Helper()
	said := k.control("doctor", k.registry)
	if !strings.Contains(said, "справний") {
		return "the doctor says " + said
	}
	switch added := k.count() - k.before; {
	case added != 0 && added != k.added, told && added == 0:
		return fmt.Sprintf("%d of %d are there", added, k.added)
	}
	return ""
}
