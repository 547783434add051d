package printing

import (
	"bytes"
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// F-20: an entry of the history leads to the very document of then, which is saved and printed; back
// leads to what would be printed now.
func TestPrintShowsWhatWasPrintedBefore(t *testing.T) {
	w, s, pc := withPrinters(t)
	path := filepath.Join(t.TempDir(), "cards.pdf")
	if _, err := w.Registrar().Printing.Save(frametest.Ctx, path, printing.Job{Document: printing.Card, Only: frametest.IdsOf(t, w)[:2]}); err != nil {
		t.Fatal(err)
	}
	then := desktest.MustRead(t, path)
	events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{Kind: registrar.EventPrinted})
	if err != nil {
		t.Fatal(err)
	}
	entry := events[len(events)-1].Seq
	frametest.ChangeField(t, w, frametest.IdsOf(t, w)[0], "surname", "Інша")
	w.Go(frame.Route{Screen: frame.History})
	w.Go(frame.Route{Screen: frame.Printing, Paper: printing.Card, Again: entry})
	frametest.MustSee(t, w, "«Реєстраційні картки» такий, як", "1 з 2", "До теперішніх даних")
	frametest.MustNotSee(t, w, "Про кого", "Усі стани", "Перевірено…")
	if lies := frametest.Overlaps(s.scroll); len(lies) > 0 {
		t.Error(lies)
	}
	t.Run("on a printer", func(t *testing.T) {
		askToPrint(t, w)
		frametest.FrontTap(t, w, "Надрукувати")
		if !bytes.Equal(pc.Jobs()[0].Pages, then) {
			t.Error("other pages were printed")
		}
	})
	t.Run("through another language", func(t *testing.T) {
		w.ChangeLanguage("en")
		frametest.MustSee(t, w, "Back to the present data")
		w.ChangeLanguage("uk")
		s = printOf(w)
		s.system = pc
	})
	t.Run("and back", func(t *testing.T) {
		frametest.Tap(t, w, "До теперішніх даних")
		frametest.MustSee(t, w, "Про кого", "Усі випускники (6)", "1 з 6")
		frametest.MustNotSee(t, w, "До теперішніх даних")
	})
	t.Run("who goes elsewhere and comes back sees the present", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Printing, Paper: printing.Card, Again: entry})
		frametest.MustSee(t, w, "До теперішніх даних")
		w.Go(frame.Route{Screen: frame.History})
		w.Go(frame.Route{Screen: frame.Printing})
		frametest.MustNotSee(t, w, "До теперішніх даних")
	})
}
