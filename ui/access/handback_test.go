package access

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// givingAccess is the screen with two accesses, the first row chosen.
func givingAccess(t *testing.T) (*frame.Window, *Screen, frametest.Hands) {
	t.Helper()
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	if _, err := w.Registrar().Access.Create(frametest.Ctx, frametest.IdsOf(t, w)[:2], nil); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Access})
	s := accessScreenOf(w)
	s.Table.MoveTo(s.Table.Rows()[0].Key)
	return w, s, frametest.Hands{T: t, W: w}
}

// KG-013, KG-015: Enter in the day goes on to the remark and to whom it was given, and confirms behind
// the last of them.
func TestAHandOverAsksDayRemarkAndWhom(t *testing.T) {
	w, s, h := givingAccess(t)
	id := s.listed[0].graduate.ID
	frametest.Tap(t, w, "Выдан…")
	frametest.MustSee(t, w, "Кому отдаёте", "если пусто — выпускник")
	h.Press(fyne.KeyReturn)
	if len(w.Boxes()) != 1 || frametest.GraduateOf(t, w, id).Access(data.DoorOwn).HandedOver != nil {
		t.Fatal("Enter in the day has noted it before anything else could be said")
	}
	h.Write("журнал № 12")
	h.Press(fyne.KeyReturn)
	h.Write("мать")
	h.Press(fyne.KeyReturn)
	events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{Kind: registrar.EventHandedOver, Graduate: id})
	if err != nil || len(events) != 1 || events[0].To != "мать" || len(w.Boxes()) != 0 {
		t.Errorf("%+v, %v", events, err)
	}
}

// A hand-over that was noted by a slip of the hand is taken back, at once or later.
func TestAHandOverIsTakenBack(t *testing.T) {
	w, s, _ := givingAccess(t)
	g := s.listed[0].graduate
	mode := g.Mode
	own := func() *data.Access { return frametest.GraduateOf(t, w, g.ID).Access(data.DoorOwn) }
	give := func() {
		frametest.Tap(t, w, "Выдан…")
		frametest.FrontTap(t, w, "Отметить выданным")
		if own().HandedOver == nil {
			t.Fatal("it is not noted")
		}
	}
	give()
	t.Run("by Ctrl+Z", func(t *testing.T) {
		w.OnUndo()
		if own().HandedOver != nil || frametest.GraduateOf(t, w, g.ID).Mode != mode {
			t.Errorf("%+v, filled by %s", own(), frametest.GraduateOf(t, w, g.ID).Mode)
		}
		frametest.MustSee(t, w, "Снята отметка «выдан»: "+g.FullName(), "не выдан", "пароль только на напечатанной карточке")
	})
	t.Run("by the button, which names whom", func(t *testing.T) {
		give()
		frametest.Tap(t, w, "Не выдан…")
		frametest.MustSee(t, w, g.FullName(), "Пароля программа уже не знает")
		frametest.FrontTap(t, w, "Снять отметку")
		if own().HandedOver != nil || len(w.Boxes()) != 0 {
			t.Errorf("%+v", own())
		}
	})
	t.Run("and by Ctrl+Z not once more", func(t *testing.T) {
		w.Canvas().Unfocus()
		w.OnUndo()
		if w.OnUndo(); len(w.Boxes()) != 0 {
			t.Errorf("%s", frametest.Visible(w))
		}
	})
	t.Run("a slip has no password of it", func(t *testing.T) {
		if readable, gone := passwordsOfAll([]*data.Graduate{frametest.GraduateOf(t, w, g.ID)}); readable != 0 || gone != 1 {
			t.Errorf("%d readable, %d gone", readable, gone)
		}
	})
	t.Run("nor after the password was changed, which nobody has got", func(t *testing.T) {
		give()
		frametest.Tap(t, w, "Изменить пароль")
		frametest.TypeFocused(w, "карточку потеряли")
		frametest.FrontTap(t, w, "Изменить пароль")
		frametest.Esc(w)
		w.Canvas().Unfocus()
		w.OnUndo()
		if w.OnUndo(); len(w.Boxes()) != 0 {
			t.Errorf("%s", frametest.Visible(w))
		}
	})
}
