package table

import (
	"testing"

	"graduand/ui/frame/frametest"
)

// F-07: what was changed of many is said in the language of the window, the fields too.
func TestBulkIsToldInTheLanguageOfTheWindow(t *testing.T) {
	w, d, _ := bulkStreet(t)
	d.onMore()
	frametest.Choose(d.lines[1].field, "Будинок")
	d.lines[1].entry.SetText("7")
	d.box.Confirm()
	frametest.MustSee(t, w, "Вулиця, Будинок")
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "Street, House")
	frametest.MustNotSee(t, w, "Будинок")
}
