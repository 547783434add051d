package frame

import (
	"strings"

	"fyne.io/fyne/v2"

	"graduand/data"
)

// OnPrint prints those whom the screen in front is about; false where it is about nobody.
func (w *Window) OnPrint() bool {
	p, prints := w.screens[w.current].(Printer)
	if prints {
		p.OnPrint()
	}
	return prints
}

// OnSearch goes to the search of the screen in front; false where it has none.
func (w *Window) OnSearch() bool {
	s, searches := w.screens[w.current].(Searcher)
	if searches {
		s.OnSearch()
	}
	return searches
}

// OnSelectAll ticks every row of the table in front, a second time none.
func (w *Window) OnSelectAll() {
	if table := tableIn(w.pages[w.pageInFront()]); table != nil && !table.Plain {
		table.SelectAll()
		return
	}
	w.Done(w.Say("ui.nothing_to_tick", nil), nil)
}

// CanTickAll says that the page in front has rows that can be ticked.
func (w *Window) CanTickAll() bool {
	table := tableIn(w.pages[w.pageInFront()])
	return table != nil && !table.Plain && table.Count() > 0
}

// NotHere says of the command of an id that it is one of the list of graduates: where that is not in
// front nobody sees whom it would be about.
func (w *Window) NotHere(id string) {
	w.Done(w.Say("ui.not_here", map[string]any{"act": strings.TrimSuffix(w.Say(id, nil), "…"), "screen": w.Say("screen."+Graduates, nil)}), nil)
}

// CopyNumber puts the centre's card number of somebody on the clipboard.
func (w *Window) CopyNumber(g *data.Graduate) {
	number := g.Current().CardNumber
	if number == "" {
		w.Done(w.Say("ui.nothing_to_copy", nil), nil)
		return
	}
	w.CopyForAWhile(number)
	w.Done(w.Say("ui.copied", map[string]any{"value": number}), nil)
}

// OnForm opens the form of the one whom the screen in front is about; false where it is about
// nobody.
func (w *Window) OnForm() bool {
	if f, opens := w.screens[w.current].(Former); opens {
		f.OnForm()
		return true
	}
	graduate, _ := w.Whose()
	if graduate != "" {
		w.Go(Route{Screen: Form, Graduate: graduate})
	}
	return graduate != ""
}

// CanOpenForm says that the screen in front is about somebody whose form it can open.
func (w *Window) CanOpenForm() bool {
	if _, opens := w.screens[w.current].(Former); opens && !w.InFront(Form) {
		return w.canChoose()
	}
	graduate, _ := w.Whose()
	return graduate != "" && !w.InFront(Form)
}

// canChoose says that the page in front has a current row.
func (w *Window) canChoose() bool {
	table := tableIn(w.pages[w.pageInFront()])
	return table != nil && table.Cursor() != ""
}

// GuidesCommand and CropCommand are about the picture that is seen large, on the page or in a
// dialog over it.
func (w *Window) GuidesCommand() *fyne.MenuItem {
	return w.pictureCommand("menu.guides", "U", Pictured.OnGuides)
}

// CropCommand puts the frame of the print over it.
func (w *Window) CropCommand() *fyne.MenuItem {
	return w.pictureCommand("menu.crop", "J", Pictured.OnCrop)
}

func (w *Window) pictureCommand(id, key string, do func(Pictured)) *fyne.MenuItem {
	item := w.Command(id, key, nil)
	item.Action = w.inSitting(func() {
		if p := w.pictureInFront(); p != nil {
			do(p)
			return
		}
		w.Done(w.Say("photo_screen.none_in_front", nil), nil)
	})
	return w.When(item, func() bool { return w.pictureInFront() != nil })
}

// pictureInFront is the picture that is seen large, nil where none is.
func (w *Window) pictureInFront() Pictured {
	if front := w.frontBox(); front != nil {
		return front.Picture
	}
	p, _ := w.screens[w.current].(Pictured)
	return p
}
