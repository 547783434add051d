package field

import "graduand/ui/widgets"

// tools are buttons with icons, which have words where there is room for those: where there is not,
// the picture that they are for would have none.
type tools struct {
	words map[*widgets.TabbedButton]string
	short bool
}

// name gives a button its words.
func (t *tools) name(b *widgets.TabbedButton, words string) {
	if t.words == nil {
		t.words = map[*widgets.TabbedButton]string{}
	}
	t.words[b] = words
	t.show(b)
}

func (t *tools) show(b *widgets.TabbedButton) {
	words := t.words[b]
	if t.short {
		words = ""
	}
	if b.Text != words {
		b.SetText(words)
	}
}

// shorten leaves the words away, or puts them back.
func (t *tools) shorten(is bool) {
	t.short = is
	for b := range t.words {
		t.show(b)
	}
}
