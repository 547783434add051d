// Package access is who has got a login, and who has not: accesses are made, handed over,
// changed and printed, those of the centre's site are taken in, and a form goes home and
// comes back.
package access

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/access"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: who has got a login, and who has not? No password is ever
// shown on it: they stand on slips and in the workbook only.
type Screen struct {
	frame.Roll
	listing widgets.Listing[accessRow]

	hint   *widget.Label
	hinted *fyne.Container
	page   *fyne.Container
	detail *widgets.Shortened

	create   *widgets.Button
	handOver *widgets.Button
	handBack *widgets.Button
	slips    *widgets.Button
	excel    *widgets.Button
	change   *widgets.Button
	remove   *widgets.Button
	home     *widgets.Button
	// all marks every row shown, and unmarks them once all are.
	all *widgets.Button
	// found is Enter in the search.
	found *frame.Found

	doing frame.Turn
	// listed are the rows shown in their order, rows the same by key.
	listed []accessRow
	rows   map[string]accessRow
	// made are the accesses made at once that can be taken back together, given those handed over at once.
	made, given []jointAct
	// creating says that accesses are being made: a second press makes no more.
	creating bool
}

// New makes the list of accesses.
func New(w *frame.Window) *Screen {
	s := &Screen{rows: map[string]accessRow{}, hint: widgets.Wrapped(""), listing: listing(w)}
	s.Roll = frame.NewRoll(w, "access_screen", []string{accessMissing, accessOpen, accessHanded}, s.listing.Columns(), s.ask)
	s.Table.OnCursor = func(string) { s.onChosen() }
	s.Table.OnSelected = s.onChosen
	s.found = s.OpenFound(func() {})
	s.detail = widgets.NewShortened("", theme.SizeNameCaptionText)
	s.create = widgets.NewButton(w.Say("access_screen.create", nil), theme.ContentAddIcon(), s.onCreate)
	s.create.Importance = widget.HighImportance
	s.handOver = widgets.NewButton(w.Say("access_screen.hand_over", nil), theme.ConfirmIcon(), s.onHandOver)
	s.handBack = widgets.NewButton(w.Say("access_screen.hand_back", nil), theme.ContentUndoIcon(), s.onHandBack)
	s.slips = widgets.NewButton(w.Say("access_screen.slips", nil), theme.DocumentPrintIcon(), s.onSlips)
	s.excel = widgets.NewButton(w.Say("access_screen.excel", nil), theme.DocumentSaveIcon(), s.onExcel)
	s.change = widgets.NewButton(w.Say("access_screen.change", nil), theme.ViewRefreshIcon(), s.onChange)
	s.remove = widgets.NewButton(w.Say("access_screen.remove", nil), theme.DeleteIcon(), s.onRemove)
	s.all = widgets.NewButton(w.Say("menu.all", nil), nil, s.Table.SelectAll)
	s.home = widgets.NewButton(w.Say("access_screen.home", nil), theme.UploadIcon(), s.onTakeHome)
	return s
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.Window
	filters := container.New(&widgets.Flow{}, s.Wide(s.Class), s.Wide(s.State), s.all, layout.NewSpacer(), s.create)
	actions := container.New(&widgets.Flow{}, s.handOver, s.handBack, s.slips, s.excel, s.change, s.remove)
	icon := container.NewPadded(widget.NewIcon(theme.InfoIcon()))
	s.hinted = container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewBorder(nil, nil, container.NewVBox(icon), nil, s.hint))
	top := container.NewVBox(s.BuildHead(frame.Access), filters, actions, s.hinted)
	bottom := container.NewVBox(s.detail, container.New(&widgets.Flow{}, s.home,
		widgets.NewButton(w.Say("access_screen.from_home", nil), theme.DownloadIcon(), s.onFromHome), layout.NewSpacer(),
		widgets.NewButton(w.Say("access_screen.import", nil), theme.FolderOpenIcon(), s.onImport)))
	// The order of the objects is the order of Tab.
	list := s.BuildList()
	s.page = container.New(&widgets.PageLayout{Head: top, Body: list, Foot: bottom}, top, list, bottom)
	return container.NewPadded(s.page)
}

// accessAnswer is what a question to the registry gives: ready words.
type accessAnswer struct {
	rows    []accessRow
	table   []widgets.Row
	classes []string
	// all counts everybody, tally those whom search and class leave.
	all   int
	tally access.Tally
	// search is what was searched for.
	search string
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	filter, state, w := s.Filter(), s.State.Chosen(), s.Window
	r := w.Registrar()
	frame.Run(w, &s.Asked, func(context.Context) (accessAnswer, error) {
		found, err := r.Access.Rows(filter)
		if err != nil {
			return accessAnswer{}, err
		}
		a := accessAnswer{search: filter.Query, classes: r.Table.Classes(), all: r.Table.Count(), tally: access.TallyOf(found)}
		for _, f := range found {
			if row := (accessRow{f.Graduate, f.Access, f}); state == "" || state == row.state() {
				a.rows, a.table = append(a.rows, row), append(a.table, s.listing.Row(row.key(), row))
			}
		}
		return a, nil
	}, s.onLoaded)
}

func (s *Screen) onLoaded(a accessAnswer, err error) {
	if err != nil {
		s.Window.Fail(err)
		return
	}
	s.listed = a.rows
	clear(s.rows)
	for _, row := range a.rows {
		s.rows[row.key()] = row
	}
	s.moveWith(a)
	marked := s.markedIn(a)
	s.ShowRows(a.table, a.classes)
	s.Table.Select(marked...)
	s.showTally(a)
	s.onChosen()
	s.found.Arrived(a.search)
}

// moveWith keeps the current row where a graduate's line without an access became one
// with it.
func (s *Screen) moveWith(a accessAnswer) {
	at := s.Table.Cursor()
	if _, there := s.rows[at]; there || at == "" || s.Next != "" {
		return
	}
	id, _ := splitAccessKey(at)
	if i := slices.IndexFunc(a.rows, func(row accessRow) bool { return row.graduate.ID == id }); i >= 0 {
		s.Next = a.rows[i].key()
	}
}

// markedIn are the marked rows as they are in the answer: the mark of a graduate whose line
// without an access became one with it, or the other way round, goes with it. It does not go
// to an access through another door: that one was not meant.
func (s *Screen) markedIn(a accessAnswer) (keys []string) {
	for _, key := range s.Table.Ticks() {
		id, door := splitAccessKey(key)
		if _, there := s.rows[key]; there {
			keys = append(keys, key)
			continue
		}
		if i := slices.IndexFunc(a.rows, func(row accessRow) bool {
			return row.graduate.ID == id && (door == "" || row.access == nil)
		}); i >= 0 {
			keys = append(keys, a.rows[i].key())
		}
	}
	return keys
}

// showTally says how many have an access, and what to do where nobody has.
func (s *Screen) showTally(a accessAnswer) {
	w := s.Window
	s.ShowCount(w.Say("access.count", a.tally.Args()),
		a.all, len(a.table), "access_screen.nobody")
	hint := ""
	switch {
	case a.tally.All > 0 && a.tally.Made == 0:
		hint = w.Say("access_screen.hint_none", nil)
	case a.tally.Waiting > 0:
		hint = w.Say("access_screen.hint_waiting", map[string]any{"count": a.tally.Waiting})
	}
	s.hint.SetText(hint)
	s.hinted.Hidden = hint == ""
	s.page.Refresh()
}

// MainAction creates accesses.
func (s *Screen) MainAction() { s.onCreate() }
