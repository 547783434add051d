package centre_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"graduand/data/centre"
	"graduand/data/exchange"
	"graduand/data/prooftest"
)

// child is the variable by which this program runs one ingest instead of the tests: folder, inbox, DSN.
const child = "GRADUAND_CENTRE_CHILD"

func TestMain(m *testing.M) {
	if what := os.Getenv(child); what != "" {
		os.Exit(ingestAsChild(strings.Split(what, "\n")))
	}
	if what := os.Getenv(exporter); what != "" {
		os.Exit(exportAsChild(strings.Split(what, "\n")))
	}
	os.Exit(m.Run())
}

func ingestAsChild(what []string) int {
	c, err := centre.Open(context.Background(), what[0], options(what[2]))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	defer c.Close()
	fmt.Println("begun")
	err = c.Ingest(context.Background(), what[1], centre.Ingesting{TrustFirst: true, Tell: func(*centre.Outcome) error { return nil }})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	return 0
}

// start starts a child, which has opened its centre when start returns.
func start(t *testing.T, folder, inbox, dsn string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), child+"="+strings.Join([]string{folder, inbox, dsn}, "\n"))
	out := must(cmd.StdoutPipe())
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "begun\n" {
		t.Fatalf("%q %v", line, err)
	}
	return cmd
}

// country is a centre with schools that have sent messages in any order, some twice, one damaged, some
// before those that they go on from, one with new keys, one restored from a backup.
func country(t *testing.T, schools int) *trial {
	c := newCentre(t, "", "zno-2020")
	var all [][]byte
	for i := range schools {
		s := c.enrol(fmt.Sprintf("school-%d", i))
		card := func(n int) string { return strconv.Itoa(1000000 + 100*i + n) }
		sent := [][]byte{s.message(exchange.TypeEntries, []exchange.Record{photo(person("p1", card(1)), true), person("p2", card(2))}),
			s.message(exchange.TypeAmendments, []exchange.Record{person("p3", card(3)), person("p2", card(2), as(exchange.ActionChange))})}
		if i%3 == 1 {
			s.branch = "branch-2"
			sent = append(sent, s.message(exchange.TypeEntries, []exchange.Record{photo(person("p1", card(1)), false), person("q3", card(3))}))
		}
		sent = append(sent, s.message(exchange.TypeAmendments, []exchange.Record{person("p1", card(1), as(exchange.ActionWithdraw))}), sent[0])
		all = append(all, sent...)
	}
	all = append(all, append(slices.Clone(all[0][:len(all[0])/2]), all[1]...))
	r := rand.New(rand.NewPCG(7, 7))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, m := range all {
		c.put(m)
	}
	if err := c.Cards(t.Context(), []string{"1000001", "1000102"}, ""); err != nil {
		t.Fatal(err)
	}
	c.Close()
	return c
}

// another is the country once more, as it was before anything came, with a database of its own.
func (c *trial) another(t *testing.T, dsn string) *trial {
	t.Helper()
	other := &trial{t: t, folder: filepath.Join(t.TempDir(), "centre"), inbox: c.inbox, dsn: dsn, keys: c.keys}
	if err := os.CopyFS(other.folder, os.DirFS(c.folder)); err != nil {
		t.Fatal(err)
	}
	if err := centre.Rebuild(context.Background(), other.folder, options(dsn), func(*centre.Outcome) error { return nil }); err != nil {
		t.Fatal(err)
	}
	return other
}

func TestKilledAtAnyMoment(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := country(t, 3)
		calm := c.another(t, dsn(t))
		began := time.Now()
		if err := start(t, calm.folder, c.inbox, calm.dsn).Wait(); err != nil {
			t.Fatal(err)
		}
		takes := time.Since(began)
		calm.open()
		want := calm.facts()
		seed := prooftest.Seed(t)
		t.Logf("seed %d, one round takes %v, %d facts", seed, takes, len(want))
		r := rand.New(rand.NewPCG(seed, 0))
		killed := 0
		for kills := prooftest.Times(t, 5); killed < kills; {
			shaken := c.another(t, dsn(t))
			for done := false; !done; {
				cmd := start(t, shaken.folder, c.inbox, shaken.dsn)
				timer := time.AfterFunc(time.Duration(r.Int64N(int64(takes))), func() { cmd.Process.Kill() })
				err := cmd.Wait()
				timer.Stop()
				switch {
				case err == nil:
					done = true
				case cmd.ProcessState.ExitCode() >= 0:
					t.Fatal("failed by itself: ", err)
				default:
					killed++
				}
			}
			shaken.open()
			same(t, shaken.facts(), want...)
			if shaken.dsn == "" {
				same(t, leftOver(t, shaken.folder))
			}
			shaken.rebuild()
			same(t, shaken.facts(), want...)
			shaken.Close()
		}
		prooftest.Tell(t, prooftest.Figures{"kills": float64(killed)})
	})
}

// leftOver are half-written files.
func leftOver(t *testing.T, folder string) (found []string) {
	t.Helper()
	filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), ".graduand-") {
			found = append(found, path)
		}
		return err
	})
	return found
}

func TestSeveralProgramsOnOneInbox(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := country(t, 6)
		calm := c.another(t, dsn(t))
		calm.open()
		calm.ingest(trusting)
		want := calm.facts()
		shared := c.another(t, dsn(t))
		var at []*exec.Cmd
		for range 3 {
			at = append(at, start(t, shared.folder, c.inbox, shared.dsn))
		}
		// What a program that dies had claimed is taken over.
		time.Sleep(50 * time.Millisecond)
		at[0].Process.Kill()
		at[0].Wait()
		for _, cmd := range at[1:] {
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		}
		shared.open()
		shared.ingest(trusting)
		same(t, shared.facts(), want...)
		shared.rebuild()
		same(t, shared.facts(), want...)
	})
}
