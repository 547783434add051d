package registry_test

import (
	"errors"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

func TestFirstPassword(t *testing.T) {
	path := copyIn(t, staffed().content)
	r := mustSignIn(t, path, newcomerIn, atNoon())
	t.Run("KG-006 the first password opens nothing but its change", func(t *testing.T) {
		_, err := r.Table.List(registrar.Filter{})
		desktest.WantCode(t, "list", err, "account.must_change")
		_, err = r.Accounts(desktest.Ctx)
		desktest.WantCode(t, "accounts", err, "account.must_change")
		if !r.Me().MustChange || !r.May(registrar.RightPassword) || r.May(registrar.RightLook) || r.Table.Count() != 0 || r.Table.Classes() != nil {
			t.Errorf("%+v sees %d in %v", r.Me(), r.Table.Count(), r.Table.Classes())
		}
	})
	t.Run("KG-006 what a new password must be", func(t *testing.T) {
		desktest.WantCode(t, "old one wrong", r.ChangePassword(desktest.Ctx, "что-то не то", freshPassword), "account.wrong_password")
		desktest.WantCode(t, "the same", r.ChangePassword(desktest.Ctx, newcomerIn.Password, newcomerIn.Password), "account.same_password")
		desktest.WantCode(t, "short", r.ChangePassword(desktest.Ctx, newcomerIn.Password, "коротко"), "vault.short_password")
		desktest.WantCode(t, "own name", r.ChangePassword(desktest.Ctx, newcomerIn.Password, "осмоновбакыт1"), "vault.common_password")
	})
	t.Run("KG-006 changed, the work begins", func(t *testing.T) {
		if err := r.ChangePassword(desktest.Ctx, newcomerIn.Password, freshPassword); err != nil {
			t.Fatal(err)
		}
		if rows, err := r.Table.List(registrar.Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("list: %d, %v", len(rows), err)
		}
		mustClose(t, r)
		refuseSignIn(t, path, newcomerIn, atNoon(), "vault.wrong")
		mustClose(t, mustSignIn(t, path, registrar.SignIn{Phone: newcomerIn.Phone, Password: freshPassword}, atNoon()))
	})
}

// idOf is the id of the account with a phone.
func idOf(t testing.TB, r *registrar.Registrar, phone string) string {
	t.Helper()
	accounts, err := r.Accounts(desktest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(accounts, func(a registrar.Account) bool { return a.Phone == phone })
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
		again := registrar.Account{Name: "Двойник", Phone: "0555 000 002", Role: registrar.RoleReader}
		desktest.WantCode(t, "add", r.AddAccount(desktest.Ctx, again, freshPassword), "account.same_phone")
		desktest.WantCode(t, "replace", r.ReplaceAccount(desktest.Ctx, idOf(t, r, readerIn.Phone), again, freshPassword), "account.same_phone")
	})
	t.Run("F-06 nobody locks himself out", func(t *testing.T) {
		desktest.WantCode(t, "remove", r.RemoveAccount(desktest.Ctx, r.Me().ID), "account.own")
		desktest.WantCode(t, "replace", r.ReplaceAccount(desktest.Ctx, r.Me().ID, registrar.Account{Name: "Я", Role: registrar.RoleHead}, freshPassword), "account.own")
		head := *r.Who()
		*r.Who() = registrar.Account{Name: "Key", Role: registrar.RoleHead}
		desktest.WantCode(t, "remove the last head", r.RemoveAccount(desktest.Ctx, head.ID), "account.last_head")
		desktest.WantCode(t, "make the last head a reader", r.ReplaceAccount(desktest.Ctx, head.ID, registrar.Account{Phone: head.Phone, Role: registrar.RoleReader}, freshPassword), "account.last_head")
		*r.Who() = head
		desktest.WantCode(t, "unknown", r.RemoveAccount(desktest.Ctx, "nobody"), "account.unknown")
		desktest.WantCode(t, "no such role", r.AddAccount(desktest.Ctx, registrar.Account{Name: "Граф", Role: registrar.RoleGraduate}, freshPassword), "account.unknown_role")
	})
	t.Run("KG-007 a forgotten password is replaced by the head", func(t *testing.T) {
		if err := r.ReplaceAccount(desktest.Ctx, second, registrar.Account{Name: "Усенова Нурия", Phone: responsibleIn.Phone, Role: registrar.RoleReader}, freshPassword); err != nil {
			t.Fatal(err)
		}
		mustClose(t, r)
		refuseSignIn(t, path, responsibleIn, atNoon(), "vault.wrong")
		replaced := mustSignIn(t, path, registrar.SignIn{Phone: responsibleIn.Phone, Password: freshPassword}, atNoon())
		if me := replaced.Me(); !me.MustChange || me.Role != registrar.RoleReader {
			t.Errorf("signed in as %+v", me)
		}
		mustClose(t, replaced)
	})
	t.Run("KG-007 what is left out stays as it is", func(t *testing.T) {
		r := mustSignIn(t, path, headIn, atNoon())
		id := idOf(t, r, readerIn.Phone)
		for _, c := range []struct{ change, want registrar.Account }{
			{registrar.Account{}, registrar.Account{Name: "Ким Вера", Phone: readerIn.Phone, Role: registrar.RoleReader}},
			{registrar.Account{Role: registrar.RoleResponsible}, registrar.Account{Name: "Ким Вера", Phone: readerIn.Phone, Role: registrar.RoleResponsible}},
			{registrar.Account{Name: "Ким Вероника"}, registrar.Account{Name: "Ким Вероника", Phone: readerIn.Phone, Role: registrar.RoleResponsible}},
			{registrar.Account{Phone: "0555 000 033"}, registrar.Account{Name: "Ким Вероника", Phone: "+996555000033", Role: registrar.RoleResponsible}},
		} {
			if err := r.ReplaceAccount(desktest.Ctx, id, c.change, freshPassword); err != nil {
				t.Fatal(err)
			}
			id, c.want.MustChange = idOf(t, r, c.want.Phone), true
			c.want.ID = id
			if accounts, err := r.Accounts(desktest.Ctx); err != nil || !slices.Contains(accounts, c.want) {
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
		desktest.WantCode(t, "add", r.AddAccount(desktest.Ctx, registrar.Account{Name: "Девятая", Role: registrar.RoleReader}, freshPassword), "vault.operators_full")
	})
}

// addIdleSlot puts an account there for which nobody has a password: it costs nothing.
func addIdleSlot(t testing.TB, r *registrar.Registrar, id string) {
	t.Helper()
	if err := r.AddIdleSlot(desktest.Ctx, id); err != nil {
		t.Fatal(err)
	}
}

// keep is a slot as it stands in the file now.
func keep(t testing.TB, r *registrar.Registrar, id string) sqlite.Slot {
	t.Helper()
	slots, err := r.DB().Slots(desktest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(slots, func(s sqlite.Slot) bool { return s.ID == id })
	return slots[at]
}

func TestRemoveAccount(t *testing.T) {
	path := copyIn(t, staffed().content)
	r := mustSignIn(t, path, headIn, atNoon())
	old, gone := r.SchoolKey().Clone(), idOf(t, r, readerIn.Phone)
	slot := keep(t, r, gone)
	for _, id := range []string{gone, idOf(t, r, newcomerIn.Phone)} {
		if err := r.RemoveAccount(desktest.Ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	added := desktest.MustAdd(t, r, "surname=Новикова")
	t.Run("KG-014 the school key that a removed person knows opens nothing new", func(t *testing.T) {
		if r.SchoolKey().Equal(old) {
			t.Fatal("the school key stayed")
		}
		for id := range r.Entries() {
			record, err := r.DB().Graduate(desktest.Ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := vault.UnwrapKey(old.Sub(vault.LabelRecord), registry.KeyPlace(id), record.Wrapped); !errors.Is(err, vault.ErrTampered) {
				t.Errorf("%s: %v", id, err)
			}
		}
		if r.Entry(added) == nil {
			t.Error("the new graduate is not there")
		}
		mustBeSound(t, r)
	})
	t.Run("KG-014 nor does the old slot put back", func(t *testing.T) {
		if err := r.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error { return tx.AddSlot(slot) }); err != nil {
			t.Fatal(err)
		}
		mustClose(t, r)
		refuseSignIn(t, path, readerIn, atNoon(), "vault.tampered")
		again := mustSignIn(t, path, headIn, atNoon())
		if err := again.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error { return tx.DeleteSlot(gone) }); err != nil {
			t.Fatal(err)
		}
		mustClose(t, again)
	})
	t.Run("KG-014 who stays signs in with the old password", func(t *testing.T) {
		stays := mustSignIn(t, path, responsibleIn, atNoon())
		if rows, err := stays.Table.List(registrar.Filter{}); err != nil || len(rows) != 3 {
			t.Errorf("list: %d, %v", len(rows), err)
		}
		mustBeSound(t, stays)
		mustClose(t, stays)
		refuseSignIn(t, path, readerIn, atNoon(), "vault.wrong")
		refuseSignIn(t, path, newcomerIn, atNoon(), "vault.wrong")
	})
	t.Run("KG-007 the paper still opens", func(t *testing.T) {
		r, _, err := registrar.Recover(desktest.Ctx, path, holder(staffed().paper, registrar.Account{Name: "Бакиева Айгуль", Phone: headIn.Phone}, freshPassword), atNoon())
		if err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
}
