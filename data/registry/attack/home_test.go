package attack_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// takenHome is a school that has given a's form home.
func takenHome(t *testing.T, s school) (path, home string) {
	t.Helper()
	path = copyIn(t, s.now)
	r := enter(t, path)
	home = filepath.Join(t.TempDir(), "form.graduand")
	desktest.Must(r.Access.TakeHome(desktest.Ctx, s.a, home))
	desktest.Must(r.Close())
	return path, home
}

// comesBack reads a take-home file and takes in what the school would.
func comesBack(t *testing.T, path, home string, anyway ...string) (*registrar.Registrar, registrar.Filled, error) {
	t.Helper()
	r := enter(t, path)
	h, err := r.Access.ReadHome(desktest.Ctx, home)
	if err != nil {
		return r, registrar.Filled{}, err
	}
	filled, err := r.Access.TakeIn(desktest.Ctx, h, anyway)
	return r, filled, err
}

func TestTakenHome(t *testing.T) {
	s := theSchool()
	try(t, "H01 an attachment of another graduate does not come in", func(t *testing.T) {
		path, home := takenHome(t, s)
		i := intrude(t, home)
		i.run("INSERT INTO attachment (id, graduate, body, generation) VALUES ('zz', ?, ?, 1)", s.b, i.seal(s.keyA, attachmentPlace(s.b, "zz"), desktest.Picture(t, 3)))
		i.leaves(s.a, s.keyA, "p1", change{Field: "house", After: "12"})
		i.leave()
		r, _, _ := comesBack(t, path, home)
		desktest.Sound(t, r)
	})
	try(t, "H02 the school's fields do not, «anyway» neither", func(t *testing.T) {
		path, home := takenHome(t, s)
		i := intrude(t, home)
		i.leaves(s.a, s.keyA, "p1", change{"class", "11-А", "11-Я"}, change{"phone", desktest.PhoneA, "+996555999999"})
		i.leave()
		r, filled, err := comesBack(t, path, home, "class", "phone")
		if g := desktest.MustFind(t, r, s.a); err != nil || len(filled.Changes) > 0 || g.Class != "11-А" || g.Phone != desktest.PhoneA {
			t.Errorf("%+v, %v", filled, err)
		}
	})
	try(t, "H03 rubbish that no field names does not", func(t *testing.T) {
		path, home := takenHome(t, s)
		before, err := os.Stat(path)
		desktest.Must(err)
		i := intrude(t, home)
		for k := range 20 {
			id := fmt.Sprintf("%032x", k)
			i.run("INSERT INTO attachment (id, graduate, body, generation) VALUES (?, ?, ?, 1)", id, s.a, i.seal(s.keyA, attachmentPlace(s.a, id), make([]byte, 1<<20)))
		}
		i.leaves(s.a, s.keyA, "p1", change{Field: "house", After: "12"})
		i.leave()
		r, _, _ := comesBack(t, path, home)
		desktest.Sound(t, r)
		desktest.Must(r.Close())
		if after, err := os.Stat(path); err != nil || after.Size() > before.Size()+(1<<20) {
			t.Errorf("grew from %d to %d, %v", before.Size(), after.Size(), err)
		}
	})
	try(t, "H04 KG-037 what was filled in with a replaced password does not", func(t *testing.T) {
		path, home := takenHome(t, s)
		i := intrude(t, home)
		i.leaves(s.a, s.keyA, "p1", change{Field: "house", After: "666"})
		i.leave()
		r := enter(t, path)
		desktest.Must(r.Access.Change(desktest.Ctx, s.a, "украден"))
		desktest.Must(r.Close())
		r, filled, err := comesBack(t, path, home)
		if house := desktest.MustFind(t, r, s.a).Get("house"); house != "" {
			t.Errorf("house %s; %+v, %v", house, filled, err)
		}
	})
}

func TestTakenHomeAgain(t *testing.T) {
	s := theSchool()
	try(t, "H05 a file that says that it is another's", func(t *testing.T) {
		path, home := takenHome(t, s)
		i := intrude(t, home)
		i.run("UPDATE graduate SET id = ?", s.b)
		i.run("UPDATE access SET graduate = ?", s.b)
		i.leaves(s.b, s.keyA, "p1", change{Field: "house", After: "666"})
		i.leave()
		r, _, err := comesBack(t, path, home)
		if err == nil || desktest.MustFind(t, r, s.b).Get("house") != "" {
			t.Errorf("got %v", err)
		}
	})
	try(t, "H06 an old file again, after the school has put something else", func(t *testing.T) {
		path, home := takenHome(t, s)
		i := intrude(t, home)
		i.leaves(s.a, s.keyA, "p1", change{Field: "house", After: "2"})
		i.leave()
		r, _, err := comesBack(t, path, home)
		desktest.Must(err)
		desktest.Set(t, r, s.a, "house=")
		desktest.Must(r.Close())
		r, filled, _ := comesBack(t, path, home)
		if house := desktest.MustFind(t, r, s.a).Get("house"); house != "" {
			t.Errorf("house %s again: %+v", house, filled)
		}
	})
	try(t, "H07 who has the file and no password reads no name and no word of the form", func(t *testing.T) {
		_, home := takenHome(t, s)
		for _, word := range []string{"Асанова", "Вторая", desktest.PhoneA, "нет такого платежа"} {
			if strings.Contains(string(desktest.MustRead(t, home)), word) {
				t.Errorf("%q is in the clear", word)
			}
		}
	})
	try(t, "H08 twenty thousand receipts are refused in time", func(t *testing.T) {
		path, home := takenHome(t, s)
		i := intrude(t, home)
		i.leaves(s.a, s.keyA, "p1", many(20_000, func(k int) change {
			return change{Field: fmt.Sprintf("payment.%010d", k), After: `{"type":"ort","amount":370,"number":"` + fmt.Sprint(k) + `"}`}
		})...)
		i.leave()
		begun := time.Now()
		r, filled, err := comesBack(t, path, home)
		if spent := time.Since(begun); spent > 10*time.Second || len(desktest.MustFind(t, r, s.a).Current().Payments) > 2 {
			t.Errorf("%s, %d taken over, %v", spent, len(filled.Changes), err)
		}
	})
}
