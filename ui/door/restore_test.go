package door

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// A head whose PC is gone has a backup and the paper key.
func TestRestoreByPaper(t *testing.T) {
	w, files := frametest.WithHead(t, "uk")
	backup := filepath.Join(t.TempDir(), "school.graduand-backup")
	code, err := w.Registrar().NewPaperCode(frametest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Registrar().Backup(frametest.Ctx, backup); err != nil {
		t.Fatal(err)
	}
	w.OnNew()
	const person, phone, password = "Нова Керівниця", "0500777777", "дев’ять сірих вовків співають пісень"
	t.Run("KG-007 the files stay chosen while one goes over to the paper and back", func(t *testing.T) {
		frametest.Tap(t, w, "Відновити з копії")
		files.ToOpen = backup
		frametest.Tap(t, w, "Вибрати…")
		frametest.Tap(t, w, "Є лише паперовий ключ")
		frametest.MustSee(t, w, "school.graduand-backup", "school-відновлено.graduand", "Код з аркуша")
		frametest.MustNotSee(t, w, "Потрібен пароль, який діяв")
		frametest.Tap(t, w, "Є пароль")
		frametest.MustSee(t, w, "Потрібен пароль, який діяв", "school-відновлено.graduand")
		frametest.Tap(t, w, "Є лише паперовий ключ")
		if len(w.Boxes()) != 1 {
			t.Errorf("%d dialogs", len(w.Boxes()))
		}
	})
	t.Run("KG-007 a mistyped group is said at the code, nothing is lost or left", func(t *testing.T) {
		wrong := "D"
		if strings.HasPrefix(code, wrong) {
			wrong = "F"
		}
		frametest.TypeThrough(w, wrong+code[1:], person, phone, password, password)
		frametest.MustSee(t, w, "Групу 1 коду введено з помилкою", "school-відновлено.graduand")
		if w.Registrar() != nil || frametest.IsThere(filepath.Join(w.Home, "school-відновлено.graduand")) {
			t.Error("a wrong code left something behind")
		}
	})
	t.Run("KG-007 F-15 the right one opens a new registry and gives the next paper", func(t *testing.T) {
		frametest.TypeThrough(w, strings.ToLower(code), person, phone, password, password)
		if w.Registrar() == nil || w.Registrar().Me().Name != person || w.Registrar().Me().Role != registrar.RoleHead {
			t.Fatalf("not restored:\n%s", frametest.Visible(w))
		}
		frametest.MustSee(t, w, "Відновлено з копії", "Паперовий ключ", "Зберегти аркуш")
		if words := frametest.Visible(w); strings.Contains(words, code[:len(code)/2]) {
			t.Error("there is no next paper")
		}
	})
}

// The longer form fits a small window with large letters: it scrolls.
func TestRestoreByPaperFits(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	w.Settings.Scale = 130
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.Forget()
		w.Fyne().Resize(frametest.WindowSizes[1])
		w.Go(frame.Route{Screen: frame.Restoring, File: ""})
		frametest.Tap(t, w, w.Say("season_screen.restore_paper", nil))
		look := "restore-paper-" + language + "-130"
		frametest.Shot(t, w, look)
		for _, overlay := range w.Canvas().Overlays().List() {
			frametest.Fits(t, look, overlay, w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
		if box := w.Boxes()[0]; box.Content().Size().Height > frametest.WindowSizes[1].Height {
			t.Errorf("%s: %v high", look, box.Content().Size())
		}
		frametest.Esc(w)
	}
}

func TestRestoreOfASpoiltCopy(t *testing.T) {
	w, files := frametest.WithHead(t, "uk")
	for _, surname := range []string{"Сорока", "Бойко", "Ткач"} {
		if _, err := w.Registrar().Table.Add(frametest.Ctx, []registrar.Assign{{Field: "surname", Value: surname}}, false); err != nil {
			t.Fatal(err)
		}
	}
	backup := filepath.Join(t.TempDir(), "school.graduand-backup")
	if _, err := w.Registrar().Backup(frametest.Ctx, backup); err != nil {
		t.Fatal(err)
	}
	count := w.Registrar().Table.Count()
	db, err := sql.Open("sqlite", backup)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE graduate SET body = x'00' WHERE id = (SELECT min(id) FROM graduate)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	w.OnNew()
	t.Run("F-15 what is sound of a spoilt copy is restored when the person wants it so", func(t *testing.T) {
		frametest.Tap(t, w, "Відновити з копії")
		files.ToOpen = backup
		frametest.Tap(t, w, "Вибрати…")
		frametest.FillIn(t, w, "Телефон", "0500000004")
		frametest.FillIn(t, w, "Пароль", frametest.HeadPassword)
		frametest.Tap(t, w, "Відновити")
		frametest.MustSee(t, w, "Відновити те, що ціле?")
		frametest.Tap(t, w, "Відновити ціле")
		if r := w.Registrar(); r == nil || r.Table.Count() != count-1 {
			t.Fatalf("not restored:\n%s", frametest.Visible(w))
		}
	})
}

func TestRestore(t *testing.T) {
	w, files := frametest.WithHead(t, "uk")
	backup := filepath.Join(t.TempDir(), "school-2020-02-24.graduand-backup")
	if _, err := w.Registrar().Backup(frametest.Ctx, backup); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	old := w.Registrar().Path()
	w.OnNew()
	t.Run("F-15 the welcome page asks for the copy and proposes a new file", func(t *testing.T) {
		frametest.Tap(t, w, "Відновити з копії")
		frametest.Tap(t, w, "Відновити")
		frametest.MustSee(t, w, "Виберіть файл копії.", "Введіть пароль.")
		files.ToOpen = backup
		frametest.Tap(t, w, "Вибрати…")
		frametest.MustSee(t, w, "school-2020-02-24-відновлено.graduand")
	})
	t.Run("F-15 an existing registry is not written over", func(t *testing.T) {
		f := newRestoreForm(w)
		files.ToSave = strings.TrimSuffix(old, ".graduand")
		f.onFresh()
		if f.fresh.Path != old {
			t.Errorf("chosen %q", f.fresh.Path)
		}
		_, err := registrar.Restore(frametest.Ctx, backup, f.fresh.Path, registrar.SignIn{}, false, registrar.Options{})
		f.refuse(err)
		if !f.fresh.Field.Faulty() || len(w.Boxes()) != 1 {
			t.Error("nobody is told")
		}
	})
	t.Run("F-15 a wrong password is said in the dialog, nothing is lost", func(t *testing.T) {
		frametest.FillIn(t, w, "Телефон", "0500000004")
		frametest.FillIn(t, w, "Пароль", "не той пароль")
		frametest.Tap(t, w, "Відновити")
		frametest.MustSee(t, w, "Неправильний телефон або пароль", "school-2020-02-24-відновлено.graduand")
		if said := frame.OneLine(frametest.Visible(w)); !strings.Contains(said, "натисніть «Є лише паперовий ключ».") {
			t.Errorf("the way is told as if from elsewhere: %s", said)
		}
		if fyne.CanvasObject(w.Canvas().Focused().(*widgets.Entry)) != frametest.FieldBelow(w.Boxes()[0].Content(), "Пароль") {
			t.Error("the password cannot be typed again at once")
		}
		if w.Registrar() != nil || frametest.IsThere(filepath.Join(w.Home, "school-2020-02-24-відновлено.graduand")) {
			t.Error("a wrong password left something behind")
		}
	})
	t.Run("F-15 the right password opens a new registry; the copy is only read", func(t *testing.T) {
		frametest.FillIn(t, w, "Пароль", frametest.HeadPassword)
		frametest.Tap(t, w, "Відновити")
		if w.Registrar() == nil || w.Registrar().Path() != filepath.Join(w.Home, "school-2020-02-24-відновлено.graduand") {
			t.Fatalf("not restored:\n%s", frametest.Visible(w))
		}
		after, err := os.ReadFile(backup)
		if err != nil || !bytes.Equal(before, after) {
			t.Error("the copy was changed")
		}
		frametest.MustSee(t, w, "Відновлено з копії", "Випускники")
		if len(w.Boxes()) > 0 {
			t.Error("the dialog is left")
		}
	})
}

// The dialogs with the paper key have all their fields in sight, those that are refused too,
// and no bar beside them while the window has room.
func TestPaperKeyNeedsNoScrolling(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.ApplySettings()
		theSignIn(w).show()
		w.Fyne().Resize(frametest.WindowSizes[0])
		for _, c := range []struct{ look, press, refused string }{{"paper", "signin.paper", "signin.paper_open"}, {"restore", "season_screen.restore_paper", "season_screen.restore_yes"}} {
			if c.look == "paper" {
				frametest.Tap(t, w, w.Say("signin.forgotten", nil))
			} else {
				w.Go(frame.Route{Screen: frame.Restoring})
			}
			frametest.Tap(t, w, w.Say(c.press, nil))
			for _, state := range []string{"", "-refused"} {
				scroll := frametest.FindAll[*container.Scroll](w.Boxes()[0].Content())[0]
				frametest.Shot(t, w, "door-"+c.look+"-"+language+state)
				if scroll.Size().Height < scroll.Content.MinSize().Height {
					t.Errorf("%s%s in %s: %.0f of %.0f are seen", c.look, state, language, scroll.Size().Height, scroll.Content.MinSize().Height)
				}
				frametest.FrontTap(t, w, w.Say(c.refused, nil))
			}
			frametest.Esc(w)
		}
	}
}

// Who restores while signed in types the password alone; who has not signed in is nobody yet.
func TestRestoringProposesThePhoneOfWhoSitsHere(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	f := newRestoreForm(w)
	if want := registrar.FormatPhone(w.Me().Phone); want == "" || f.phoneIn.Text != want {
		t.Errorf("proposed is %q, want %q", f.phoneIn.Text, want)
	}
	f.show()
	f.setBackup(filepath.Join(t.TempDir(), "school.graduand-backup"))
	if w.Canvas().Focused() != fyne.Focusable(f.secret) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	w.OnNew()
	if f = newRestoreForm(w); f.phoneIn.Text != "" {
		t.Errorf("proposed to nobody is %q", f.phoneIn.Text)
	}
}
