package attack_test

import (
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// recovered tries a paper.
func recovered(t *testing.T, path, code string) error {
	t.Helper()
	r, _, err := registrar.Recover(desktest.Ctx, path, registrar.Holder{Code: code, Name: "Осмонов Бакыт", Phone: "+996555000009", Password: newcomers}, byPassword())
	if err == nil {
		r.Close()
	}
	return err
}

// oldPaper puts the slot of the paper of before back.
func (i *intruder) oldPaper(s staff) {
	i.t.Helper()
	i.beside(s.old)
	i.run("INSERT INTO slot SELECT id, made + 100, body, account, tokens FROM old.slot WHERE json_extract(CAST(body AS TEXT), '$.kind') = 'paper'")
}

func TestPaper(t *testing.T) {
	s := theStaff()
	try(t, "P01 KG-007 the paper stays good when an account is removed, as README says", func(t *testing.T) {
		path := copyIn(t, s.old)
		r, err := registrar.Open(desktest.Ctx, path, headIn, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		desktest.Must(r.RemoveAccount(desktest.Ctx, s.leaver))
		desktest.Must(r.Close())
		if err := recovered(t, path, s.oldPaper); err != nil {
			t.Error(err)
		}
	})
	try(t, "P02 KG-007 a guessed code opens nothing", func(t *testing.T) {
		code, err := vault.NewPaperCode(desktest.Options().Rand)
		desktest.Must(err)
		desktest.WantCode(t, "guess", recovered(t, copyIn(t, s.now), code.Text()), "vault.paper_wrong")
	})
	try(t, "P03 KG-007 the paper of before opens nothing", func(t *testing.T) {
		desktest.WantCode(t, "old paper", recovered(t, copyIn(t, s.now), s.oldPaper), "vault.paper_wrong")
	})
	try(t, "P04 nor with its slot put back", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.oldPaper(s)
		i.leave()
		desktest.WantCode(t, "old paper", recovered(t, path, s.oldPaper), "vault.tampered")
	})
	try(t, "P05 the present paper opens beside the planted slot", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.oldPaper(s)
		i.leave()
		if err := recovered(t, path, s.paper); err != nil {
			t.Error(err)
		}
	})
}

func TestSpoiltAccounts(t *testing.T) {
	s := theStaff()
	try(t, "P07 the present paper opens beside a spoilt account", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("UPDATE slot SET account = CAST(substr(account, 1, length(account) - 1) || x'00' AS BLOB) WHERE json_extract(CAST(body AS TEXT), '$.kind') <> 'paper'")
		i.leave()
		if err := recovered(t, path, s.paper); err != nil {
			t.Error(err)
		}
	})
	try(t, "P06 rot in the slot of the paper is named before the paper is needed", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("UPDATE slot SET body = CAST(replace(CAST(body AS TEXT), substr(json_extract(CAST(body AS TEXT), '$.sealed'), 20, 4), 'AAAA') AS BLOB) WHERE json_extract(CAST(body AS TEXT), '$.kind') = 'paper'")
		i.leave()
		r, err := registrar.Open(desktest.Ctx, path, replaced, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if ills, err := r.Ills(desktest.Ctx); err != nil || !slices.Contains(codesOf(ills), "altered_account") {
			t.Errorf("%v, %v", ills, err)
		}
	})
	try(t, "P08 the account that is spoilt can be set aside, and another be added", func(t *testing.T) {
		path := copyIn(t, s.old)
		i := intrude(t, path)
		i.run("UPDATE slot SET account = CAST(substr(account, 1, length(account) - 1) || x'00' AS BLOB) WHERE id = ?", s.leaver)
		i.leave()
		r, err := registrar.Open(desktest.Ctx, path, headIn, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if accounts, err := r.Accounts(desktest.Ctx); err != nil || len(accounts) != 1 {
			t.Errorf("%v, %v", accounts, err)
		}
		if _, _, err := r.SetAside(desktest.Ctx); err != nil {
			t.Fatal(err)
		}
		desktest.Sound(t, r)
	})
}
