package registrar

import (
	"errors"
	"strings"
	"testing"

	"filippo.io/age"

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
	head := Account{Name: "Бакиева Айгуль", Phone: "0555 000 001"}
	refuse := func(t *testing.T, typed, password, code string) error {
		t.Helper()
		r, _, err := Recover(ctx, path, typed, head, password, atNoon())
		if r != nil {
			r.Close()
			t.Fatal("it opened")
		}
		wantCode(t, "recover", err, code)
		return err
	}
	t.Run("KG-007 a mistyped group is named", func(t *testing.T) {
		var e *Error
		if err := refuse(t, mistype(paper, 3), freshPassword, "vault.paper_group"); !errors.As(err, &e) || e.Args["group"] != 3 {
			t.Errorf("got %v", err)
		}
		refuse(t, paper+"-DFGJLN", freshPassword, "vault.paper_length")
		refuse(t, "", freshPassword, "vault.paper_group")
	})
	t.Run("KG-007 F-05 nobody without a name and a phone: the history says who it was", func(t *testing.T) {
		for code, a := range map[string]Account{"account.no_name": {Name: " ", Phone: head.Phone}, "account.no_phone": {Name: head.Name, Phone: " "}} {
			r, _, err := Recover(ctx, path, paper, a, freshPassword, atNoon())
			if r != nil {
				r.Close()
				t.Fatalf("%s: it opened", code)
			}
			wantCode(t, "recover", err, code)
		}
	})
	t.Run("KG-007 a poor password changes nothing", func(t *testing.T) {
		refuse(t, paper, "коротко", "vault.short_password")
	})
	var next string
	t.Run("KG-007 KG-014 the paper makes a new head", func(t *testing.T) {
		r, code, err := Recover(ctx, path, strings.ToLower(strings.ReplaceAll(paper, "-", " ")), head, freshPassword, atNoon())
		if err != nil {
			t.Fatal(err)
		}
		next = code
		if me := r.Me(); me.Role != RoleHead || me.MustChange || me.Phone != headIn.Phone || me.ID != idOf(t, r, headIn.Phone) {
			t.Errorf("recovered as %+v", me)
		}
		if accounts, err := r.Accounts(ctx); err != nil || len(accounts) != 4 {
			t.Errorf("accounts %v, %v", accounts, err)
		}
		if events, err := r.History(ctx, HistoryFilter{Kind: EventRecovered}); err != nil || len(events) != 1 || events[0].By != "Бакиева Айгуль" {
			t.Errorf("history %v, %v", events, err)
		}
		if rows, err := r.List(Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("list %d, %v", len(rows), err)
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
	t.Run("KG-007 the old paper is waste paper, the others keep their passwords", func(t *testing.T) {
		refuse(t, paper, freshPassword, "vault.paper_wrong")
		refuseSignIn(t, path, headIn, atNoon(), "vault.wrong")
		mustClose(t, mustSignIn(t, path, SignIn{headIn.Phone, freshPassword}, atNoon()))
		mustClose(t, mustSignIn(t, path, responsibleIn, atNoon()))
	})
	t.Run("KG-007 the new paper opens", func(t *testing.T) {
		r, _, err := Recover(ctx, path, next, head, freshPassword+"!", atNoon())
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
	r := mustCreate(t, "ort-2021")
	centre, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	opens := func(t *testing.T) {
		t.Helper()
		var e escrow
		if err := decodeEscrow(r.settings[settingEscrow].body, &e); err != nil {
			t.Fatal(err)
		}
		if key, err := vault.OpenEscrow(centre.String(), e.File); err != nil || !key.Equal(r.keys.school) {
			t.Errorf("the centre has another key: %v", err)
		}
	}
	t.Run("KG-007 the centre can give the key back", func(t *testing.T) {
		wantCode(t, "no recipient", r.SetEscrow(ctx, "age1wrong"), "vault.recipient")
		if err := r.SetEscrow(ctx, centre.Recipient().String()); err != nil {
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

func mustRotate(t testing.TB, r *Registrar) {
	t.Helper()
	if err := r.rotate(ctx, nil, func(*change) error { return nil }); err != nil {
		t.Fatal(err)
	}
}
