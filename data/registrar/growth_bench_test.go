package registrar_test

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"graduand/data/prooftest"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/roster"
)

// sizes are how many people there are: a class or two, a large school, and ten of those.
var sizes = []int{50, 500, 5000}

// BenchmarkGrowth is what a person waits for in registries of 50, 500 and 5,000 people: the import of the class list,
// all cards and the list as PDF; and, with a photo each, the opening by a password and a backup.
func BenchmarkGrowth(b *testing.B) {
	seconds := map[string][]float64{}
	for _, people := range sizes {
		for name, took := range worked(b, people, prooftest.Times(b, 3)) {
			seconds[name] = append(seconds[name], took)
		}
	}
	for name := range seconds {
		prooftest.Grown(b, name, sizes, seconds[name])
	}
}

// worked are the medians of what each work takes with so many people, in seconds.
func worked(b *testing.B, people, times int) map[string]float64 {
	b.Helper()
	content, r := rosterOf(b, people), withGraduates(b, people)
	path := photographed(b, people)
	backup := filepath.Join(b.TempDir(), "copy.graduand-backup")
	draw := func(document string) func() time.Duration {
		return func() time.Duration {
			return prooftest.Clocked(func() {
				_, err := r.Printing.Draw(&bytes.Buffer{}, ".pdf", printing.Job{Document: document})
				desktest.Must(err)
			})
		}
	}
	turns := prooftest.InTurn(b, times,
		func() time.Duration { return imported(b, content, people) }, draw(printing.Card), draw(printing.List),
		func() time.Duration { return opened(b, path) },
	)
	photos := reopened(b, path)
	backups := prooftest.InTurn(b, times, func() time.Duration { return backedUp(b, photos, backup) })
	return map[string]float64{
		"import": turns.Seconds(0), "cards": turns.Seconds(1), "list": turns.Seconds(2), "open": turns.Seconds(3), "backup": backups.Seconds(0),
	}
}

// imported is how long the import of a class list takes, from bytes to disk.
func imported(b *testing.B, content []byte, people int) time.Duration {
	b.Helper()
	r := founded(b)
	took := prooftest.Clocked(func() {
		read, err := r.Roster.Read(desktest.Ctx, "roster.xlsx", content, roster.Options{})
		desktest.Must(err)
		_, err = r.Roster.Import(desktest.Ctx, read)
		desktest.Must(err)
		if n := read.Count(roster.Accepted); n != people {
			b.Fatalf("accepted %d", n)
		}
	})
	desktest.Must(r.Close())
	return took
}
