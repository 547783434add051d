package registry_test

import (
	"reflect"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// scene is a registry with two people and two lists.
type scene struct {
	r        *registrar.Registrar
	dub, gai string
}

func newScene(t *testing.T) *scene {
	s := &scene{r: desktest.MustCreate(t, "zno-2020")}
	s.dub = desktest.MustAdd(t, s.r, "surname=Дуб", "given_name=Яна")
	s.gai = desktest.MustAdd(t, s.r, "surname=Гай", "given_name=Яна")
	for i, list := range []string{"l1", "l2"} {
		s.post(func(c *registry.Change) error {
			return c.PutList(registry.EventListMade, &data.List{ID: list, Number: i + 1}, registry.EventBody{})
		})
	}
	return s
}

func (s *scene) alter(id string, how func(*data.Graduate)) {
	desktest.Must(desktest.Alter(s.r, id, how))
}

func (s *scene) put(id, field, value string) {
	s.alter(id, func(g *data.Graduate) { g.Set(field, value) })
}

func (s *scene) list(id, list string) {
	s.alter(id, func(g *data.Graduate) { g.SetFact(data.Fact{Kind: data.FactListed, Seen: list}) })
}

func (s *scene) post(f func(*registry.Change) error) {
	desktest.Must(s.r.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error { return w.Commit(f) }))
}

func (s *scene) pack(kind string, lists ...string) {
	s.post(func(c *registry.Change) error {
		return c.PutPackage(kind, &data.Package{ID: "p1", Number: 1, Lists: lists, Postmark: "2020-02-03"}, registry.EventBody{})
	})
}

func (s *scene) erase(id string) {
	_, err := s.r.Season.Erase(desktest.Ctx, []string{id}, "прохання")
	desktest.Must(err)
}

// What a single change leaves of the findings and rows, where random ones seldom come upon it.
func TestAChangeForgetsWhatItTouchesRarely(t *testing.T) {
	for says, do := range map[string]struct{ before, then func(*scene) }{
		"F-17 a package takes another list instead": {func(s *scene) {
			s.list(s.dub, "l1")
			s.list(s.gai, "l2")
			s.pack(registry.EventPackageMade, "l1")
		}, func(s *scene) { s.pack(registry.EventPackageChanged, "l2") }},
		"F-17 a package is no more": {func(s *scene) {
			s.list(s.dub, "l1")
			s.pack(registry.EventPackageMade, "l1")
		}, func(s *scene) { s.pack(registry.EventPackageDropped) }},
		"UA-027 whoever is added shows that a number is short": {func(s *scene) {
			s.put(s.dub, data.FieldCardNumber, "41235")
			s.put(s.gai, data.FieldCardNumber, "0412352")
		}, func(s *scene) {
			desktest.MustAdd(outer, s.r, "surname=Липа", "given_name=Яна", "card_number=0412353")
		}},
		"UA-027 whoever is erased showed it": {func(s *scene) {
			s.put(s.dub, data.FieldCardNumber, "41235")
			s.put(s.gai, data.FieldCardNumber, "0412352")
			s.gai = desktest.MustAdd(outer, s.r, "surname=Липа", "given_name=Яна", "card_number=0412353")
		}, func(s *scene) { s.erase(s.gai) }},
		"F-17 nobody lacks any more what whoever is erased lacked": {func(s *scene) {
			s.put(s.dub, data.FieldPhone, "+380501234567")
		}, func(s *scene) { s.erase(s.gai) }},
		"UA-103 whoever had a number that another has is called otherwise": {func(s *scene) {
			s.put(s.gai, data.FieldCardNumber, "0412352")
			s.alter(s.gai, func(g *data.Graduate) { g.StartAttempt(data.RetryRegistration, 50) })
			s.put(s.dub, data.FieldCardNumber, "0412352")
		}, func(s *scene) { s.put(s.gai, data.FieldSurname, "Липа") }},
	} {
		t.Run(says, func(t *testing.T) {
			outer = t
			s := newScene(t)
			do.before(s)
			before := known(t, s.r)
			do.then(s)
			kept := known(t, s.r)
			registry.CheckAnew(s.r.Registry)
			anew := known(t, s.r)
			if !reflect.DeepEqual(kept, anew) {
				t.Error(differing(kept, anew))
			}
			if reflect.DeepEqual(before, anew) {
				t.Error("nothing has changed")
			}
		})
	}
}
