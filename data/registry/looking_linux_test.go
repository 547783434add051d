package registry_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/drivetest"
	"graduand/data/printer/printertest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// lookingRights are those that a registry leaves which cannot be written.
var lookingRights = []registrar.Right{registrar.RightLook, registrar.RightHistory, registrar.RightPrint, registrar.RightBackup, registrar.RightExamine}

// lockedIn writes the bytes of a registry into a folder that is then locked.
func lockedIn(t testing.TB, content []byte) string {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	path := copyIn(t, content)
	drivetest.Lock(t, filepath.Dir(path))
	return path
}

// untouched says that a registry and its folder are as they were.
func untouched(t *testing.T, path string, before []byte) {
	t.Helper()
	if after := desktest.MustRead(t, path); !bytes.Equal(after, before) {
		t.Error("the registry was written")
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the registry: %v, %v", entries, err)
	}
}

// oneOf is the bytes of a registry of a campaign with one graduate, and the id.
func oneOf(t *testing.T, campaign string) (content []byte, id string) {
	t.Helper()
	r := desktest.MustCreate(t, campaign)
	desktest.ChooseCentre(t, r)
	id = desktest.MustAdd(t, r, "surname=Сорока", "class=11-А", "phone=")
	mustClose(t, r)
	return desktest.MustRead(t, r.Path()), id
}

// openLocked opens a registry that cannot be written by the key of the tests, and hears what is told.
func openLocked(t *testing.T, path string) (r *registrar.Registrar, told *[]registrar.Signal) {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	told = new([]registrar.Signal)
	r.Listen(func(s registrar.Signal) { *told = append(*told, s) })
	if r.Looking() == nil {
		t.Fatal("it is open as one that can be written")
	}
	return r, told
}

func TestRegistryThatCannotBeWrittenIsLookedAt(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		content, id := oneOf(t, campaign)
		path := lockedIn(t, content)
		r, _ := openLocked(t, path)
		for _, c := range calls {
			t.Run("KG-002 "+campaign+" "+c.method+" "+string(c.right), func(t *testing.T) {
				allowed := slices.Contains(lookingRights, c.right)
				if err := c.do(r, id, t.TempDir()); (data.CodeOf(err) == "registry.looking") == allowed {
					t.Errorf("got %v", err)
				}
			})
		}
		t.Run("KG-002 "+campaign+" closed, nothing is left beside it", func(t *testing.T) {
			mustClose(t, r)
			untouched(t, path, content)
		})
	}
}

// What leaves the program can be made, and that it stands in no history is told.
func TestWhatLeavesARegistryThatCannotBeWritten(t *testing.T) {
	content, id := oneOf(t, "ort-2021")
	path := lockedIn(t, content)
	r, told := openLocked(t, path)
	folder := t.TempDir()
	saved := func(name string) string { return filepath.Join(folder, name) }
	pc := &printertest.Fake{All: []printing.Printer{{Name: "HP"}}}
	for name, do := range map[string]func() error{
		"a document is saved": func() error {
			return second(r.Printing.Save(desktest.Ctx, saved("x.pdf"), printing.Job{Document: printing.Missing}))
		},
		"a document is printed": func() error {
			return second(r.Printing.Print(desktest.Ctx, pc, printing.Job{Document: printing.Missing}, printing.Sheets{}))
		},
		"a list goes to another program": func() error { return r.NoteShown(desktest.Ctx, "list", []string{id}, true) },
		"a backup is written":            func() error { return second(r.Backup(desktest.Ctx, saved("x"+registrar.ExtensionBackup))) },
	} {
		t.Run("KG-002 "+name, func(t *testing.T) {
			*told = nil
			if err := do(); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(*told, []registrar.Signal{registrar.NotNoted}) {
				t.Errorf("told: %v", *told)
			}
		})
	}
	t.Run("KG-002 nothing is saved beside it", func(t *testing.T) {
		*told = nil
		_, err := r.Printing.Save(desktest.Ctx, filepath.Join(filepath.Dir(path), "x.pdf"), printing.Job{Document: printing.Missing})
		if data.CodeOf(err) != "file.cannot_write" || len(*told) > 0 {
			t.Errorf("%v, told %v", err, *told)
		}
	})
	t.Run("KG-002 what is signed and sent has to be noted, so it is not made", func(t *testing.T) {
		_, err := r.Printing.Save(desktest.Ctx, saved("final.pdf"), printing.Job{Document: printing.Missing, Final: true})
		if _, there := os.Stat(saved("final.pdf")); data.CodeOf(err) != "registry.looking" || there == nil {
			t.Error(err)
		}
	})
	t.Run("KG-002 no automatic copy is tried", func(t *testing.T) {
		if kept, err := r.KeepDaily(desktest.Ctx); kept != "" || err != nil {
			t.Errorf("%q, %v", kept, err)
		}
	})
	mustClose(t, r)
	untouched(t, path, content)
}

// Passwords open it, and each sees what the role lets see.
func TestSigningInWhereNothingCanBeWritten(t *testing.T) {
	content := staffed().content
	path := lockedIn(t, content)
	for name, s := range map[string]registrar.SignIn{"head": headIn, "responsible": responsibleIn, "reader": readerIn} {
		t.Run("KG-002 "+name, func(t *testing.T) {
			r := mustSignIn(t, path, s, registrar.Options{Now: atNoon().Now, Sitting: true})
			if r.Table.Count() != 2 || !r.May(registrar.RightHistory) || r.May(registrar.RightFill) || r.May(registrar.RightPassword) {
				t.Errorf("%d graduates", r.Table.Count())
			}
			mustClose(t, r)
		})
	}
	t.Run("KG-002 whose first password cannot be replaced there looks all the same", func(t *testing.T) {
		r := mustSignIn(t, path, newcomerIn, atNoon())
		if r.Table.Count() != 2 {
			t.Errorf("%d graduates", r.Table.Count())
		}
		mustClose(t, r)
	})
	t.Run("KG-007 the paper key makes nobody head there, and goes on being good", func(t *testing.T) {
		h := registrar.Holder{Code: staffed().paper, Name: "Кто-то", Phone: "0555000009", Password: freshPassword}
		if _, _, err := registrar.Recover(desktest.Ctx, path, h, atNoon()); data.CodeOf(err) != "registry.looking" {
			t.Error(err)
		}
	})
	t.Run("KG-002 the door says it before a password is typed", func(t *testing.T) {
		if e, err := registrar.LookAt(desktest.Ctx, path); err != nil || e.Looking == nil {
			t.Errorf("%+v, %v", e.Looking, err)
		}
	})
	untouched(t, path, content)
}

func TestWrongPasswordsWhereNothingCanBeWritten(t *testing.T) {
	t.Run("KG-010 wrong passwords are counted, through openings too", func(t *testing.T) {
		path, now := lockedIn(t, foundClosed(nil).content), desktest.Noon
		for range 4 {
			refuseSignIn(t, path, registrar.SignIn{Phone: headIn.Phone, Password: "не тот"}, clockOptions(&now), "vault.wrong")
		}
		refuseSignIn(t, path, registrar.SignIn{Phone: headIn.Phone, Password: "не тот"}, clockOptions(&now), "vault.wait")
		refuseSignIn(t, path, headIn, clockOptions(&now), "vault.wait")
		own, err := os.ReadDir(filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "Graduand", "looked"))
		if err != nil || len(own) != 1 {
			t.Errorf("they are kept in %v, %v", own, err)
		}
		now = now.Add(time.Hour)
		mustClose(t, mustSignIn(t, path, headIn, clockOptions(&now)))
	})
}

// A registry of before is brought up to date in a copy that ends with the looking.
func TestFormerFormatWhereNothingCanBeWritten(t *testing.T) {
	content := desktest.MustRead(t, filepath.Join("testdata", "former.graduand"))
	path := lockedIn(t, content)
	private := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "Graduand", "looked")
	for name, s := range map[string]registrar.SignIn{"head": headIn, "reader": readerIn} {
		t.Run("F-07 "+name, func(t *testing.T) {
			r := mustSignIn(t, path, s, atNoon())
			if g := desktest.MustFind(t, r, formerGraduate); g.Surname != "Асанова" || r.Path() != path {
				t.Errorf("%+v in %s", g, r.Path())
			}
			if err := r.Form.Attach(desktest.Ctx, formerGraduate, "passport_front", "", smallPicture); data.CodeOf(err) == "" {
				t.Error("a photo was attached")
			}
			if copies, err := os.ReadDir(private); err != nil || len(copies) != 1 {
				t.Errorf("copies %v, %v", copies, err)
			}
			mustClose(t, r)
			if copies, err := os.ReadDir(private); err != nil || len(copies) != 0 {
				t.Errorf("left behind: %v, %v", copies, err)
			}
		})
	}
	untouched(t, path, content)
}

// The copy to work in is a registry of its own, with everything in it.
func TestWorkCopyOfARegistryThatCannotBeWritten(t *testing.T) {
	content := staffed().content
	path := lockedIn(t, content)
	r := mustSignIn(t, path, headIn, atNoon())
	to := filepath.Join(t.TempDir(), "work.graduand")
	if ills, err := r.WorkCopy(desktest.Ctx, to); err != nil || len(ills) > 0 {
		t.Fatalf("%v, %v", ills, err)
	}
	branch, err := registry.Read(r.Registry, registrar.RightLook, func(v *registry.View) (string, error) { return v.Branch(), nil })
	if err != nil {
		t.Fatal(err)
	}
	t.Run("KG-002 where one is nothing is copied", func(t *testing.T) {
		if _, err := r.WorkCopy(desktest.Ctx, to); data.CodeOf(err) != "registry.exists" {
			t.Error(err)
		}
	})
	t.Run("KG-002 what cannot be finished leaves nothing", func(t *testing.T) {
		folder := t.TempDir()
		drivetest.Lock(t, folder)
		if _, err := r.WorkCopy(desktest.Ctx, filepath.Join(folder, "x.graduand")); data.CodeOf(err) == "" {
			t.Error(err)
		}
	})
	mustClose(t, r)
	t.Run("KG-002 the same passwords open it, and work goes on there on another branch", func(t *testing.T) {
		work := mustSignIn(t, to, headIn, atNoon())
		if work.Looking() != nil || work.Table.Count() != 2 {
			t.Errorf("%+v, %d graduates", work.Looking(), work.Table.Count())
		}
		desktest.MustAdd(t, work, "surname=Новая")
		mustBeSound(t, work)
		now, err := registry.Read(work.Registry, registrar.RightLook, func(v *registry.View) (string, error) { return v.Branch(), nil })
		if err != nil || now == branch {
			t.Errorf("branch %s, %v", now, err)
		}
		if _, err := work.WorkCopy(desktest.Ctx, to+"2"); data.CodeOf(err) != "registry.can_be_written" {
			t.Errorf("a copy of what can be written: %v", err)
		}
		mustClose(t, work)
	})
	if left, err := filepath.Glob(to + "*"); err != nil || len(left) != 1 {
		t.Errorf("beside the copy: %v, %v", left, err)
	}
	untouched(t, path, content)
}

// A graduate looks at the own form, also where it was taken home on a stick with its lock on; and what
// was filled in there comes back from such a stick.
func TestGraduateLooksWhereNothingCanBeWritten(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	home := filepath.Join(t.TempDir(), "form.graduand")
	if err := r.Access.TakeHome(desktest.Ctx, f.a, home); err != nil {
		t.Fatal(err)
	}
	ownIn := registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}
	fillAtHome(t, home, ownIn, f.a, "street=Лесная")
	locked := lockedIn(t, desktest.MustRead(t, home))
	for name, path := range map[string]string{"the school's": lockedIn(t, f.content), "taken home": locked} {
		t.Run("KG-002 "+name, func(t *testing.T) {
			own := mustSignIn(t, path, ownIn, atNoon())
			if own.Looking() == nil || own.MayFill("street") || own.Table.Count() != 1 {
				t.Errorf("%+v, %d graduates", own.Looking(), own.Table.Count())
			}
			mustClose(t, own)
		})
	}
	t.Run("KG-069 it comes back from there", func(t *testing.T) {
		read, err := r.Access.ReadHome(desktest.Ctx, locked)
		if err == nil {
			_, err = r.Access.TakeIn(desktest.Ctx, read, nil)
		}
		if g := desktest.MustFind(t, r, f.a); err != nil || g.Fields["street"] != "Лесная" {
			t.Errorf("%+v, %v", g, err)
		}
	})
}
