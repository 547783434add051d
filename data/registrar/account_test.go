package registrar

import (
	"errors"
	"slices"
	"testing"

	"graduand/data/sqlite"
	"graduand/data/vault"
)

func TestFirstPassword(t *testing.T) {
	path := copyIn(t, staffed().content)
	r := mustSignIn(t, path, newcomerIn, atNoon())
	t.Run("KG-006 the first password opens nothing but its change", func(t *testing.T) {
		_, err := r.List(Filter{})
		wantCode(t, "list", err, "account.must_change")
		_, err = r.Accounts(ctx)
		wantCode(t, "accounts", err, "account.must_change")
		if !r.Me().MustChange || !r.May(RightPassword) || r.May(RightLook) || r.Count() != 0 || r.Classes() != nil {
			t.Errorf("%+v sees %d in %v", r.Me(), r.Count(), r.Classes())
		}
	})
	t.Run("KG-006 what a new password must be", func(t *testing.T) {
		wantCode(t, "old one wrong", r.ChangePassword(ctx, "что-то не то", freshPassword), "account.wrong_password")
		wantCode(t, "the same", r.ChangePassword(ctx, newcomerIn.Password, newcomerIn.Password), "account.same_password")
		wantCode(t, "short", r.ChangePassword(ctx, newcomerIn.Password, "коротко"), "vault.short_password")
		wantCode(t, "own name", r.ChangePassword(ctx, newcomerIn.Password, "осмоновбакыт1"), "vault.common_password")
	})
	t.Run("KG-006 changed, the work begins", func(t *testing.T) {
		if err := r.ChangePassword(ctx, newcomerIn.Password, freshPassword); err != nil {
			t.Fatal(err)
		}
		if rows, err := r.List(Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("list: %d, %v", len(rows), err)
		}
		mustClose(t, r)
		refuseSignIn(t, path, newcomerIn, atNoon(), "vault.wrong")
		mustClose(t, mustSignIn(t, path, SignIn{newcomerIn.Phone, freshPassword}, atNoon()))
	})
}

// idOf is the id of the account with a phone.
func idOf(t testing.TB, r *Registrar, phone string) string {
	t.Helper()
	accounts, err := r.Accounts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(accounts, func(a Account) bool { return a.Phone == phone })
	if at < 0 {
		t.Fatalf("no account %s in %v", phone, accounts)
	}
	return accounts[at].ID
}

func TestAccounts(t *testing.T) {
	path := copyIn(t, staffed().content)
	r := mustSignIn(t, path, headIn, atNoon())
	second := idOf(t, r, responsibleIn.Phone)
	t.Run("KG-014 one account a phone", func(t *testing.T) {
		again := Account{Name: "Двойник", Phone: "0555 000 002", Role: RoleReader}
		wantCode(t, "add", r.AddAccount(ctx, again, freshPassword), "account.same_phone")
		wantCode(t, "replace", r.ReplaceAccount(ctx, idOf(t, r, readerIn.Phone), again, freshPassword), "account.same_phone")
	})
	t.Run("F-06 nobody locks himself out", func(t *testing.T) {
		wantCode(t, "remove", r.RemoveAccount(ctx, r.Me().ID), "account.own")
		wantCode(t, "replace", r.ReplaceAccount(ctx, r.Me().ID, Account{Name: "Я", Role: RoleHead}, freshPassword), "account.own")
		head := r.who
		r.who = Account{Name: "Key", Role: RoleHead}
		wantCode(t, "remove the last head", r.RemoveAccount(ctx, head.ID), "account.last_head")
		wantCode(t, "make the last head a reader", r.ReplaceAccount(ctx, head.ID, Account{Phone: head.Phone, Role: RoleReader}, freshPassword), "account.last_head")
		r.who = head
		wantCode(t, "unknown", r.RemoveAccount(ctx, "nobody"), "account.unknown")
		wantCode(t, "no such role", r.AddAccount(ctx, Account{Name: "Граф", Role: RoleGraduate}, freshPassword), "account.unknown_role")
	})
	t.Run("KG-007 a forgotten password is replaced by the head", func(t *testing.T) {
		if err := r.ReplaceAccount(ctx, second, Account{Name: "Усенова Нурия", Phone: responsibleIn.Phone, Role: RoleReader}, freshPassword); err != nil {
			t.Fatal(err)
		}
		mustClose(t, r)
		refuseSignIn(t, path, responsibleIn, atNoon(), "vault.wrong")
		replaced := mustSignIn(t, path, SignIn{responsibleIn.Phone, freshPassword}, atNoon())
		if me := replaced.Me(); !me.MustChange || me.Role != RoleReader {
			t.Errorf("signed in as %+v", me)
		}
		mustClose(t, replaced)
	})
	t.Run("KG-007 what is left out stays as it is", func(t *testing.T) {
		r := mustSignIn(t, path, headIn, atNoon())
		id := idOf(t, r, readerIn.Phone)
		for _, c := range []struct{ change, want Account }{
			{Account{}, Account{Name: "Ким Вера", Phone: readerIn.Phone, Role: RoleReader}},
			{Account{Role: RoleResponsible}, Account{Name: "Ким Вера", Phone: readerIn.Phone, Role: RoleResponsible}},
			{Account{Name: "Ким Вероника"}, Account{Name: "Ким Вероника", Phone: readerIn.Phone, Role: RoleResponsible}},
			{Account{Phone: "0555 000 033"}, Account{Name: "Ким Вероника", Phone: "+996555000033", Role: RoleResponsible}},
		} {
			if err := r.ReplaceAccount(ctx, id, c.change, freshPassword); err != nil {
				t.Fatal(err)
			}
			id, c.want.MustChange = idOf(t, r, c.want.Phone), true
			c.want.ID = id
			if accounts, err := r.Accounts(ctx); err != nil || !slices.Contains(accounts, c.want) {
				t.Errorf("%+v made %+v, %v", c.change, accounts, err)
			}
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
	t.Run("KG-014 a ninth is refused", func(t *testing.T) {
		r := mustSignIn(t, path, headIn, atNoon())
		for _, id := range []string{"a", "b", "c", "d"} {
			addIdleSlot(t, r, id)
		}
		wantCode(t, "add", r.AddAccount(ctx, Account{Name: "Девятая", Role: RoleReader}, freshPassword), "vault.operators_full")
	})
}

// addIdleSlot puts an account there for which nobody has a password: it costs nothing.
func addIdleSlot(t testing.TB, r *Registrar, id string) {
	t.Helper()
	identity, err := vault.NewIdentity(r.options.Rand)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := r.storedSlot(vault.Slot{ID: id, Kind: vault.KindReader}, storedAccount{Name: id, Role: RoleReader, Recipient: identity.Recipient()})
	if err != nil {
		t.Fatal(err)
	}
	err = r.update(ctx, func(c *change) error { return errors.Join(c.AddSlot(stored), c.vouch(EventAccountAdded, eventBody{})) })
	if err != nil {
		t.Fatal(err)
	}
}

// keep is a slot as it stands in the file now.
func keep(t testing.TB, r *Registrar, id string) sqlite.Slot {
	t.Helper()
	slots, err := r.db.Slots(ctx)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(slots, func(s sqlite.Slot) bool { return s.ID == id })
	return slots[at]
}

func TestRemoveAccount(t *testing.T) {
	path := copyIn(t, staffed().content)
	r := mustSignIn(t, path, headIn, atNoon())
	old, gone := r.keys.school.Clone(), idOf(t, r, readerIn.Phone)
	slot := keep(t, r, gone)
	for _, id := range []string{gone, idOf(t, r, newcomerIn.Phone)} {
		if err := r.RemoveAccount(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	added := mustAdd(t, r, "surname=Новикова")
	t.Run("KG-014 the school key that a removed person knows opens nothing new", func(t *testing.T) {
		if r.keys.school.Equal(old) {
			t.Fatal("the school key stayed")
		}
		for id := range r.index.byID {
			record, err := r.db.Graduate(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := vault.UnwrapKey(old.Sub(vault.LabelRecord), keyPlace(id), record.Wrapped); !errors.Is(err, vault.ErrTampered) {
				t.Errorf("%s: %v", id, err)
			}
		}
		if r.index.byID[added] == nil {
			t.Error("the new graduate is not there")
		}
		mustBeSound(t, r)
	})
	t.Run("KG-014 nor does the old slot put back", func(t *testing.T) {
		if err := r.db.Update(ctx, func(tx *sqlite.Tx) error { return tx.AddSlot(slot) }); err != nil {
			t.Fatal(err)
		}
		mustClose(t, r)
		refuseSignIn(t, path, readerIn, atNoon(), "vault.tampered")
		again := mustSignIn(t, path, headIn, atNoon())
		if err := again.db.Update(ctx, func(tx *sqlite.Tx) error { return tx.DeleteSlot(gone) }); err != nil {
			t.Fatal(err)
		}
		mustClose(t, again)
	})
	t.Run("KG-014 who stays signs in with the old password", func(t *testing.T) {
		stays := mustSignIn(t, path, responsibleIn, atNoon())
		if rows, err := stays.List(Filter{}); err != nil || len(rows) != 3 {
			t.Errorf("list: %d, %v", len(rows), err)
		}
		mustBeSound(t, stays)
		mustClose(t, stays)
		refuseSignIn(t, path, readerIn, atNoon(), "vault.wrong")
		refuseSignIn(t, path, newcomerIn, atNoon(), "vault.wrong")
	})
	t.Run("KG-007 the paper still opens", func(t *testing.T) {
		r, _, err := Recover(ctx, path, staffed().paper, Account{Name: "Бакиева Айгуль", Phone: headIn.Phone}, freshPassword, atNoon())
		if err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
}
