package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
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
	screenAccesses  = "accesses"
	screenPayments  = "payments"
	screenAccounts  = "accounts"
	screenCopies    = "copies"
	screenOwn       = "own"
	// screenForm is one graduate's form; in the navigation it belongs to the graduates.
	screenForm = "form"
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
	case screenAccesses:
		return newAccessesScreen(w)
	case screenPayments:
		return newPaymentsScreen(w)
	case screenAccounts:
		return newAccountsScreen(w)
	case screenCopies:
		return newCopiesScreen(w)
	case screenForm:
		return newFormScreen(w)
	case screenOwn:
		return newOwnScreen(w)
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
	top := container.NewVBox()
	for _, name := range n.window.workScreens() {
		top.Add(n.item(name))
	}
	bottom := container.NewVBox()
	for _, name := range n.window.houseScreens() {
		bottom.Add(n.item(name))
	}
	n.refresh()
	head := container.NewVBox(n.school, n.about, widget.NewSeparator())
	column := container.NewBorder(head, bottom, nil, nil, container.NewVBox(top, layout.NewSpacer()))
	n.scroll = container.NewVScroll(container.NewPadded(column))
	return container.New(&fixedWidth{width: n.width()}, n.scroll)
}

// width has room for the longest name and no more with large letters: the screens need it.
func (n *navigation) width() float32 {
	widest := float32(0)
	for name := range n.items {
		words := fyne.MeasureText(n.window.say("screen."+name, nil), theme.Size(theme.SizeNameText), fyne.TextStyle{Bold: true})
		widest = max(widest, words.Width)
	}
	return max(leastNavigation, widest+6*theme.Padding()+theme.Size(theme.SizeNameScrollBarSmall))
}

// leastNavigation is the width of the navigation with letters of the usual size.
const leastNavigation = 184

// workScreens are those of the work that the one who signed in may do.
func (w *Window) workScreens() []string {
	screens := []string{screenGraduates}
	if w.registrar.May(registrar.RightRegister) {
		screens = append(screens, screenImport)
	}
	if w.registrar.Campaign().Has(registrar.CapabilityAccesses) && w.registrar.May(registrar.RightAccess) {
		screens = append(screens, screenAccesses)
	}
	if w.registrar.Campaign().Has(registrar.CapabilityPayments) {
		screens = append(screens, screenPayments)
	}
	return append(screens, screenPrint, screenHistory)
}

// houseScreens are those about the registry itself.
func (w *Window) houseScreens() []string {
	screens := []string{screenAccounts}
	if w.registrar.May(registrar.RightBackup) {
		screens = append(screens, screenCopies)
	}
	return append(screens, screenSettings, screenHelp)
}

func (n *navigation) item(name string) fyne.CanvasObject {
	item := widgets.NewNavItem(n.window.say("screen."+name, nil), func() { n.window.show(name) })
	item.OnEnter = func() { follow(n.scroll, item) }
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
	if name == screenForm {
		name = screenGraduates
	}
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
