package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// verdictLine is an icon with what is said of a picture.
type verdictLine struct {
	icon  *widget.Icon
	words *widget.Label
	whole *fyne.Container
	// there says that something is said, aside that it stands elsewhere.
	there, aside bool
}

func newVerdictLine() *verdictLine {
	l := &verdictLine{icon: widget.NewIcon(nil), words: widgets.Small("")}
	l.whole = container.New(&widgets.Beside{}, container.NewPadded(l.icon), l.words)
	l.whole.Hide()
	return l
}

func (l *verdictLine) show(v verdict) {
	l.icon.SetResource(theme.NewColoredResource(v.icon, v.colour))
	widgets.SetWords(l.words, v.words)
	l.there = true
	widgets.SetHidden(l.whole, l.aside)
}

func (l *verdictLine) hide() {
	l.there = false
	widgets.SetHidden(l.whole, true)
}

// standAside says whether the same stands elsewhere in sight.
func (l *verdictLine) standAside(aside bool) {
	l.aside = aside
	widgets.SetHidden(l.whole, aside || !l.there)
}
