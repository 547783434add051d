package attack_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// The rows O and P: who was an operator once, has an old copy and the password of then, or
// a paper. These passwords are real ones, and each is paid for.

var (
	headIn    = registrar.SignIn{Phone: "+996555000001", Password: "Медленный чай на веранде"}
	leaverIn  = registrar.SignIn{Phone: "+996555000002", Password: "Зелёный трамвай номер семь"}
	replaced  = registrar.SignIn{Phone: headIn.Phone, Password: "Сорок два воробья летят"}
	newcomers = "Первый снег в горах Алая"
)

// staff is a registry with a head and somebody who leaves, made once.
type staff struct {
	// old is a copy of before; now is the file after the other has left, the head has
	// another password and there is another paper, and graduate b was added.
	old, now        []byte
	a, b            string
	oldPaper, paper string
	leaver          string
}

var theStaff = sync.OnceValue(func() staff {
	var s staff
	folder, err := os.MkdirTemp("", "graduand-attack-*")
	desktest.Must(err)
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "school.graduand")
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	founder := registrar.Founder{Name: "Бакиева Айгуль", Phone: headIn.Phone, Password: headIn.Password}
	r, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Школа-гимназия № 7"}, founder, byPassword())
	desktest.Must(err)
	s.a, err = r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Асанова", "street=Прежняя"), false)
	desktest.Must(err)
	s.oldPaper, err = r.NewPaperCode(desktest.Ctx)
	desktest.Must(err)
	// Made after the paper: the slot itself has the school key of the old copy.
	desktest.Must(r.AddAccount(desktest.Ctx, registrar.Account{Name: "Усенова Нурия", Phone: leaverIn.Phone, Role: registrar.RoleResponsible}, leaverIn.Password))
	desktest.Must(r.Close())
	s.old, err = os.ReadFile(path)
	desktest.Must(err)
	r, err = registrar.Open(desktest.Ctx, path, headIn, byPassword())
	desktest.Must(err)
	desktest.Must(s.change(r))
	desktest.Must(r.Close())
	s.now, err = os.ReadFile(path)
	desktest.Must(err)
	return s
})

func (s *staff) change(r *registrar.Registrar) error {
	accounts, err := r.Accounts(desktest.Ctx)
	if err != nil {
		return err
	}
	for _, a := range accounts {
		if a.Phone == leaverIn.Phone {
			s.leaver = a.ID
		}
	}
	errs := []error{r.RemoveAccount(desktest.Ctx, s.leaver), r.ChangePassword(desktest.Ctx, headIn.Password, replaced.Password)}
	s.paper, err = r.NewPaperCode(desktest.Ctx)
	errs = append(errs, err)
	_, err = r.Table.Change(desktest.Ctx, s.a, desktest.Assigns("street=Новая"))
	errs = append(errs, err)
	s.b, err = r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Тайная"), false)
	return errors.Join(append(errs, err)...)
}

// examinedBy opens a registry that is refused, with a password.
func examinedBy(t *testing.T, path string, s registrar.SignIn) (*registrar.Registrar, error) {
	t.Helper()
	o := byPassword()
	o.Examine = true
	r, err := registrar.Open(desktest.Ctx, path, s, o)
	if err == nil {
		t.Cleanup(func() { r.Close() })
	}
	return r, err
}

// schoolKey is what a password opens in a copy of the file: who has left still has it.
func (i *intruder) schoolKey(s registrar.SignIn) *vault.SchoolKey {
	i.t.Helper()
	rows, err := i.db.Query("SELECT body FROM slot ORDER BY made")
	if err != nil {
		i.t.Fatal(err)
	}
	defer rows.Close()
	var slots []vault.Slot
	for rows.Next() {
		var body []byte
		var slot vault.Slot
		if err := errors.Join(rows.Scan(&body), json.Unmarshal(body, &slot)); err != nil {
			i.t.Fatal(err)
		}
		slots = append(slots, slot)
	}
	content, _, err := vault.OpenOperator(slots, s.Phone, s.Password)
	if err != nil {
		i.t.Fatal(err)
	}
	return content.School
}

func TestWhoHasLeft(t *testing.T) {
	s := theStaff()
	putBack := func(i *intruder) {
		i.beside(s.old)
		i.run("INSERT INTO slot SELECT id, made + 100, body, account, tokens FROM old.slot WHERE id = ?", s.leaver)
	}
	try(t, "O01 KG-014 the old password does not sign in to the new file", func(t *testing.T) {
		refused(t, copyIn(t, s.now), leaverIn, byPassword(), "vault.wrong")
	})
	path := copyIn(t, s.now)
	i := intrude(t, path)
	putBack(i)
	i.leave()
	try(t, "O02 KG-014 nor by the old slot put back into the file, nor for examination", func(t *testing.T) {
		refused(t, path, leaverIn, byPassword(), "vault.tampered")
		if r, err := examinedBy(t, path, leaverIn); err == nil {
			t.Errorf("sees %d graduates", r.Table.Count())
		}
	})
	try(t, "O03 the head comes in beside the planted slot, which is named and can be set aside", func(t *testing.T) {
		r, err := registrar.Open(desktest.Ctx, path, replaced, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if ills, err := r.Ills(desktest.Ctx); err != nil || !slices.Contains(codesOf(ills), "altered_account") {
			t.Errorf("%v, %v", ills, err)
		}
		if _, _, err := r.SetAside(desktest.Ctx); err != nil {
			t.Fatal(err)
		}
		desktest.Sound(t, r)
	})
}

// What the keys of before still open, and what they do not.
func TestKeysOfBefore(t *testing.T) {
	s := theStaff()
	before := intrude(t, copyIn(t, s.old))
	school := before.schoolKey(leaverIn)
	wrapping := school.Sub(vault.LabelRecord)
	keyA, err := vault.UnwrapKey(wrapping, vault.Place{Table: "graduate", Field: "key", ID: s.a}, read[[]byte](before, "SELECT wrapped FROM graduate WHERE id = ?", s.a))
	if err != nil {
		t.Fatal(err)
	}
	before.leave()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	try(t, "O04 O10 of a graduate of before everything is read in the new file too, as README says", func(t *testing.T) {
		if _, record := i.recordOf(s.a, keyA); record["graduate"].(map[string]any)["fields"].(map[string]any)["street"] != "Новая" {
			t.Errorf("got %v", record)
		}
	})
	try(t, "O05 O11 the key of a graduate who was added later does not open", func(t *testing.T) {
		if _, err := vault.UnwrapKey(wrapping, vault.Place{Table: "graduate", Field: "key", ID: s.b}, read[[]byte](i, "SELECT wrapped FROM graduate WHERE id = ?", s.b)); err == nil {
			t.Error("it opens")
		}
	})
	try(t, "O07 the outer layer of a token for another's place does not open", func(t *testing.T) {
		if _, err := vault.Open(school.Sub(vault.LabelRotation), vault.Place{Table: "key_slot", Field: "token", ID: "x"}, read[[]byte](i, "SELECT wrapped FROM graduate WHERE id = ?", s.a)); err == nil {
			t.Error("it opens")
		}
	})
	try(t, "O08 no event key of the new file opens", func(t *testing.T) {
		for generation := 1; generation <= read[int](i, "SELECT max(generation) FROM event_key"); generation++ {
			wrapped := read[[]byte](i, "SELECT wrapped FROM event_key WHERE generation = ?", generation)
			if _, err := vault.UnwrapKey(school.Sub(vault.LabelEvents), vault.Place{Table: "event_key", Field: "vouched", Rev: generation}, wrapped); err == nil {
				t.Errorf("that of generation %d opens", generation)
			}
		}
	})
	try(t, "O06 a forged record of a graduate of before, in the head's name, is refused", func(t *testing.T) {
		i.rewrite(s.a, keyA, func(record map[string]any) { record["class"] = "11-Ж" }, forgedBody("class", "", "11-Ж"))
		i.leave()
		refused(t, path, replaced, byPassword(), "vault.tampered")
		r, err := examinedBy(t, path, replaced)
		if err != nil {
			t.Fatal(err)
		}
		if ills, err := r.Doctor(desktest.Ctx); err != nil || !slices.Contains(codesOf(ills), "planted") {
			t.Errorf("%v, %v", ills, err)
		}
	})
}

func TestReplacedHead(t *testing.T) {
	s := theStaff()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	i.beside(s.old)
	i.run("DELETE FROM slot WHERE id IN (SELECT id FROM slot ORDER BY made LIMIT 1)")
	i.run("INSERT INTO slot SELECT id, made + 100, body, account, tokens FROM old.slot WHERE id <> ?", s.leaver)
	i.leave()
	try(t, "O12 O13 KG-014 a replaced password whose slot was put back neither signs in nor examines", func(t *testing.T) {
		refused(t, path, headIn, byPassword(), "vault.tampered")
		if r, err := examinedBy(t, path, headIn); err == nil {
			t.Errorf("sees %d graduates", r.Table.Count())
		}
	})
	try(t, "O14 nor with the statement destroyed, under which nothing can be compared", func(t *testing.T) {
		path := copyIn(t, desktest.MustRead(t, path))
		i := intrude(t, path)
		i.run("UPDATE vouch SET body = x'00' WHERE name = 'statement'")
		i.leave()
		if r, err := examinedBy(t, path, headIn); err == nil && r.Table.Count() > 0 {
			t.Errorf("sees %d graduates", r.Table.Count())
		}
	})
	try(t, "O15 with the statement destroyed the head can examine, and set aside what is ill", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.run("UPDATE vouch SET body = x'00' WHERE name = 'statement'")
		i.leave()
		refused(t, path, replaced, byPassword(), "vault.tampered")
		r, err := examinedBy(t, path, replaced)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := r.SetAside(desktest.Ctx); err != nil {
			t.Fatal(err)
		}
		desktest.Must(r.Close())
		if r, err = registrar.Open(desktest.Ctx, path, replaced, byPassword()); err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if n := r.Table.Count(); n != 2 {
			t.Errorf("%d graduates of 2", n)
		}
		desktest.Sound(t, r)
	})
}

func TestReaderIsNoHead(t *testing.T) {
	s := theStaff()
	try(t, "O09 F-06 a slot says whose it is: another role in it opens nothing", func(t *testing.T) {
		path := copyIn(t, s.old)
		i := intrude(t, path)
		i.run(`UPDATE slot SET body = CAST(json_set(CAST(body AS TEXT), '$.kind', 'head') AS BLOB) WHERE id = ?`, s.leaver)
		i.leave()
		refused(t, path, leaverIn, byPassword(), "vault.wrong")
	})
}
