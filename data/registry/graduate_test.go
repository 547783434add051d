package registry_test

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// hook calls before once, ahead of the next octet that is read.
type hook struct {
	io.Reader
	before func()
}

func (h *hook) Read(p []byte) (int, error) {
	if before := h.before; before != nil {
		h.before = nil
		before()
	}
	return h.Reader.Read(p)
}

// foundByKey makes a closed registry of ОРТ that the key of the tests opens.
func foundByKey(fill func(*registrar.Registrar) error) []byte {
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	return inFolder(func(path string) error {
		r, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Школа-гимназия № 7"}, registrar.Founder{Name: "Key"}, desktest.Options())
		if err != nil {
			return err
		}
		return errors.Join(fill(r), r.Close())
	})
}

func TestGraduateSeesOneForm(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := mustSignIn(t, path, registrar.SignIn{Phone: "0555 000 101", Password: f.passwordA}, registrar.Options{Now: desktest.Options().Now, Sitting: true})
	t.Run("KG-069 KG-012 one graduate, and nothing of the others", func(t *testing.T) {
		rows, err := r.Table.List(registrar.Filter{})
		if err != nil || len(rows) != 1 || rows[0].Graduate.ID != f.a || r.Me().Name != "Асанова Айгуль" || r.Table.Count() != 1 {
			t.Errorf("sees %v as %+v, %v", rows, r.Me(), err)
		}
		_, err = r.Table.Find(f.b)
		desktest.WantCode(t, "another", err, "graduate.unknown")
		if printed, err := r.Printing.Draw(io.Discard, ".pdf", printing.Job{Document: printing.Card}); err != nil || printed.Graduates != 1 {
			t.Errorf("preview %+v, %v", printed, err)
		}
	})
	t.Run("KG-012 the key of a graduate opens no other record", func(t *testing.T) { opensOnly(t, r, f.a) })
	t.Run("F-06 what a graduate may not", func(t *testing.T) {
		_, err := r.History(desktest.Ctx, registrar.HistoryFilter{})
		desktest.WantCode(t, "history", err, "account.not_allowed")
		_, err = r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "x.pdf"), printing.Job{Document: printing.Card})
		desktest.WantCode(t, "print", err, "account.not_allowed")
		_, err = r.Access.List(desktest.Ctx, nil)
		desktest.WantCode(t, "accesses", err, "account.not_allowed")
		for _, value := range []string{"phone=0700111222", "class=11-Б", "mode=self", "category=past_years"} {
			_, err = r.Table.Change(desktest.Ctx, f.a, desktest.Assigns("street=Лесная", value))
			desktest.WantCode(t, value, err, "account.not_your_field")
		}
		_, err = r.Table.Change(desktest.Ctx, f.b, desktest.Assigns("street=Лесная"))
		desktest.WantCode(t, "another's form", err, "graduate.unknown")
		if r.MayFill("phone") || !r.MayFill("street") {
			t.Error("the form shows the wrong fields as theirs")
		}
	})
	t.Run("KG-069 the own form is kept for the school", func(t *testing.T) {
		for _, values := range []string{"street=Лесная", "street=Садовая", "birth_date=5.3.2003"} {
			if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns(values)); err != nil {
				t.Fatal(err)
			}
		}
		mustClose(t, r)
		again := mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, atNoon())
		if g := desktest.MustFind(t, again, f.a); g.Fields["street"] != "Садовая" || g.BirthDate != "2003-03-05" {
			t.Errorf("the graduate sees %+v", g)
		}
		mustClose(t, again)
	})
	t.Run("KG-069 F-05 the school's next sign-in takes it over, in the graduate's name", func(t *testing.T) {
		school := openKeyed(t, path)
		if g := desktest.MustFind(t, school, f.a); g.Fields["street"] != "Садовая" {
			t.Errorf("the school sees %+v", g)
		}
		events := desktest.EventsOf(t, school, registrar.HistoryFilter{Kind: registry.EventFilled})
		if len(events) != 1 || events[0].By != "Асанова Айгуль" || len(events[0].Changes) != 3 || len(events[0].Refused) != 0 {
			t.Errorf("history %+v", events)
		}
		if all, err := school.DB().PendingSizes(desktest.Ctx); err != nil || len(all) > 0 {
			t.Errorf("left pending: %v, %v", all, err)
		}
		if filled := school.Filled(); len(filled) != 1 || filled[0].Graduate != f.a {
			t.Errorf("filled %+v", filled)
		}
		mustBeSound(t, school)
	})
}

// opensOnly tries the key of the graduate who signed in on everything in the file.
func opensOnly(t *testing.T, r *registrar.Registrar, id string) {
	t.Helper()
	opened, mine, key := 0, 0, r.KeyOf("")
	err := r.DB().Graduates(desktest.Ctx, func(record sqlite.Record) error {
		_, body := vault.Open(key, registry.BodyPlace(record.ID, record.Rev), record.Body)
		_, wrapped := vault.UnwrapKey(key, registry.KeyPlace(record.ID), record.Wrapped)
		if wrapped == nil {
			t.Errorf("it unwraps the key of %s", record.ID)
		}
		if record.ID != id && !errors.Is(body, vault.ErrTampered) {
			t.Errorf("%s: %v", record.ID, body)
		}
		if record.ID == id && body == nil {
			mine++
		}
		opened++
		return nil
	})
	events := r.DB().Events(desktest.Ctx, "", func(e sqlite.Event) error {
		if _, err := vault.Open(key, registry.EventPlace(&e), e.Body); e.Graduate != id && !errors.Is(err, vault.ErrTampered) {
			t.Errorf("it opens event %d", e.Seq)
		} else if e.Graduate == id && err == nil {
			mine++
		}
		return nil
	})
	secrets := r.DB().Accesses(desktest.Ctx, func(a sqlite.Access) error {
		if _, err := vault.Open(key, registry.SecretPlace(a.Graduate, a.Door, 1), a.Secret); err == nil {
			t.Errorf("it opens the password of %s", a.Graduate)
		}
		return nil
	})
	if err := errors.Join(err, events, secrets); err != nil || opened != 4 || mine < 2 {
		t.Errorf("tried %d records, %d of the own, %v", opened, mine, err)
	}
	if r.Ledger() != nil {
		t.Error("a graduate has keys of the school")
	}
}

func TestAMissingEventKeepsNoGraduateOut(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	desktest.Set(t, r, f.c, "class=11-Б")
	desktest.Set(t, r, f.a, "class=11-Б")
	mustClose(t, r)
	alter(t, path, "DELETE FROM event WHERE seq = (SELECT max(seq) - 1 FROM event)")
	t.Run("F-05 KG-069 what is missing of another's history is no matter of this one's", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, atNoon()))
	})
}

func TestMergeOfWhatGraduatesFill(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns("street=Школьная", "subjects=history,physics")); err != nil {
		t.Fatal(err)
	}
	leavePending(t, r, f.a,
		registrar.FieldChange{Field: "street", Before: "", After: "Лесная"}, registrar.FieldChange{Field: "house", Before: "", After: "7"}, registrar.FieldChange{Field: data.FieldBirthDate, Before: "", After: "не дата"},
		registrar.FieldChange{Field: data.FieldDocumentKind, Before: "", After: "passport"}, registrar.FieldChange{Field: data.FieldDocumentSeries, Before: "", After: "ID"},
		registrar.FieldChange{Field: data.FieldDocumentNumber, Before: "", After: "1234567"}, registrar.FieldChange{Field: data.FieldPhone, Before: desktest.PhoneA, After: "+996555000999"},
		registrar.FieldChange{Field: "colour", Before: "", After: "синий"})
	leavePending(t, r, f.b, registrar.FieldChange{Field: "street", Before: "", After: "Горная"})
	if err := r.Table.Remove(desktest.Ctx, []string{f.b}, "выбыла"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, r)
	r = openKeyed(t, path)
	filled := r.Filled()
	if len(filled) != 2 {
		t.Fatalf("filled %+v", filled)
	}
	refused := func(field string) bool {
		return slices.ContainsFunc(filled[0].Refused, func(c registrar.FieldChange) bool { return c.Field == field })
	}
	g := desktest.MustFind(t, r, f.a)
	t.Run("KG-069 what the school wrote meanwhile stays, the other is kept", func(t *testing.T) {
		if g.Fields["street"] != "Школьная" || !slices.Contains(filled[0].Refused, registrar.FieldChange{Field: "street", Before: "Школьная", After: "Лесная"}) {
			t.Errorf("%v, %+v", g.Fields, filled[0])
		}
		if g.Fields["house"] != "7" {
			t.Error("the rest is not taken over")
		}
	})
	t.Run("KG-069 the very same checks", func(t *testing.T) {
		for _, field := range []string{data.FieldBirthDate, data.FieldDocumentNumber, data.FieldPhone, "colour"} {
			if !refused(field) {
				t.Errorf("%s is taken over", field)
			}
		}
		if g.Document.Number != "" || g.Phone != desktest.PhoneA || g.BirthDate != "" {
			t.Errorf("got %+v", g)
		}
	})
	t.Run("F-05 the history keeps what was refused", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: f.a, Kind: registry.EventFilled})
		if len(events) != 1 || len(events[0].Refused) != 5 || events[0].By != "Асанова Айгуль" {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("KG-069 nothing is taken over for who was removed", func(t *testing.T) {
		if len(filled[1].Changes) != 0 || len(filled[1].Refused) != 1 {
			t.Errorf("got %+v", filled[1])
		}
		mustBeSound(t, r)
	})
}

func TestMergeOfFieldsThatHang(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "subjects=ukrainian,history", "attestation=history")
	before := desktest.MustFind(t, r, id)
	after := before.Clone()
	after.Set(data.FieldSubjects, "ukrainian,physics")
	after.Set(data.FieldAttestation, "physics")
	leavePending(t, r, id, registry.Difference(before, after)...)
	if err := r.Begin(desktest.Ctx, 0); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-069 one change of a form may move two fields", func(t *testing.T) {
		g := desktest.MustFind(t, r, id)
		if g.Get(data.FieldSubjects) != "ukrainian,physics" || g.Get(data.FieldAttestation) != "physics" {
			t.Errorf("got %q, %q; %+v", g.Get(data.FieldSubjects), g.Get(data.FieldAttestation), r.Filled())
		}
		mustBeSound(t, r)
	})
}
