package registrar

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/roster"
)

// manyGraduates invents n of a campaign's demo school.
func manyGraduates(b *testing.B, n int) []data.Graduate {
	b.Helper()
	c, err := Campaign("zno-2020", nil)
	if err != nil {
		b.Fatal(err)
	}
	d := &demo{options: DemoOptions{Campaign: c, Graduates: n, Seed: 1}, names: stocks["ukrainian"], rand: newRand(1)}
	graduates := d.invent()
	for i := range graduates {
		graduates[i].Document = data.Document{Kind: "id_card", Number: fmt.Sprintf("%09d", 100000000+i)}
	}
	return graduates
}

func rosterOf(b *testing.B, n int) []byte {
	b.Helper()
	var content bytes.Buffer
	columns := []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldBirthDate, data.FieldClass,
		data.FieldPhone, data.FieldSex, roster.FieldDocument}
	if err := roster.WriteRoster(&content, "Ліцей", manyGraduates(b, n), columns, "uk"); err != nil {
		b.Fatal(err)
	}
	return content.Bytes()
}

// BenchmarkImport5000 takes in an .xlsx of 5,000 rows, from bytes to disk.
func BenchmarkImport5000(b *testing.B) {
	content := rosterOf(b, 5000)
	for b.Loop() {
		b.StopTimer()
		r := mustCreate(b, "zno-2020")
		b.StartTimer()
		read, err := r.ReadRoster(ctx, "roster.xlsx", content, RosterOptions{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := r.Import(ctx, read); err != nil {
			b.Fatal(err)
		}
		if n := read.Count(Accepted); n != 5000 {
			b.Fatalf("accepted %d", n)
		}
	}
}

func withGraduates(b *testing.B, n int) *Registrar {
	b.Helper()
	return filled(b, mustCreate(b, "zno-2020"), n)
}

// filled takes in n graduates.
func filled(b *testing.B, r *Registrar, n int) *Registrar {
	b.Helper()
	read, err := r.ReadRoster(ctx, "roster.xlsx", rosterOf(b, n), RosterOptions{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := r.Import(ctx, read); err != nil {
		b.Fatal(err)
	}
	if rows, err := r.List(Filter{}); err != nil || len(rows) != n {
		b.Fatalf("%d rows, %v", len(rows), err)
	}
	return r
}

// BenchmarkSearch10000 is one keystroke in the search box over 10,000 graduates:
// a rare word, and one that all have.
func BenchmarkSearch10000(b *testing.B) {
	r := withGraduates(b, 10000)
	for _, query := range []string{"їж", "1", "лук’ян мар"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				if _, err := r.List(Filter{Query: query}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCheck10000 looks at every graduate anew.
func BenchmarkCheck10000(b *testing.B) {
	r := withGraduates(b, 10000)
	for b.Loop() {
		r.index.changed()
		if _, err := r.Check(Filter{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCards500 prints the cards of 500 graduates from the registry.
func BenchmarkCards500(b *testing.B) {
	r := withGraduates(b, 500)
	for b.Loop() {
		var content bytes.Buffer
		if _, err := r.Print(&content, ".pdf", PrintJob{Document: DocumentCard}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnswerWhilePrinting500 asks for a graduate while the cards of 500 are being
// printed over and over: the time of an answer, and the longest of all in milliseconds.
func BenchmarkAnswerWhilePrinting500(b *testing.B) {
	r := withGraduates(b, 500)
	id := r.index.ordered[250].graduate.ID
	stop, stopped := make(chan struct{}), make(chan error)
	go func() {
		var err error
		for done := false; !done && err == nil; {
			_, err = r.Print(io.Discard, ".pdf", PrintJob{Document: DocumentCard})
			select {
			case <-stop:
				done = true
			default:
			}
		}
		stopped <- err
	}()
	var longest time.Duration
	for b.Loop() {
		time.Sleep(time.Millisecond) // a person asks now and then
		asked := time.Now()
		if _, err := r.Find(id); err != nil {
			b.Fatal(err)
		}
		longest = max(longest, time.Since(asked))
	}
	b.ReportMetric(float64(longest.Microseconds())/1000, "ms-longest")
	close(stop)
	if err := <-stopped; err != nil {
		b.Fatal(err)
	}
}

// BenchmarkOpen500 signs in to a registry of 500 graduates: the price of the password,
// every record opened and held against its history.
func BenchmarkOpen500(b *testing.B) {
	c, err := Campaign("zno-2020", nil)
	if err != nil {
		b.Fatal(err)
	}
	o := testOptions()
	o.Key = nil
	path := filepath.Join(b.TempDir(), "school.graduand")
	r, err := Create(ctx, path, c, c.Demo.School, Founder{Phone: c.Demo.Phone, Password: DemoPassword}, o)
	if err != nil {
		b.Fatal(err)
	}
	if err := filled(b, r, 500).Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		again, err := Open(ctx, path, SignIn{c.Demo.Phone, DemoPassword}, o)
		if err != nil {
			b.Fatal(err)
		}
		if err := again.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
