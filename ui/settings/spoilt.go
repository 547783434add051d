package settings

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// anchorPart compares a mark of the history that somebody has kept with the registry.
type anchorPart struct {
	window *frame.Window
	typed  *widgets.Entry
	answer *widget.Label
	asked  frame.Turn
}

func newAnchorPart(w *frame.Window) *anchorPart {
	return &anchorPart{window: w, typed: widgets.NewEntry(""), answer: widgets.Wrapped("")}
}

func (p *anchorPart) build() fyne.CanvasObject {
	w := p.window
	r := w.Registrar()
	frame.Run(w, &frame.Turn{}, func(context.Context) (string, error) { return r.Anchor() }, p.onNow)
	p.typed.OnSubmitted = func(string) { p.onCompare() }
	compare := widgets.NewButton(w.Say("settings_screen.anchor_compare", nil), nil, p.onCompare)
	return container.NewVBox(widgets.Wrapped(w.Say("settings_screen.anchor_about", nil)),
		container.NewBorder(nil, nil, widget.NewLabel(w.Say("settings_screen.anchor", nil)), compare, p.typed), p.answer)
}

// onNow shows the present mark, as an example of one; none to who may not see it.
func (p *anchorPart) onNow(now string, err error) {
	if err == nil {
		p.typed.SetPlaceHolder(now)
	}
}

func (p *anchorPart) onCompare() {
	r, typed := p.window.Registrar(), p.typed.Text
	frame.Run(p.window, &p.asked, func(ctx context.Context) (bool, error) { return r.HoldsAnchor(ctx, typed) }, p.onCompared)
}

func (p *anchorPart) onCompared(holds bool, err error) {
	p.answer.Importance = widget.DangerImportance
	if registrar.CodeOf(err) == "anchor.unreadable" {
		p.answer.SetText(p.window.Explain(err))
		return
	}
	if err != nil {
		p.answer.SetText("")
		p.window.Fail(err)
		return
	}
	id := "anchor.missing"
	if holds {
		id, p.answer.Importance = "anchor.holds", widget.SuccessImportance
	}
	p.answer.SetText(p.window.Say(id, nil))
}

// TellNews says what the person who has just signed in must know of the registry itself:
// what is spoilt in it, and that the clock of the PC is wrong.
func TellNews(w *frame.Window, n frame.News) {
	if !n.Behind.IsZero() {
		w.Ask(w.Say("settings_screen.clock_title", nil), widgets.Wrapped(w.Say("doctor.clock", map[string]any{
			"now": w.Registrar().Now().Format(clockLayout), "last": n.Behind.Format(clockLayout)})), 520, frame.Choice{Label: w.Say("ui.close", nil)})
	}
	if len(n.Ills) == 0 {
		return
	}
	rows := container.NewVBox()
	for _, ill := range n.Ills {
		rows.Add(widgets.Wrapped("    " + w.Say("doctor."+ill.Code, ill.Args)))
	}
	content := container.NewVBox(widgets.Wrapped(w.Say("doctor.found", map[string]any{"count": len(n.Ills)})),
		widgets.ScrolledTo(widgets.OffTheBar(rows), 620, 240, w.Scale()), widgets.Wrapped(w.Say("doctor.advice", nil)))
	choices := []frame.Choice{{Label: w.Say("ui.close", nil)}}
	if w.Registrar().May(registrar.RightSetAside) {
		choices = append([]frame.Choice{{Label: w.Say("settings_screen.set_aside", nil), Chosen: func() { askSetAside(w, func() {}) }}}, choices...)
	}
	w.Ask(w.Say("settings_screen.spoilt_title", nil), content, 620, choices...)
}

const clockLayout = "02.01.2006 15:04"

// askSetAside asks whether what is spoilt is to be taken out, and does it.
func askSetAside(w *frame.Window, done func()) {
	w.Ask(w.Say("settings_screen.set_aside_title", nil), widgets.Wrapped(w.Say("settings_screen.set_aside_about", nil)), 560,
		frame.Choice{Label: w.Say("settings_screen.set_aside_yes", nil), Danger: true, Chosen: func() { setAside(w, done) }},
		frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func setAside(w *frame.Window, done func()) {
	r := w.Registrar()
	frame.RunLong(w, w.Say("settings_screen.setting_aside", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		_, kept, err := r.SetAside(ctx)
		return kept, err
	}, func(kept string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		done()
		w.DoneForGood(w.Say("doctor.aside", map[string]any{"file": filepath.Base(kept)}))
	})
}

// onDoctor has the whole registry examined.
func (s *Screen) onDoctor() {
	w := s.window
	r := w.Registrar()
	s.verdict.Importance = widget.MediumImportance
	s.verdict.SetText(w.Say("settings_screen.examining", nil))
	frame.Run(w, &s.asked, func(ctx context.Context) ([]registrar.Ill, error) { return r.Doctor(ctx) }, s.onExamined)
}

func (s *Screen) onExamined(ills []registrar.Ill, err error) {
	if err != nil {
		s.verdict.SetText("")
		s.window.Fail(err)
		return
	}
	s.found = &ills
	s.showFound()
}

// showFound says what the examination has found.
func (s *Screen) showFound() {
	ills := *s.found
	s.verdict.Importance = widget.SuccessImportance
	sentences := []string{s.window.Say("doctor.sound", nil)}
	if len(ills) > 0 {
		s.verdict.Importance = widget.DangerImportance
		sentences = []string{s.window.Say("settings_screen.ill", nil)}
	}
	for _, ill := range ills {
		sentences = append(sentences, s.window.Say("doctor."+ill.Code, ill.Args))
	}
	s.verdict.SetText(strings.Join(sentences, "\n"))
	s.aside.Hide()
	if len(ills) > 0 && s.window.Registrar().May(registrar.RightSetAside) {
		s.aside.Show()
	}
}

// onSetAside says what was done, and that what is left is sound.
func (s *Screen) onSetAside() { s.onExamined(nil, nil) }
