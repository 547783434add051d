// Package answer is what the centre answers: who awaits what of it and until when, what has come, the
// way to the next attempt, and the envelopes.
package answer

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: what does the centre say, and what comes next?
type Screen struct {
	frame.Roll
	listing widgets.Listing[answer.Row]
	rows    map[string]answer.Row
	detail  *widgets.Shortened
	// next does what is to be done next about the current row.
	next    *widgets.Button
	buttons []actionButton
	more    *widgets.Button
	number  *widgets.Button
	page    *widgets.Button
	print   *widgets.Button
	// all counts everybody, whoever is shown.
	all     int
	found   *frame.Found
	opening frame.Turn
	scanned frame.Turn
}

// actionButton is a button for an action.
type actionButton struct {
	*widgets.Button
	action
}

// New makes the list of answers and envelopes.
func New(w *frame.Window) *Screen {
	s := &Screen{rows: map[string]answer.Row{}}
	s.listing = listing(w)
	s.Roll = frame.NewRoll(w, "answer_screen", stages(w.Registrar().Campaign()), s.listing.Columns(), s.ask)
	s.Table.OnOpened = func(string) { s.MainAction() }
	s.Table.OnCursor = func(string) { s.onChosen() }
	s.Table.OnSelected = s.onChosen
	s.Table.OnMenu = s.onMenu
	s.found = s.OpenFound(s.MainAction)
	s.detail = widgets.NewShortened("", theme.SizeNameCaptionText)
	s.detail.TwoLines = true
	s.next = widgets.NewButton(w.Say("answer_screen.next", nil), theme.NavigateNextIcon(), s.MainAction)
	s.next.Importance = widget.HighImportance
	for _, a := range actions {
		if a.icon != nil && a.offered(w) {
			s.buttons = append(s.buttons, actionButton{widgets.NewButton(w.Say("answer_screen.do."+a.id, nil), a.icon(), func() { a.do(s, s.chosen()) }), a})
		}
	}
	s.more = widgets.NewButton(w.Say("answer_screen.more", nil), theme.MoreHorizontalIcon(), s.onMore)
	s.number = widgets.NewButton(w.Say("menu.copy_number", nil), theme.ContentCopyIcon(), s.OnCopyNumber)
	s.page = widgets.NewButton(w.Say("answer_screen.open_page", nil), theme.ComputerIcon(), s.onPage)
	s.print = widgets.NewButton(w.Say("ui.print_button", nil), theme.DocumentPrintIcon(), s.OnPrint)
	return s
}

// stages are those that a campaign can have: without envelopes nobody awaits one.
func stages(c *registrar.CampaignFile) (codes []string) {
	ofEnvelopes := []answer.Stage{answer.ToHand, answer.AwaitEnvelope, answer.AtCentre}
	for _, stage := range answer.Stages() {
		if c.Has(registrar.CapabilityEnvelopes) || !slices.Contains(ofEnvelopes, stage) {
			codes = append(codes, string(stage))
		}
	}
	return codes
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.Window
	filters := container.New(&widgets.Flow{}, s.Wide(s.Class), container.New(&widgets.FixedWidth{Width: 220 * w.Scale()}, s.State), layout.NewSpacer(), s.next)
	row := container.New(&widgets.Flow{})
	for _, b := range s.buttons {
		row.Add(b.Button)
	}
	row.Add(s.more)
	top := container.NewVBox(s.BuildHead(frame.Answer), filters, row, w.LookingLine(registrar.RightRegister))
	paste := widgets.NewButton(w.Say("answer_screen.paste", nil), theme.ContentPasteIcon(), s.OnPaste)
	widgets.Enable(paste, w.May(registrar.RightRegister))
	bottom := container.NewVBox(s.detail, container.New(&widgets.Flow{}, s.number, s.page, layout.NewSpacer(), s.print, paste))
	// The order of the objects is the order of Tab.
	list := s.BuildList()
	s.onChosen() // of nobody, until the registry has answered
	return container.NewPadded(container.New(&widgets.PageLayout{Head: top, Body: list, Foot: bottom}, top, list, bottom))
}

// Arrive chooses the stage of a route that chooses one, and makes a graduate the current row.
func (s *Screen) Arrive(to frame.Route) {
	s.Roll.Arrive(to)
	if to.Graduate != "" {
		s.Search.Put("")
		s.Class.Choose("")
		s.State.Choose("")
		s.Next = to.Graduate
	}
}

// Scanned goes to the one whose card was scanned, as it lies on the letters of the centre, whatever is
// chosen above the list; of whom nothing was sent is looked for elsewhere.
func (s *Screen) Scanned(number string) bool {
	w, r := s.Window, s.Window.Registrar()
	frame.Run(w, &s.scanned, func(context.Context) ([]answer.Row, error) {
		return r.Answer.Rows(registrar.Filter{Number: number}, "")
	}, func(rows []answer.Row, err error) {
		switch {
		case err != nil:
			w.Fail(err)
		case len(rows) == 0:
			w.LookForScanned(number)
		default:
			s.Arrive(frame.Route{Screen: frame.Answer, Graduate: rows[0].Graduate.ID})
			s.Shown()
			w.SayScanned(number, rows[0].Graduate)
		}
	})
	return true
}

// answers are what a question to the registry gives.
type answers struct {
	rows    []answer.Row
	table   []widgets.Row
	classes []string
	all     int
	search  string
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	filter, stage, w := s.Filter(), answer.Stage(s.State.Chosen()), s.Window
	r := w.Registrar()
	frame.Run(w, &s.Asked, func(context.Context) (answers, error) {
		found, err := r.Answer.Rows(filter, stage)
		a := answers{rows: found, search: filter.Query, classes: r.Table.Classes(), all: r.Table.Count()}
		for _, row := range found {
			a.table = append(a.table, s.listing.Row(row.Graduate.ID, row))
		}
		return a, err
	}, s.onLoaded)
}

func (s *Screen) onLoaded(a answers, err error) {
	w := s.Window
	if err != nil {
		w.Fail(err)
		return
	}
	s.all = a.all
	clear(s.rows)
	for _, row := range a.rows {
		s.rows[row.Graduate.ID] = row
	}
	s.ShowRows(a.table, a.classes)
	s.ShowCount(w.Say("ui.count", map[string]any{"count": len(a.table)}), a.all, len(a.table), "answer_screen.nobody")
	s.onChosen()
	s.found.Arrived(a.search)
}

// listing are the columns of the table.
func listing(w *frame.Window) widgets.Listing[answer.Row] {
	column := func(id string, width float32, drop int, cell func(answer.Row) widgets.Cell) widgets.ColumnOf[answer.Row] {
		return widgets.ColumnOf[answer.Row]{Column: widgets.Column{Title: w.Say(id, nil), Width: width, Drop: drop}, Cell: cell}
	}
	name := column("column.name", 170, 0, func(r answer.Row) widgets.Cell { return widgets.Text(r.Graduate.FullName()) })
	name.Stretch, name.TwoLines = true, true
	stage := column("answer_screen.column.state", 226, 0, func(r answer.Row) widgets.Cell { return stageCell(w, r) })
	stage.TwoLines = true
	seen := column("answer_screen.column.seen", 262, 2, func(r answer.Row) widgets.Cell { return seenCell(w, r) })
	said := column("answer_screen.column.said", 150, 0, func(r answer.Row) widgets.Cell { return widgets.Text(saidWords(w, r)) })
	seen.TwoLines, said.TwoLines = true, true
	return widgets.Listing[answer.Row]{name, column("column.class", 50, 1, func(r answer.Row) widgets.Cell { return widgets.Text(r.Graduate.Class) }),
		stage, column("answer_screen.column.due", 128, 0, func(r answer.Row) widgets.Cell { return dueCell(w, r) }), seen, said}
}

// stageCell says by an icon and words what is awaited or has come.
func stageCell(w *frame.Window, r answer.Row) widgets.Cell {
	icon, colour := stageLook(r.Stage)
	words := w.Say("answer_screen.state."+string(r.Stage), nil)
	if r.Stage == answer.Withdrawal || r.Stage == answer.AtCentre || r.Stage == answer.Done || r.Status == data.StatusMailed && r.Stage == answer.AwaitEnvelope {
		words = w.Say("status."+string(r.Status), nil)
	}
	return widgets.Cell{Text: words, Icon: icon, Colour: colour}
}

func stageLook(stage answer.Stage) (fyne.Resource, fyne.ThemeColorName) {
	switch stage {
	case answer.Late, answer.Refused:
		return theme.ErrorIcon(), theme.ColorNameError
	case answer.ToEnter, answer.Again, answer.ToHand:
		return theme.WarningIcon(), theme.ColorNameWarning
	case answer.AwaitAnswer, answer.AwaitEnvelope:
		return theme.HistoryIcon(), theme.ColorNamePrimary
	case answer.Done:
		return theme.ConfirmIcon(), theme.ColorNameSuccess
	case answer.Withdrawal:
		return theme.ContentClearIcon(), theme.ColorNamePlaceHolder
	case answer.AtCentre:
		return theme.InfoIcon(), theme.ColorNamePrimary
	}
	return theme.RadioButtonIcon(), theme.ColorNamePlaceHolder
}

// dueCell is the day by which the centre answers, with how many days that is over; "" once it has.
func dueCell(w *frame.Window, r answer.Row) widgets.Cell {
	switch {
	case r.Stage == answer.Late:
		return widgets.Text(r.Due.Dotted() + " (−" + strconv.Itoa(-r.Days) + ")")
	case r.Stage != answer.AwaitAnswer && r.Stage != answer.ToEnter:
		return widgets.Text("")
	case r.Due == "":
		return widgets.Text(w.Say("answer_screen.due_unknown", nil))
	}
	return widgets.Text(r.Due.Dotted())
}

// seenCell is what was seen on the centre's site, and when it was looked there last; another answer
// than the one that was entered warns (UA-079).
func seenCell(w *frame.Window, r answer.Row) widgets.Cell {
	var words []string
	if r.Seen != nil {
		words = append(words, r.Seen.On.Dotted()+": "+stateTitle(w, r.Seen.Seen))
	}
	if r.Looked != nil && (r.Seen == nil || r.Looked.On > r.Seen.On) {
		words = append(words, w.Say("answer_screen.looked", map[string]any{"date": r.Looked.On.Dotted()}))
	}
	cell := widgets.Text(strings.Join(words, "; "))
	if r.Differs {
		cell.Icon, cell.Colour = theme.WarningIcon(), theme.ColorNameWarning
	}
	return cell
}

func stateTitle(w *frame.Window, code string) string {
	if s := w.Registrar().Campaign().ExternalStatus(code); s != nil {
		return s.Title
	}
	return code
}

// saidWords are the numbers of an answer, of the certificate or of the minutes with the reasons, and what
// the centre has said in its own words.
func saidWords(w *frame.Window, r answer.Row) string {
	a := r.Graduate.Current().Answer
	if a == nil {
		return ""
	}
	var words []string
	if a.Certificate != "" {
		words = append(words, w.Say("answer_screen.certificate_number", map[string]any{"number": a.Certificate}))
	}
	if a.Minutes != "" || len(a.Reasons) > 0 {
		words = append(words, w.Say("answer_screen.minutes_number", map[string]any{"number": a.Minutes, "reasons": strings.Join(a.Reasons, ", ")}))
	}
	if a.Added.Note != "" {
		words = append(words, a.Added.Note)
	}
	return strings.Join(words, "; ")
}
