package door

import (
	"crypto/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data/centre"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// newCentre is a centre of a campaign.
func newCentre(t *testing.T, campaign string) *centre.Centre {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "centre")
	if _, err := centre.MakeKeys(folder, true, rand.Reader); err != nil {
		t.Fatal(err)
	}
	c, err := centre.Open(frametest.Ctx, folder, centre.Options{Program: registrar.Program, Now: time.Now, Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	rules, err := registrar.Campaign(campaign, nil)
	if err == nil {
		err = c.SetCampaign(frametest.Ctx, rules.Source())
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// KG-005, KG-006, KG-007: a school begins with the centre's file, and comes back by its answer.
func TestASchoolBeginsByTheFileOfItsCentre(t *testing.T) {
	list.In(t)
	// The locks of files are those of registries.
	locked, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	locked.CloseRegistry()
	c := newCentre(t, "ort-2021")
	file := filepath.Join(t.TempDir(), "enrolment.zip.age")
	letter, err := c.Enrol(frametest.Ctx, centre.Enrolling{School: "bishkek-7", Name: "Школа № 7", District: "Свердловский центр", Phone: "0555000007", Surname: "Асанова", GivenName: "Гүлнара"}, file)
	if err != nil {
		t.Fatal(err)
	}
	w, files := begun(t, "ru")
	w.Key = nil
	frametest.Tap(t, w, "У меня файл от центра")
	page := w.Alone().(*welcome).invited
	t.Run("KG-005 without a file or a code it is said what is missing", func(t *testing.T) {
		page.onRead()
		frametest.MustSee(t, w, "Выберите файл, который прислал центр", "Введите код, который центр сказал")
	})
	files.ToOpen = file
	frametest.Tap(t, w, "Выбрать файл…")
	t.Run("KG-005 another code opens nothing", func(t *testing.T) {
		page.codeIn.SetText("DFGJ-DFGJ-DFGJ")
		page.onRead()
		frametest.MustSee(t, w, "Код не открывает этого сообщения")
		if page.invitation != nil || !page.code.Faulty() || !page.create.Disabled() {
			t.Error("it was opened")
		}
	})
	t.Run("KG-005 the code in any spelling shows school, responsible, centre and its fingerprint", func(t *testing.T) {
		page.codeIn.SetText(strings.ToLower(strings.ReplaceAll(letter.Code, "-", " ")))
		page.onRead()
		frametest.MustSee(t, w, "Школа № 7", "bishkek-7", "Асанова Гүлнара", "+996 555 000 007", "Свердловский центр", c.Keys().Fingerprint())
	})
	t.Run("KG-006 the first password is no own one", func(t *testing.T) {
		page.ownIn.SetText(letter.Password)
		page.againIn.SetText(letter.Password)
		page.onCreate()
		if w.Registrar() != nil || !page.own.Faulty() {
			t.Error("it was taken")
		}
	})
	t.Run("KG-006 with an own one the registry is there, and the paper key is shown", func(t *testing.T) {
		page.ownIn.SetText("пять слонов идут домой гуськом")
		page.againIn.SetText("пять слонов идут домой гуськом")
		page.onCreate()
		if w.Registrar() == nil {
			t.Fatalf("no registry: %s", frametest.Visible(w))
		}
		if me := w.Me(); me.Name != "Асанова Гүлнара" || me.MustChange || w.School().Name != "Школа № 7" {
			t.Errorf("%+v", me)
		}
	})
	path := w.Registrar().Path()
	w.CloseRegistry()
	recoverByCentre(t, c, path)
}

// recoverByCentre asks the centre in the window, and takes its answer.
func recoverByCentre(t *testing.T, c *centre.Centre, path string) {
	t.Helper()
	w, files := frametest.New(t, "ru")
	w.Key, w.Settings.Noticed = nil, true
	w.Start(path)
	request, answer := filepath.Join(t.TempDir(), "request.zip.age"), filepath.Join(t.TempDir(), "answer.zip.age")
	fingerprint := ""
	t.Run("KG-007 who has lost every password asks the centre", func(t *testing.T) {
		frametest.Tap(t, w, "Пароль забыт")
		frametest.MustSee(t, w, "Спросить центр…")
		if frametest.FindButton(w.Fyne().Content(), "Есть ответ центра…") != nil {
			t.Error("nobody has asked yet")
		}
		frametest.Tap(t, w, "Спросить центр…")
		for id, typed := range map[string]string{"name": "Асанова Гүлнара", "phone": "0555000007", "new_password": "четыре верблюда поют в трамвае", "again": "четыре верблюда поют в трамвае"} {
			inFront(t, w, "account."+id).SetText(typed)
		}
		files.ToSave = request
		frametest.FrontTap(t, w, "Записать запрос…")
		frametest.MustSee(t, w, "Запрос записан", "request.zip.age")
		for _, word := range strings.Fields(frametest.Visible(w)) {
			if strings.Count(word, "-") == 7 {
				fingerprint = word
			}
		}
		frametest.FrontTap(t, w, "Закрыть")
	})
	if _, err := c.Recover(frametest.Ctx, centre.Recovering{Request: request, Out: answer, Fingerprint: fingerprint}); err != nil {
		t.Fatalf("%q: %v", fingerprint, err)
	}
	t.Run("KG-007 its answer opens the registry with the password that was chosen", func(t *testing.T) {
		frametest.Tap(t, w, "Есть ответ центра…")
		files.ToOpen = answer
		frametest.FrontTap(t, w, "Выбрать файл…")
		secret := inFront(t, w, "signin.answer_password")
		secret.SetText("не тот пароль совсем другой")
		frametest.FrontTap(t, w, "Открыть реестр")
		frametest.MustSee(t, w, "не тот пароль, который вы выбрали")
		secret.SetText("четыре верблюда поют в трамвае")
		frametest.FrontTap(t, w, "Открыть реестр")
		if w.Registrar() == nil {
			t.Fatalf("it is closed: %s", frametest.Visible(w))
		}
		frametest.MustSee(t, w, "Действует новый пароль")
	})
}

// inFront is the field of the dialog under a caption.
func inFront(t *testing.T, w *frame.Window, caption string) *widgets.FollowedEntry {
	t.Helper()
	e, is := frametest.FieldBelow(w.Boxes()[0].Content(), w.Say(caption, nil)).(*widgets.FollowedEntry)
	if !is {
		t.Fatalf("there is no field %s in:\n%s", caption, frametest.Visible(w))
	}
	return e
}
