package registry_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/season"
	"graduand/data/registry"
	"graduand/data/registry/ledger"
	"graduand/data/vault/vaulttest"
	"graduand/imaging/imagingtest"
)

// begin makes the registry of the next year in a folder of its own.
func begin(t testing.TB, r *registrar.Registrar, campaign string) season.NextYear {
	t.Helper()
	c, err := registrar.Campaign(campaign, nil)
	desktest.Must(err)
	next, err := r.Season.BeginNextYear(desktest.Ctx, filepath.Join(t.TempDir(), "next.graduand"), c)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// somebodyElse is the portrait of another than [desktest.GoodPortrait].
func somebodyElse(t testing.TB) []byte {
	other := imagingtest.Somebody()
	other.EyesY, other.HairEnd, other.HairTop = 0.5, 3, 2
	return other.JPEG(t)
}

// sentAgain is a picture as a messenger leaves it.
func sentAgain(t testing.TB, content []byte) []byte {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(content))
	desktest.Must(err)
	var b bytes.Buffer
	desktest.Must(jpeg.Encode(&b, m, &jpeg.Options{Quality: 60}))
	return b.Bytes()
}

// asksOfLastYear says that the check asks about last year's portrait.
func asksOfLastYear(t testing.TB, r *registrar.Registrar, id string) bool {
	t.Helper()
	return slices.Contains(desktest.FoundFor(t, r, id), "face_of_last_year face_photo")
}

// What a password costs is part of the promise: this test alone pays it.
func TestF21TheNextYearOpensByTheOldPassword(t *testing.T) {
	vaulttest.FullPrice(t)
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	founder := registrar.Founder{Name: "Верболоз Олена", Phone: "+380500000001", Password: "Повільний чай на веранді"}
	r, err := registrar.Create(desktest.Ctx, filepath.Join(t.TempDir(), "school.graduand"), c, data.School{Name: "Ліцей"}, founder, atNoon())
	desktest.Must(err)
	next := begin(t, r, "zno-2020")
	mustClose(t, r)
	again := mustSignIn(t, next.Path, registrar.SignIn{Phone: founder.Phone, Password: founder.Password}, atNoon())
	if me := again.Me(); me.Name != founder.Name || me.Role != registrar.RoleHead {
		t.Errorf("%+v", me)
	}
	mustBeSound(t, again)
}

func TestF21TheNextYearTakesTheSchoolAndItsAccounts(t *testing.T) {
	var ids []string
	school := data.School{Name: "Школа-гимназия № 7", HeadName: "А. К. Бакиева", InstitutionType: "none", Site: "https://ort.kg/s7"}
	file := foundClosed(func(r *registrar.Registrar) error {
		school.InstitutionType = r.Campaign().InstitutionTypes[0].Code
		id, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Асанова"), false)
		ids = append(ids, id)
		return errors.Join(err, r.AddAccountNow(desktest.Ctx, registrar.Account{Name: "Усенова Нурия", Phone: responsibleIn.Phone, Role: registrar.RoleResponsible}, responsibleIn.Password),
			r.Season.ChangeSchool(desktest.Ctx, school), r.Season.SetLetterheadText(desktest.Ctx, "Школа-гимназия № 7"))
	})
	r := mustSignIn(t, copyIn(t, file.content), headIn, atNoon())
	_, err := r.NewPaperCode(desktest.Ctx) // the school key is another than that of the slots now
	desktest.Must(err)
	next := begin(t, r, "ort-2021")
	id := r.ID()
	mustClose(t, r)
	t.Run("F-21 who signed in before signs in, as what they were", func(t *testing.T) {
		responsible := mustSignIn(t, next.Path, responsibleIn, atNoon())
		if me := responsible.Me(); me.Name != "Усенова Нурия" || me.Role != registrar.RoleResponsible || me.MustChange {
			t.Errorf("%+v", me)
		}
		mustClose(t, responsible)
		head := mustSignIn(t, next.Path, headIn, atNoon())
		accounts, err := head.Accounts(desktest.Ctx)
		if err != nil || len(accounts) != 2 || next.Accounts != 2 || head.Me().Role != registrar.RoleHead {
			t.Errorf("%+v, %d, %v", accounts, next.Accounts, err)
		}
		if has, err := head.HasPaperCode(desktest.Ctx); has || err != nil {
			t.Errorf("the paper key came along: %v", err)
		}
		mustBeSound(t, head)
		mustClose(t, head)
	})
	t.Run("F-21 a password that changes here stays there", func(t *testing.T) {
		head := mustSignIn(t, next.Path, headIn, atNoon())
		desktest.Must(head.ChangePassword(desktest.Ctx, headIn.Password, freshPassword))
		mustClose(t, head)
		refuseSignIn(t, next.Path, headIn, atNoon(), "vault.wrong")
		mustClose(t, mustSignIn(t, r.Path(), headIn, atNoon()))
	})
	t.Run("F-21 the school, its letterhead and nobody", func(t *testing.T) {
		head := mustSignIn(t, next.Path, registrar.SignIn{Password: freshPassword}, atNoon())
		if got := head.School(); got.Name != school.Name || got.HeadName != school.HeadName || got.InstitutionType != school.InstitutionType || got.Site != school.Site || len(next.Left) > 0 {
			t.Errorf("%+v, left %v", got, next.Left)
		}
		if l := head.Letterhead(); len(l.Lines) != 1 {
			t.Errorf("letterhead %+v", l)
		}
		events := desktest.EventsOf(t, head, registrar.HistoryFilter{})
		if first := events[0]; first.Kind != registry.EventBegun || first.Note != "ort-2021 ("+id+")" {
			t.Errorf("the history begins with %+v", first)
		}
		if _, err := head.Table.Find(ids[0]); head.Table.Count() > 0 || data.CodeOf(err) != "graduate.unknown" || head.ID() == id || head.Closed() != "" {
			t.Errorf("%d graduates, %v", head.Table.Count(), err)
		}
	})
}

func TestF21NobodysDataGoesOver(t *testing.T) {
	campaign, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	r, err := registrar.Create(desktest.Ctx, filepath.Join(t.TempDir(), "school.graduand"), campaign, data.School{Name: inTheClear}, registrar.Founder{Name: "Клёстова Сойка"}, desktest.Options())
	desktest.Must(err)
	t.Cleanup(func() { r.Close() })
	c := &canaries{r: r, asked: t.TempDir()}
	for n := range 20 {
		c.add(t, n)
	}
	c.live(t)
	desktest.Attach(t, r, c.ids[4], "face_photo", desktest.GoodPortrait())
	next := begin(t, r, "ort-2021")
	fresh := openKeyed(t, next.Path)
	opened := openedText(t, fresh)
	// The head of the school and its letterhead are what goes over.
	goesOver := []string{"Угловой штамп с зимородком"}
	for _, bird := range c.birds {
		if strings.Contains(opened, bird) && !slices.Contains(goesOver, bird) {
			t.Errorf("%q stands in the next year", bird)
		}
	}
	if !strings.Contains(opened, goesOver[0]) || !strings.Contains(opened, inTheClear) || len(c.birds) < 200 {
		t.Error("what is opened is not all: the sweep finds nothing of what went over")
	}
	for _, id := range c.ids {
		if strings.Contains(opened, id) {
			t.Errorf("the id %s stands in the next year", id)
		}
	}
	mustBeSound(t, fresh)
	mustClose(t, fresh)
	for bird, files := range seenIn(t, append(c.birds, goesOver...), filepath.Dir(next.Path)) {
		t.Errorf("%q stands in %v", bird, files)
	}
	if files, _ := os.ReadDir(filepath.Dir(next.Path)); len(files) != 1 {
		t.Errorf("left beside it: %v", files)
	}
}

// openedText is everything in a registry that its keys open: settings, the sealed one too, and
// the history.
func openedText(t *testing.T, r *registrar.Registrar) string {
	t.Helper()
	var all strings.Builder
	settings, err := r.DB().Settings(desktest.Ctx)
	desktest.Must(err)
	for _, s := range settings {
		fmt.Fprintf(&all, "%s %s\n", s.ID, s.Body)
	}
	sealed, err := r.Ledger().Sealed(ledger.SettingLastYear)
	desktest.Must(err)
	all.Write(sealed)
	events := 0
	desktest.Must(r.Ledger().Events(desktest.Ctx, "", func(e ledger.Event) error {
		events++
		fmt.Fprintf(&all, "%s %s %s\n", e.Kind, e.Graduate, e.Body)
		return e.Err
	}))
	if r.Table.Count() > 0 || events != 2 || len(sealed) == 0 {
		t.Errorf("%d graduates, %d events, %d octets sealed", r.Table.Count(), events, len(sealed))
	}
	return all.String()
}

func TestF21LastYearsPhotoIsKnownAgain(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	b := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	desktest.Attach(t, r, a, "face_photo", desktest.GoodPortrait())
	desktest.Attach(t, r, b, "face_photo", somebodyElse(t))
	desktest.Forget(t, r, a) // a former program has not judged it
	t.Run("F-21 the same file and the same picture sent again are asked about, another is not", func(t *testing.T) {
		next := begin(t, r, "ort-2021")
		fresh := openKeyed(t, next.Path)
		for name, content := range map[string][]byte{"the same": desktest.GoodPortrait(), "sent again": sentAgain(t, desktest.GoodPortrait())} {
			id := desktest.MustAdd(t, fresh, "surname=Новая", "phone=")
			desktest.Attach(t, fresh, id, "face_photo", content)
			if !asksOfLastYear(t, fresh, id) {
				t.Errorf("%s: not known again", name)
			}
			desktest.Must(fresh.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "face_of_last_year"}))
			if asksOfLastYear(t, fresh, id) {
				t.Errorf("%s: confirmed it is asked about again", name)
			}
		}
		third := imagingtest.Somebody()
		third.HairEnd, third.HairTop = 2.2, 1.2
		id := desktest.MustAdd(t, fresh, "surname=Третья", "phone=")
		desktest.Attach(t, fresh, id, "face_photo", third.JPEG(t))
		if next.Looks != 2 || asksOfLastYear(t, fresh, id) {
			t.Errorf("%d looks; a new photo is taken for an old one: %v", next.Looks, asksOfLastYear(t, fresh, id))
		}
		mustBeSound(t, fresh)
		mustRotate(t, fresh)
		if id := desktest.MustAdd(t, fresh, "surname=Седьмая", "phone="); true {
			desktest.Attach(t, fresh, id, "face_photo", desktest.GoodPortrait())
			o := desktest.Options()
			o.Key = fresh.SchoolKey().Clone()
			mustClose(t, fresh)
			again, err := registrar.Open(desktest.Ctx, next.Path, registrar.SignIn{}, o)
			desktest.Must(err)
			defer again.Close()
			if !asksOfLastYear(t, again, id) {
				t.Error("after another school key it is not known again")
			}
		}
	})
	t.Run("F-21 they live one season", func(t *testing.T) {
		fresh := openKeyed(t, begin(t, r, "ort-2021").Path)
		id := desktest.MustAdd(t, fresh, "surname=Новая", "phone=")
		desktest.Attach(t, fresh, id, "face_photo", somebodyElse(t))
		if over := begin(t, fresh, "ort-2021"); over.Looks != 1 {
			t.Errorf("%d looks go on", over.Looks)
		}
	})
	t.Run("F-21 F-16 who is erased or removed before leaves none", func(t *testing.T) {
		_, err := r.Season.Erase(desktest.Ctx, []string{a}, "просьба")
		desktest.Must(err)
		next := begin(t, r, "ort-2021")
		fresh := openKeyed(t, next.Path)
		id := desktest.MustAdd(t, fresh, "surname=Новая", "phone=")
		desktest.Attach(t, fresh, id, "face_photo", desktest.GoodPortrait())
		if next.Looks != 1 || asksOfLastYear(t, fresh, id) {
			t.Errorf("%d looks; the picture of the erased is known again: %v", next.Looks, asksOfLastYear(t, fresh, id))
		}
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{b}, "выбыла"))
		if next := begin(t, r, "ort-2021"); next.Looks != 0 {
			t.Errorf("%d looks of who was removed", next.Looks)
		}
	})
}

func TestF21LastYearsPhotosAreForgotten(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	b := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	desktest.Attach(t, r, a, "face_photo", desktest.GoodPortrait())
	desktest.Attach(t, r, b, "face_photo", somebodyElse(t))
	known := func(t *testing.T, fresh *registrar.Registrar, want int) {
		t.Helper()
		mustBeSound(t, fresh)
		mustClose(t, fresh)
		fresh = openKeyed(t, fresh.Path())
		if got, err := fresh.Season.LastYear(); got != want || err != nil {
			t.Errorf("%d are known, want %d; %v", got, want, err)
		}
	}
	t.Run("F-21 when the school wants it, with no trace", func(t *testing.T) {
		fresh := openKeyed(t, begin(t, r, "ort-2021").Path)
		sealed := bytes.Clone(fresh.Setting(ledger.SettingLastYear))
		if count, err := fresh.Season.ForgetLastYear(desktest.Ctx); count != 2 || err != nil {
			t.Fatalf("%d, %v", count, err)
		}
		_, err := fresh.Season.ForgetLastYear(desktest.Ctx)
		desktest.WantCode(t, "again", err, "season.none_known")
		known(t, fresh, 0)
		if foundIn(t, [][]byte{sealed[20:]}, filepath.Dir(fresh.Path())) > 0 {
			t.Error("they are in the file still")
		}
	})
	t.Run("F-21 F-16 with a retaker who is erased here, or whose pictures are", func(t *testing.T) {
		for name, erase := range map[string]func(*registrar.Registrar, string) error{
			"erased": func(r *registrar.Registrar, id string) error {
				return second(r.Season.Erase(desktest.Ctx, []string{id}, "просьба"))
			},
			"pictures": func(r *registrar.Registrar, id string) error {
				return second(r.Season.EraseImages(desktest.Ctx, []string{id}, "просьба"))
			},
		} {
			fresh := openKeyed(t, begin(t, r, "ort-2021").Path)
			id := desktest.MustAdd(t, fresh, "surname=Асанова", "phone=")
			desktest.Attach(t, fresh, id, "face_photo", sentAgain(t, desktest.GoodPortrait()))
			if err := erase(fresh, id); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			known(t, fresh, 1)
		}
	})
	t.Run("F-21 F-16 with the whole campaign here", func(t *testing.T) {
		fresh := openKeyed(t, begin(t, r, "ort-2021").Path)
		desktest.MustAdd(t, fresh, "surname=Новая", "phone=")
		_, err := fresh.Season.Erase(desktest.Ctx, nil, "строк минув")
		desktest.Must(err)
		known(t, fresh, 0)
	})
	t.Run("F-21 F-16 a later erasure names the registry that knows them", func(t *testing.T) {
		done, err := r.Season.Erase(desktest.Ctx, []string{a}, "просьба")
		desktest.Must(err)
		if len(done.Next) == 0 || !strings.HasPrefix(done.Next[0], "ort-2021 (") {
			t.Errorf("named are %v", done.Next)
		}
	})
}

func TestF21BeginningTheNextYearFails(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока")
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	folder := t.TempDir()
	path := filepath.Join(folder, "next.graduand")
	refused := func(t *testing.T, name, code string, ctx context.Context, path string) {
		t.Helper()
		before, events := desktest.MustRead(t, r.Path()), desktest.Events(t, r)
		_, err := r.Season.BeginNextYear(ctx, path, c)
		desktest.WantCode(t, name, err, code)
		if !bytes.Equal(before, desktest.MustRead(t, r.Path())) || desktest.Events(t, r) != events {
			t.Errorf("%s: this registry was written to", name)
		}
	}
	t.Run("F-21 nothing is written over, and nothing is left", func(t *testing.T) {
		desktest.Must(os.WriteFile(path, []byte("чуже"), 0o600))
		refused(t, "a file is there", "registry.exists", desktest.Ctx, path)
		refused(t, "the registry itself", "registry.exists", desktest.Ctx, r.Path())
		refused(t, "no folder", "registry.no_folder", desktest.Ctx, filepath.Join(folder, "no", "next.graduand"))
		for left := range 1000 {
			ctx := &countdown{desktest.Ctx, left}
			if _, err := r.Season.BeginNextYear(ctx, filepath.Join(folder, "other.graduand"), c); err == nil {
				break
			}
			if files, _ := os.ReadDir(folder); len(files) != 1 {
				t.Fatalf("cancelled after %d: left %v", left, files)
			}
		}
		if string(desktest.MustRead(t, path)) != "чуже" {
			t.Error("it was written over")
		}
	})
	t.Run("F-21 closed it can begin the next, moved away it cannot", func(t *testing.T) {
		r.Options().Now = ticking()
		_, err := r.Season.Close(desktest.Ctx)
		desktest.Must(err)
		before, err := r.Season.Copies(desktest.Ctx)
		desktest.Must(err)
		begin(t, r, "zno-2020")
		if after, err := r.Season.Copies(desktest.Ctx); err != nil || !after.Changed.Equal(before.Changed) {
			t.Errorf("a copy is asked for of what has not changed: %v, %v", after.Changed, err)
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventNextYear}); len(events) == 0 || r.Closed() != "closed" {
			t.Errorf("the history has %v, and it is %q", events, r.Closed())
		}
		desktest.Must(r.Season.Move(desktest.Ctx, filepath.Join(t.TempDir(), "away")))
		refused(t, "moved", "season.next_moved", desktest.Ctx, filepath.Join(t.TempDir(), "next.graduand"))
	})
}

// F-21: whoever alters what is sealed is found out; set aside, it is gone.
func TestF21WhatIsKnownOfLastYearCannotBeAltered(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	next := begin(t, r, "ort-2021")
	alter(t, next.Path, "UPDATE setting SET body = CAST('{\"generation\":1,\"sealed\":\"AAAA\"}' AS BLOB) WHERE name = 'last_year'")
	_, err := registrar.Open(desktest.Ctx, next.Path, registrar.SignIn{}, desktest.Options())
	desktest.WantCode(t, "open", err, "vault.tampered")
	o := desktest.Options()
	o.Examine = true
	examined, err := registrar.Open(desktest.Ctx, next.Path, registrar.SignIn{}, o)
	desktest.Must(err)
	_, _, err = examined.SetAside(desktest.Ctx)
	desktest.Must(err)
	mustClose(t, examined)
	fresh := openKeyed(t, next.Path)
	if known, err := fresh.Season.LastYear(); known != 0 || err != nil {
		t.Errorf("%d are known, %v", known, err)
	}
	mustBeSound(t, fresh)
}

// F-21: what the next campaign does not know of the school is left empty, and said.
func TestF21AnotherCampaignKnowsOtherCodes(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	school := r.School()
	c := r.Campaign()
	school.Centre, school.InstitutionType, school.Site, school.Phone = c.Centres[1].Code, c.InstitutionTypes[0].Code, c.SiteURL, "(057) 712-34-56"
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, school))
	source := desktest.MustRead(t, filepath.Join("..", "campaign", "testdata", "harbour-2032.toml"))
	harbour, err := registrar.Campaign("", source)
	desktest.Must(err)
	next, err := r.Season.BeginNextYear(desktest.Ctx, filepath.Join(t.TempDir(), "next.graduand"), harbour)
	desktest.Must(err)
	fresh := openKeyed(t, next.Path)
	got := fresh.School()
	if got.Name != school.Name || got.InstitutionType != "" || got.Centre == school.Centre || got.Site != harbour.SiteURL || fresh.Campaign().ID != "harbour-2032" {
		t.Errorf("%+v in %s", got, fresh.Campaign().ID)
	}
	if !slices.Contains(next.Left, data.Term("settings_screen.field.institution_type")) || !slices.Contains(next.Left, data.Term("settings_screen.field.phone")) {
		t.Errorf("left are %v", next.Left)
	}
	mustBeSound(t, fresh)
}
