// Package frame is the one window of the program and knows no screen of it: the pages of
// the rooms above it, the ways between them ([Window.Go]), dialogs ([Window.Ask]), work in
// the background ([Run], [RunLong]), words ([Window.Say]), what was typed and is in no
// registry ([Keeper], [Holder]), and the lock. What it calls upwards is handed in when it
// is made ([House]).
//
// # The manner of a screen
//
// A screen is a struct whose fields are the widgets that it touches later and what
// it works with. New makes it, Build assembles its widgets once and reads like a table
// of contents, every callback is a named method onXxx. Shown is called whenever the
// screen comes to the front or its language changed nothing else.
//
// Rows are made off the window's goroutine as plain strings ([Run]), and put into the
// widgets by one swap. A later question makes the answer to an earlier one void
// ([Turn]). Nothing that a key or the cursor asks waits for the registry: what is
// needed at every key is known already ([Window.May]). Screens never ask again and
// again: they are told of changes by signals ([registrar.Signal]).
//
// Long work ([RunLong]) shows its progress after 300 ms and can be cancelled.
//
// Whatever comes later belongs to the sitting in which it was asked: answers of work,
// timers ([Window.After]), chosen files, commands of a menu. Behind a lock, or once somebody
// else has signed in, none of it comes. A lock empties the screen first; no dialog keeps it
// off. What is shown this once ([Once]) is made by [RunHeld], which the lock waits for.
//
// # What goes where
//
//   - A field error stands under its field, in the colour of errors, at once.
//   - The status line says what was done («Saved at 10:42») and what cannot be done
//     here and now without harm. It never asks.
//   - A dialog asks before something that cannot be undone, or shows a failure with
//     what to do next. It lies inside the window; Enter confirms, Esc leaves.
//   - What can be undone is done at once, with «Undo» in the status line.
//
// Words are kept as keys and shown by the catalogue: nothing that was translated is
// ever stored or compared.
package frame

import (
	"image/color"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// onSignal passes a change of the open registry to the screens that exist.
func (w *Window) onSignal(from *registrar.Registrar, s registrar.Signal) {
	if from != w.registrar {
		return
	}
	if s == registrar.NotNoted {
		w.notNoted = true
		return
	}
	w.house.Changed(w, s)
	switch {
	case s == registrar.CampaignChanged:
		// Fields, steps and columns are those of the file.
		w.relearn(w.Anew)
	case s == registrar.SchoolChanged:
		w.relearn(func() {
			w.pass(s)
			w.navigation.refresh()
			w.window.SetTitle(w.title())
		})
	default:
		w.pass(s)
	}
}

func (w *Window) pass(s registrar.Signal) {
	for _, sc := range w.screens {
		sc.Changed(s)
	}
	switch s {
	case registrar.CalendarChanged, registrar.GraduatesChanged:
		w.remind()
	case registrar.HistoryGrew:
		w.sitting.saved = w.Now()
		w.showSaved()
		if w.InFront(Season) {
			w.LookForCopies()
		}
	}
}

// Anew builds everything again as the settings now say. The keyboard stays where it was, in the
// middle of a word too.
func (w *Window) Anew() {
	if !w.open() {
		return
	}
	page := w.current
	// Before what is typed there is saved, which may write it otherwise.
	seat, seated := seatOn(w.pages[w.pageInFront()], w.Canvas().Focused())
	w.rebuildWith(w.keepAll())
	w.Go(Route{Screen: page})
	if !seated {
		return
	}
	// Its fields may come with an answer of the registry.
	w.await(func() {
		if w.InFront(page) {
			seat.sit(w.Canvas(), w.pages[page])
		}
	})
}

// Forget builds the window anew and keeps nothing of what the screens held.
func (w *Window) Forget() {
	if !w.open() {
		return
	}
	current := w.current
	w.acts.last = nil
	w.rebuildWith(nil)
	w.Go(Route{Screen: current})
}

// rebuildWith makes them anew and gives each screen back what it kept.
func (w *Window) rebuildWith(kept map[string]any) {
	w.kept, w.alone = kept, nil
	// What goes need not take the new look before: that was the most of a change of theme.
	w.window.SetContent(container.NewStack())
	w.ApplySettings()
	w.screens, w.pages = map[string]Screen{}, map[string]fyne.CanvasObject{}
	w.line = newStatusLine(w.Scale(), w.who(), w.savedWords(), w.copiedWords(), w.onWhole, w.OnUndoAct, w.Lock)
	w.line.lock.SetText(w.Say("menu.lock", nil) + "  Ctrl+L")
	w.showSaved()
	w.LookForCopies()
	w.line.say(w.acts.said())
	w.showActs()
	w.content = container.NewStack()
	w.room = container.NewScroll(w.content)
	w.navigation = newNavigation(w)
	w.remind()
	statusLine := w.line.build()
	side := container.NewStack(widgets.NewGround(widgets.ColorPanel), w.navigation.build())
	w.setMenu(w.Menu())
	left := container.NewHBox(side, widget.NewSeparator())
	w.pointer, w.top = newPointer(), canvas.NewRectangle(color.Transparent)
	above := w.house.Above(w)
	// What scrolls is beneath what stands beside it, for the mouse too: see [widgets.Ground].
	page := container.New(layout.NewBorderLayout(above, statusLine, left, nil), w.room, statusLine, left)
	if above != nil {
		page.Add(above)
	}
	frame := container.NewStack(page, container.NewVBox(w.top), container.New(w.pointer, w.pointer.line))
	if w.IsGraduate() {
		frame = container.NewBorder(above, container.NewVBox(w.navigation.due, statusLine), nil, nil, w.room)
	}
	w.window.SetContent(widgets.NewWatcher(frame, w.touched))
	w.window.SetTitle(w.title())
}

// title tells schools, and copies of one registry, apart.
func (w *Window) title() string {
	if w.registrar == nil {
		return "Graduand"
	}
	return strings.Join([]string{w.School().Name, w.registrar.Campaign().ShortTitle, filepath.Base(w.registrar.Path()), "Graduand"}, " — ")
}

// ClearStatus takes the last message away, which holds no more.
func (w *Window) ClearStatus() {
	w.acts.last = nil
	w.line.say("")
	w.showActs()
}

// Arrange gives everything on the page its place anew.
func (w *Window) Arrange() { w.content.Refresh() }

// Menu is the main menu.
func (w *Window) Menu() *fyne.MainMenu { return w.house.Menu(w) }

// onWheel gives the wheel that was turned over an entry to the nearest scroller around
// it that can move: a form goes on scrolling when an entry slides under the pointer.
func (w *Window) onWheel(over *widgets.Entry, e *fyne.ScrollEvent) {
	w.ScrollAround(func(o fyne.CanvasObject) bool {
		holder, is := o.(interface{ Inner() *widgets.Entry })
		return is && holder.Inner() == over
	}, e)
}

// ScrollAround gives the wheel to the nearest scroller around an object that can move.
func (w *Window) ScrollAround(it func(fyne.CanvasObject) bool, e *fyne.ScrollEvent) {
	scrollAround(w.front(), it, e)
}

// Reveal scrolls what is around an object until that is seen.
func (w *Window) Reveal(o fyne.CanvasObject) {
	around := scrollersAround(w.front(), func(part fyne.CanvasObject) bool { return part == o }, nil)
	for _, scroll := range slices.Backward(around) {
		widgets.Follow(scroll, o)
	}
}

// onNeighbour is an arrow at a box to tick: the next of the group has the keyboard.
func (w *Window) onNeighbour(step int) {
	group := groupOf(w.front(), w.Canvas().Focused())
	at := slices.Index(group, w.Canvas().Focused())
	if next := at + step; at >= 0 && next >= 0 && next < len(group) {
		w.Canvas().Focus(group[next])
	}
}

// front is what lies uppermost in the window: the content of a dialog, else the page.
func (w *Window) front() fyne.CanvasObject {
	if popup, is := w.Canvas().Overlays().Top().(*widget.PopUp); is {
		return popup.Content
	}
	return w.window.Content()
}

// moveInTable brings the keyboard back to a table: a click beside its rows has taken it away,
// and its current row looks as before.
func (w *Window) moveInTable(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		if table := tableIn(w.pages[w.pageInFront()]); table != nil && w.open() {
			w.Canvas().Focus(table.Focusable())
			table.Focusable().TypedKey(key)
		}
	}
}

// leaveAlone leaves a page that stands alone in the window and can be left, and the help.
func (w *Window) leaveAlone() {
	if w.open() && w.holds == 0 {
		w.BackFromHelp()
	}
	if page, is := w.alone.(interface{ OnLeave() }); is && w.holds == 0 {
		page.OnLeave()
	}
}
