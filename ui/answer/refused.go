package answer

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar/answer"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// ticked is a box with words of as many lines as they need.
type ticked struct {
	*widgets.Tick
	code string
	row  fyne.CanvasObject
}

func newTicked(code, words string, checked bool, changed func(bool)) *ticked {
	t := &ticked{Tick: widgets.NewTick(changed), code: code}
	t.Checked = checked
	t.row = container.NewBorder(nil, nil, container.NewVBox(t.Tick), nil, widgets.Wrapped(words))
	return t
}

// codes are those of the ticked ones, never nil.
func codes(ticks []*ticked, checked bool) []string {
	all := []string{}
	for _, t := range ticks {
		if t.Checked == checked {
			all = append(all, t.code)
		}
	}
	return all
}

// refusedForm enters a refusal: minutes, reasons in the words of the law, what came back and what stays
// at the centre (UA-095…101).
type refusedForm struct {
	*record
	scroll          *container.Scroll
	minutes         *widgets.Labelled
	minutesIn       *widgets.Entry
	reason          *widgets.Labelled
	reasons, papers []*ticked
	papersBox       *fyne.Container
	tracking        *widgets.Entry
	came            *widgets.Labelled
	cameIn          *widgets.DateEntry
	asking          frame.Turn
	// typed says that somebody has ticked a paper otherwise than it was proposed.
	typed bool
}

func (s *Screen) onRefused(rows []answer.Row) {
	w, f := s.Window, &refusedForm{record: s.newRecord("refused", rows)}
	f.minutes, f.minutesIn = f.Entry("answer.minutes", "answer_screen.minutes_hint")
	f.Day("answer_screen.day_minutes")
	f.addReasons()
	f.papersBox = container.NewVBox()
	f.Fields.Add(f.papersBox)
	_, f.tracking = f.Entry("answer_screen.letter", "answer_screen.tracking_hint")
	f.cameIn = w.NewDateEntry()
	f.came = widgets.NewLabelledRow(w.Say("answer_screen.day_came", nil), f.cameIn, f.cameIn)
	f.cameIn.OnChanged = func(string) { f.came.SetFault("") }
	f.Fields.Add(f.came.Box)
	f.Faults["answer.no_minutes"], f.Faults["answer.no_reason"] = f.minutes, f.reason
	f.Faults["answer.came_before"], f.Faults["answer.before_sent"] = f.came, f.Date
	f.show()
	w.Canvas().Focus(f.minutesIn)
}

// show puts the fields into a scroller: the words of the law are long.
func (f *refusedForm) show() {
	w := f.Window
	f.scroll = container.NewVScroll(widgets.OffTheBar(f.Fields))
	f.scroll.SetMinSize(fyne.NewSize(0, w.Canvas().Size().Height-190*w.Scale()))
	f.Box = w.Ask(w.Say("answer_screen.title.refused", nil), f.scroll, 680, frame.Choice{Label: w.Say("answer_screen.yes.refused", nil), Ready: func() bool {
		f.onReady()
		return false
	}}, frame.Choice{Label: f.Leaving})
}

func (f *refusedForm) addReasons() {
	w := f.Window
	box := container.NewVBox()
	for _, item := range w.Registrar().Campaign().RefusalReasons {
		t := newTicked(item.Code, item.Code+". "+item.Title, false, func(bool) { f.onReason() })
		t.OnEscape = func() { f.Box.Leave() }
		t.OnEnter = func() { widgets.Follow(f.scroll, t.row) }
		f.reasons = append(f.reasons, t)
		box.Add(t.row)
	}
	f.reason = widgets.NewLabelledRow(w.Say("answer_screen.reasons", nil), box, f.reasons[0])
	f.Fields.Add(f.reason.Box)
}

// onReason asks what comes back for the reasons that are ticked now.
func (f *refusedForm) onReason() {
	f.reason.SetFault("")
	r, id, reasons := f.Window.Registrar(), f.rows[0].Graduate.ID, codes(f.reasons, true)
	frame.Run(f.Window, &f.asking, func(context.Context) ([]proposed, error) {
		fate, err := r.Answer.Propose(id, reasons)
		var papers []proposed
		for _, p := range fate.Returned {
			papers = append(papers, proposed{p.Code, p.Title, true})
		}
		for _, p := range fate.Kept {
			papers = append(papers, proposed{p.Code, p.Title, false})
		}
		return papers, err
	}, f.onProposed)
}

// proposed is a paper of the kit as the rule has it: it came back, or it stays at the centre.
type proposed struct {
	code  string
	title data.Wording
	back  bool
}

// onProposed shows the papers: a tick says that one came back. What somebody has ticked otherwise
// stays so.
func (f *refusedForm) onProposed(papers []proposed, err error) {
	w := f.Window
	if err != nil {
		w.Fail(err)
		return
	}
	was := f.papers
	f.papers = nil
	f.papersBox.RemoveAll()
	if len(papers) > 0 {
		f.papersBox.Add(widgets.FieldCaption(w.Say("answer_screen.came_back", nil)))
	}
	for _, p := range papers {
		checked := p.back
		if i := slices.IndexFunc(was, func(t *ticked) bool { return t.code == p.code }); i >= 0 && f.typed {
			checked = was[i].Checked
		}
		t := newTicked(p.code, w.Word(p.title), checked, func(bool) { f.typed = true })
		t.OnEscape = func() { f.Box.Leave() }
		t.OnEnter = func() { widgets.Follow(f.scroll, t.row) }
		f.papers = append(f.papers, t)
		f.papersBox.Add(t.row)
	}
	f.scroll.Refresh()
}

func (f *refusedForm) onReady() {
	w, r := f.Window, f.Window.Registrar()
	came, err := r.ParseDay(f.cameIn.Text)
	cameLack := frame.Lack{Field: f.came}
	if err != nil {
		cameLack.Words = w.ExplainBeside(err)
	}
	if !w.SayLacks(frame.Lack{Field: f.minutes, Words: w.SayIf(strings.TrimSpace(f.minutesIn.Text) == "", "answer.no_minutes")}, f.DayLack(),
		frame.Lack{Field: f.reason, Words: w.SayIf(len(codes(f.reasons, true)) == 0, "answer.no_reason")}, cameLack) {
		return
	}
	refusal := answer.Refusal{Minutes: f.minutesIn.Text, On: f.TypedDay(), Reasons: codes(f.reasons, true), Tracking: f.tracking.Text, Came: came}
	if len(f.papers) > 0 {
		refusal.Returned, refusal.Kept = codes(f.papers, true), codes(f.papers, false)
	}
	id := f.rows[0].Graduate.ID
	f.enter(func(ctx context.Context) error { return r.Answer.Refused(ctx, id, refusal) }, nil)
}
