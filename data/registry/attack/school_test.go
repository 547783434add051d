package attack_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registry"
	"graduand/data/vault"
)

// school is the closed registry that is attacked, made once: a and b have passwords, c has
// none. It opens by the key of the tests, so that a row costs no guess at a password.
type school struct {
	// old is a copy of before the last changes, now the file as it is.
	old, now             []byte
	a, b, c              string
	passwordA, passwordB string
	// keyA is what the password of a opens, photo the picture of a.
	keyA  *vault.Key
	photo string
}

var theSchool = sync.OnceValue(func() school {
	var s school
	folder, err := os.MkdirTemp("", "graduand-attack-*")
	desktest.Must(err)
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "school.graduand")
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	r, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Школа-гимназия № 7"}, registrar.Founder{Name: "Бакиева Айгуль"}, desktest.Options())
	desktest.Must(err)
	desktest.Must(s.populate(r))
	desktest.Must(r.Close())
	s.old, err = os.ReadFile(path)
	desktest.Must(err)
	r, err = registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
	desktest.Must(err)
	desktest.Must(s.work(r, folder))
	desktest.Must(r.Close())
	s.now, err = os.ReadFile(path)
	desktest.Must(err)
	return s
})

func (s *school) populate(r *registrar.Registrar) error {
	var errs []error
	add := func(values ...string) string {
		id, err := r.Table.Add(desktest.Ctx, desktest.Assigns(values...), false)
		errs = append(errs, err)
		return id
	}
	s.a = add("surname=Асанова", "given_name=Айгуль", "phone="+desktest.PhoneA, "class=11-А", "street=Первая")
	s.b = add("surname=Бекова", "given_name=Жаркын", "phone="+desktest.PhoneB, "class=11-А")
	s.c = add("surname=Кимова", "given_name=Вера", "class=11-Б")
	_, err := r.Access.Create(desktest.Ctx, []string{s.a, s.b}, nil)
	errs = append(errs, err)
	s.passwordA, s.passwordB = passwordOf(r, s.a), passwordOf(r, s.b)
	_, err = r.Payment.Add(desktest.Ctx, s.a, payment.Receipt{Number: "123456", Amount: "370"})
	errs = append(errs, err)
	row, err := r.Table.Find(s.a)
	errs = append(errs, err)
	receipt := row.Graduate.Current().Payments[0].ID
	return errors.Join(append(errs, r.Payment.Judge(desktest.Ctx, s.a, receipt, "rejected", "", "нет такого платежа"))...)
}

// work are the changes after the old copy; the last is a note that changes nothing.
func (s *school) work(r *registrar.Registrar, folder string) error {
	t := &testing.T{}
	desktest.Attach(t, r, s.a, "face_photo", desktest.Picture(t, 7))
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Школа-гимназия № 7 имени Манаса"}))
	desktest.Set(t, r, s.a, "street=Вторая")
	desktest.Set(t, r, s.b, "class=11-Б")
	s.photo = desktest.MustFind(t, r, s.a).Get("face_photo")
	_, err := r.Backup(desktest.Ctx, filepath.Join(folder, "copy"+registry.ExtensionBackup))
	i := intrude(t, s.file(folder))
	_, keys := i.keysOf(desktest.PhoneA, s.passwordA)
	s.keyA = keys[len(keys)-1]
	i.leave()
	return err
}

// file is the old copy as a file.
func (s *school) file(folder string) string {
	path := filepath.Join(folder, "old.graduand")
	desktest.Must(os.WriteFile(path, s.old, 0o600))
	return path
}

// passwordOf is a password that is not handed over yet.
func passwordOf(r *registrar.Registrar, id string) string {
	password, err := registry.Read(r.Registry, registry.RightAccess, func(v *registry.View) (string, error) {
		g, err := v.Find(id)
		if err != nil {
			return "", err
		}
		all, err := v.Passwords(desktest.Ctx, []*data.Graduate{g})
		return all.Of(g, *g.Access(data.DoorOwn)), err
	})
	desktest.Must(err)
	return password
}

// copyIn writes the octets of a registry into a folder of the test.
func copyIn(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "school.graduand")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// enter opens a registry by the key of the tests.
func enter(t testing.TB, path string) *registrar.Registrar {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// examined opens what is refused too.
func examined(t testing.TB, path string) *registrar.Registrar {
	t.Helper()
	o := desktest.Options()
	o.Examine = true
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	if err != nil {
		t.Fatalf("examine: %v", err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// refused wants a sign-in to fail with a code.
func refused(t testing.TB, path string, s registrar.SignIn, o registrar.Options, code string) {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, s, o)
	if err == nil {
		r.Close()
		t.Errorf("%s comes in, want %s", s.Phone, code)
		return
	}
	if data.CodeOf(err) != code {
		t.Errorf("%s: got %v, want %s", s.Phone, err, code)
	}
}

// byPassword are options that ask for one.
func byPassword() registrar.Options {
	o := desktest.Options()
	o.Key = nil
	return o
}

func codesOf(ills []registrar.Ill) []string {
	var codes []string
	for _, ill := range ills {
		codes = append(codes, ill.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// named wants the doctor to name an ill.
func named(t testing.TB, path, code string) {
	t.Helper()
	r := examined(t, path)
	defer r.Close()
	ills, err := r.Doctor(desktest.Ctx)
	if err != nil {
		t.Fatalf("doctor: %v", err)
	}
	if !slices.Contains(codesOf(ills), code) {
		t.Errorf("the doctor finds %v, want %s", ills, code)
	}
}

// sound wants a registry in which nothing is ill.
func sound(t testing.TB, path string) {
	t.Helper()
	r := enter(t, path)
	defer r.Close()
	ills, err := r.Ills(desktest.Ctx)
	if err != nil || len(ills) > 0 {
		t.Errorf("ills at the opening: %v, %v", ills, err)
	}
	desktest.Sound(t, r)
}

// healed sets aside what is ill, and wants the rest to be sound.
func healed(t testing.TB, path string) []registrar.Ill {
	t.Helper()
	r := examined(t, path)
	aside, kept, err := r.SetAside(desktest.Ctx)
	if err != nil {
		t.Fatalf("set aside: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Errorf("nothing was kept: %v", err)
	}
	sound(t, path)
	return aside
}
