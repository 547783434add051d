package attack_test

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// steering are signs that steer a screen: an escape, a bell, a direction.
const steering = "\x1b\a\u202e\u2066"

func TestSteeringSigns(t *testing.T) {
	s := theSchool()
	try(t, "V01 the school's name holds none", func(t *testing.T) {
		r := enter(t, copyIn(t, s.now))
		err := r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Школа\x1b[31m\u202e № 7"})
		if name := r.School().Name; err == nil && strings.ContainsAny(name, steering) {
			t.Errorf("the school is %q", name)
		}
	})
	try(t, "V01 nor does what a graduate types", func(t *testing.T) {
		r, filled := delivered(t, s, change{Field: "street", Before: "Вторая", After: "ул.\x1b[2J\u202e Манаса"})
		g := desktest.MustFind(t, r, s.a)
		texts := g.Get("street")
		for _, c := range append(filled.Changes, filled.Refused...) {
			texts += c.After
		}
		if strings.ContainsAny(texts, steering) {
			t.Errorf("got %q", texts)
		}
	})
	try(t, "V02 nor does the name on the door, whoever has written it", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run(`UPDATE setting SET body = CAST('{"name":"Школа\u001b[31m\u202e № 7"}' AS BLOB) WHERE name = 'school'`)
		i.leave()
		door, err := registry.LookAt(desktest.Ctx, path)
		if err == nil && strings.ContainsAny(door.School, steering) {
			t.Errorf("the door says %q", door.School)
		}
	})
}

// fillers are what a graduate calls that is not a graduate's (G32).
func TestGraduateCalls(t *testing.T) {
	s := theSchool()
	r, err := registrar.Open(desktest.Ctx, copyIn(t, s.now), registrar.SignIn{Phone: desktest.PhoneA, Password: s.passwordA}, byPassword())
	desktest.Must(err)
	defer r.Close()
	for what, call := range map[string]func() error{
		"add": func() error {
			_, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Чужая"), true)
			return err
		},
		"remove":  func() error { return r.Table.Remove(desktest.Ctx, []string{s.a}, "x") },
		"restore": func() error { return r.Table.Restore(desktest.Ctx, []string{s.a}) },
		"record": func() error {
			return r.Table.Record(desktest.Ctx, []string{s.a}, data.Fact{Kind: data.FactEntered})
		},
		"make accesses":    func() error { _, err := r.Access.Create(desktest.Ctx, []string{s.a}, nil); return err },
		"another password": func() error { return r.Access.Change(desktest.Ctx, s.a, "x") },
		"hand over": func() error {
			return r.Access.HandOver(desktest.Ctx, []string{s.a}, data.DoorOwn, "10.2.2020", "")
		},
		"take home":         func() error { return r.Access.TakeHome(desktest.Ctx, s.a, t.TempDir()+"/x.graduand") },
		"judge a receipt":   func() error { return r.Payment.Judge(desktest.Ctx, s.a, "x", "accepted", "", "") },
		"close":             func() error { _, err := r.Season.Close(desktest.Ctx); return err },
		"move":              func() error { return r.Season.Move(desktest.Ctx, t.TempDir()+"/x.graduand-backup") },
		"reopen":            func() error { return r.Season.Reopen(desktest.Ctx) },
		"erase":             func() error { _, err := r.Season.Erase(desktest.Ctx, []string{s.a}, "x"); return err },
		"erase images":      func() error { _, err := r.Season.EraseImages(desktest.Ctx, []string{s.a}, "x"); return err },
		"change the school": func() error { return r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "x"}) },
		"name a day":        func() error { return r.Season.NameDay(desktest.Ctx, "x", "1.2.2020") },
		"back up":           func() error { _, err := r.Backup(desktest.Ctx, t.TempDir()+"/x.graduand-backup"); return err },
		"examine":           func() error { _, err := r.Doctor(desktest.Ctx); return err },
		"set aside":         func() error { _, _, err := r.SetAside(desktest.Ctx); return err },
		"history":           func() error { _, err := r.History(desktest.Ctx, registrar.HistoryFilter{}); return err },
		"accounts":          func() error { _, err := r.Accounts(desktest.Ctx); return err },
		"add an account": func() error {
			return r.AddAccount(desktest.Ctx, registrar.Account{Name: "x", Phone: headIn.Phone, Role: registrar.RoleHead}, headIn.Password)
		},
		"remove an account": func() error { return r.RemoveAccount(desktest.Ctx, "x") },
		"replace an account": func() error {
			return r.ReplaceAccount(desktest.Ctx, "x", registrar.Account{Name: "x"}, headIn.Password)
		},
		"another paper":         func() error { _, err := r.NewPaperCode(desktest.Ctx); return err },
		"a recovery key":        func() error { return r.SetEscrow(desktest.Ctx, "age1x") },
		"an account's password": func() error { return r.ChangePassword(desktest.Ctx, s.passwordA, headIn.Password) },
		"take over":             func() error { return r.TakeOver(desktest.Ctx) },
	} {
		try(t, "G32 F-06 "+what, func(t *testing.T) {
			if err := call(); err == nil && what != "take over" {
				t.Error("it is done")
			} else if err != nil && data.CodeOf(err) == "" {
				t.Errorf("no sentence: %v", err)
			}
		})
	}
	if filled := r.Filled(); len(filled) > 0 {
		t.Errorf("taken over: %+v", filled)
	}
}
