package desktest

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
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
