package ui

import (
	"context"
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
)

// findingLines is the list of what is wrong with one graduate: each finding with its
// icon, its sentence, where that is written, and what can be done about it.
type findingLines struct {
	window *Window
	id     string
	// onGo goes to what a finding is about; nil where there is no way.
	onGo func(f registrar.Finding)
	// brief leaves out where a rule is written, for a narrow place.
	brief bool
	// reveal scrolls to a line with the focus; nil where nothing scrolls.
	reveal func(o fyne.CanvasObject)
	lines  *fyne.Container
	asked  turn
}

// newFindingLines makes an empty list of one graduate; onGo may be nil.
func newFindingLines(w *Window, id string, onGo func(f registrar.Finding)) *findingLines {
	return &findingLines{window: w, id: id, onGo: onGo, lines: container.NewVBox()}
}

// object is the list.
func (l *findingLines) object() fyne.CanvasObject { return l.lines }

// show lists other findings, those of the graduate id, in the place of these.
func (l *findingLines) show(id string, found []registrar.Finding) {
	l.id = id
	l.lines.RemoveAll()
	for _, f := range found {
		l.lines.Add(l.line(f))
	}
	l.lines.Refresh()
}

func (l *findingLines) line(f registrar.Finding) fyne.CanvasObject {
	resource, colour := severityLook(f.Severity)
	icon := canvas.NewImageFromResource(theme.NewColoredResource(resource, colour))
	icon.SetMinSize(fyne.NewSquareSize(theme.Size(theme.SizeNameInlineIcon)))
	icon.FillMode = canvas.ImageFillContain
	words := container.New(&tight{}, wrapped(l.window.phrase(f)))
	if f.Source != "" && !l.brief && !requirement.MatchString(f.Source) {
		source := small(f.Source)
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
	goTo := newTabbed(l.window.say("form_screen.finding_go", nil), func() { l.onGo(f) }, l.reveal)
	if l.brief {
		goTo.SetText("")
		goTo.SetIcon(theme.NavigateNextIcon())
		goTo.Importance = widget.LowImportance
	}
	right := container.NewVBox(goTo)
	return container.New(layout.NewBorderLayout(nil, nil, left, right), left, right, words)
}

// actions are what can be done about a finding by the one who signed in.
func (l *findingLines) actions(f registrar.Finding) []fyne.CanvasObject {
	w := l.window
	var buttons []fyne.CanvasObject
	add := func(words string, do func()) {
		buttons = append(buttons, newTabbed(words, do, l.reveal))
	}
	if f.Proposal != nil && w.MayFill(f.Proposal.Field) {
		add(w.say("form_screen.finding_take", map[string]any{"value": l.shortened(f.Proposal.Title)}), func() { l.onTake(f.Proposal) })
	}
	if strings.HasPrefix(f.Rule, "payment_") {
		add(w.say("form_screen.payments", nil), func() { w.Go(Route{Screen: screenReceipts, Graduate: l.id}) })
	}
	return append(buttons, settlingButtons(w, l.id, f, l.reveal)...)
}

// settlingButtons are the buttons of what only a person can settle: to confirm it, and to record
// a call to the centre.
func settlingButtons(w *Window, id string, f registrar.Finding, reveal func(fyne.CanvasObject)) []fyne.CanvasObject {
	if !w.May(registrar.RightRegister) {
		return nil
	}
	var buttons []fyne.CanvasObject
	if f.Severity == data.SeverityConfirm {
		buttons = append(buttons, newTabbed(w.say("form_screen.finding_confirm", nil), func() { askConfirm(w, id, f) }, reveal))
	}
	if f.Call {
		buttons = append(buttons, newTabbed(w.say("form_screen.finding_call", nil), func() { askCall(w, []string{id}, w.phrase(f)) }, reveal))
	}
	return buttons
}

// longestProposal is how many letters of a value stand on its button, briefProposal how
// many in a narrow place.
const longestProposal, briefProposal = 32, 12

// shortened cuts words that no button can hold.
func (l *findingLines) shortened(words string) string {
	letters, longest := []rune(words), longestProposal
	if l.brief {
		longest = briefProposal
	}
	if len(letters) <= longest {
		return words
	}
	return string(letters[:longest-1]) + "…"
}

// onTake puts the proposed value into its field.
func (l *findingLines) onTake(p *data.Proposal) {
	w, id := l.window, l.id
	r := w.Registrar()
	run(w, &l.asked, func(ctx context.Context) ([]registrar.Finding, error) {
		return r.Change(ctx, id, []registrar.Assign{{Field: p.Field, Value: p.Value}})
	}, func(_ []registrar.Finding, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.done(w.say("ui.saved", map[string]any{"name": w.Registrar().FieldTitle(p.Field)}), nil)
	})
}

// severe says that a finding must be mended.
func severe(f registrar.Finding) bool { return f.Severity == data.SeverityError }

// errorsFirst puts what must be mended before what is only to be looked at.
func errorsFirst(found []registrar.Finding) []registrar.Finding {
	slices.SortStableFunc(found, func(a, b registrar.Finding) int {
		switch {
		case severe(a) == severe(b):
			return 0
		case severe(a):
			return -1
		}
		return 1
	})
	return found
}
