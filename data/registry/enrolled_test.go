package registry_test

import (
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/season"
	"graduand/data/registry"
	"graduand/data/registry/ledger"
)

// enrolledOf is what a registry keeps for its exchange with the centre, with the messages so far.
func enrolledOf(t *testing.T, r *registrar.Registrar) (*registry.Enrolled, []registry.Passed) {
	t.Helper()
	var passed []registry.Passed
	e, err := registry.Read(r.Registry, registry.RightLook, func(v *registry.View) (*registry.Enrolled, error) {
		passed = v.Passed()
		return v.Enrolled()
	})
	desktest.Must(err)
	return e, passed
}

func TestEnrolledSurvives(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	if e, _ := enrolledOf(t, r); e != nil {
		t.Fatal("enrolled by nobody")
	}
	desktest.Enrol(t, r, "bishkek-7")
	sent := data.Message{ID: "0123", Type: "entries", Hash: "aa", SHA256: "bb", Sequence: 1, Branch: r.Branch(), People: 3}
	desktest.Must(r.Write(desktest.Ctx, registry.RightPrintFinal, nil, func(w *registry.Edit) error {
		return w.Commit(func(c *registry.Change) error { return c.PutMessage(registry.EventMessageSent, sent) })
	}))
	was, _ := enrolledOf(t, r)
	holds := func(t *testing.T, r *registrar.Registrar) {
		t.Helper()
		e, passed := enrolledOf(t, r)
		if e == nil || e.Code != "bishkek-7" || e.Own[0] != was.Own[0] || e.Centre[0] != was.Centre[0] {
			t.Errorf("%+v", e)
		}
		if len(passed) != 1 || passed[0].Message != sent || !passed[0].Sent || passed[0].To != data.ToCentre || passed[0].By != "Tester" {
			t.Errorf("%+v", passed)
		}
		mustBeSound(t, r)
	}
	t.Run("design §9 kept with the messages", func(t *testing.T) { holds(t, r) })
	backup := filepath.Join(t.TempDir(), "copy.graduand")
	_, err := r.Backup(desktest.Ctx, backup)
	desktest.Must(err)
	t.Run("KG-014 through changes of the school key, and after a restart", func(t *testing.T) {
		mustRotate(t, r)
		mustRotate(t, r)
		holds(t, r)
		o := desktest.Options()
		o.Key = r.SchoolKey().Clone()
		mustClose(t, r)
		again, err := registrar.Open(desktest.Ctx, r.Path(), registrar.SignIn{}, o)
		desktest.Must(err)
		defer again.Close()
		holds(t, again)
	})
	t.Run("design §9 through a backup and a restore, on a branch of its own", func(t *testing.T) {
		again, err := registrar.Restore(desktest.Ctx, backup, filepath.Join(t.TempDir(), "again.graduand"), registrar.SignIn{}, false, desktest.Options())
		desktest.Must(err)
		defer again.Close()
		holds(t, again)
		if again.Branch() == sent.Branch {
			t.Error("the branch is the same")
		}
	})
	t.Run("F-05 altered it is named, and set aside with nothing else", func(t *testing.T) {
		path := copyIn(t, desktest.MustRead(t, backup))
		alter(t, path, "UPDATE setting SET body = CAST('{}' AS BLOB) WHERE name = ?", ledger.SettingExchange)
		if code, ills := verdict(t, path, desktest.Options()); code != "vault.tampered" || len(ills) == 0 {
			t.Errorf("opening says %q, the doctor %v", code, ills)
		}
		o := desktest.Options()
		o.Examine = true
		examined, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
		desktest.Must(err)
		_, _, err = examined.SetAside(desktest.Ctx)
		desktest.Must(err)
		mustClose(t, examined)
		r := openKeyed(t, path)
		if e, passed := enrolledOf(t, r); e != nil || len(passed) != 1 {
			t.Errorf("%+v, %d messages", e, len(passed))
		}
		mustBeSound(t, r)
	})
	t.Run("KG-069 no form of a graduate has it", func(t *testing.T) {
		r := openKeyed(t, copyIn(t, desktest.MustRead(t, backup)))
		r.BecomeGraduate(desktest.MustAdd(t, r, "surname=Асанова"))
		r.Who().Role = registrar.RoleGraduate
		if _, err := r.Exchange.History(desktest.Ctx); data.CodeOf(err) != "account.not_allowed" {
			t.Error(err)
		}
	})
}

func TestF21TheExchangeBeginsAnew(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	told := func(n season.NextYear) bool {
		return slices.ContainsFunc(season.ToldOfNextYear(n), func(s season.Sentence) bool { return s.ID == "season.next_exchange" })
	}
	if told(begin(t, r, "ort-2021")) {
		t.Error("a school that no centre has enrolled is told of its centre")
	}
	desktest.Enrol(t, r, "bishkek-7")
	desktest.Must(r.Form.Finish(desktest.Ctx, desktest.CompleteORT(t, r)))
	_, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir()}, nil)
	desktest.Must(err)
	next := begin(t, r, "ort-2021")
	fresh := openKeyed(t, next.Path)
	t.Run("F-21 neither keys, code, numbers nor messages go over, and who begins it is told", func(t *testing.T) {
		state, err := fresh.Exchange.State()
		if err != nil || state.Enrolled || state.Own != "" || state.Sent != 0 || len(state.Waiting) > 0 || !told(next) {
			t.Errorf("%+v %v, told %v", state, err, told(next))
		}
		if e, passed := enrolledOf(t, fresh); e != nil || len(passed) > 0 {
			t.Errorf("%+v %+v", e, passed)
		}
	})
	t.Run("F-21 design §9 enrolled again it counts from the first message, on a branch of its own", func(t *testing.T) {
		desktest.Enrol(t, fresh, "bishkek-7")
		desktest.Must(fresh.Form.Finish(desktest.Ctx, desktest.CompleteORT(t, fresh)))
		sent, err := fresh.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir()}, nil)
		if err != nil || sent.Messages[0].Sequence != 1 || sent.Messages[0].Type != "entries" || sent.Messages[0].Branch == r.Branch() {
			t.Errorf("%+v %v", sent, err)
		}
	})
	mustBeSound(t, fresh)
}
