package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// Names of the screens; "screen."+name is the word in the navigation list.
const (
	screenGraduates = "graduates"
	screenImport    = "import"
	screenPrint     = "print"
	screenHistory   = "history"
	screenSettings  = "settings"
	screenHelp      = "help"
)

// newScreen makes a screen by its name.
func (w *Window) newScreen(name string) screen {
	switch name {
	case screenImport:
		return newImportScreen(w)
	case screenPrint:
		return newPrintScreen(w)
	case screenHistory:
		return newHistoryScreen(w)
	case screenSettings:
		return newSettingsScreen(w)
	case screenHelp:
		return newHelpScreen(w)
	}
	return newGraduatesScreen(w)
}

// navigation is the list of screens at the left, under the name of the school.
type navigation struct {
	window *Window
	school *widget.Label
	about  *widget.Label
	items  map[string]*widgets.NavItem
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
	top := container.NewVBox()
	for _, name := range []string{screenGraduates, screenImport, screenPrint, screenHistory} {
		top.Add(n.item(name))
	}
	bottom := container.NewVBox(n.item(screenSettings), n.item(screenHelp))
	n.refresh()
	head := container.NewVBox(n.school, n.about, widget.NewSeparator())
	column := container.NewBorder(head, bottom, nil, nil, container.NewVBox(top, layout.NewSpacer()))
	return container.New(&fixedWidth{width: 184 * n.window.scale()}, container.NewPadded(column))
}

func (n *navigation) item(name string) fyne.CanvasObject {
	item := widgets.NewNavItem(n.window.say("screen."+name, nil), func() { n.window.show(name) })
	n.items[name] = item
	return item
}

// refresh shows the school anew.
func (n *navigation) refresh() {
	school := n.window.registrar.School()
	name := school.ShortName
	if name == "" {
		name = school.Name
	}
	n.school.SetText(name)
	n.about.SetText(n.window.registrar.Campaign().ShortTitle)
}

// mark shows which screen is in front.
func (n *navigation) mark(name string) {
	for other, item := range n.items {
		item.SetCurrent(other == name)
	}
}

// fixedWidth gives its one object a width and all the height.
type fixedWidth struct{ width float32 }

// MinSize is the fixed width.
func (f *fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, objects[0].MinSize().Height)
}

// Layout gives the object all there is.
func (f *fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.Position{})
}
