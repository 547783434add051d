package frame

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Fyne keeps room for a tick only in a menu that has one when it is set: a tick that comes later, as that
// of the first page after the sign-in, lay over the words.
func TestATickThatComesSetsTheMenuAnew(t *testing.T) {
	ticked := false
	item := fyne.NewMenuItem("Photos", nil)
	m := liveMenu{item: {checked: func() bool { return ticked }}}
	for _, step := range []struct {
		what         string
		ticked, anew bool
	}{{"no tick", false, false}, {"it comes", true, true}, {"it stays", true, false}, {"it goes", false, false}} {
		ticked = step.ticked
		if anew := m.follow(); anew != step.anew || item.Checked != step.ticked {
			t.Errorf("%s: set anew %v, ticked %v", step.what, anew, item.Checked)
		}
	}
}
