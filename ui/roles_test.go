package ui

import (
	"database/sql"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestGraduateMode(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	g, other := rows[0].Graduate, rows[5].Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, strings.ToLower(password))
	t.Run("KG-068 a graduate sees the own form and nothing else", func(t *testing.T) {
		frametest.MustSee(t, w, "Бланк регистрации на ОРТ", g.FullName(), "Сохранить и выйти")
		for _, foreign := range []string{other.FullName(), "Импорт", "Учётные записи", "Настройки"} {
			if strings.Contains(frametest.Visible(w), foreign) {
				t.Errorf("%q is seen", foreign)
			}
		}
		for _, menu := range w.Fyne().MainMenu().Items {
			for _, item := range menu.Items {
				if strings.HasPrefix(item.Label, w.Say("menu.import", nil)) {
					t.Error("the menu has the import")
				}
			}
		}
	})
	t.Run("KG-069 what is filled in waits for the school; the login is not the graduate's to change", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Own, Graduate: g.ID, Field: "phone"})
		entry := func(title string) *widgets.Entry {
			t.Helper()
			e, is := frametest.FieldBelow(w.Fyne().Content(), title+" *").(*widgets.Entry)
			if !is {
				t.Fatalf("there is no field %s in:\n%s", title, frametest.Visible(w))
			}
			return e
		}
		e := entry("Имя")
		if !entry("Номер телефона").Disabled() || e.Disabled() {
			t.Error("the wrong fields are open")
		}
		e.SetText("Айжаркын")
		e.OnSubmitted("")
		w.Go(frame.Route{Screen: frame.Own, Graduate: g.ID, Field: "privileged"})
		test.Type(w.Canvas().Focused(), " ")
		w.Lock()
		frametest.SignInAs(t, w, "", registrar.DemoPassword)
		frametest.MustSee(t, w, "Выпускники заполнили бланки", g.FullName())
		row, err := w.Registrar().Table.Find(g.ID)
		if err != nil || row.Graduate.GivenName != "Айжаркын" || row.Graduate.Get("privileged") == g.Get("privileged") {
			t.Errorf("got %v, %v", row.Graduate, err)
		}
		events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{Graduate: g.ID, Kind: registrar.EventFilled})
		if err != nil || len(events) != 1 || events[0].By != g.FullName() {
			t.Errorf("who filled it: %+v, %v", events, err)
		}
	})
}

func TestFirstPassword(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "+996500000004", registrar.DemoPassword)
	const first, own = "семь синих слонов идут домой", "восемь рыжих котов едят рыбу"
	if err := w.Registrar().AddAccount(frametest.Ctx, registrar.Account{Name: "Новый Сотрудник", Phone: "0500000009", Role: registrar.RoleReader}, first); err != nil {
		t.Fatal(err)
	}
	w.Lock()
	frametest.SignInAs(t, w, "0500000009", first)
	t.Run("KG-006 the first password is replaced before anything is shown", func(t *testing.T) {
		frametest.MustSee(t, w, "Замените пароль на свой")
		frametest.TypeThrough(w, first, own, own)
		if w.Registrar().Me().MustChange {
			t.Fatalf("still to be changed:\n%s", frametest.Visible(w))
		}
	})
	t.Run("F-06 a reader looks and adds nobody", func(t *testing.T) {
		frametest.MustSee(t, w, "только смотреть")
		if strings.Contains(frametest.Visible(w), w.Say("ui.add_button", nil)) {
			t.Error("a reader can add")
		}
		w.Go(frame.Route{Screen: frame.Printing})
		for _, b := range frametest.FindAll[*widgets.Button](w.Fyne().Content()) {
			if b.Text == w.Say("printing_screen.save_pdf", nil) && !b.Disabled() {
				t.Error("a reader is offered to save documents")
			}
		}
	})
}

func TestUnreadIsThrownAway(t *testing.T) {
	w, path := frametest.LockedDemo(t, "ort-2021", "ru")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("INSERT INTO pending (graduate, id, body) SELECT id, 'x', x'00' FROM graduate LIMIT 1")
	if closed := db.Close(); err != nil || closed != nil {
		t.Fatal(err, closed)
	}
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	t.Run("F-16 G25 what cannot be read is told, and the head throws it away", func(t *testing.T) {
		frametest.MustSee(t, w, "1 изменение не удалось прочитать")
		frametest.FrontTap(t, w, "Выбросить")
		frametest.MustSee(t, w, "Выброшено")
		events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{Kind: "graduate.dropped"})
		if err != nil || len(events) != 1 || len(events[0].Graduates) != 1 {
			t.Errorf("history %+v, %v", events, err)
		}
	})
}

func TestSpoiltIsTold(t *testing.T) {
	w, path := frametest.LockedDemo(t, "zno-2020", "uk")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("UPDATE graduate SET body = x'00' WHERE id = (SELECT min(id) FROM graduate)")
	if closed := db.Close(); err != nil || closed != nil {
		t.Fatal(err, closed)
	}
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	t.Run("F-05 F-07 what is spoilt is told at the sign-in, and everybody else is there", func(t *testing.T) {
		frametest.MustSee(t, w, "Реєстр пошкоджено", "пошкоджено 1 місце", "запис змінено не цією програмою")
		if n := w.Registrar().Table.Count(); n != 7 {
			t.Errorf("%d graduates", n)
		}
	})
	t.Run("F-15 the head sets it aside in the same place, and nothing is ill", func(t *testing.T) {
		frametest.FrontTap(t, w, "Відкласти пошкоджене…")
		frametest.MustSee(t, w, "Відкласти пошкоджене?")
		frametest.FrontTap(t, w, "Відкласти")
		frametest.MustSee(t, w, "Пошкоджене відкладено")
		if ills, err := w.Registrar().Doctor(frametest.Ctx); err != nil || len(ills) > 0 {
			t.Errorf("left: %v, %v", ills, err)
		}
	})
}

func TestAWrongClockIsTold(t *testing.T) {
	for campaign, behind := range map[string]bool{"ort-2021": true, "zno-2020": false} {
		t.Run("F-07 a clock before the last event, and one behind it: "+campaign, func(t *testing.T) {
			w, _ := frametest.LockedDemo(t, campaign, "uk")
			frametest.SignInAs(t, w, "", registrar.DemoPassword)
			if told := strings.Contains(frametest.Visible(w), "Перевірте годинник"); told != behind {
				t.Fatalf("told %v", told)
			}
			if behind {
				frametest.MustSee(t, w, "показує 24.02.2020 18:00", "10.02.2021 15:00")
			}
		})
	}
}
