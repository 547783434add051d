package registry_test

import (
	"bytes"
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

// withoutRelief is how many pages nothing can be relied on without: those of the school's own
// settings, the accounts, the keys and the statement (two), of the bookkeeping, the roots of
// graduates and events, and the end of the history. However many graduates there are, they are
// no more.
const withoutRelief = 9

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
	if refused > withoutRelief {
		t.Errorf("opened %d (ills named in %d), refused %d", opened, named, refused)
	}
	t.Logf("opened %d, ills named in %d, refused %d", opened, named, refused)
}

// F-05 F-07: the rules of the campaign are what the program brings: where their text is lost,
// and the school vouches for that very text, the registry is opened with it.
func TestCampaignTextLost(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока", "class=11-А")
	text := r.Campaign().Source()
	path := r.Path()
	mustClose(t, r)
	whole := desktest.MustRead(t, path)
	garbage := bytes.Repeat([]byte{0xff, 0x80}, pageSize/2)
	lost := 0
	for page := 1; page < len(whole)/pageSize; page++ {
		content := whole[page*pageSize : (page+1)*pageSize]
		// A page that a text goes on in begins with the number of the next; the last is not full.
		if !bytes.Contains(text, content[4:2000]) {
			continue
		}
		lost++
		for _, instead := range [][]byte{make([]byte, pageSize), garbage} {
			spoilt := slices.Clone(whole)
			copy(spoilt[page*pageSize:], instead)
			wholeAgain(t, copyIn(t, spoilt), text)
		}
	}
	if want := len(text) / pageSize; lost < want {
		t.Errorf("%d pages of the text, want %d", lost, want)
	}
}

// wholeAgain wants a registry without its rules to be opened with those that the program
// brings, to say so, and to be whole in a backup.
func wholeAgain(t *testing.T, path string, text []byte) {
	t.Helper()
	o := desktest.Options()
	o.Sitting = true
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	if err != nil {
		t.Errorf("open: %v", err)
		return
	}
	defer r.Close()
	ills, err := r.Ills(desktest.Ctx)
	if err != nil || !slices.Contains(codesOf(ills), "put_back") || !bytes.Equal(r.Campaign().Source(), text) {
		t.Errorf("opened with %d octets of %d, ills %v, %v", len(r.Campaign().Source()), len(text), ills, err)
	}
	desktest.MustAdd(t, r, "surname=Вовк")
	backup := path + registrar.ExtensionBackup
	if missing, err := r.Backup(desktest.Ctx, backup); err != nil || len(missing) > 0 {
		t.Errorf("the backup lacks %v, %v", missing, err)
	}
	restored, err := registrar.Restore(desktest.Ctx, backup, path+"-again.graduand", registrar.SignIn{}, false, desktest.Options())
	if err != nil {
		t.Fatalf("the backup is not restored: %v", err)
	}
	defer restored.Close()
	mustBeSound(t, restored)
	if restored.Table.Count() != 2 {
		t.Errorf("%d graduates of 2", restored.Table.Count())
	}
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
