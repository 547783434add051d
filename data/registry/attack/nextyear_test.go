package attack_test

import (
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// The rows Y: the registry of the next year, beside that of this one and its old copies.

// nextYearOf begins the next year from the school as it is now, and gives its path.
func nextYearOf(t *testing.T, s staff) string {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, copyIn(t, s.now), replaced, byPassword())
	desktest.Must(err)
	defer r.Close()
	path := filepath.Join(t.TempDir(), "next.graduand")
	_, err = r.Season.BeginNextYear(desktest.Ctx, path, r.Campaign())
	desktest.Must(err)
	return path
}

func TestTheNextYear(t *testing.T) {
	s := theStaff()
	path := nextYearOf(t, s)
	try(t, "Y01 F-21 who left before it began does not sign in, nor does a password of before", func(t *testing.T) {
		refused(t, path, leaverIn, byPassword(), "vault.wrong")
		refused(t, path, headIn, byPassword(), "vault.wrong")
	})
	try(t, "Y02 F-21 nor by the slot of last year's copy", func(t *testing.T) {
		path := copyIn(t, desktest.MustRead(t, path))
		i := intrude(t, path)
		i.beside(s.old)
		i.run("INSERT INTO slot SELECT id, made + 100, body, account, tokens FROM old.slot WHERE id = ?", s.leaver)
		i.leave()
		refused(t, path, leaverIn, byPassword(), "vault.tampered")
	})
	try(t, "Y03 F-21 no paper of last year opens it", func(t *testing.T) {
		for _, paper := range []string{s.oldPaper, s.paper} {
			_, _, err := registrar.Recover(desktest.Ctx, copyIn(t, desktest.MustRead(t, path)),
				registrar.Holder{Code: paper, Name: "Кто-то", Phone: "0555 000 009", Password: newcomers}, byPassword())
			desktest.WantCode(t, "recover", err, "vault.paper_wrong")
		}
	})
	try(t, "Y04 F-21 whose password is changed here has last year's slot for nothing", func(t *testing.T) {
		path := copyIn(t, desktest.MustRead(t, path))
		r, err := registrar.Open(desktest.Ctx, path, replaced, byPassword())
		desktest.Must(err)
		me := r.Me().ID
		desktest.Must(r.ChangePassword(desktest.Ctx, replaced.Password, newcomers))
		desktest.Must(r.Close())
		i := intrude(t, path)
		i.beside(s.now)
		i.run("INSERT INTO slot SELECT id, made + 100, body, account, tokens FROM old.slot WHERE id = ?", me)
		i.leave()
		refused(t, path, replaced, byPassword(), "vault.tampered")
	})
}
