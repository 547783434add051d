package printing

import (
	"testing"

	"graduand/data/printer"
	"graduand/ui/frame/frametest"
)

// F-07: a document in the queue is called as the window calls it by then.
func TestAQueuedDocumentIsNamedInTheLanguageOfTheWindow(t *testing.T) {
	w, s, pc := withPrinters(t)
	pc.Begins = []printer.State{{Phase: printer.Stopped}}
	askToPrint(t, w)
	frametest.FrontTap(t, w, "Надрукувати")
	frametest.MustSee(t, w, "Реєстраційні картки, HP LaserJet")
	w.ChangeLanguage("ru")
	s = printOf(w)
	frametest.MustSee(t, w, s.document.Options[0]+", HP LaserJet")
}
