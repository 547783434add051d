package roster_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
)

// TestOrderOfAnImport: ids, numbers of drafts and events follow the list, whatever the
// alphabet says of its names.
func TestOrderOfAnImport(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	var list strings.Builder
	list.WriteString("Прізвище;Ім’я;Дата народження;Клас\n")
	var names []string
	for i := range 40 {
		name := string([]rune("ЯЩНАБГПЛКЗ")[i%10]) + "ова" + strings.Repeat("а", i/10)
		names = append(names, name)
		fmt.Fprintf(&list, "%s;Олена;%02d.03.2003;11-А\n", name, i%28+1)
	}
	read, err := r.Roster.Read(desktest.Ctx, "list.csv", []byte(list.String()), roster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ids, err := r.Roster.Import(desktest.Ctx, read)
	if err != nil || len(ids) != len(names) || !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Fatalf("F-14 %d ids of %d: %v, %v", len(ids), len(names), ids, err)
	}
	for i, id := range ids {
		if g := desktest.MustFind(t, r, id); g.Surname != names[i] || g.Current().DraftSerial != i+1 {
			t.Errorf("F-14 row %d is %s with draft %d, want %s", i, g.Surname, g.Current().DraftSerial, names[i])
		}
	}
	var added []string
	for _, e := range desktest.EventsOf(t, r, registrar.HistoryFilter{}) {
		if e.Kind == "graduate.added" {
			added = append(added, e.Graduate)
		}
	}
	if !slices.Equal(added, ids) {
		t.Errorf("F-05 the events are of %v, want %v", added, ids)
	}
	desktest.Sound(t, r)
}
