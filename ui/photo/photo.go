// Package photo is whose photos and scans are ready, and whose are not: everyone with the state
// of the images, and the current one's pictures beside with what the rules and people say.
package photo

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: whose images are complete, and what is the matter with the others?
type Screen struct {
	frame.Roll
	// found is Enter in the search.
	found   *frame.Found
	listing widgets.Listing[row]
	form    *widgets.Button
	enlarge *widgets.Button
	folder  *widgets.Button
	judge   *widgets.Button
	thumbs  *frame.Thumbs

	view *field.PictureView
	// nothing says that the current one has no picture, or that there is no current one.
	nothing *widget.Label
	side    *fyne.Container

	rows map[string]row
	// shown is whose pictures stand beside the list, and which of them.
	shown, place string
}

// New makes the screen.
func New(w *frame.Window) *Screen {
	s := &Screen{rows: map[string]row{}, nothing: widgets.Wrapped("")}
	s.thumbs = frame.NewThumbs(w, func(id string) { s.Table.Redraw(id) })
	s.listing = listing(w, s.thumbs)
	s.Roll = frame.NewRoll(w, "photo_screen", stateNames(), s.listing.Columns(), s.ask)
	s.found = s.OpenFound(s.MainAction)
	s.Table.Plain, s.Table.Pictures = true, frame.ThumbSide
	s.Table.OnSight = s.onSight
	s.Table.OnOpened = func(string) { s.MainAction() }
	s.Table.OnCursor = func(string) { s.onCursor() }
	s.view = field.NewPictureView(w)
	s.view.OnDone, s.view.OnLooked = s.onDone, s.onLooked
	s.view.OnLeft = func() { w.Canvas().Focus(s.Table.Focusable()) }
	s.form = widgets.NewButton(w.Say("menu.form", nil), theme.DocumentIcon(), s.OnForm)
	s.enlarge = widgets.NewButton(w.Say("photo_screen.enlarge", nil), theme.ZoomInIcon(), s.onEnlarge)
	s.folder = widgets.NewButton(w.Say("photo_screen.add_folder", nil), theme.FolderOpenIcon(), s.OnFolder)
	s.judge = widgets.NewButton("", theme.ViewRefreshIcon(), s.OnJudgeAll)
	s.judge.Hide()
	return s
}

// The pictures beside the list have a share of the width, within bounds, at the usual size of
// letters.
const (
	sideShare = 0.57
	leastSide = 280
	mostSide  = 1000
)

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	top := container.NewVBox(s.BuildHead(frame.Photo),
		container.New(&widgets.Flow{}, s.Wide(s.Class), s.Wide(s.State), layout.NewSpacer(), s.judge, s.folder, s.enlarge, s.form))
	s.side = container.NewStack(s.view.Object, s.nothing)
	side, list := widgets.Panel(s.side), s.BuildList()
	// The order of the objects is the order of Tab.
	page := &widgets.PageLayout{Head: top, Body: list, Side: side, Share: sideShare, Least: leastSide * s.Window.Scale(), Most: mostSide * s.Window.Scale()}
	s.onCursor() // of nobody, until the registry has answered
	return container.NewPadded(container.New(page, top, list, side))
}

// answer is what a question to the registry gives.
type answer struct {
	rows    []row
	table   []widgets.Row
	classes []string
	all     int
	// search is what was searched for.
	search string
	// unjudged is how many pictures of all these people nobody has judged.
	unjudged int
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	filter, state, w := s.Filter(), s.State.Chosen(), s.Window
	r := w.Registrar()
	frame.Run(w, &s.Asked, func(context.Context) (answer, error) {
		found, err := rowsOf(r, filter)
		a := answer{search: filter.Query, classes: r.Table.Classes(), all: r.Table.Count()}
		for _, one := range found {
			a.unjudged += one.unjudged()
			if state == "" || state == string(one.state) {
				a.rows, a.table = append(a.rows, one), append(a.table, s.listing.Row(one.graduate.ID, one))
			}
		}
		return a, err
	}, s.onLoaded)
}

func (s *Screen) onLoaded(a answer, err error) {
	if err != nil {
		s.Window.Fail(err)
		return
	}
	clear(s.rows)
	for _, one := range a.rows {
		s.rows[one.graduate.ID] = one
	}
	s.ShowRows(a.table, a.classes)
	s.judge.SetText(s.Window.Say("photo_screen.judge_all", map[string]any{"number": a.unjudged}))
	may := s.Window.May(registrar.RightRegister) && s.Window.Closed() == ""
	widgets.SetHidden(s.judge, a.unjudged == 0 || !may || !s.Window.Registrar().Campaign().JudgesPictures())
	widgets.SetHidden(s.folder, !may)
	s.onSight()
	s.ShowCount(s.Window.Say("ui.count", map[string]any{"count": len(a.table)}), a.all, len(a.table), "photo_screen.nobody")
	s.onCursor()
	s.found.Arrived(a.search)
}

// onCursor shows the pictures of the current one, the one in trouble first.
func (s *Screen) onCursor() {
	one, there := s.rows[s.Table.Cursor()]
	widgets.Enable(s.form, there)
	widgets.Enable(s.enlarge, there && len(one.pictures) > 0)
	if !there {
		s.shown, s.place = "", ""
	} else if at := one.at(s.place); s.shown != one.graduate.ID || at < 0 {
		s.shown, s.place = one.graduate.ID, one.first()
	}
	s.showPicture(one)
}

// showPicture shows the chosen picture of somebody, and the names of all to choose from.
func (s *Screen) showPicture(one row) {
	switch {
	case s.shown != "":
		s.nothing.SetText(s.nothingWords(one))
	case s.Table.Count() > 0:
		s.nothing.SetText(s.Window.Say("ui.choose_somebody", nil))
	default:
		s.nothing.SetText("")
	}
	widgets.SetHidden(s.nothing, s.place != "")
	s.view.Above.RemoveAll()
	if s.place == "" {
		s.view.Clear()
		return
	}
	s.view.Above.Add(widgets.ChoiceButtons(one.names(s.Window), one.at(s.place), func(at int) {
		s.place = one.pictures[at].Place
		s.showPicture(one)
	}))
	s.side.Refresh()
	s.view.Show(s.shown, s.place)
}

// nothingWords say of somebody without pictures where they are put in, or what they are for where none
// is needed.
func (s *Screen) nothingWords(one row) string {
	w := s.Window
	c := w.Registrar().Campaign()
	if one.state == photo.StateNotNeeded && c.GluesPhotos() && c.FaceField() != "" {
		return w.Say("photo_screen.for_gluing", map[string]any{"document": w.Say("document.photos", nil)})
	}
	return w.Say("photo_screen.nothing", nil)
}

// onLooked asks for the rows again where the picture beside them was judged just now: by an act that
// was taken back it had to be.
func (s *Screen) onLooked(said photo.Shown) {
	one := s.rows[s.shown]
	if at := one.at(said.Place); at >= 0 && one.pictures[at].Current != said.Current {
		s.ask()
	}
}

// onDone goes on to the next picture of the same one that waits for an answer, else to the next
// one who has some, in the list.
func (s *Screen) onDone() {
	one := s.rows[s.shown]
	if next := one.next(s.place); next != "" {
		s.place = next
		s.showPicture(one)
		s.view.ShowToAnswer(s.shown, s.place)
		return
	}
	if next := slices.IndexFunc(s.Table.Keys(), func(id string) bool { return id != s.shown && s.rows[id].next("") != "" }); next >= 0 {
		s.Table.MoveTo(s.Table.Keys()[next])
	}
	s.Window.Canvas().Focus(s.Table.Focusable())
}

// MainAction gives the keyboard to the first question about the pictures beside the list. Where
// none is open they are seen large, and where there are no pictures the form is opened.
func (s *Screen) MainAction() {
	switch one := s.rows[s.Table.Cursor()]; {
	case s.place == "":
		s.OnForm()
	case one.next("") == "":
		s.onEnlarge()
	default:
		s.view.FocusOpen()
	}
}

// OnForm opens the form of the current one, where the picture beside the list stands.
func (s *Screen) OnForm() {
	field := ""
	if one := s.rows[s.shown]; s.place != "" {
		field = one.pictures[one.at(s.place)].Field.Code
	}
	s.OpenForm(frame.Route{Graduate: s.Table.Cursor(), Field: field, Only: s.Table.Keys()})
}

func (s *Screen) onEnlarge() {
	one := s.rows[s.shown]
	name := one.names(s.Window)[one.at(s.place)]
	field.ShowPicture(s.Window, s.shown, s.place, one.graduate.FullName()+" — "+name, s.ask)
}

// OnGuides and OnCrop are for the picture beside the list.
func (s *Screen) OnGuides() { s.view.OnGuides() }

// OnCrop puts the frame of the print over it.
func (s *Screen) OnCrop() { s.view.OnCrop() }

// OnPage turns the pages of a scan.
func (s *Screen) OnPage(by int) bool { return s.view.OnPage(by) }

// Whose is the one whose pictures are shown.
func (s *Screen) Whose() (graduate string, parts []fyne.CanvasObject) {
	return s.shown, []fyne.CanvasObject{s.side}
}

// stateNames are those that the filter offers, the worst first.
func stateNames() (names []string) {
	for _, state := range photo.States() {
		names = append(names, string(state))
	}
	return names
}

// rank is where a state stands in the list.
func rank(state photo.State) int { return slices.Index(photo.States(), state) }

// OnFolder asks for a folder of pictures to put in.
func (s *Screen) OnFolder() {
	if !s.Window.Refused(registrar.RightRegister) {
		chooseFolder(s.Window)
	}
}

// Dropped puts one picture into the form of the one who is shown, where something is still lacking;
// of several, and of folders, is found whose they are.
func (s *Screen) Dropped(kind frame.DropKind, paths []string) bool {
	one := s.shown != "" && len(paths) == 1 && !field.IsFolder(paths[0])
	if kind == frame.DropPicture && one {
		s.Window.Go(frame.Route{Screen: frame.Form, Graduate: s.shown, Only: s.Table.Keys(), Files: paths})
	}
	return kind == frame.DropPicture && one
}

// OnJudgeAll judges the pictures that nobody has judged yet, or by other limits.
func (s *Screen) OnJudgeAll() {
	w, r := s.Window, s.Window.Registrar()
	if w.Refused(registrar.RightFill) {
		return
	}
	frame.RunLong(w, w.Say("photo_screen.judging", nil), func(ctx context.Context, progress frame.Progress) (int, error) {
		return r.Photo.JudgeAll(ctx, nil, progress)
	}, func(number int, err error) {
		w.Fail(err)
		if err == nil || number > 0 {
			w.Done(w.Say("photo_screen.judged", map[string]any{"count": number}), nil)
		}
		s.ask()
	})
}
