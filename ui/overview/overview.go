// Package overview is the page that tells how far the school is, what is late and what comes next.
package overview

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: how far are we, what is late, what is next? It shows what the desk says and leads
// to where it is done.
type Screen struct {
	window *frame.Window

	scroll *container.Scroll
	title  *widget.Label
	today  *widget.Label
	// cards, classes, stages and tasks are filled when the answer has come.
	cards, classes, stages, tasks *fyne.Container
	asked                         frame.Turn
}

// New makes the page of the open registry.
func New(w *frame.Window) *Screen { return &Screen{window: w} }

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.window
	s.title, s.today = widgets.Heading(w.Say("screen.overview", nil)), widget.NewLabel("")
	s.title.Wrapping = fyne.TextWrapOff
	s.today.Importance = widget.LowImportance
	s.cards = container.New(&widgets.Thirds{})
	s.classes, s.stages, s.tasks = container.New(&widgets.Stacked{}), container.New(&widgets.Flow{}), container.New(&widgets.Stacked{})
	head := container.NewVBox(container.NewHBox(s.title, container.NewCenter(s.today)), s.cards)
	left := widgets.Panel(container.New(&widgets.Stacked{}, s.heading("classes"), s.classes, widgets.Air(w.Scale()), s.heading("way"), s.stages))
	side := widgets.Panel(container.New(&widgets.Stacked{}, s.heading("now"), s.tasks))
	// What there is to do comes first in the order of Tab.
	page := container.New(&columns{}, head, side, left)
	s.scroll = container.NewVScroll(container.NewPadded(page))
	return s.scroll
}

func (s *Screen) heading(id string) fyne.CanvasObject { return widgets.BoldWords(s.say(id, nil)) }

func (s *Screen) say(id string, args map[string]any) string {
	return s.window.Say("overview."+id, args)
}

// Shown asks how it is now.
func (s *Screen) Shown() { s.ask() }

// Changed asks again, at once only where it is looked at.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal != registrar.HistoryGrew && s.window.InFront(frame.Overview) {
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
	s.today.SetText(o.Today.Dotted())
	s.cards.Objects = s.cardsOf(&o)
	s.classes.Objects = s.classesOf(&o)
	s.stages.Objects = s.stagesOf(&o)
	s.tasks.Objects = s.tasksOf(&o)
	s.scroll.Content.Refresh()
	widgets.Arrange(s.scroll)
	s.goOn(at)
}

// buttons are those of the page that lead on, in the order of Tab.
func (s *Screen) buttons() (all []*widgets.Button) {
	for _, rows := range []*fyne.Container{s.tasks, s.classes} {
		for _, o := range rows.Objects {
			if row, is := o.(*fyne.Container); is {
				all = append(all, buttonsIn(row)...)
			}
		}
	}
	return all
}

func buttonsIn(row *fyne.Container) (all []*widgets.Button) {
	for _, o := range row.Objects {
		switch o := o.(type) {
		case *widgets.Button:
			all = append(all, o)
		case *fyne.Container:
			all = append(all, buttonsIn(o)...)
		}
	}
	return all
}

// place is which of the buttons has the keyboard, -1 for none.
func (s *Screen) place() int {
	for i, b := range s.buttons() {
		if s.window.Canvas().Focused() == fyne.Focusable(b) {
			return i
		}
	}
	return -1
}

// goOn gives the keyboard to the button in the same place, and to the first where nothing on the page
// has it: what had it is shown no more.
func (s *Screen) goOn(at int) {
	all, canvas := s.buttons(), s.window.Canvas()
	if !s.window.InFront(frame.Overview) || len(s.window.Boxes()) > 0 || len(all) == 0 {
		return
	}
	if at >= 0 || canvas.Focused() == nil {
		canvas.Focus(all[min(max(at, 0), len(all)-1)])
	}
}

// columns puts the head over two columns, of which the first object behind it is at the right.
type columns struct{}

// share is that of the left column, gap the air between the parts.
const share = 0.56

// MinSize is as high as the higher column needs at the width there is.
func (*columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	head, side, left := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	gap := theme.Padding()
	return fyne.NewSize(max(head.Width, side.Width+left.Width+2*gap), head.Height+2*gap+max(side.Height, left.Height))
}

// Layout gives the columns all that the head leaves.
func (*columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap, head := 2*theme.Padding(), objects[0].MinSize().Height
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, head))
	top, wide := head+gap, (size.Width-gap)*share
	high := max(size.Height-top, 0)
	objects[2].Move(fyne.NewPos(0, top))
	objects[2].Resize(fyne.NewSize(wide, high))
	objects[1].Move(fyne.NewPos(wide+gap, top))
	objects[1].Resize(fyne.NewSize(size.Width-gap-wide, high))
}
