// Package overview is the page that tells how far the school is, what is late and what comes next.
package overview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: how far are we, what is late, what is next? It shows what the desk says and leads
// to where it is done. What it shows changes in its place: a page is built once.
type Screen struct {
	window *frame.Window

	scroll *container.Scroll
	today  *widget.Label
	print  *widgets.Button
	// due, ready and attention are the figures that are seen from afar.
	due, ready, attention *card
	classes               rows[*classRow]
	legend, stages        rows[*smallTile]
	places                rows[*smallTile]
	all                   *widget.Label
	tasks                 rows[*taskRow]
	nothing               *widget.Label
	dues                  rows[*taskRow]
	coming                rows[*taskRow]
	strip                 *widgets.DayStrip
	asked                 frame.Turn
	// left tells of the people, and is not there where there is nobody yet.
	left fyne.CanvasObject
}

// New makes the page of the open registry.
func New(w *frame.Window) *Screen { return &Screen{window: w} }

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	title := widgets.Heading(s.window.Say("screen.overview", nil))
	title.Wrapping = fyne.TextWrapOff
	s.today, s.nothing = widget.NewLabel(""), widgets.Wrapped(s.say("nothing", nil))
	s.today.Importance = widget.LowImportance
	s.print = widgets.NewButton(s.say("print", nil), theme.DocumentPrintIcon(), s.onPrint)
	s.due, s.ready, s.attention = s.newCard(), s.newCard(), s.newCard()
	s.buildRows()
	s.left = s.buildLeft()
	head := container.NewVBox(container.NewHBox(title, container.NewCenter(s.today), layout.NewSpacer(), container.NewCenter(s.print)),
		container.New(&widgets.Thirds{}, s.due.tile, s.ready.tile, s.attention.tile))
	s.print.Disable() // it does not take the keyboard from what comes with the answer
	// What there is to do comes first in the order of Tab.
	s.scroll = container.NewVScroll(widgets.OffTheBar(container.NewPadded(container.New(&columns{}, s.buildSide(), s.left, head))))
	return s.scroll
}

func (s *Screen) buildLeft() fyne.CanvasObject {
	s.all = widgets.Small("")
	return widgets.Panel(container.New(&widgets.Stacked{}, s.heading("classes"), s.classes.box, s.legend.box, widgets.Air(s.window.Scale()),
		s.heading("way"), s.stages.box, widgets.Air(s.window.Scale()), s.heading("places"), s.places.box, s.all))
}

func (s *Screen) buildSide() fyne.CanvasObject {
	s.strip = widgets.NewDayStrip(s.weekdays())
	strip := container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding(), theme.InnerPadding()), s.strip)
	return widgets.Panel(container.New(&widgets.Stacked{}, s.heading("now"), s.nothing, s.tasks.box, widgets.Air(s.window.Scale()),
		s.heading("dues"), s.dues.box, widgets.Air(s.window.Scale()), s.heading("coming"), strip, widgets.Small(s.legendOfDays()), s.coming.box))
}

func (s *Screen) heading(id string) fyne.CanvasObject { return widgets.BoldWords(s.say(id, nil)) }

func (s *Screen) say(id string, args map[string]any) string {
	return s.window.Say("overview."+id, args)
}

// Shown asks how it is now.
func (s *Screen) Shown() { s.ask() }

// Changed asks again, at once only where it is looked at. That a card was printed is told as growth of
// the history alone.
func (s *Screen) Changed(registrar.Signal) {
	if s.window.Shows(s) {
		s.ask()
	}
}

func (s *Screen) ask() {
	r := s.window.Registrar()
	frame.Run(s.window, &s.asked, func(context.Context) (season.Overview, error) { return r.Season.Overview() }, s.onAnswer)
}

func (s *Screen) onAnswer(o season.Overview, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	at := s.place()
	s.showWhom(o.All > 0)
	s.today.SetText(o.Today.Dotted())
	s.showCards(&o)
	s.showClasses(&o)
	s.showWay(&o)
	s.showTasks(&o)
	s.showDays(&o)
	widgets.Arrange(s.scroll)
	s.goOn(at)
	widgets.Enable(s.print, o.All > 0)
}

// showWhom shows what counts people where there are any: of nobody there is nothing to say but what to do.
func (s *Screen) showWhom(any bool) {
	for _, of := range []fyne.CanvasObject{s.ready.tile, s.attention.tile, s.left} {
		widgets.SetHidden(of, !any)
	}
}

// onPrint leads to the document that says what the page says.
func (s *Screen) onPrint() {
	s.window.Go(frame.Route{Screen: frame.Printing, Paper: "overview", Chooses: true})
}

// tiles are those of the page that lead on, in the order of Tab but for the figures seen from afar:
// what there is to do comes before them.
func (s *Screen) tiles() (all []*widgets.Tile) {
	shown := [][]*widgets.Tile{tilesOf(&s.tasks), tilesOf(&s.dues), tilesOf(&s.coming), {s.due.tile}}
	if s.left.Visible() {
		shown = slices.Insert(shown, 3, tilesOf(&s.classes), tilesOf(&s.legend), tilesOf(&s.stages), tilesOf(&s.places))
		shown = append(shown, []*widgets.Tile{s.ready.tile, s.attention.tile})
	}
	for _, of := range shown {
		for _, t := range of {
			if !t.Disabled() {
				all = append(all, t)
			}
		}
	}
	return all
}

// place is which of the tiles has the keyboard, -1 for none.
func (s *Screen) place() int {
	for i, t := range s.tiles() {
		if s.window.Canvas().Focused() == fyne.Focusable(t) {
			return i
		}
	}
	return -1
}

// goOn gives the keyboard to the tile in the same place, and to the first where nothing on the page
// has it: what had it may be shown no more.
func (s *Screen) goOn(at int) {
	all, canvas := s.tiles(), s.window.Canvas()
	if !s.window.Shows(s) || len(s.window.Boxes()) > 0 || len(all) == 0 {
		return
	}
	if next := all[min(max(at, 0), len(all)-1)]; canvas.Focused() != fyne.Focusable(next) && (at >= 0 || canvas.Focused() == nil) {
		canvas.Focus(next)
	}
}

// columns puts the last object as the head over two columns, of which the first object is at the right; it
// has all the width where the other is hidden, and stands over it where both have no room beside each other.
type columns struct{ narrow bool }

// share is that of the left column, gap the air between the parts.
const share = 0.56

// MinSize is as high as the higher column needs at the width there is.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	side, left, head := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	gap, high := 2*theme.Padding(), max(side.Height, left.Height)
	if c.narrow {
		high = side.Height + gap + left.Height
	}
	return fyne.NewSize(max(head.Width, side.Width, left.Width), head.Height+gap+high)
}

// Layout gives the columns all that the head leaves.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := 2 * theme.Padding()
	top := widgets.LayOut(objects[2], fyne.Position{}, size.Width) + gap
	c.narrow = objects[1].Visible() && size.Width < objects[0].MinSize().Width+gap+objects[1].MinSize().Width
	if c.narrow || !objects[1].Visible() {
		top += widgets.LayOut(objects[0], fyne.NewPos(0, top), size.Width) + gap
		widgets.LayOut(objects[1], fyne.NewPos(0, top), size.Width)
		return
	}
	wide, high := (size.Width-gap)*share, max(size.Height-top, 0)
	objects[1].Move(fyne.NewPos(0, top))
	objects[1].Resize(fyne.NewSize(wide, high))
	objects[0].Move(fyne.NewPos(wide+gap, top))
	objects[0].Resize(fyne.NewSize(size.Width-gap-wide, high))
}
