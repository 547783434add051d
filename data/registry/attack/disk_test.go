package attack_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// The rows D: what happens to the file behind the program's back.

func TestBehindTheBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there an open file can be neither deleted nor renamed")
	}
	s := theSchool()
	for _, c := range []struct {
		what, code string
		do         func(path string) error
	}{
		{"D01 deleted while it is open", "registry.gone", os.Remove},
		{"D02 replaced by an older copy while it is open", "registry.replaced", func(path string) error {
			older := path + ".older"
			if err := os.WriteFile(older, s.old, 0o600); err != nil {
				return err
			}
			return os.Rename(older, path)
		}},
		{"D03 its folder renamed while it is open", "registry.gone", func(path string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+"-renamed")
		}},
	} {
		try(t, c.what+": a change is refused, not acknowledged", func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "folder", "school.graduand")
			desktest.Must(os.MkdirAll(filepath.Dir(path), 0o700))
			desktest.Must(os.WriteFile(path, s.now, 0o600))
			r := enter(t, path)
			desktest.Must(c.do(path))
			_, err := r.Table.Change(desktest.Ctx, s.a, desktest.Assigns("street=Переехавшая"))
			desktest.WantCode(t, "change", err, c.code)
		})
	}
}

// killed is a registry as it lies there when the program is killed after some changes: the
// file, and the log with what is not in it yet.
func killed(t *testing.T, s school) (file, log []byte) {
	t.Helper()
	path := copyIn(t, s.now)
	r := enter(t, path)
	for _, street := range []string{"Третья", "Четвёртая", "Пятая"} {
		desktest.Set(t, r, s.a, "street="+street)
	}
	return desktest.MustRead(t, path), desktest.MustRead(t, path+"-wal")
}

func TestOldFileBesideNewerLog(t *testing.T) {
	s := theSchool()
	file, log := killed(t, s)
	try(t, "D04 an older file beside a newer log opens whole, or is named, or is refused in a sentence", func(t *testing.T) {
		whole, step := 0, max(len(log)/12, 1)
		for cut := len(log); cut >= 0; cut -= step {
			for _, beneath := range [][]byte{s.old, s.now, file} {
				if opensWhole(t, s, beneath, log[:cut]) {
					whole++
				}
			}
		}
		if whole == 0 {
			t.Error("not even the log beside its own file opens")
		}
	})
}

// opensWhole opens a file beside a log, and says whether it is sound.
func opensWhole(t *testing.T, s school, file, log []byte) bool {
	t.Helper()
	path := copyIn(t, file)
	desktest.Must(os.WriteFile(path+"-wal", log, 0o600))
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
	if err != nil {
		if data.CodeOf(err) == "" {
			t.Errorf("no sentence: %v", err)
		}
		return false
	}
	defer r.Close()
	ills, err := r.Doctor(desktest.Ctx)
	if err != nil {
		t.Error(err)
	}
	street := desktest.MustFind(t, r, s.a).Get("street")
	if len(ills) == 0 && !slices.Contains([]string{"Первая", "Вторая", "Третья", "Четвёртая", "Пятая"}, street) {
		t.Errorf("street %s", street)
		return false
	}
	return len(ills) == 0
}

func TestLinkInTheWay(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	other := filepath.Join(t.TempDir(), "other")
	desktest.Must(os.WriteFile(other, []byte("of somebody else"), 0o600))
	r := enter(t, path)
	for what, to := range map[string]string{"the registry itself": path, "another file": other} {
		try(t, "D08 a link to "+what+" in the place of the backup is not written through", func(t *testing.T) {
			link := filepath.Join(t.TempDir(), "copy"+registry.ExtensionBackup)
			if err := os.Symlink(to, link); err != nil {
				t.Skip(err)
			}
			before := desktest.MustRead(t, to)
			_, _ = r.Backup(desktest.Ctx, link)
			if after := desktest.MustRead(t, to); to == other && !bytes.Equal(before, after) || !bytes.HasPrefix(after, before[:16]) {
				t.Errorf("%s is another one now", to)
			}
			desktest.Sound(t, r)
		})
	}
}

func TestTwoInstances(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	enter(t, path)
	try(t, "D06 a second program is refused", func(t *testing.T) {
		refused(t, path, registrar.SignIn{}, desktest.Options(), "registry.open_by")
	})
	try(t, "D07 and by another name", func(t *testing.T) {
		other := filepath.Join(filepath.Dir(path), "link.graduand")
		if err := os.Link(path, other); err != nil {
			t.Skip(err)
		}
		refused(t, other, registrar.SignIn{}, desktest.Options(), "registry.open_elsewhere")
	})
}

func TestClockSetBack(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	o := desktest.Options()
	o.Now = func() time.Time { return desktest.Noon.AddDate(-3, 0, 0) }
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	desktest.Must(err)
	defer r.Close()
	try(t, "D05 a clock that stands before the last event is told", func(t *testing.T) {
		if _, wrong := r.ClockBehind(); !wrong {
			t.Error("nobody is warned")
		}
		desktest.Set(t, r, s.a, "street=Новая")
		desktest.Sound(t, r)
	})
}
