package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// accessesScreen answers: who has got a login, and who has not? No password is ever
// shown on it: they stand on slips and in the workbook only.
type accessesScreen struct {
	roll

	hint   *widget.Label
	hinted *fyne.Container
	page   *fyne.Container
	detail *widget.Label

	create   *widgets.Button
	handOver *widgets.Button
	slips    *widgets.Button
	excel    *widgets.Button
	change   *widgets.Button
	home     *widgets.Button

	doing turn
	// listed are the rows shown in their order, rows the same by key.
	listed []accessRow
	rows   map[string]accessRow
	// creating says that accesses are being made: a second press makes no more.
	creating bool
}

func newAccessesScreen(w *Window) *accessesScreen {
	s := &accessesScreen{rows: map[string]accessRow{}, hint: wrapped("")}
	s.roll = newRoll(w, "accesses", []string{accessMissing, accessOpen, accessHanded}, accessListColumns(w), s.ask)
	s.table.OnCursor = func(string) { s.onChosen() }
	s.table.OnSelected = s.onChosen
	s.detail = &widget.Label{Truncation: fyne.TextTruncateEllipsis, SizeName: theme.SizeNameCaptionText}
	s.create = widgets.NewButton(w.say("accesses.create", nil), theme.ContentAddIcon(), s.onCreate)
	s.create.Importance = widget.HighImportance
	s.handOver = widgets.NewButton(w.say("accesses.hand_over", nil), theme.ConfirmIcon(), s.onHandOver)
	s.slips = widgets.NewButton(w.say("accesses.slips", nil), theme.DocumentPrintIcon(), s.onSlips)
	s.excel = widgets.NewButton(w.say("accesses.excel", nil), theme.DocumentSaveIcon(), s.onExcel)
	s.change = widgets.NewButton(w.say("accesses.change", nil), theme.ViewRefreshIcon(), s.onChange)
	s.home = widgets.NewButton(w.say("accesses.home", nil), theme.UploadIcon(), s.onTakeHome)
	return s
}

func accessListColumns(w *Window) []widgets.Column {
	return []widgets.Column{
		{Title: w.say("column.name", nil), Width: 180, Stretch: true},
		{Title: w.say("column.class", nil), Width: 50, Drop: 1},
		{Title: w.say("accesses.column.login", nil), Width: 142},
		{Title: w.say("accesses.column.state", nil), Width: 182},
		{Title: w.say("accesses.column.door", nil), Width: 108, Drop: 3},
		{Title: w.say("column.mode", nil), Width: 90, Drop: 2},
	}
}

func (s *accessesScreen) Build() fyne.CanvasObject {
	w := s.window
	all := widgets.NewButton(w.say("menu.all", nil), theme.CheckButtonCheckedIcon(), s.table.SelectAll)
	filters := container.New(&flow{}, s.wide(s.class), s.wide(s.state), all, layout.NewSpacer(), s.create)
	actions := container.New(&flow{}, s.handOver, s.slips, s.excel, s.change)
	icon := container.NewPadded(widget.NewIcon(theme.InfoIcon()))
	s.hinted = container.NewStack(newThemed(colorPanel), container.NewBorder(nil, nil, container.NewVBox(icon), nil, s.hint))
	top := container.NewVBox(s.buildHead(screenAccesses), filters, actions, s.hinted)
	bottom := container.NewVBox(s.detail, container.New(&flow{}, s.home,
		widgets.NewButton(w.say("accesses.from_home", nil), theme.DownloadIcon(), s.onFromHome), layout.NewSpacer(),
		widgets.NewButton(w.say("accesses.import", nil), theme.FolderOpenIcon(), s.onImport)))
	// The order of the objects is the order of Tab.
	list := s.buildList()
	s.page = container.New(&pageLayout{head: top, body: list, foot: bottom}, top, list, bottom)
	return container.NewPadded(s.page)
}

// accessAnswer is what a question to the registry gives: ready words.
type accessAnswer struct {
	rows    []accessRow
	table   []widgets.Row
	classes []string
	// all counts everybody, tally those whom search and class leave.
	all   int
	tally registrar.AccessTally
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *accessesScreen) ask() {
	filter, state, w := s.filter(), s.state.chosen(), s.window
	r := w.Registrar()
	run(w, &s.asked, func(context.Context) (accessAnswer, error) {
		found, err := r.AccessRows(filter)
		if err != nil {
			return accessAnswer{}, err
		}
		a := accessAnswer{classes: r.Classes(), all: r.Count(), tally: registrar.TallyAccesses(found)}
		for _, f := range found {
			if row := (accessRow{f.Graduate, f.Access, f}); state == "" || state == row.state() {
				a.rows, a.table = append(a.rows, row), append(a.table, accessCells(w, row))
			}
		}
		return a, nil
	}, s.onLoaded)
}

func (s *accessesScreen) onLoaded(a accessAnswer, err error) {
	if err != nil {
		s.window.fail(err)
		return
	}
	s.listed = a.rows
	clear(s.rows)
	for _, row := range a.rows {
		s.rows[row.key()] = row
	}
	s.moveWith(a)
	s.showRows(a.table, a.classes)
	s.showTally(a)
	s.onChosen()
}

// moveWith keeps the current row where a graduate's line without an access became one
// with it.
func (s *accessesScreen) moveWith(a accessAnswer) {
	at := s.table.Cursor()
	if _, there := s.rows[at]; there || at == "" || s.next != "" {
		return
	}
	id, _ := splitAccessKey(at)
	if i := slices.IndexFunc(a.rows, func(row accessRow) bool { return row.graduate.ID == id }); i >= 0 {
		s.next = a.rows[i].key()
	}
}

// showTally says how many have an access, and what to do where nobody has.
func (s *accessesScreen) showTally(a accessAnswer) {
	w := s.window
	s.showCount(w.say("accesses.count", map[string]any{"made": a.tally.Made, "all": a.tally.All, "handed": a.tally.Handed}),
		a.all, len(a.table), "accesses.nobody")
	hint := ""
	switch {
	case a.tally.All > 0 && a.tally.Made == 0:
		hint = w.say("accesses.hint_none", nil)
	case a.tally.Waiting > 0:
		hint = w.say("accesses.hint_waiting", map[string]any{"count": a.tally.Waiting})
	}
	s.hint.SetText(hint)
	s.hinted.Hidden = hint == ""
	s.page.Refresh()
}

// MainAction creates accesses.
func (s *accessesScreen) MainAction() { s.onCreate() }
