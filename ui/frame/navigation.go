package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// navigation is the list of screens at the left, under the name of the school.
type navigation struct {
	window *Window
	school *widget.Label
	about  *widget.Label
	items  map[string]*widgets.NavItem
	scroll *container.Scroll
}

func newNavigation(w *Window) *navigation {
	n := &navigation{window: w, items: map[string]*widgets.NavItem{}}
	n.school = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	n.school.Wrapping = fyne.TextWrapWord
	n.about = widget.NewLabel("")
	n.about.SizeName = theme.SizeNameCaptionText
	return n
}

func (n *navigation) build() fyne.CanvasObject {
	top, bottom := container.NewVBox(), container.NewVBox()
	for _, name := range n.window.Listed(false) {
		top.Add(n.item(name))
	}
	for _, name := range n.window.Listed(true) {
		bottom.Add(n.item(name))
	}
	n.refresh()
	head := container.NewVBox(n.school, n.about, widget.NewSeparator())
	column := container.NewBorder(head, bottom, nil, nil, container.NewVBox(top, layout.NewSpacer()))
	n.scroll = container.NewVScroll(container.NewPadded(column))
	return container.New(&widgets.FixedWidth{Width: n.width()}, n.scroll)
}

// width has room for the longest name and no more with large letters: the screens need it.
func (n *navigation) width() float32 {
	widest := float32(0)
	for name := range n.items {
		words := fyne.MeasureText(n.window.Say("screen."+name, nil), theme.Size(theme.SizeNameText), fyne.TextStyle{Bold: true})
		widest = max(widest, words.Width)
	}
	return max(leastNavigation, widest+6*theme.Padding()+theme.Size(theme.SizeNameScrollBarSmall))
}

// leastNavigation is the width of the navigation with letters of the usual size.
const leastNavigation = 184

func (n *navigation) item(name string) fyne.CanvasObject {
	item := widgets.NewNavItem(n.window.Say("screen."+name, nil), func() { n.window.Go(Route{Screen: name}) })
	item.OnEnter = func() { widgets.Follow(n.scroll, item) }
	n.items[name] = item
	return item
}

// refresh shows the school anew.
func (n *navigation) refresh() {
	school := n.window.School()
	name := school.ShortName
	if name == "" {
		name = school.Name
	}
	n.school.SetText(name)
	n.about.SetText(n.window.registrar.Campaign().ShortTitle)
}

// mark shows which page is in front.
func (n *navigation) mark(name string) {
	for other, item := range n.items {
		item.SetCurrent(other == markOf(name))
	}
}
