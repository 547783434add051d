package registrar_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

func TestDemoWithoutPapers(t *testing.T) {
	c, err := registrar.Campaign("ort-2021", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, without := range []bool{false, true} {
		dir := t.TempDir()
		made, err := registrar.Demo(desktest.Ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: 5, Seed: 1, Key: desktest.Key, WithoutPictures: true, WithoutPapers: without})
		if err != nil || made.Graduates != 5 {
			t.Fatalf("made %+v, %v", made, err)
		}
		papers, err := os.ReadDir(filepath.Join(dir, "out"))
		if err != nil || without != (len(papers) == 0) {
			t.Errorf("without papers %v: %d papers, %v", without, len(papers), err)
		}
		if without && !slices.Equal(made.Files, []string{"roster.xlsx", "school.graduand"}) {
			t.Errorf("it made %q", made.Files)
		}
	}
}

// UA-012 UA-058: whoever looks at the demonstration can see each paper.
func TestDemoNeedsEveryDocument(t *testing.T) {
	for _, id := range registrar.Campaigns() {
		for _, graduates := range []int{0, 20} {
			t.Run(fmt.Sprint(id, " ", graduates), func(t *testing.T) {
				r := madeDemo(t, id, graduates)
				for _, code := range r.Printing.Documents() {
					if code == printing.Photos || code == printing.Copies || code == printing.Envelopes {
						continue // needs pictures: see TestDemoHasScans; or a season: see TestEveryDocumentIsSound
					}
					for _, format := range r.Printing.Document(code).Formats {
						job := printing.Job{Document: code}
						if r.Printing.Document(code).Picked {
							rows, err := r.Table.List(registrar.Filter{})
							desktest.Must(err)
							job.Only = []string{rows[0].Graduate.ID}
						}
						printed, err := r.Printing.Draw(io.Discard, format, job)
						if err != nil || printed.Graduates == 0 && !printed.Impersonal {
							t.Errorf("%s%s: %+v, %v", code, format, printed, err)
						}
					}
				}
			})
		}
	}
}

// madeDemo is a demonstration of so many graduates, open.
func madeDemo(t *testing.T, campaign string, graduates int) *registrar.Registrar {
	t.Helper()
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	return openDemo(t, makeDemo(t, registrar.DemoOptions{Campaign: c, Graduates: graduates, Seed: 1, WithoutPictures: true}))
}

// makeDemo is the folder of a demonstration without papers, which opens by the key of tests; of the
// Kyrgyz campaign where none is named.
func makeDemo(t *testing.T, o registrar.DemoOptions) (dir string) {
	t.Helper()
	if o.Campaign == nil {
		c, err := registrar.Campaign("ort-2021", nil)
		if err != nil {
			t.Fatal(err)
		}
		o.Campaign = c
	}
	dir, o.Key, o.WithoutPapers = t.TempDir(), desktest.Key, true
	if _, err := registrar.Demo(desktest.Ctx, dir, o); err != nil {
		t.Fatal(err)
	}
	return dir
}

func openDemo(t *testing.T, dir string) *registrar.Registrar {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, filepath.Join(dir, "school.graduand"), registrar.SignIn{}, desktest.Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { desktest.Must(r.Close()) })
	return r
}
