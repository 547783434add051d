// Package post is what goes into which envelope, what is sent, and where it is: the lists of the
// school, its packages, and the letters of those who go their own way.
package post

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/post"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: what goes into which envelope, what is sent, and where is it? One table shows the
// lists, the packages or the letters, and the panel beside it what the current one is and what can be
// done with it.
type Screen struct {
	window *frame.Window

	kinds  *widgets.OneOf
	search *widgets.Entry
	table  *widgets.Table
	empty  *frame.Empty
	add    *widgets.Button
	panel  *fyne.Container
	scroll *container.Scroll
	// main is what Enter and Ctrl+S do with the current row, nil for nothing.
	main func()

	// kind is the place of what is shown, of kinds.
	kind  int
	known answer
	// wanted is whom a route was about, "" for nobody.
	wanted string
	// at is the current row of each kind.
	at             [letters + 1]string
	asked          frame.Turn
	seeking, doing frame.Turn
}

// The kinds of what the table shows, in their order.
const (
	lists = iota
	packages
	letters
)

// answer is what a question to the registry gives.
type answer struct {
	lists    []post.ListRow
	packages []post.PackageRow
	own      []post.OwnRow
}

// New makes the screen of the open registry.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w, search: widgets.NewSearch(w.Say("post_screen.search", nil)), empty: frame.NewEmpty(w)}
	s.kinds = widgets.NewOneOfRow(s.onKind)
	s.table = widgets.NewTable(listListing(w).Columns())
	s.table.Plain = true
	s.table.OnCursor = func(key string) { s.onRow(key) }
	s.table.OnOpened = func(string) { s.MainAction() }
	s.search.OnSubmitted = func(string) { s.onSought() }
	s.search.OnEscape = s.onSearchLeft
	s.add = widgets.NewButton("", theme.ContentAddIcon(), s.onAdd)
	return s
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.window
	s.offerKinds()
	title := widgets.Heading(w.Say("screen."+frame.Post, nil))
	title.Wrapping = fyne.TextWrapOff
	head := widgets.SearchHead(s.search, 300*w.Scale(), title)
	bar := container.NewBorder(nil, nil, nil, s.add, s.kinds)
	s.panel = container.New(&widgets.Stacked{})
	s.scroll = container.NewVScroll(widgets.OffTheBar(s.panel))
	list := container.NewStack(s.table, s.empty.Object)
	split := container.New(&widgets.Halves{}, list, widgets.Panel(s.scroll))
	w.KeepLook("post_screen", s.table)
	// The order of the objects is the order of Tab.
	return container.NewPadded(container.NewBorder(container.NewVBox(head, bar, w.LookingLine(registrar.RightRegister)), nil, nil, nil, split))
}

// offerKinds offers what the campaign has.
func (s *Screen) offerKinds() {
	w := s.window
	kinds := []widgets.Option{{Title: w.Say("post_screen.lists", nil)}}
	if s.posts() {
		kinds = append(kinds, widgets.Option{Title: w.Say("post_screen.packages", nil)}, widgets.Option{Title: w.Say("post_screen.letters", nil)})
	}
	s.kinds.Offer(kinds...)
	s.kinds.Set(s.kind)
}

// posts says that the campaign sends packages by post.
func (s *Screen) posts() bool { return s.window.Registrar().Campaign().Has(registrar.CapabilityPost) }

// may says that the one who signed in works with lists.
func (s *Screen) may() bool { return s.window.May(registrar.RightRegister) }

// Shown asks the registry anew and puts the keyboard into the table.
func (s *Screen) Shown() {
	s.ask()
	s.focusTable()
}

// Changed asks the registry again when graduates have changed.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged || signal == registrar.SchoolChanged {
		s.ask()
	}
}

func (s *Screen) focusTable() { s.window.Canvas().Focus(s.table.Focusable()) }

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	r, posts := s.window.Registrar(), s.posts()
	frame.Run(s.window, &s.asked, func(context.Context) (a answer, err error) {
		if a.lists, err = r.Post.Lists(); err != nil || !posts {
			return a, err
		}
		if a.packages, err = r.Post.Packages(); err == nil {
			a.own, err = r.Post.Own(registrar.Filter{})
		}
		return a, err
	}, s.onLoaded)
}

func (s *Screen) onLoaded(a answer, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.known = a
	s.lead()
	s.show()
}

// show fills the table with what is chosen above it, and the panel with its current row.
func (s *Screen) show() {
	w := s.window
	columns, rows := s.rows()
	s.table.SetColumns(columns)
	s.table.SetRows(rows)
	switch empty := [...]string{"post_screen.no_lists", "post_screen.no_packages", "post_screen.no_letters"}[s.kind]; {
	case len(rows) > 0:
		s.empty.Say("")
	case w.Registrar().Table.Count() == 0:
		s.empty.SayFirst(w.Say(empty, nil))
	default:
		s.empty.Say(w.Say(empty, nil))
	}
	s.add.SetText(s.label([...]string{"new_list", "new_package", "new_list"}[s.kind]))
	widgets.SetHidden(s.add, s.kind == letters || !s.may())
	if !s.table.StandAt(s.at[s.kind]) && len(rows) > 0 {
		s.table.StandAt(rows[len(rows)-1].Key)
	}
	s.onRow(s.table.Cursor())
}

// onKind shows lists, packages or letters.
func (s *Screen) onKind(at int) {
	s.kind = at
	s.show()
}

// turn shows a kind with one of its rows.
func (s *Screen) turn(kind int, key string) {
	s.kind, s.at[kind] = kind, key
	s.kinds.Set(kind)
	s.show()
}

// onRow shows a row in the panel.
func (s *Screen) onRow(key string) {
	s.at[s.kind] = key
	s.main = nil
	s.panel.Objects = s.partsOf(key)
	s.scroll.Content.Refresh()
	widgets.Arrange(s.scroll)
}

// onAdd makes what the table shows: a list, or a package.
func (s *Screen) onAdd() {
	if s.kind == packages {
		s.onNewPackage(nil)
		return
	}
	s.onNewList()
}

// MainAction does what comes next with the current row; where there is none it makes one.
func (s *Screen) MainAction() {
	switch {
	case s.main != nil:
		s.main()
	case s.table.Count() == 0 && !s.add.Hidden:
		s.onAdd()
	}
}

// Arrive shows what a route is about: somebody's papers, or those with whom a step is to be done next.
func (s *Screen) Arrive(to frame.Route) {
	if to.Chooses {
		s.kind = kindOf(data.Next(strings.TrimPrefix(to.State, frame.NextStep)))
		if !s.posts() {
			s.kind = lists
		}
		s.kinds.Set(s.kind)
	}
	s.wanted = to.Graduate
}

// kindOf is what the table shows where a step is done.
func kindOf(next data.Next) int {
	switch next {
	case data.NextClose, data.NextPost, data.NextAwaitIn:
		return packages
	case data.NextSend:
		return letters
	}
	return lists
}

// lead shows the row of whom a route was about.
func (s *Screen) lead() {
	id := s.wanted
	s.wanted = ""
	for _, o := range s.known.own {
		if id != "" && o.Graduate.ID == id {
			s.kind, s.at[letters] = letters, id
		}
	}
	for _, l := range s.known.lists {
		if id != "" && l.Live() && slices.Contains(l.IDs(), id) {
			s.kind, s.at[lists] = lists, l.ID
		}
	}
	s.kinds.Set(s.kind)
}

// kept is what was chosen, with the current rows.
type kept struct {
	kind   int
	at     [letters + 1]string
	search string
}

// Keep is what stands above the table, and the current rows.
func (s *Screen) Keep() any { return kept{s.kind, s.at, s.search.Text} }

// GiveBack puts it back.
func (s *Screen) GiveBack(of any) {
	k := of.(kept)
	s.kind, s.at, s.search.Text = k.kind, k.at, k.search
	s.kinds.Set(s.kind)
}

// does runs an act of the desk and says what was done.
func (s *Screen) does(act func(context.Context) error, said string) {
	s.run(act, func() { s.done(said) })
}

// run is does where only the act tells what there is to say.
func (s *Screen) run(act func(context.Context) error, tell func()) {
	w := s.window
	frame.Run(w, &s.doing, func(ctx context.Context) (struct{}, error) { return struct{}{}, act(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		tell()
		s.ask()
	})
}

// done says what was done; of a list or a package no single act is taken back, but by the buttons here.
func (s *Screen) done(said string) {
	s.window.DoneElsewhere(said, func() string {
		return s.say("undo_here", map[string]any{"reopen": s.say("reopen", nil), "withdraw": s.say("withdraw", nil),
			"open": s.say("open", nil), "unpost": s.say("unpost", nil), "drop": s.say("drop", nil)})
	})
}
