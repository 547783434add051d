package field

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// FindingLines is the list of what is wrong with one graduate: each finding with its
// icon, its sentence, where that is written, and what can be done about it.
type FindingLines struct {
	window *frame.Window
	id     string
	// onGo goes to what a finding is about; nil where there is no way.
	onGo func(f registrar.Finding)
	// Brief leaves out where a rule is written, for a narrow place.
	Brief bool
	// Reveal scrolls to a line with the focus; nil where nothing scrolls.
	Reveal func(o fyne.CanvasObject)
	lines  *fyne.Container
	found  []registrar.Finding
	asked  frame.Turn
}

// NewFindingLines makes an empty list of one graduate; onGo may be nil.
func NewFindingLines(w *frame.Window, id string, onGo func(f registrar.Finding)) *FindingLines {
	return &FindingLines{window: w, id: id, onGo: onGo, lines: container.NewVBox()}
}

// Object is the list.
func (l *FindingLines) Object() fyne.CanvasObject { return l.lines }

// Show lists other findings, those of the graduate id, in the place of these.
func (l *FindingLines) Show(id string, found []registrar.Finding) {
	// The same ones stay: a button among them may have the focus.
	if id == l.id && reflect.DeepEqual(found, l.found) {
		return
	}
	l.leave()
	l.id, l.found = id, found
	l.lines.Objects = nil
	for _, f := range found {
		l.lines.Objects = append(l.lines.Objects, l.line(f))
	}
	widgets.Arrange(l.lines)
}

// leave takes the keyboard on to what stands behind the list: the button that has it goes.
func (l *FindingLines) leave() {
	canvas := l.window.Canvas()
	for range mostButtons * len(l.found) {
		at, is := canvas.Focused().(fyne.CanvasObject)
		if !is || !Holds(l.lines, at) {
			return
		}
		canvas.FocusNext()
	}
}

// mostButtons is how many a finding may have.
const mostButtons = 5

func (l *FindingLines) line(f registrar.Finding) fyne.CanvasObject {
	resource, colour := widgets.SeverityLook(f.Severity)
	icon := canvas.NewImageFromResource(theme.NewColoredResource(resource, colour))
	icon.SetMinSize(fyne.NewSquareSize(theme.Size(theme.SizeNameInlineIcon)))
	icon.FillMode = canvas.ImageFillContain
	words := container.New(&widgets.Tight{}, widgets.Wrapped(l.window.Phrase(f)))
	if f.Source != "" && !l.Brief && !requirement.MatchString(f.Source) {
		source := widgets.Small(l.window.Cite(f.Source))
		source.Importance = widget.LowImportance
		words.Add(source)
	}
	if actions := l.actions(f); len(actions) > 0 {
		words.Add(container.New(layout.NewRowWrapLayout(), actions...))
	}
	left := container.NewPadded(container.NewVBox(icon))
	if l.onGo == nil || l.window.Registrar().Campaign().StepOf(f.Field) == "" {
		return container.NewBorder(nil, nil, left, nil, words)
	}
	goTo := widgets.NewTabbed(l.window.Say("form_screen.finding_go", nil), func() { l.onGo(f) }, l.Reveal)
	if l.Brief {
		goTo.SetText("")
		goTo.SetIcon(theme.NavigateNextIcon())
		goTo.Importance = widget.LowImportance
	}
	right := container.NewVBox(goTo)
	return container.New(layout.NewBorderLayout(nil, nil, left, right), left, right, words)
}

// actions are what can be done about a finding by the one who signed in.
func (l *FindingLines) actions(f registrar.Finding) []fyne.CanvasObject {
	w := l.window
	var buttons []fyne.CanvasObject
	add := func(words string, do func()) {
		buttons = append(buttons, widgets.NewTabbed(words, do, l.Reveal))
	}
	if f.Proposal != nil && w.MayFill(f.Proposal.Field) {
		id := "form_screen.finding_take"
		if f.Proposal.Value == "" {
			id = "input.clear"
		}
		add(w.Say(id, map[string]any{"value": l.shortened(w.Word(f.Proposal.Title))}), func() { l.onTake(f.Proposal) })
	}
	if strings.HasPrefix(f.Rule, "payment_") {
		add(w.Say("form_screen.payments", nil), func() { w.Go(frame.Route{Screen: frame.Receipts, Graduate: l.id}) })
	}
	return append(buttons, settlingButtons(w, l.id, f, func(words string, do func()) fyne.CanvasObject { return widgets.NewTabbed(words, do, l.Reveal) })...)
}

// settlingButtons are the buttons of what only a person can settle: to confirm it, and to record
// a call to the centre; button makes one.
func settlingButtons(w *frame.Window, id string, f registrar.Finding, button func(words string, do func()) fyne.CanvasObject) []fyne.CanvasObject {
	if !w.May(registrar.RightRegister) {
		return nil
	}
	var buttons []fyne.CanvasObject
	if f.Severity == data.SeverityConfirm {
		buttons = append(buttons, button(w.Say("form_screen.finding_confirm", nil), func() { askConfirm(w, id, f) }))
	}
	if f.Call {
		buttons = append(buttons, button(w.Say("form_screen.finding_call", nil), func() { AskCall(w, []string{id}, w.Phrase(f)) }))
	}
	return buttons
}

// longestProposal is how many letters of a value stand on its button, briefProposal how
// many in a narrow place.
const longestProposal, briefProposal = 32, 12

// shortened cuts words that no button can hold.
func (l *FindingLines) shortened(words string) string {
	letters, longest := []rune(words), longestProposal
	if l.Brief {
		longest = briefProposal
	}
	if len(letters) <= longest {
		return words
	}
	return string(letters[:longest-1]) + "…"
}

// onTake puts the proposed value into its field.
func (l *FindingLines) onTake(p *data.Proposal) {
	w, id := l.window, l.id
	r := w.Registrar()
	number := int64(0)
	frame.Run(w, &l.asked, func(ctx context.Context) (who string, err error) {
		_, err = r.Table.Change(registrar.Numbered(ctx, &number), id, []registrar.Assign{{Field: p.Field, Value: p.Value}})
		return frame.NameOf(r, id), err
	}, func(who string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		Tell(w, p.Field, who, number)
	})
}

// Severe says that a finding must be mended.
func Severe(f registrar.Finding) bool { return f.Severity == data.SeverityError }

// ErrorsFirst puts what must be mended before what is only to be looked at.
func ErrorsFirst(found []registrar.Finding) []registrar.Finding {
	slices.SortStableFunc(found, func(a, b registrar.Finding) int {
		switch {
		case Severe(a) == Severe(b):
			return 0
		case Severe(a):
			return -1
		}
		return 1
	})
	return found
}

// link leads to the page that explains the field (KG-049); it is hidden where there is
// none.
func (f *inputFrame) link() fyne.CanvasObject {
	box := container.New(&widgets.Stacked{})
	box.Hide()
	page := f.window.Registrar().Campaign().Link(f.field.Help)
	if page == nil {
		return box
	}
	link := widgets.NewLink(page.Title, func() { f.onLink(page.URL) })
	link.Gained = func() { f.onBelow(link) }
	box.Add(container.NewHBox(link))
	if page.Note != "" {
		note := widgets.Small(page.Note)
		note.Importance = widget.LowImportance
		box.Add(note)
	}
	box.Show()
	return box
}

func (f *inputFrame) onLink(url string) {
	w := f.window
	frame.Run(w, &frame.Turn{}, func(context.Context) (struct{}, error) { return struct{}{}, w.OpenFile(url) }, func(_ struct{}, err error) { w.Fail(err) })
}
