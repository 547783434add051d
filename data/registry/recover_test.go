package registry_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"filippo.io/age"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/registry/ledger"
	"graduand/data/vault"
)

// mistype puts another symbol in the place of the first one of a group.
func mistype(code string, group int) string {
	groups := strings.Split(code, "-")
	other := "D"
	if strings.HasPrefix(groups[group-1], other) {
		other = "F"
	}
	groups[group-1] = other + groups[group-1][1:]
	return strings.Join(groups, "-")
}

func TestRecover(t *testing.T) {
	path, paper := copyIn(t, staffed().content), staffed().paper
	head := registrar.Account{Name: "Бакиева Айгуль", Phone: "0555 000 001"}
	refuse := func(t *testing.T, typed, password, code string) error {
		t.Helper()
		r, _, err := registrar.Recover(desktest.Ctx, path, holder(typed, head, password), atNoon())
		if r != nil {
			r.Close()
			t.Fatal("it opened")
		}
		desktest.WantCode(t, "recover", err, code)
		return err
	}
	t.Run("KG-007 a mistyped group is named", func(t *testing.T) {
		var e *registrar.Error
		if err := refuse(t, mistype(paper, 3), freshPassword, "vault.paper_group"); !errors.As(err, &e) || e.Args["group"] != 3 {
			t.Errorf("got %v", err)
		}
		refuse(t, paper+"-DFGJLN", freshPassword, "vault.paper_length")
		refuse(t, "", freshPassword, "vault.paper_group")
	})
	t.Run("KG-007 F-05 nobody without a name and a phone: the history says who it was", func(t *testing.T) {
		for code, a := range map[string]registrar.Account{"account.no_name": {Name: " ", Phone: head.Phone}, "account.no_phone": {Name: head.Name, Phone: " "}} {
			r, _, err := registrar.Recover(desktest.Ctx, path, holder(paper, a, freshPassword), atNoon())
			if r != nil {
				r.Close()
				t.Fatalf("%s: it opened", code)
			}
			desktest.WantCode(t, "recover", err, code)
		}
	})
	t.Run("KG-007 a poor password changes nothing", func(t *testing.T) {
		refuse(t, paper, "коротко", "vault.short_password")
	})
	var next string
	t.Run("KG-007 KG-014 the paper makes a new head", func(t *testing.T) {
		r, code, err := registrar.Recover(desktest.Ctx, path, holder(strings.ToLower(strings.ReplaceAll(paper, "-", " ")), head, freshPassword), atNoon())
		if err != nil {
			t.Fatal(err)
		}
		next = code
		if me := r.Me(); me.Role != registrar.RoleHead || me.MustChange || me.Phone != headIn.Phone || me.ID != idOf(t, r, headIn.Phone) {
			t.Errorf("recovered as %+v", me)
		}
		if accounts, err := r.Accounts(desktest.Ctx); err != nil || len(accounts) != 4 {
			t.Errorf("accounts %v, %v", accounts, err)
		}
		if events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Kind: registry.EventRecovered}); err != nil || len(events) != 1 || events[0].By != "Бакиева Айгуль" {
			t.Errorf("history %v, %v", events, err)
		}
		if rows, err := r.Table.List(registrar.Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("list %d, %v", len(rows), err)
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
	t.Run("KG-007 the old paper is waste paper, the others keep their passwords", func(t *testing.T) {
		refuse(t, paper, freshPassword, "vault.paper_wrong")
		refuseSignIn(t, path, headIn, atNoon(), "vault.wrong")
		mustClose(t, mustSignIn(t, path, registrar.SignIn{Phone: headIn.Phone, Password: freshPassword}, atNoon()))
		mustClose(t, mustSignIn(t, path, responsibleIn, atNoon()))
	})
	t.Run("KG-007 the new paper opens", func(t *testing.T) {
		r, _, err := registrar.Recover(desktest.Ctx, path, holder(next, head, freshPassword+"!"), atNoon())
		if err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
}

func TestOneSpoiltSlotLocksNobodyElseOut(t *testing.T) {
	path := copyIn(t, staffed().content)
	alter(t, path, "UPDATE slot SET body = x'00' WHERE made = 1")
	t.Run("KG-014 the others sign in", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, responsibleIn, atNoon()))
	})
}

func TestEscrow(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	centre, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	opens := func(t *testing.T) {
		t.Helper()
		var e struct{ File []byte }
		if err := json.Unmarshal(r.Setting(ledger.SettingEscrow), &e); err != nil {
			t.Fatal(err)
		}
		if key, _, err := vault.OpenEscrow(centre.String(), e.File); err != nil || !key.Equal(r.SchoolKey()) {
			t.Errorf("the centre has another key: %v", err)
		}
	}
	t.Run("KG-007 the centre can give the key back", func(t *testing.T) {
		desktest.WantCode(t, "no recipient", r.SetEscrow(desktest.Ctx, "age1wrong"), "vault.recipient")
		if err := r.SetEscrow(desktest.Ctx, centre.Recipient().String()); err != nil {
			t.Fatal(err)
		}
		opens(t)
	})
	t.Run("KG-007 KG-014 also after the key has changed", func(t *testing.T) {
		mustRotate(t, r)
		opens(t)
		mustBeSound(t, r)
	})
}

func mustRotate(t testing.TB, r *registrar.Registrar) {
	t.Helper()
	if err := r.Rotate(desktest.Ctx, nil, func(*registry.Change) error { return nil }); err != nil {
		t.Fatal(err)
	}
}

// holder is who has the paper key, with the account that is to be made.
func holder(code string, a registrar.Account, password string) registrar.Holder {
	return registrar.Holder{Code: code, Name: a.Name, Phone: a.Phone, Password: password}
}
