package intake

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/ui/frame/frametest"
)

func TestKitsOfSeveralAreReceived(t *testing.T) {
	w, s, ids := opened(t)
	receivedOf := func() (n int) {
		for _, id := range ids {
			if factsOf(t, w, id).Fact(data.FactKitReceived, "") != nil {
				n++
			}
		}
		return n
	}
	t.Run("UA-053 those who are ticked, on one day, and their receipts wait", func(t *testing.T) {
		if s.several.Visible() {
			t.Error("the button is there before anybody is ticked")
		}
		s.Table.Select(ids[0], ids[1])
		frametest.Tap(t, w, "Прийняти позначені (2)…")
		frametest.MustSee(t, w, "Прийняти комплекти: 2", "перевіряють у кожного окремо")
		frametest.FillIn(t, w, "Коли їх здано", "01.01.2031")
		frametest.FrontTap(t, w, "Прийняти комплекти")
		if receivedOf() > 0 {
			t.Fatal("received on a day that has not come")
		}
		frametest.FillIn(t, w, "Коли їх здано", "")
		frametest.FrontTap(t, w, "Прийняти комплекти")
		frametest.FillIn(t, w, "Коли їх здано", w.Registrar().Today().Dotted())
		frametest.FrontTap(t, w, "Прийняти комплекти")
		r := factsOf(t, w, ids[0])
		frametest.MustSee(t, w, "не все перевірено")
		frametest.MustNotSee(t, w, "не все гаразд")
		if receivedOf() != 2 || r.Fact(data.FactPaper, "card") == nil || r.Fact(data.FactAsked, "card.4") != nil {
			t.Fatalf("%d, %+v", receivedOf(), r.Facts)
		}
		frametest.MustSee(t, w, "Розписки (2)", "здали: 2")
		if s.Table.Marked() > 0 || s.several.Visible() || w.Canvas().Focused() != s.Table.Focusable() {
			t.Errorf("%d are ticked, the keyboard is at %T", s.Table.Marked(), w.Canvas().Focused())
		}
	})
	t.Run("UA-160 looked through, but for the likeness, which is judged one by one", func(t *testing.T) {
		s.Table.Select(ids[:3]...) // two have handed in
		frametest.Tap(t, w, "Прийняти позначені (1)…")
		press(w, fyne.KeyDown)
		frametest.FrontTap(t, w, "Прийняти комплекти")
		if r := factsOf(t, w, ids[2]); receivedOf() != 3 || r.Fact(data.FactAsked, "card.4") == nil || r.Fact(data.FactAsked, "card.5") != nil {
			t.Errorf("%+v", r.Facts)
		}
	})
	t.Run("F-10 one act takes all of them back", func(t *testing.T) {
		w.OnUndo()
		if receivedOf() != 2 {
			t.Errorf("%d are left", receivedOf())
		}
		if w.OnUndo(); receivedOf() != 0 {
			t.Errorf("%d are left", receivedOf())
		}
	})
}

// Receipts of those who are ticked are printed, and those who were just received still wait for theirs.
func TestReceiptsOfThoseWhoAreTicked(t *testing.T) {
	w, s, ids := opened(t)
	s.received = []string{ids[0]}
	s.Table.Select(ids[1], ids[2])
	frametest.MustSee(t, w, "Розписки (2)")
	if s.OnPrint(); !slices.Equal(frametest.Came.Only, ids[1:3]) || !slices.Equal(s.received, ids[:1]) {
		t.Errorf("printed are %v, %v wait", frametest.Came.Only, s.received)
	}
}
