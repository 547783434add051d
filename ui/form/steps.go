package form

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/widgets"
)

// stepList is the progress of a form: every step with its icon and its word, the review
// last. A click, Enter or Space goes there.
type stepList struct {
	screen *Screen
	// titles are those of the items: which steps there are follows from the answers.
	titles []string
	items  []*widgets.StepItem
	column *fyne.Container
	scroll *container.Scroll
	// revealed is the step that was scrolled to.
	revealed int
}

func newStepList(s *Screen) *stepList {
	return &stepList{screen: s, revealed: -1, column: container.New(layout.NewCustomPaddedVBoxLayout(0))}
}

// arrange makes the items anew when a step has come or gone.
func (l *stepList) arrange() {
	var titles []string
	for _, step := range l.screen.form.Steps {
		titles = append(titles, step.Title)
	}
	titles = append(titles, l.screen.window.Say("form_screen.review", nil))
	if slices.Equal(titles, l.titles) {
		return
	}
	l.titles, l.items = titles, nil
	l.column.RemoveAll()
	for i, title := range titles {
		l.add(i, title)
	}
}

func (l *stepList) add(at int, title string) {
	title = l.screen.window.Say("form_screen.numbered", map[string]any{"number": at + 1, "title": title})
	item := widgets.NewStepItem(title, func() { l.screen.onJump(at) })
	item.OnMove = func(by int) { l.focus(at + by) }
	l.items = append(l.items, item)
	l.column.Add(item)
}

func (l *stepList) focus(at int) {
	if at < 0 || at >= len(l.items) {
		return
	}
	l.screen.window.Canvas().Focus(l.items[at])
	widgets.Follow(l.scroll, l.items[at])
}

func (l *stepList) build() fyne.CanvasObject {
	l.scroll = container.NewVScroll(l.column)
	return container.NewBorder(nil, widgets.Small(l.screen.window.Say("form_screen.saves_itself", nil)), nil, nil, l.scroll)
}

// show shows how far each step is.
func (l *stepList) show() {
	l.arrange()
	w, s := l.screen.window, l.screen
	for i := range s.form.Steps {
		state := s.state(&s.form.Steps[i])
		word := w.Say("form_screen.state_"+state, nil)
		if state == stateErrors {
			word = l.errors(s.form.Steps[i].Errors)
		}
		l.mark(i, state, word)
	}
	last := len(l.items) - 1
	switch errors := s.errors(); {
	case errors > 0:
		l.mark(last, stateErrors, l.errors(errors))
	case s.unsavedField() != "":
		l.mark(last, stateUnsaved, w.Say("form_screen.state_unsaved", nil))
	case s.finishable():
		l.mark(last, stateEmpty, w.Say("form_screen.state_ready", nil))
	case s.form.Finished != nil:
		l.mark(last, stateComplete, w.Say("form_screen.state_complete", nil))
	default:
		l.mark(last, stateClear, w.Say("form_screen.state_clear", nil))
	}
	widgets.Arrange(l.scroll)
	l.reveal()
	if s.at != l.revealed {
		// The heights of new items are known once they have been drawn.
		l.revealed = s.at
		w.After(drawn, func() {
			l.scroll.ScrollToTop()
			l.reveal()
		})
	}
}

// drawn is when a change has been drawn for certain.
const drawn = 100 * time.Millisecond

// reveal scrolls to the step that is shown.
func (l *stepList) reveal() {
	if at := l.screen.at; at >= 0 && len(l.items) > 0 {
		widgets.Follow(l.scroll, l.items[min(at, len(l.items)-1)])
	}
}

func (l *stepList) errors(count int) string {
	return l.screen.window.Say("form_screen.state_errors", map[string]any{"count": count})
}

func (l *stepList) mark(at int, state, word string) {
	current := at == l.screen.at
	if current {
		word = l.screen.window.Say("form_screen.current", map[string]any{"state": word})
	}
	icon, colour := stateLook(state)
	l.items[at].SetState(icon, colour, word, current)
}

// The states of a step.
const (
	stateComplete = "complete"
	// stateNotice is complete with something to look at.
	stateNotice = "notice"
	stateErrors = "errors"
	stateEmpty  = "empty"
	// stateOptional is a step that asks for nothing and has nothing.
	stateOptional = "optional"
	// stateKit is a list of papers: what lies in the folder no program sees.
	stateKit = "kit"
	// stateUsual is a step in which stands only what every new graduate has, and that
	// nobody has opened.
	stateUsual = "usual"
	// stateClear is a form in which nothing is wrong and that nobody finishes here.
	stateClear   = "clear"
	stateUnsaved = "unsaved"
)

// state is how far a step is.
func (s *Screen) state(step *form.Step) string {
	filled, usual := false, false
	for _, f := range step.Fields {
		if s.sheet.holds(f.Code) {
			return stateUnsaved
		}
		filled = filled || f.Value != "" && !f.Usual && f.Kind != registrar.KindInstitution
		usual = usual || f.Usual
	}
	switch {
	case step.Errors > 0 && !filled:
		return stateEmpty
	case step.Errors > 0:
		return stateErrors
	case len(step.Findings) > 0:
		return stateNotice
	case len(step.Kit) > 0:
		return stateKit
	case !filled && !usual:
		return stateOptional
	case !filled && !s.seen(step.Code):
		return stateUsual
	}
	return stateComplete
}

// seen says whether somebody has looked at a step: at itself, or at all on the last page.
func (s *Screen) seen(step string) bool {
	shown := s.at >= 0 && s.at < len(s.form.Steps) && s.form.Steps[s.at].Code == step
	return shown || s.opened[step] || s.at == len(s.form.Steps) || s.form.Finished != nil || s.window.Settings.FormStep(s.id) == reviewPlace
}

func stateLook(state string) (fyne.Resource, fyne.ThemeColorName) {
	switch state {
	case stateErrors:
		return theme.ErrorIcon(), theme.ColorNameError
	case stateUnsaved, stateNotice:
		return theme.WarningIcon(), theme.ColorNameWarning
	case stateKit, stateClear:
		return theme.InfoIcon(), theme.ColorNamePlaceHolder
	case stateEmpty, stateOptional, stateUsual:
		return theme.RadioButtonIcon(), theme.ColorNamePlaceHolder
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}

// errors counts what must be mended in the whole form.
func (s *Screen) errors() int {
	n := 0
	for _, f := range s.form.Findings() {
		if field.Severe(f) {
			n++
		}
	}
	return n
}
