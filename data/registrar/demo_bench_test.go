package registrar_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data/cputest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// BenchmarkDemo imports the demonstration's class list, fills the forms in and prints every document,
// and writes to a centre of its own, without pictures and without the derivation of keys, which take as
// long whatever is played. What the
// processor works is told besides: the clock waits for the disk too.
func BenchmarkDemo(b *testing.B) { benchDemo(b, false) }

// BenchmarkDemoSeason plays a whole season besides, with its messages; README says what of it is measured.
func BenchmarkDemoSeason(b *testing.B) { benchDemo(b, true) }

func benchDemo(b *testing.B, season bool) {
	for _, id := range registrar.Campaigns() {
		c, err := registrar.Campaign(id, nil)
		desktest.Must(err)
		b.Run(id, func(b *testing.B) {
			dir, worked := filepath.Join(b.TempDir(), "demo"), time.Duration(0)
			for b.Loop() {
				worked += cputest.Took(b, func() {
					if _, err := registrar.Demo(desktest.Ctx, dir, registrar.DemoOptions{Campaign: c, Seed: 1, Key: desktest.Key, WithoutPictures: true, Season: season}); err != nil {
						b.Fatal(err)
					}
				})
				desktest.Must(os.RemoveAll(dir))
			}
			b.ReportMetric(float64(worked.Milliseconds())/float64(b.N), "cpu-ms/op")
		})
	}
}
