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
	window *Window

	count  *widget.Label
	head   *fyne.Container
	search *widgets.Entry
	class  *filterSelect
	state  *filterSelect
	hint   *widget.Label
	hinted *fyne.Container
	table  *widgets.Table
	nobody *widget.Label
	detail *widget.Label

	create   *widgets.Button
	handOver *widgets.Button
	slips    *widgets.Button
	excel    *widgets.Button
	change   *widgets.Button
	home     *widgets.Button

	asked turn
	doing turn
	// listed are the rows shown in their order, rows the same by key.
	listed []accessRow
	rows   map[string]accessRow
	// creating says that accesses are being made: a second press makes no more.
	creating bool
	// next is the key to make current when the rows arrive.
	next string
}

func newAccessesScreen(w *Window) *accessesScreen {
	s := &accessesScreen{window: w, rows: map[string]accessRow{}, count: widget.NewLabel(""), hint: wrapped("")}
	s.search = widgets.NewEntry(w.say("accesses.search", nil))
	s.search.OnChanged = s.onFilter
	s.search.OnEscape = s.onSearchLeft
	s.search.OnMove = func(int) { s.focusTable() }
	s.class = newFilterSelect(w.say("ui.all_classes", nil), s.onFilter)
	s.state = newFilterSelect(w.say("ui.all_statuses", nil), s.onFilter)
	s.state.offer([]string{accessMissing, accessOpen, accessHanded}, func(code string) string { return w.say("accesses.state."+code, nil) })
	s.table = widgets.NewTable(s.columns())
	s.table.OnCursor = func(string) { s.onChosen() }
	s.table.OnSelected = s.onChosen
	s.nobody = wrapped("")
	s.nobody.Alignment = fyne.TextAlignCenter
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

func (s *accessesScreen) columns() []widgets.Column {
	w := s.window
	return []widgets.Column{
		{Title: w.say("column.name", nil), Width: 180, Stretch: true},
		{Title: w.say("column.class", nil), Width: 50, Drop: 1},
		{Title: w.say("accesses.column.login", nil), Width: 142},
		{Title: w.say("accesses.column.state", nil), Width: 182},
		{Title: w.say("accesses.column.door", nil), Width: 108, Drop: 3},
		{Title: w.say("column.mode", nil), Width: 90, Drop: 2},
	}
}

func (s *accessesScreen) build() fyne.CanvasObject {
	w := s.window
	title := heading(w.say("screen.accesses", nil))
	title.Wrapping = fyne.TextWrapOff
	s.head = container.NewBorder(nil, nil, container.NewHBox(title, container.NewCenter(s.count)), nil,
		container.New(&fixedRight{width: 300 * w.scale()}, s.search))
	wide := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(&fixedWidth{width: 146 * w.scale()}, o)
	}
	all := widgets.NewButton(w.say("menu.all", nil), theme.CheckButtonCheckedIcon(), s.table.SelectAll)
	filters := container.NewHBox(wide(s.class), wide(s.state), all, layout.NewSpacer(), s.create)
	actions := container.NewHBox(s.handOver, s.slips, s.excel, s.change)
	icon := container.NewPadded(widget.NewIcon(theme.InfoIcon()))
	s.hinted = container.NewStack(newThemed(colorPanel), container.NewBorder(nil, nil, container.NewVBox(icon), nil, s.hint))
	top := container.NewVBox(s.head, filters, actions, s.hinted)
	list := container.NewStack(s.table, container.NewCenter(container.New(&fixedWidth{width: 420 * w.scale()}, s.nobody)))
	bottom := container.NewVBox(s.detail, container.NewHBox(s.home,
		widgets.NewButton(w.say("accesses.from_home", nil), theme.DownloadIcon(), s.onFromHome), layout.NewSpacer(),
		widgets.NewButton(w.say("accesses.import", nil), theme.FolderOpenIcon(), s.onImport)))
	// The order of the objects is the order of Tab.
	return container.NewPadded(container.New(layout.NewBorderLayout(top, bottom, nil, nil), top, list, bottom))
}

func (s *accessesScreen) shown() {
	s.load()
	s.focusTable()
}

func (s *accessesScreen) changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged {
		s.load()
	}
}

// accessAnswer is what a question to the registry gives: ready words.
type accessAnswer struct {
	rows    []accessRow
	table   []widgets.Row
	classes []string
	// all counts everybody, tally those whom search and class leave.
	all   int
	tally tally
}

// load asks the registry in the background and shows the answer to the last question.
func (s *accessesScreen) load() {
	filter, state, w := registrar.Filter{Query: s.search.Text, Class: s.class.chosen()}, s.state.chosen(), s.window
	r := w.registrar
	run(w, &s.asked, func(context.Context) (accessAnswer, error) {
		found, err := r.List(filter)
		if err != nil {
			return accessAnswer{}, err
		}
		a := accessAnswer{classes: r.Classes(), all: r.Count()}
		for i := range found {
			a.tally.count(found[i].Graduate)
			for _, row := range accessRowsOf(found[i].Graduate) {
				if state == "" || state == row.state() {
					a.rows, a.table = append(a.rows, row), append(a.table, w.accessCells(row))
				}
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
	s.class.offer(a.classes, func(class string) string { return class })
	s.moveWith(a)
	s.table.SetRows(a.table)
	switch {
	case s.next != "":
		s.table.MoveTo(s.next)
		s.next = ""
	case s.table.Cursor() == "" && len(a.table) > 0 && s.search.Text == "":
		s.table.MoveTo(a.table[0].Key)
	}
	s.showCount(a)
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

// showCount says how many have an access, and what to do where nobody has.
func (s *accessesScreen) showCount(a accessAnswer) {
	w := s.window
	s.count.SetText(w.say("accesses.count", map[string]any{"made": a.tally.made, "all": a.tally.all, "handed": a.tally.handed}))
	s.head.Refresh()
	hint := ""
	switch {
	case a.tally.all > 0 && a.tally.made == 0:
		hint = w.say("accesses.hint_none", nil)
	case a.tally.waiting > 0:
		hint = w.say("accesses.hint_waiting", map[string]any{"count": a.tally.waiting})
	}
	s.hint.SetText(hint)
	s.hinted.Hidden = hint == ""
	s.hinted.Refresh()
	switch {
	case a.all == 0:
		s.nobody.SetText(w.say("accesses.nobody", nil))
	case len(a.table) == 0:
		s.nobody.SetText(w.say("ui.nobody_found", nil))
	default:
		s.nobody.SetText("")
	}
}

func (s *accessesScreen) onFilter(string) { s.load() }

// onSearchLeft clears the search and goes to the rows.
func (s *accessesScreen) onSearchLeft() {
	s.search.SetText("")
	s.focusTable()
}

func (s *accessesScreen) focusTable() { s.window.window.Canvas().Focus(s.table.Focusable()) }

// mainAction creates accesses.
func (s *accessesScreen) mainAction() { s.onCreate() }

// keptAccesses is what was chosen above the table, and the current row.
type keptAccesses struct{ search, class, state, cursor string }

func (s *accessesScreen) keep() any {
	return keptAccesses{s.search.Text, s.class.chosen(), s.state.chosen(), s.table.Cursor()}
}

func (s *accessesScreen) giveBack(kept any) {
	k := kept.(keptAccesses)
	s.search.Text, s.next = k.search, k.cursor
	s.state.choose(k.state)
	if k.class != "" {
		s.class.offer([]string{k.class}, func(class string) string { return class })
		s.class.choose(k.class)
	}
}
