package account

import (
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// All that is wrong with an account is said in one round, a phone that another one has too.
func TestAllFaultsOfAnAccountAreSaidAtOnce(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	first := registrar.Account{Name: "Коваленко Марія", Phone: "+380671112233", Role: registrar.RoleReader}
	if err := w.Registrar().AddAccount(frametest.Ctx, first, "довгий-пароль-77"); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Account})
	frametest.Tap(t, w, w.Say("account_screen.add", nil))
	frametest.FillIn(t, w, w.Say("account.phone", nil)+" *", "+380 67 111-22-33")
	frametest.FillIn(t, w, w.Say("account.new_password", nil)+" *", "коротко")
	frametest.FillIn(t, w, w.Say("account.again", nil)+" *", "інше")
	w.Boxes()[0].Confirm()
	first.ID = "1"
	same := registrar.CheckFreePhone(w.Registrar().Campaign(), []registrar.Account{first}, first.Phone, "")
	seen := strings.Join(strings.Fields(frametest.Visible(w)), " ")
	for _, words := range []string{w.Say("account.no_name", nil), w.Explain(same), w.Say("account.not_the_same", nil)} {
		if !strings.Contains(seen, words) {
			t.Errorf("nobody sees %q in %s", words, seen)
		}
	}
}

// The one whose account it is keeps the own phone.
func TestAnAccountKeepsItsOwnPhone(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	all, err := w.Registrar().Accounts(frametest.Ctx)
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	c := w.Registrar().Campaign()
	if err := registrar.CheckFreePhone(c, all, all[0].Phone, all[0].ID); err != nil {
		t.Error(err)
	}
	if err := registrar.CheckFreePhone(c, all, all[0].Phone, ""); registrar.CodeOf(err) != "account.same_phone" {
		t.Error(err)
	}
}
