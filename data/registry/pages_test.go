package registry_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// pageSize is that of a registry, in octets.
const pageSize = 4096

// F-05 F-07: a page that a disk has lost. What stands on other pages opens and is changed;
// what does not is named, and where nothing can be relied on it is refused in a sentence.
func TestOnePageLost(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	const many = 240
	for i := range many {
		desktest.MustAdd(t, r, fmt.Sprintf("surname=Сорока%c%c", 'а'+i%30, 'а'+i/30), fmt.Sprintf("class=11-%c", 'А'+i/60), fmt.Sprintf("street=Лісова вулиця, будинок %d", i))
	}
	path := r.Path()
	mustClose(t, r)
	whole := desktest.MustRead(t, path)
	opened, named, refused := 0, 0, 0
	for page := 1; page < len(whole)/pageSize; page++ {
		spoilt := slices.Clone(whole)
		clear(spoilt[page*pageSize : (page+1)*pageSize])
		at := copyIn(t, spoilt)
		r, err := registrar.Open(desktest.Ctx, at, registrar.SignIn{}, desktest.Options())
		if err != nil {
			refused++
			if data.CodeOf(err) == "" {
				t.Errorf("page %d: refused without a sentence: %v", page, err)
			}
			continue
		}
		opened++
		ills, err := r.Doctor(desktest.Ctx)
		if err != nil {
			t.Errorf("page %d: the doctor fails: %v", page, err)
		}
		if len(ills) > 0 {
			named++
		}
		if count := r.Table.Count(); count == 0 || count < many && len(ills) == 0 {
			t.Errorf("page %d: %d of %d graduates, ills %v", page, count, many, ills)
		}
		count := r.Table.Count()
		if page%6 == 0 {
			soundIsKept(t, r, at, count < many)
		}
		_ = r.Close()
		desktest.Must(os.Remove(at))
	}
	if opened < refused {
		t.Errorf("opened %d (ills named in %d), refused %d", opened, named, refused)
	}
	t.Logf("opened %d, ills named in %d, refused %d", opened, named, refused)
}

// soundIsKept wants a backup of what can be read, which says what is missing, and opens.
func soundIsKept(t *testing.T, r *registrar.Registrar, at string, lacks bool) {
	t.Helper()
	backup := at + registrar.ExtensionBackup
	missing, err := r.Backup(desktest.Ctx, backup)
	if err != nil || lacks && len(missing) == 0 {
		t.Errorf("the backup says %v, %v", missing, err)
	}
	restored, err := registrar.Restore(desktest.Ctx, backup, at+"-again.graduand", registrar.SignIn{}, true, desktest.Options())
	if err != nil {
		t.Fatalf("what is sound is not restored: %v", err)
	}
	if got := restored.Table.Count(); got < r.Table.Count() {
		t.Errorf("%d of %d are restored", got, r.Table.Count())
	}
	_ = restored.Close()
}
