package registry_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
	"graduand/data/registry"
)

// An act has the number of its first event, by which people name it: also where that event was
// altered from outside, and where its graduate is gone.
func TestAnActIsFoundByItsNumber(t *testing.T) {
	s := makeSealed(t)
	for name, spoil := range map[string]func(t *testing.T, path string, r *registrar.Registrar){
		"its first event cannot be read": func(t *testing.T, path string, r *registrar.Registrar) {
			desktest.Must(r.Close())
			alter(t, path, "UPDATE event SET at = 'вчера' WHERE seq = (SELECT max(seq) - 1 FROM event)")
		},
		"whose first event it was is erased": func(_ *testing.T, _ string, r *registrar.Registrar) {
			_, err := r.Season.Erase(desktest.Ctx, []string{s.a}, "выбыла")
			desktest.Must(err)
			desktest.Must(r.Close())
		},
	} {
		t.Run("F-05 "+name, func(t *testing.T) {
			path := copyIn(t, s.content)
			open := func() *registrar.Registrar {
				r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, sealedOptions())
				desktest.Must(err)
				return r
			}
			r := open()
			before := desktest.MustFind(t, r, s.b).Fields["street"]
			_, err := r.Table.ChangeMany(desktest.Ctx, []string{s.a, s.b}, []table.Many{{Field: "street", Value: "Общая", How: table.Put}})
			desktest.Must(err)
			events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventChanged})
			act := events[len(events)-1].Batch
			spoil(t, path, r)
			r = open()
			defer r.Close()
			_, err = r.Form.UndoAll(desktest.Ctx, act)
			if desktest.Must(err); desktest.MustFind(t, r, s.b).Fields["street"] != before {
				t.Error("it was not taken back")
			}
		})
	}
}
