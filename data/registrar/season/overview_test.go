package season_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/season"
	"graduand/data/registry"
)

func overviewOf(t *testing.T, look func() (season.Overview, error)) season.Overview {
	t.Helper()
	o, err := look()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// taskOf is what is to do by its code; a task about nobody where there is none.
func taskOf(o season.Overview, code, field string) season.Task {
	at := slices.IndexFunc(o.Tasks, func(t season.Task) bool { return t.Code == code && t.Field == field })
	if at < 0 {
		return season.Task{}
	}
	return o.Tasks[at]
}

func stageOf(o season.Overview, code string) season.Stage {
	at := slices.IndexFunc(o.Stages, func(s season.Stage) bool { return s.Code == code })
	if at < 0 {
		return season.Stage{}
	}
	return o.Stages[at]
}

func TestOverview(t *testing.T) {
	t.Run("an empty registry begins with the class list", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		o := overviewOf(t, r.Season.Overview)
		if o.All != 0 || len(o.Classes) != 0 || len(o.Tasks) != 1 || o.Tasks[0].Code != "import" {
			t.Errorf("%+v", o)
		}
	})
	t.Run("each graduate is counted once, in the own class and among all", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "class=11-А")
		desktest.MustAdd(t, r, "surname=Дзюба", "given_name=Іван", "class=11-Б", "settlement=Вербівка")
		desktest.MustAdd(t, r, "surname=Гук", "given_name=Ян")
		gone := desktest.MustAdd(t, r, "surname=Вибув", "given_name=Ян", "class=11-А")
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{gone}, ""))
		o := overviewOf(t, r.Season.Overview)
		if o.All != 3 || o.Untouched != 2 || o.Hindered != 1 || o.Ready+o.Numberless != 0 {
			t.Errorf("%+v", o.Share)
		}
		var names []string
		for _, c := range o.Classes {
			names = append(names, c.Class)
			if c.Ready+c.Numberless+c.Hindered+c.Untouched != c.All {
				t.Errorf("%s: %+v", c.Class, c)
			}
		}
		slices.Sort(names)
		if !slices.Equal(names, []string{"-", "11-А", "11-Б"}) {
			t.Errorf("the classes are %v", names)
		}
		if s := stageOf(o, "data"); s.Number != 0 || s.Of != 3 {
			t.Errorf("%+v", s)
		}
		first := o.Tasks[0]
		if first.Code != "field" || first.Number != 3 || first.Severity != data.SeverityError || len(first.Classes) != 3 {
			t.Errorf("the first to do is %+v", first)
		}
	})
	t.Run("what must be mended comes before what waits, and that before what comes next", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.CompleteORT(t, r)
		o := overviewOf(t, r.Season.Overview)
		if o.Hindered != 1 || taskOf(o, "finish", "").Number != 1 || taskOf(o, "draft", "").Number != 0 {
			t.Errorf("%+v, %+v", o.Share, o.Tasks)
		}
		desktest.Must(r.Form.Finish(desktest.Ctx, id))
		o = overviewOf(t, r.Season.Overview)
		if o.Ready != 1 || stageOf(o, "data").Number != 1 || stageOf(o, "images").Number != 1 || stageOf(o, "number").Of != 0 {
			t.Errorf("%+v, %+v", o.Share, o.Stages)
		}
		if taskOf(o, "site", "").Number != 1 || taskOf(o, "unpaid", "").Number != 1 {
			t.Errorf("to do is %+v", o.Tasks)
		}
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactEntered}))
		desktest.Set(t, r, id, "street=Другая")
		o = overviewOf(t, r.Season.Overview)
		if first := o.Tasks[0]; first.Code != "site_changed" || taskOf(o, "site", "").Number != 0 || stageOf(o, "site").Number != 0 {
			t.Errorf("to do is %+v", o.Tasks)
		}
		if !slices.IsSortedFunc(o.Tasks, func(a, b season.Task) int {
			order := []data.Severity{data.SeverityError, data.SeverityWarning, data.SeverityConfirm}
			return slices.Index(order, a.Severity) - slices.Index(order, b.Severity)
		}) {
			t.Errorf("out of order: %+v", o.Tasks)
		}
	})
	t.Run("design §9 where messages go to the centre the site is nobody's task, but the message is", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		desktest.Must(r.Form.Finish(desktest.Ctx, desktest.CompleteORT(t, r)))
		desktest.Enrol(t, r, "bishkek-7")
		if o := overviewOf(t, r.Season.Overview); taskOf(o, "site", "").Number != 0 || taskOf(o, "export", "").Number != 1 {
			t.Errorf("to do is %+v", o.Tasks)
		}
		_, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir()}, nil)
		desktest.Must(err)
		if o := overviewOf(t, r.Season.Overview); taskOf(o, "site", "").Number != 0 || taskOf(o, "export", "").Number != 0 {
			t.Errorf("to do is %+v", o.Tasks)
		}
	})
	t.Run("KG-017 whose passport another has too is not ready for the site, and Unfinished says the same", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.CompleteORT(t, r)
		desktest.Must(r.Form.Finish(desktest.Ctx, id))
		other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
		for _, who := range []string{id, other} {
			desktest.Attach(t, r, who, "passport_back", desktest.Picture(t, 77))
		}
		o := overviewOf(t, r.Season.Overview)
		if o.Ready != 0 || taskOf(o, "site", "").Number != 0 || taskOf(o, "images", "").Number != 2 {
			t.Errorf("%+v, to do is %+v", o.Share, o.Tasks)
		}
		if u, err := r.Season.Unfinished(); err != nil || len(u.NotReady) != 2 || o.Deadline.Waiting != 2 {
			t.Errorf("%+v, %v, %d wait", u, err, o.Deadline.Waiting)
		}
	})
	t.Run("UA-160 a card goes from the number to the signature", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		id := desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "class=11-А", "card_number=0412352", "subjects=ukrainian,mathematics,history", "attestation=ukrainian,mathematics,history")
		o := overviewOf(t, r.Season.Overview)
		if stageOf(o, "number").Number != 1 || stageOf(o, "card").Number != 0 || o.Ready != 1 || taskOf(o, "print_card", "").Number != 1 {
			t.Errorf("%+v, %+v, %+v", o.Share, o.Stages, o.Tasks)
		}
		desktest.MustAdd(t, r, "surname=Дуб", "class=11-А")
		_, err := r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "x.pdf"), printing.Job{Document: printing.Card})
		desktest.Must(err)
		if o = overviewOf(t, r.Season.Overview); taskOf(o, "sign_card", "").Number != 1 {
			t.Errorf("a draft is to be signed: %+v", o.Tasks)
		}
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactSigned}))
		if o = overviewOf(t, r.Season.Overview); taskOf(o, "receive_kit", "").Number != 1 || taskOf(o, "print_card", "").Number != 0 {
			t.Errorf("%+v", o.Tasks)
		}
	})
}

// A photo that nobody has to hand in holds nobody up: who has looked at none yet is ready, and the
// row says so first. Where the photo is asked for it is to be looked at, and only one that is
// refused must be mended.
func TestAPhotoNobodyAskedForHoldsNobodyUp(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "class=11-А", "card_number=0412352", "subjects=ukrainian,mathematics,history", "attestation=ukrainian,mathematics,history")
	bare, err := r.Table.Find(id)
	desktest.Must(err)
	desktest.Attach(t, r, id, "face_photo", desktest.Portrait(60))
	o := overviewOf(t, r.Season.Overview)
	own := taskOf(o, "images_own", "")
	if o.Ready != 1 || taskOf(o, "images", "").Number+taskOf(o, "images_look", "").Number != 0 || own.Number != 1 || own.Severity != data.SeverityConfirm {
		t.Errorf("%+v, %+v", o.Share, o.Tasks)
	}
	row, err := r.Table.Find(id)
	desktest.Must(err)
	if row.Aside == nil || row.Aside.Rule != "photo_unconfirmed" || !reflect.DeepEqual(row.First, bare.First) {
		t.Errorf("first is %+v, aside %+v", row.First, row.Aside)
	}
	r = desktest.MustCreate(t, "ort-2021")
	id = desktest.MustAdd(t, r, desktest.OrtValues...)
	desktest.Attach(t, r, id, "face_photo", desktest.Portrait(60))
	if row, err = r.Table.Find(id); err != nil || row.Aside != nil {
		t.Errorf("aside %+v, %v", row.Aside, err)
	}
	if o = overviewOf(t, r.Season.Overview); taskOf(o, "images", "").Severity != data.SeverityError {
		t.Errorf("%+v", o.Tasks)
	}
	r = desktest.MustCreate(t, "ort-2021")
	id = desktest.CompleteORT(t, r)
	desktest.Attach(t, r, id, "face_photo", desktest.Portrait(60))
	if o = overviewOf(t, r.Season.Overview); taskOf(o, "images", "").Number != 0 || taskOf(o, "images_look", "").Severity != data.SeverityWarning {
		t.Errorf("%+v", o.Tasks)
	}
}

// What is attached goes to the centre's site: nobody is ready there while it asks something.
func TestAPhotoThatAsksKeepsSomebodyFromTheSite(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	desktest.Attach(t, r, id, "face_photo", desktest.Portrait(60))
	o := overviewOf(t, r.Season.Overview)
	if u, err := r.Season.Unfinished(); err != nil || o.Ready != 0 || len(u.NotReady) != 1 || o.Deadline.Waiting != 1 || taskOf(o, "site", "").Number != 0 {
		t.Errorf("%+v, %+v, %v, %d wait", o.Share, u, err, o.Deadline.Waiting)
	}
}

// Each task is about those with whom it is to be done, once.
func TestTasksOfTheOverview(t *testing.T) {
	t.Run("of the fields that people lack only some are named, and nobody twice", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		desktest.MustAdd(t, r, "surname=Бекова", "given_name=Айжан")
		o, fields := overviewOf(t, r.Season.Overview), 0
		for _, task := range o.Tasks {
			if task.Code == "field" {
				fields++
			}
			if task.Code != "calendar" && task.Number != 1 {
				t.Errorf("of one person: %+v", task)
			}
		}
		if fields != 3 {
			t.Errorf("%d fields: %+v", fields, o.Tasks)
		}
		if n := taskOf(o, "calendar", "").Number; n == 0 || n != o.Deadline.Unknown {
			t.Errorf("%d of %d days that nobody has named", n, o.Deadline.Unknown)
		}
	})
	t.Run("UA-160 a number that is lacking, and a card that changed", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		id := desktest.MustAdd(t, r, desktest.ZnoValues...)
		if o := overviewOf(t, r.Season.Overview); o.Numberless != 1 || taskOf(o, "number", "").Number != 1 {
			t.Errorf("%+v, %+v", o.Share, o.Tasks)
		}
		desktest.Set(t, r, id, "card_number=0412352")
		_, err := r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "x.pdf"), printing.Job{Document: printing.Card})
		desktest.Must(err)
		desktest.Set(t, r, id, "surname=Сойка")
		if o := overviewOf(t, r.Season.Overview); taskOf(o, "number", "").Number != 0 || taskOf(o, "card_changed", "").Number != 1 {
			t.Errorf("%+v", o.Tasks)
		}
	})
	t.Run("KG-068 who fills alone and has got no access, and a receipt that was refused", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.CompleteORT(t, r)
		desktest.Set(t, r, id, "mode=self")
		receipt, _ := desktest.Pay(t, r, id, "77", "10")
		o := overviewOf(t, r.Season.Overview)
		if taskOf(o, "no_access", "").Number != 1 || stageOf(o, "access").Number != 0 || stageOf(o, "paid").Number != 0 || stageOf(o, "paid").Of != 1 || taskOf(o, "unpaid", "").Number != 1 {
			t.Errorf("%+v, %+v", o.Stages, o.Tasks)
		}
		desktest.Must(r.Payment.Judge(desktest.Ctx, id, receipt, "rejected", "", ""))
		if o = overviewOf(t, r.Season.Overview); taskOf(o, "refused", "").Number != 1 || taskOf(o, "unpaid", "").Number != 0 {
			t.Errorf("%+v", o.Tasks)
		}
	})
}

// Two who have the same photo are to be looked at, also where nobody asked for the photo.
func TestAPhotoOfTwoHoldsBothUpThoughNobodyAskedForIt(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	for _, surname := range []string{"Сорока", "Дзюба"} {
		id := desktest.MustAdd(t, r, "surname="+surname, "given_name=Яна", "class=11-А")
		desktest.Attach(t, r, id, "face_photo", desktest.Portrait(60))
	}
	o := overviewOf(t, r.Season.Overview)
	if look, own := taskOf(o, "images_look", ""), taskOf(o, "images_own", ""); look.Number != 2 || look.Severity != data.SeverityWarning || own.Number != 0 {
		t.Errorf("to look at is %+v, beside it %+v", look, own)
	}
}

// The overview on paper says what the page says, in the language that is asked for, and names nobody.
func TestTheOverviewOnPaper(t *testing.T) {
	for _, name := range []string{"zno-2020", "ort-2021"} {
		r := desktest.MustCreate(t, name)
		desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "class=11-А", "phone=0555123456")
		desktest.MustAdd(t, r, "surname=Дзюба", "given_name=Іван", "phone=0555123457")
		o, err := registry.Read(r.Registry, registry.RightLook, func(v *registry.View) (*papers.Overview, error) { return season.OnPaper(v, "") })
		desktest.Must(err)
		shown := overviewOf(t, r.Season.Overview)
		if len(o.Classes) != len(shown.Classes) || len(o.Stages) != len(shown.Stages) || len(o.Tasks) != len(shown.Tasks) || len(o.Days) != len(shown.Dues) {
			t.Errorf("%s: %+v", name, o)
		}
		for _, language := range []string{"", "uk", "ru", "ky", "en"} {
			path := filepath.Join(t.TempDir(), "overview.pdf")
			if _, err := r.Printing.Save(desktest.Ctx, path, printing.Job{Document: papers.Progress, Language: language}); err != nil {
				t.Fatal(language, err)
			}
			if len(desktest.MustRead(t, path)) < 1000 {
				t.Errorf("%s in %q is empty", name, language)
			}
		}
	}
}
