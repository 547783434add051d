package access

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/ui/frame/frametest"
)

// KG-034: who is marked stays marked after each act, so that the next one is for the same people;
// where nobody is marked it is for the current row.
func TestMarksStayWithWhoWasMeant(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	s := accessesOf(w)
	marked := func(act string) {
		t.Helper()
		if got := s.Table.Marked(); got != 2 {
			t.Errorf("%s: %d are marked", act, got)
		}
	}
	mark(s, 0, 1)
	third := s.listed[2].graduate.ID
	s.Table.MoveTo(third + "/")
	frametest.Tap(t, w, "Создать доступ выпускнику")
	marked("made")
	if s.remove.Disabled() || s.handOver.Disabled() {
		t.Error("nothing can be done with what was made")
	}
	frametest.Tap(t, w, "Удалить доступ…")
	frametest.Tap(t, w, "Удалить")
	marked("removed")
	frametest.Tap(t, w, "Создать доступ выпускнику")
	frametest.Tap(t, w, "Выдан…")
	frametest.Confirm(w)
	marked("handed over")
	frametest.MustSee(t, w, "доступов 2, выдано 2", "отмечено 2 · ")
	if !s.remove.Disabled() {
		t.Error("what was handed over can be removed")
	}
	s.Table.Select()
	frametest.Tap(t, w, "Создать доступ выпускнику")
	frametest.Tap(t, w, "Только этому")
	if s.Table.Marked() != 0 || s.Table.Cursor() != third+"/graduand" || s.remove.Disabled() {
		t.Errorf("%d marked, current %s, remove %v", s.Table.Marked(), s.Table.Cursor(), !s.remove.Disabled())
	}
}

// The mark of an access that is gone does not go to another one of the same graduate.
func TestMarkIsOfOneAccess(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 2)
	s := accessesOf(w)
	g := s.listed[0].graduate
	if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{g.ID}, nil); err != nil {
		t.Fatal(err)
	}
	files.ToOpen = filepath.Join(t.TempDir(), "centre.csv")
	if err := os.WriteFile(files.ToOpen, []byte("Логин;ФИО;Пароль\n"+g.Phone+";"+g.FullName()+";sEcret1"), 0o600); err != nil {
		t.Fatal(err)
	}
	frametest.Tap(t, w, "Доступы с сайта центра…")
	frametest.Tap(t, w, "Взять: 1")
	s.Table.Select(g.ID + "/graduand")
	frametest.Tap(t, w, "Удалить доступ…")
	frametest.Tap(t, w, "Удалить")
	if s.Table.Marked() != 0 {
		t.Errorf("marked: %v", s.Table.Selected())
	}
}

// KG-034: what was made can be taken back until one of it is handed over or removed; then it is
// not offered any more, and what was done before is.
func TestMadeAccessesEndToBeTakenBack(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	s := accessesOf(w)
	mark(s, 0)
	frametest.Tap(t, w, "Создать доступ выпускнику")
	s.Table.Select(s.listed[1].key(), s.listed[2].key())
	frametest.Tap(t, w, "Создать доступ выпускнику")
	s.Table.Select(s.listed[1].key())
	frametest.Tap(t, w, "Выдан…")
	frametest.Confirm(w)
	frametest.MustSee(t, w, "Отмечен выданным 1 доступ.")
	w.OnUndoAct()
	frametest.MustSee(t, w, "Снята отметка «выдан»", "Вернуть «Создан 1 доступ»")
	frametest.MustNotSee(t, w, "Создано 2 доступа")
	w.OnUndoAct()
	frametest.MustSee(t, w, "Удалён 1 доступ. "+s.listed[0].graduate.FullName())
	s.Table.Select(s.listed[0].key())
	frametest.Tap(t, w, "Создать доступ выпускнику")
	frametest.Tap(t, w, "Удалить доступ…")
	frametest.Tap(t, w, "Удалить")
	frametest.MustNotSee(t, w, "Вернуть «Создан")
}
