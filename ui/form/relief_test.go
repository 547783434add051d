package form

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"graduand/ui/frame/frametest"
)

// F-07, design §11: a complaint goes with its reason. What is wrong is said when a field is left,
// and no longer once the text is good; what is wrong anew waits until the field is left again.
func TestAComplaintGoesAsSoonAsTheTextIsGood(t *testing.T) {
	for _, c := range []struct{ what, campaign, code, bad, good, said string }{
		{"a day that is none", "zno-2020", "birth_date", "31.02.2003", "28.02.2003", "31.02.2003"},
		{"a day that the rules doubt", "zno-2020", "birth_date", "05.03.1931", "05.03.2003", "1931"},
		{"a phone that is refused", "ort-2021", "phone2", "0555 12", "0555 12 34 56", "0555 12"},
		{"an index that the rules refuse", "zno-2020", "postal_index", "3600", "36007", "3600"},
	} {
		t.Run(c.what, func(t *testing.T) {
			w, _ := frametest.WithDemo(t, c.campaign, "uk", 3)
			id := frametest.IdsOf(t, w)[0]
			openForm(w, id)
			formOf(w).goToField(c.code)
			in := formOf(w).sheet.inputs[c.code]
			says := func() bool {
				var words []string
				frametest.Collect(in.Object(), &words)
				return slices.ContainsFunc(words, func(line string) bool { return line != entryIn(in).Text && strings.Contains(line, c.said) })
			}
			write := func(words string) {
				w.Canvas().Focus(in.Focusable())
				entryIn(in).SetText("")
				test.Type(entryIn(in), words)
			}
			write(c.bad)
			if says() {
				t.Error("said in the middle of typing")
			}
			w.Canvas().Unfocus()
			if !says() {
				t.Fatalf("nothing is said of %q in:\n%s", c.bad, frametest.Visible(w))
			}
			before := frametest.Stored(t, w, id, c.code)
			if write(c.good); says() {
				t.Error("it is good, and a complaint stands under it")
			}
			if now := frametest.Stored(t, w, id, c.code); now != before {
				t.Errorf("%q is stored before it is left", now)
			}
			entryIn(in).SetText(c.bad)
			if says() {
				t.Error("a new complaint does not wait until the field is left")
			}
			w.Canvas().Unfocus()
			if !says() {
				t.Error("it was left bad, and nothing is said")
			}
		})
	}
}
