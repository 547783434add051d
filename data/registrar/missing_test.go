package registrar

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/reports"
)

func TestMissingByClass(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	for _, values := range []string{"surname=Юрченко|class=11-Б", "surname=Ґалаґан|given_name=Їжак|class=11-А", "surname=Авраменко|class=11-А", "surname=Коваль"} {
		mustAdd(t, r, strings.Split(values, "|")...)
	}
	m := r.source().Missing(papersOf(t, r))
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
		ort := mustCreate(t, "ort-2021")
		person := paperOf(t, ort, mustAdd(t, ort, "surname=Ким"))
		found, lacks := person.Findings, ort.source().Missing([]papers.Graduate{person}).Classes[0].People[0].Lacks
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
		ort := mustCreate(t, "ort-2021")
		id := completeORT(t, ort)
		pay(t, ort, id, "1", "1110")
		if err := ort.Finish(ctx, id); err != nil {
			t.Fatal(err)
		}
		mustAdd(t, ort, "surname=Ким")
		if m := ort.source().Missing(papersOf(t, ort)); len(m.Classes) != 1 || m.Classes[0].Total != 2 || len(m.Classes[0].People) != 1 || m.Classes[0].People[0].Name != "Ким" {
			t.Errorf("got %+v", m)
		}
	})
}

func TestPrintNewDocuments(t *testing.T) {
	for _, campaign := range Campaigns() {
		r := mustCreate(t, campaign)
		id := mustAdd(t, r, "surname=Ґалаґан", "given_name=Өмүр", "class=11-А", "street="+strings.Repeat("вулиця Їжакова-Ңурова ", 14))
		mustAdd(t, r, "surname=Сорока", "class=11-Б")
		for _, document := range []string{DocumentMissing, DocumentSheet, DocumentSite} {
			for _, format := range r.Document(document).Formats {
				t.Run("F-20 "+campaign+" "+document+format+" has the same bytes again and is in the history", func(t *testing.T) {
					job := PrintJob{Document: document, Only: []string{id}}
					var one, two bytes.Buffer
					for _, b := range []*bytes.Buffer{&one, &two} {
						if printed, err := r.Print(b, format, job); err != nil || printed.Graduates != 1 {
							t.Fatalf("%+v, %v", printed, err)
						}
					}
					path := filepath.Join(t.TempDir(), "a"+format)
					if _, err := r.PrintFile(ctx, path, job); err != nil {
						t.Fatal(err)
					}
					if !bytes.Equal(one.Bytes(), two.Bytes()) || !bytes.Equal(one.Bytes(), mustRead(t, path)) {
						t.Error("it differs when printed again")
					}
					events, err := r.History(ctx, HistoryFilter{Kind: EventPrinted})
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
			for document, want := range map[string]bool{DocumentMissing: false, DocumentSite: false, DocumentSheet: r.Campaign().CardNumber.Used} {
				if printed, err := r.Print(&bytes.Buffer{}, ".pdf", PrintJob{Document: document}); err != nil || (printed.Drafts > 0) != want {
					t.Errorf("%s: %+v, %v", document, printed, err)
				}
			}
		})
	}
}
