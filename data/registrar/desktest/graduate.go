package desktest

import (
	"bytes"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// EventsOf are the chosen events.
func EventsOf(t testing.TB, r *registrar.Registrar, f registrar.HistoryFilter) []registrar.Event {
	t.Helper()
	events, err := r.History(Ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// MustFind is a graduate by id.
func MustFind(t testing.TB, r *registrar.Registrar, id string) *data.Graduate {
	t.Helper()
	row, err := r.Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return row.Graduate
}

// FoundFor are the rules of the findings with a graduate.
func FoundFor(t testing.TB, r *registrar.Registrar, id string) []string {
	t.Helper()
	found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
	Must(err)
	return Rules(found)
}

// MustAdd takes in a graduate, whoever has the same name: «field=value».
func MustAdd(t testing.TB, r *registrar.Registrar, values ...string) string {
	t.Helper()
	id, err := r.Table.Add(Ctx, Assigns(values...), true)
	if err != nil {
		t.Fatalf("add %v: %v", values, err)
	}
	return id
}

// Assigns reads «field=value».
func Assigns(values ...string) []registrar.Assign {
	var all []registrar.Assign
	for _, v := range values {
		field, value, _ := strings.Cut(v, "=")
		all = append(all, registrar.Assign{Field: field, Value: value})
	}
	return all
}

// Names are the surnames of the chosen graduates.
func Names(t testing.TB, r *registrar.Registrar, f registrar.Filter) []string {
	t.Helper()
	rows, err := r.Table.List(f)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range rows {
		all = append(all, row.Graduate.Surname)
	}
	return all
}

// Events is how many events the history has.
func Events(t testing.TB, r *registrar.Registrar) int {
	t.Helper()
	return len(EventsOf(t, r, registrar.HistoryFilter{}))
}

// LettersOf draws a paper of the kit.
func LettersOf(t testing.TB, r *registrar.Registrar, document string, ids ...string) (printing.Printed, error) {
	t.Helper()
	var b bytes.Buffer
	return r.Printing.Draw(&b, ".pdf", printing.Job{Document: document, Only: ids})
}

// SourceOf is what papers are made from.
func SourceOf(r *registrar.Registrar) *papers.Source {
	return &papers.Source{Campaign: r.Campaign(), School: r.School(), Today: r.Today()}
}

// FindingsOf are what the check finds with a graduate.
func FindingsOf(r *registrar.Registrar, id string) ([]data.Finding, error) {
	return registry.Read(r.Registry, registry.RightLook, func(v *registry.View) ([]data.Finding, error) {
		return v.Findings(v.Lookup(id))
	})
}

// PaperOf is a graduate as papers see one.
func PaperOf(t testing.TB, r *registrar.Registrar, id string) papers.Graduate {
	t.Helper()
	found, err := FindingsOf(r, id)
	if err != nil {
		t.Fatal(err)
	}
	return papers.Graduate{Graduate: MustFind(t, r, id), Findings: found}
}

// PapersOf are all graduates as papers see them.
func PapersOf(t testing.TB, r *registrar.Registrar) []papers.Graduate {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var all []papers.Graduate
	for _, row := range rows {
		all = append(all, PaperOf(t, r, row.Graduate.ID))
	}
	return all
}

// StatusOf is how far somebody's registration is.
func StatusOf(t testing.TB, r *registrar.Registrar, id string) data.Status {
	t.Helper()
	row, err := r.Table.Find(id)
	Must(err)
	return row.Status
}
