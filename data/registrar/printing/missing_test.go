package printing_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
	"graduand/reports"
)

func TestMissingByClass(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	for _, values := range []string{"surname=Юрченко|class=11-Б", "surname=Ґалаґан|given_name=Їжак|class=11-А", "surname=Авраменко|class=11-А", "surname=Коваль"} {
		desktest.MustAdd(t, r, strings.Split(values, "|")...)
	}
	m := desktest.SourceOf(r).Missing(desktest.PapersOf(t, r))
	t.Run("every class once, its people by the alphabet", func(t *testing.T) {
		var got []string
		for _, c := range m.Classes {
			got = append(got, c.Class)
			for _, p := range c.People {
				got = append(got, p.Name)
			}
		}
		if want := []string{"", "Коваль", "11-А", "Авраменко", "Ґалаґан Їжак", "11-Б", "Юрченко"}; !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("all findings with the titles of their fields, errors first", func(t *testing.T) {
		ort := desktest.MustCreate(t, "ort-2021")
		person := desktest.PaperOf(t, ort, desktest.MustAdd(t, ort, "surname=Ким"))
		found, lacks := person.Findings, desktest.SourceOf(ort).Missing([]papers.Graduate{person}).Classes[0].People[0].Lacks
		isError := func(s data.Severity) bool { return s == data.SeverityError }
		warning := slices.IndexFunc(found, func(f data.Finding) bool { return !isError(f.Severity) })
		last := slices.IndexFunc(lacks, func(l reports.Lack) bool { return !isError(l.Severity) })
		if warning < 0 || warning == last || slices.ContainsFunc(lacks[last:], func(l reports.Lack) bool { return isError(l.Severity) }) {
			t.Errorf("the first to look at is %d, was %d: %+v", last, warning, lacks)
		}
		if len(lacks) != len(found) || !slices.ContainsFunc(lacks, func(l reports.Lack) bool { return l.Field == "settlement" && l.Title == "Город или село" }) {
			t.Errorf("%d of %d: %+v", len(lacks), len(found), lacks)
		}
	})
	t.Run("who lacks nothing is counted and not listed", func(t *testing.T) {
		ort := desktest.MustCreate(t, "ort-2021")
		id := desktest.CompleteORT(t, ort)
		desktest.Pay(t, ort, id, "1", "1110")
		if err := ort.Form.Finish(desktest.Ctx, id); err != nil {
			t.Fatal(err)
		}
		desktest.MustAdd(t, ort, "surname=Ким")
		if m := desktest.SourceOf(ort).Missing(desktest.PapersOf(t, ort)); len(m.Classes) != 1 || m.Classes[0].Total != 2 || len(m.Classes[0].People) != 1 || m.Classes[0].People[0].Name != "Ким" {
			t.Errorf("got %+v", m)
		}
	})
}

func TestPrintNewDocuments(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		r := desktest.MustCreate(t, campaign)
		id := desktest.MustAdd(t, r, "surname=Ґалаґан", "given_name=Өмүр", "class=11-А", "street="+strings.Repeat("вулиця Їжакова-Ңурова ", 14))
		desktest.MustAdd(t, r, "surname=Сорока", "class=11-Б")
		for _, document := range []string{printing.Missing, printing.Sheet, printing.Site} {
			for _, format := range r.Printing.Document(document).Formats {
				t.Run("F-20 "+campaign+" "+document+format+" has the same bytes again and is in the history", func(t *testing.T) {
					job := printing.Job{Document: document, Only: []string{id}}
					var one, two bytes.Buffer
					for _, b := range []*bytes.Buffer{&one, &two} {
						if printed, err := r.Printing.Draw(b, format, job); err != nil || printed.Graduates != 1 {
							t.Fatalf("%+v, %v", printed, err)
						}
					}
					path := filepath.Join(t.TempDir(), "a"+format)
					if _, err := r.Printing.Save(desktest.Ctx, path, job); err != nil {
						t.Fatal(err)
					}
					if !bytes.Equal(one.Bytes(), two.Bytes()) || !bytes.Equal(one.Bytes(), desktest.MustRead(t, path)) {
						t.Error("it differs when printed again")
					}
					events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Kind: registry.EventPrinted})
					if err != nil || len(events) == 0 {
						t.Fatal(err)
					}
					if e := events[len(events)-1]; e.Note != document || !slices.Equal(e.Graduates, []string{id}) {
						t.Errorf("the history ends with %+v", e)
					}
				})
			}
		}
		t.Run("only where a number is printed a draft one is counted "+campaign, func(t *testing.T) {
			for document, want := range map[string]bool{printing.Missing: false, printing.Site: false, printing.Sheet: r.Campaign().CardNumber.Used} {
				if printed, err := r.Printing.Draw(&bytes.Buffer{}, ".pdf", printing.Job{Document: document}); err != nil || (len(printed.Drafts) > 0) != want {
					t.Errorf("%s: %+v, %v", document, printed, err)
				}
			}
		})
	}
}
