package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/text"
)

// A head whose PC is gone has a backup and the paper key.
func TestRestoreByPaper(t *testing.T) {
	w, files := withHead(t, "uk")
	backup := filepath.Join(t.TempDir(), "school.graduand-backup")
	code, err := w.registrar.NewPaperCode(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.registrar.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	w.onNew()
	const person, phone, password = "Нова Керівниця", "0500777777", "дев’ять сірих вовків співають пісень"
	t.Run("KG-007 the files stay chosen while one goes over to the paper and back", func(t *testing.T) {
		tap(t, w, "Відновити з копії")
		files.open = backup
		tap(t, w, "Вибрати…")
		tap(t, w, "Є лише паперовий ключ")
		mustSee(t, w, "school.graduand-backup", "school-відновлено.graduand", "Код з аркуша")
		mustNotSee(t, w, "Потрібен пароль, який діяв")
		tap(t, w, "Є пароль")
		mustSee(t, w, "Потрібен пароль, який діяв", "school-відновлено.graduand")
		tap(t, w, "Є лише паперовий ключ")
		if len(w.boxes) != 1 {
			t.Errorf("%d dialogs", len(w.boxes))
		}
	})
	t.Run("KG-007 a mistyped group is said at the code, nothing is lost or left", func(t *testing.T) {
		wrong := "D"
		if strings.HasPrefix(code, wrong) {
			wrong = "F"
		}
		typeThrough(w, wrong+code[1:], person, phone, password, password)
		mustSee(t, w, "Групу 1 коду введено з помилкою", "school-відновлено.graduand")
		if w.registrar != nil || isThere(filepath.Join(w.Home, "school-відновлено.graduand")) {
			t.Error("a wrong code left something behind")
		}
	})
	t.Run("KG-007 F-15 the right one opens a new registry and gives the next paper", func(t *testing.T) {
		typeThrough(w, strings.ToLower(code), person, phone, password, password)
		if w.registrar == nil || w.registrar.Me().Name != person || w.registrar.Me().Role != registrar.RoleHead {
			t.Fatalf("not restored:\n%s", visible(w))
		}
		mustSee(t, w, "Відновлено з копії", "Паперовий ключ", "Зберегти аркуш")
		if words := visible(w); strings.Contains(words, code[:len(code)/2]) || w.waits == nil {
			t.Error("there is no next paper")
		}
	})
}

// The longer form fits a small window with large letters: it scrolls.
func TestRestoreByPaperFits(t *testing.T) {
	w, _ := withDemo(t, "ort-2021", "ru", 1)
	w.Settings.Scale = 130
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.Forget()
		w.window.Resize(windowSizes[1])
		w.Go(Route{Screen: screenRestoring, File: ""})
		tap(t, w, w.say("copies.restore_paper", nil))
		look := "restore-paper-" + language + "-130"
		shot(t, w, look)
		for _, overlay := range w.Canvas().Overlays().List() {
			fits(t, look, overlay, w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
		if popup := w.boxes[0].popup; popup.Content.Size().Height > windowSizes[1].Height {
			t.Errorf("%s: %v high", look, popup.Content.Size())
		}
		esc(w)
	}
}
