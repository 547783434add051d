package registrar_test

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/roster"
	classlist "graduand/data/roster"
)

// manyGraduates invents n of a campaign's demo school.
func manyGraduates(b *testing.B, n int) []data.Graduate {
	b.Helper()
	c, err := registrar.Campaign("zno-2020", nil)
	if err != nil {
		b.Fatal(err)
	}
	graduates := registrar.Invent(registrar.DemoOptions{Campaign: c, Graduates: n, Seed: 1})
	for i := range graduates {
		graduates[i].Document = data.Document{Kind: "id_card", Number: fmt.Sprintf("%09d", 100000000+i)}
	}
	return graduates
}

func rosterOf(b *testing.B, n int) []byte {
	b.Helper()
	var content bytes.Buffer
	columns := []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldBirthDate, data.FieldClass,
		data.FieldPhone, data.FieldSex, classlist.FieldDocument}
	if err := classlist.WriteRoster(&content, "Ліцей", manyGraduates(b, n), columns, "uk"); err != nil {
		b.Fatal(err)
	}
	return content.Bytes()
}

// BenchmarkImport5000 takes in an .xlsx of 5,000 rows, from bytes to disk.
func BenchmarkImport5000(b *testing.B) { benchImport(b, 5000) }

// BenchmarkImportRow is what one row costs in a short list, a usual one of a large school
// and the longest that is read: two of its 20,000 rows are the title and the header.
func BenchmarkImportRow(b *testing.B) {
	for _, rows := range []int{500, 5000, 19998} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			benchImport(b, rows)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}

func benchImport(b *testing.B, rows int) {
	content := rosterOf(b, rows)
	for b.Loop() {
		b.StopTimer()
		r := founded(b)
		b.StartTimer()
		read, err := r.Roster.Read(desktest.Ctx, "roster.xlsx", content, roster.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := r.Roster.Import(desktest.Ctx, read); err != nil {
			b.Fatal(err)
		}
		if n := read.Count(roster.Accepted); n != rows {
			b.Fatalf("accepted %d", n)
		}
		b.StopTimer()
		desktest.Must(r.Close())
		b.StartTimer()
	}
}

// founded is an empty registry that the benchmark closes itself: what is open to the end makes
// every further turn dearer.
func founded(b *testing.B) *registrar.Registrar {
	b.Helper()
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	r, err := registrar.Create(desktest.Ctx, filepath.Join(b.TempDir(), "school.graduand"), c, data.School{Name: "Ліцей"},
		registrar.Founder{Name: "tester"}, desktest.Options())
	desktest.Must(err)
	return r
}

func withGraduates(b *testing.B, n int) *registrar.Registrar {
	b.Helper()
	return filled(b, desktest.MustCreate(b, "zno-2020"), n)
}

// filled takes in n graduates.
func filled(b *testing.B, r *registrar.Registrar, n int) *registrar.Registrar {
	b.Helper()
	read, err := r.Roster.Read(desktest.Ctx, "roster.xlsx", rosterOf(b, n), roster.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := r.Roster.Import(desktest.Ctx, read); err != nil {
		b.Fatal(err)
	}
	if rows, err := r.Table.List(registrar.Filter{}); err != nil || len(rows) != n {
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
				if _, err := r.Table.List(registrar.Filter{Query: query}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCheck10000 looks at every graduate anew, as on every new day.
func BenchmarkCheck10000(b *testing.B) {
	o, day := desktest.Options(), desktest.Noon
	o.Now = func() time.Time { return day }
	r := filled(b, desktest.MustCreateWith(b, "zno-2020", o), 10000)
	for b.Loop() {
		day = day.AddDate(0, 0, 1)
		if _, err := r.Table.Check(registrar.Filter{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCards500 prints the cards of 500 graduates from the registry.
func BenchmarkCards500(b *testing.B) {
	r := withGraduates(b, 500)
	for b.Loop() {
		var content bytes.Buffer
		if _, err := r.Printing.Draw(&content, ".pdf", printing.Job{Document: printing.Card}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnswerWhilePrinting500 asks for a graduate while the cards of 500 are being
// printed over and over: the time of an answer, and the longest of all in milliseconds.
func BenchmarkAnswerWhilePrinting500(b *testing.B) {
	r := withGraduates(b, 500)
	id := sampleID(b, r)
	stop, stopped := make(chan struct{}), make(chan error)
	go func() {
		var err error
		for done := false; !done && err == nil; {
			_, err = r.Printing.Draw(io.Discard, ".pdf", printing.Job{Document: printing.Card})
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
		if _, err := r.Table.Find(id); err != nil {
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
	c, err := registrar.Campaign("zno-2020", nil)
	if err != nil {
		b.Fatal(err)
	}
	o := desktest.Options()
	o.Key = nil
	path := filepath.Join(b.TempDir(), "school.graduand")
	r, err := registrar.Create(desktest.Ctx, path, c, c.Demo.School, registrar.Founder{Phone: c.Demo.Phone, Password: registrar.DemoPassword}, o)
	if err != nil {
		b.Fatal(err)
	}
	if err := filled(b, r, 500).Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{Phone: c.Demo.Phone, Password: registrar.DemoPassword}, o)
		if err != nil {
			b.Fatal(err)
		}
		if err := again.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// sampleID is the id of somebody in the middle of the list.
func sampleID(b *testing.B, r *registrar.Registrar) string {
	b.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		b.Fatal(err)
	}
	return rows[len(rows)/2].Graduate.ID
}
