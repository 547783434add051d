package photo

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// folderForm settles one file: whose it is, into which field it goes, or that it is left out.
type folderForm struct {
	screen *Folder
	// name is the file, whose the id of the one who is chosen for it, wanted where it is to go.
	name, whose, wanted string

	title   *widget.Label
	why     *widget.Label
	picture *field.Thumb
	search  *widgets.Entry
	people  *widgets.Table
	place   *widgets.FollowedSelect
	take    *widgets.Button
	leave   *widgets.Button
	again   *widgets.Button
	inputs  *fyne.Container
	body    *fyne.Container
	scroll  *container.Scroll
	// found are the people whom the search has found, by id.
	found map[string]*data.Graduate
	asked frame.Turn
}

// The side of the picture in the form, and the height of the list of people, in
// device-independent pixels at the usual size of letters.
const (
	formPicture = 150
	peopleList  = 132
)

func newFolderForm(s *Folder) *folderForm {
	w := s.window
	f := &folderForm{screen: s, picture: field.NewThumb(w, formPicture), why: widgets.Wrapped("")}
	f.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	f.title.Wrapping = fyne.TextWrapBreak
	f.why.Importance = widget.WarningImportance
	f.search = widgets.NewSearch(s.say("search", nil))
	f.search.OnChanged = func(string) { f.ask() }
	f.search.OnMove = f.onMove
	f.search.OnSubmitted = func(string) { f.onTake() }
	f.search.OnDelete = s.onLeaveOut
	f.search.OnEscape = func() {
		f.search.SetText("")
		s.focusRows()
	}
	name := widgets.Column{Title: w.Say("column.name", nil), Width: 120, Stretch: true, TwoLines: true}
	f.people = widgets.NewTable([]widgets.Column{name, {Title: w.Say("column.class", nil), Width: 56}})
	f.people.Plain = true
	f.people.OnCursor = f.onWhose
	f.people.OnOpened = func(string) { f.onTake() }
	f.people.OnRemove = s.onLeaveOut
	f.people.OnEscape = s.focusRows
	f.place = &widgets.FollowedSelect{Gained: func() {}}
	f.place.ExtendBaseWidget(f.place)
	f.take = widgets.NewButton("", theme.ConfirmIcon(), f.onTake)
	f.take.Importance = widget.HighImportance
	f.leave = widgets.NewButton(s.say("leave", nil), theme.CancelIcon(), s.onLeaveOut)
	f.again = widgets.NewButton(s.say("again", nil), theme.ContentUndoIcon(), f.onAgain)
	for _, b := range []*widgets.Button{f.take, f.leave, f.again} {
		b.OnEscape = s.focusRows
	}
	return f
}

func (f *folderForm) build() fyne.CanvasObject {
	s, scale := f.screen, f.screen.window.Scale()
	people := container.New(&widgets.FixedSize{Size: fyne.NewSize(0, peopleList*scale)}, f.people)
	f.inputs = container.New(&widgets.Stacked{}, widgets.FieldCaption(s.say("whose", nil)), f.search, people,
		widgets.FieldCaption(s.say("where", nil)), f.place)
	keys := widgets.Small(s.say("keys", nil))
	keys.Importance = widget.LowImportance
	f.body = container.New(&widgets.Stacked{}, f.title, container.NewHBox(f.picture.Object), f.why, f.inputs, container.New(&widgets.Flow{}, f.take, f.leave, f.again), keys)
	f.scroll = container.NewVScroll(widgets.OffTheBar(f.body))
	return f.scroll
}

// show shows a file; "" shows none.
func (f *folderForm) show(name string) {
	p := f.screen.at(name)
	f.body.Hidden = p == nil
	if p == nil {
		f.name = ""
		return
	}
	if f.name != name {
		f.name = name
		f.search.SetText("")
		f.readPicture(p.Path)
		f.scroll.ScrollToTop()
	}
	f.title.SetText(fileWords(p.Name))
	note := f.screen.noteCell(*p)
	f.why.SetText(note.Text)
	f.why.Importance = importanceOf(note.Colour)
	f.whose, f.wanted = p.Graduate, p.Place()
	open := p.Outcome == photo.Doubtful || p.Outcome == photo.Unmatched || p.Outcome == photo.Sure
	widgets.SetHidden(f.inputs, !open && p.Why != photo.PlaceTaken)
	widgets.SetHidden(f.leave, !open)
	_, said := f.screen.settled[name]
	widgets.SetHidden(f.again, !said)
	f.offerPlaces()
	f.ask()
	f.refreshTake()
}

func importanceOf(colour fyne.ThemeColorName) widget.Importance {
	switch colour {
	case theme.ColorNameError:
		return widget.DangerImportance
	case theme.ColorNameWarning:
		return widget.WarningImportance
	}
	return widget.MediumImportance
}

// refreshTake says on the button what it does.
func (f *folderForm) refreshTake() {
	p := f.screen.at(f.name)
	words := "take"
	same := f.whose == p.Graduate && f.chosenPlace() == p.Place()
	switch {
	case same && p.Why == photo.PlaceTaken:
		words = "take_instead"
	case same && p.Replaces:
		words = "replace"
	}
	f.take.SetText(f.screen.say(words, nil))
	widgets.SetHidden(f.take, f.inputs.Hidden)
	widgets.Enable(f.take, f.whose != "" && f.chosenPlace() != "")
	widgets.Arrange(f.scroll)
}

// readPicture shows the picture of a file as it is, so large that a face is known.
func (f *folderForm) readPicture(path string) {
	f.picture.Show(nil)
	wanted := f.picture.Reading.Begin()
	frame.RunAside(f.screen.window, &f.picture.Reading.Turn, func(context.Context) (field.FilePicture, error) {
		return field.PictureOnDisk(wanted, path, 2*formPicture)
	},
		func(picture field.FilePicture, err error) {
			if err == nil {
				f.picture.Show(&picture)
			}
		})
}

// ask finds the people whom the search names; without one those who are proposed come first.
func (f *folderForm) ask() {
	r, filter := f.screen.window.Registrar(), registrar.Filter{Query: f.search.Text}
	p := f.screen.at(f.name)
	if p == nil {
		return
	}
	var proposed []string
	for _, c := range p.Candidates {
		proposed = append(proposed, c.ID)
	}
	frame.Run(f.screen.window, &f.asked, func(context.Context) ([]registrar.Row, error) {
		found, err := r.Table.List(filter)
		if filter.Query == "" {
			slices.SortStableFunc(found, func(a, b registrar.Row) int { return cmp.Compare(place(proposed, a), place(proposed, b)) })
		}
		return found, err
	}, f.onFound)
}

// place is where somebody stands among those who are proposed, behind all for another.
func place(proposed []string, of registrar.Row) int {
	if at := slices.Index(proposed, of.Graduate.ID); at >= 0 {
		return at
	}
	return len(proposed)
}

func (f *folderForm) onFound(found []registrar.Row, err error) {
	if err != nil {
		f.screen.window.Fail(err)
		return
	}
	rows := make([]widgets.Row, len(found))
	f.found = map[string]*data.Graduate{}
	for i, one := range found {
		f.found[one.Graduate.ID] = one.Graduate
		rows[i] = widgets.Row{Key: one.Graduate.ID, Cells: []widgets.Cell{widgets.Text(one.Graduate.FullName()), widgets.Text(one.Graduate.Class)}}
	}
	f.people.SetRows(rows)
	f.offerPlaces()
	switch {
	case f.search.Text != "" && len(rows) > 0:
		f.people.MoveTo(rows[0].Key)
	case f.search.Text != "":
		f.onWhose("")
	case f.whose != "":
		f.people.MoveTo(f.whose)
	}
}

// onMove moves in the list of people while somebody types.
func (f *folderForm) onMove(by int) {
	keys := f.people.Keys()
	if len(keys) == 0 {
		return
	}
	at := slices.Index(keys, f.people.Cursor()) + by
	f.people.MoveTo(keys[min(max(at, 0), len(keys)-1)])
}

// onWhose chooses somebody; "" chooses nobody.
func (f *folderForm) onWhose(id string) {
	if id != f.whose {
		f.whose = id
		f.offerPlaces()
	}
	f.refreshTake()
}

// focus gives the keyboard to the search for whose it is.
func (f *folderForm) focus() {
	if !f.inputs.Hidden && f.name != "" {
		f.screen.window.Canvas().Focus(f.search)
	} else if f.again.Visible() {
		f.screen.window.Canvas().Focus(f.again)
	}
}
