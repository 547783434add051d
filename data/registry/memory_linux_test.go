package registry_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/canarytest"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry/registrytest"
	"graduand/data/vault/vaulttest"
)

// working is the name of the environment by which the test binary plays a program that works in the registry of
// that path.
const working = "GRADUAND_MEMORY_TEST"

const workersPassword = "Подземный переход без дверей"

func init() {
	if path := os.Getenv(working); path != "" {
		vaulttest.LowerPrice()
		work(path)
		os.Exit(0)
	}
}

// work opens a registry, does what a day brings, tells that it is open, and closes it when it is told to; then it
// clears its memory as the window does behind the lock.
func work(path string) {
	told := bufio.NewReader(os.Stdin)
	o := registrar.Options{Now: func() time.Time { return desktest.Noon }}
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{Password: workersPassword}, o)
	desktest.Must(err)
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	for _, row := range rows {
		_, err := r.Table.Change(desktest.Ctx, row.Graduate.ID, desktest.Assigns("street=Новая"))
		desktest.Must(err)
		_, err = r.Form.Attachment(desktest.Ctx, row.Graduate.ID, "face_photo")
		desktest.Must(err)
	}
	_, err = r.History(desktest.Ctx, registrar.HistoryFilter{})
	desktest.Must(err)
	_, err = r.Backup(desktest.Ctx, path+"-copy")
	desktest.Must(err)
	fmt.Println("open")
	_, err = told.ReadString('\n')
	desktest.Must(err)
	desktest.Must(r.Close())
	debug.FreeOSMemory()
	debug.FreeOSMemory()
	fmt.Println("closed")
	io.Copy(io.Discard, told)
}

// Facts §3: a program that has closed its registry has no key of it in memory. The control is the same search
// while it is open.
func TestMemoryOfAClosedRegistry(t *testing.T) {
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	path := filepath.Join(t.TempDir(), "school.graduand")
	r, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Школа"}, registrar.Founder{Name: "Бакиева Айгуль", Password: workersPassword}, registrar.Options{Now: func() time.Time { return desktest.Noon }})
	desktest.Must(err)
	for n := range 3 {
		id := desktest.MustAdd(t, r, fmt.Sprintf("surname=Синицына%c", 'а'+n))
		desktest.Attach(t, r, id, "face_photo", desktest.Picture(t, byte(2*n+7)))
	}
	desktest.Must(r.Close())
	worker := exec.Command(os.Args[0])
	// As the window is linked.
	worker.Env = append(os.Environ(), working+"="+path, "GODEBUG=clobberfree=1")
	worker.Stderr = os.Stderr
	in, err := worker.StdinPipe()
	desktest.Must(err)
	out, err := worker.StdoutPipe()
	desktest.Must(err)
	desktest.Must(worker.Start())
	t.Cleanup(func() { in.Close(); worker.Wait() })
	says := bufio.NewReader(out)
	found := func(state string) map[string]int {
		if said, err := says.ReadString('\n'); err != nil || said != state+"\n" {
			t.Fatalf("it says %q, %v", said, err)
		}
		found, err := canarytest.InMemory(worker.Process.Pid, registrytest.Keys(t, path, workersPassword))
		if os.IsPermission(err) {
			t.Skip("this system shows no program the memory of another")
		}
		desktest.Must(err)
		return found
	}
	open := found("open")
	fmt.Fprintln(in)
	closed := found("closed")
	t.Logf("open %v, closed %v", open, closed)
	if open["school key"] == 0 || open["key of graduate 1"] == 0 {
		t.Error("the search finds no key while the registry is open: it is broken")
	}
	sum := 0
	for name, times := range closed {
		t.Errorf("the %s stands %d times in memory", name, times)
		sum += times
	}
	prooftest.Tell(t, prooftest.Figures{"found_open": float64(len(open)), "found_closed": float64(sum)})
}
