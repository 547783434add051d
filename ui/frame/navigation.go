package frame

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// navigation is the list of screens at the left, under the name of the school.
type navigation struct {
	window *Window
	school *widgets.Shortened
	about  *widgets.Shortened
	// file tells which copy of the registry it is.
	file *widgets.Shortened
	// due is what is to be done until when.
	due    *widget.Label
	items  map[string]*widgets.NavItem
	scroll *container.Scroll
}

func newNavigation(w *Window) *navigation {
	n := &navigation{window: w, items: map[string]*widgets.NavItem{}}
	n.school, n.about, n.file = widgets.NewShortenedBold("", ""), widgets.NewShortened("", theme.SizeNameCaptionText), widgets.NewShortened("", theme.SizeNameCaptionText)
	n.file.Importance = widget.LowImportance
	n.due = widgets.Wrapped("")
	n.due.SizeName = theme.SizeNameCaptionText
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
	words := container.New(layout.NewCustomPaddedVBoxLayout(-1.5*theme.InnerPadding()), n.school, n.about, n.file)
	// Below the pages of the work, where nothing moves when it comes.
	middle := container.New(&widgets.Stacked{}, top, n.due)
	column := container.NewBorder(container.NewVBox(words, widget.NewSeparator()), bottom, nil, nil, middle)
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
	n.school.SetText(inTwoLines(name, n.width()-4*theme.Padding()))
	n.about.SetText(n.window.registrar.Campaign().ShortTitle)
	path := n.window.registrar.Path()
	n.file.Tail = FolderTail(path)
	n.file.SetText(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	n.arrange()
}

// FolderTail tells in which folder a file lies, behind its name: copies on a stick and on the
// PC have one name.
func FolderTail(path string) string { return " · " + filepath.Base(filepath.Dir(path)) }

// arrange gives all of it its place, once it is built.
func (n *navigation) arrange() {
	if n.scroll != nil {
		widgets.Arrange(n.scroll)
	}
}

// inTwoLines breaks bold words once, where a line has no room for more of them; the second
// line is shortened by who shows it.
func inTwoLines(words string, width float32) string {
	all := strings.Fields(words)
	for i := range all {
		first := strings.Join(all[:i+1], " ")
		if i > 0 && fyne.MeasureText(first, theme.Size(theme.SizeNameText), fyne.TextStyle{Bold: true}).Width > width {
			return strings.Join(all[:i], " ") + "\n" + strings.Join(all[i:], " ")
		}
	}
	return words
}

// remind shows what is to be done until when, and how many are not ready.
func (n *navigation) remind(d registrar.Deadline) {
	words := ""
	if d.Date != nil {
		words = n.window.dueWords(d)
	}
	if words != "" && d.Waiting > 0 && !n.window.IsGraduate() {
		words += "\n" + n.window.Say("ui.deadline_waiting", map[string]any{"number": d.Waiting})
		if d.Numberless > 0 {
			words += ", " + n.window.Say("ui.deadline_numberless", map[string]any{"number": d.Numberless})
		}
	}
	n.due.Importance = DueColour(d)
	if d.Date == nil {
		words, n.due.Importance = n.window.unknownWords(d), widget.LowImportance
	}
	n.due.SetText(words)
	n.arrange()
}

// mark shows which page is in front.
func (n *navigation) mark(name string) {
	for other, item := range n.items {
		item.SetCurrent(other == markOf(name))
	}
}

// unknownWords say where the days of the campaign are entered, to who enters them, while none is
// known.
func (w *Window) unknownWords(d registrar.Deadline) string {
	if d.Unknown == 0 || !w.May(registrar.RightSchool) {
		return ""
	}
	return w.Say("ui.deadline_unknown", map[string]any{"settings": w.Say("screen.settings", nil), "calendar": w.Say("settings_screen.calendar", nil)})
}

// remind shows in the navigation what is due next or was missed, and how many are not ready.
func (w *Window) remind() {
	r := w.registrar
	Run(w, &w.reminding, func(context.Context) (registrar.Deadline, error) { return r.Season.Deadline() }, func(d registrar.Deadline, err error) {
		if err == nil && w.Closed() == "" {
			w.navigation.remind(d)
		}
		w.LogFailure("read deadline", err)
	})
}

// dueWords say how far off a day is.
func (w *Window) dueWords(d registrar.Deadline) string {
	said := d.Sentence()
	return w.Say(said.ID, said.Args)
}

// dueSoon is how many days before a deadline it is coloured.
const dueSoon = 3

// DueColour warns before a day, and is red on it and after it.
func DueColour(d registrar.Deadline) widget.Importance {
	switch {
	case d.Days <= 0:
		return widget.DangerImportance
	case d.Days <= dueSoon:
		return widget.WarningImportance
	}
	return widget.LowImportance
}
