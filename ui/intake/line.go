package intake

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/intake"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// line is a box to tick: a paper that lies in the kit, how far a copy is besides, or a question about
// a paper that was answered with yes.
type line struct {
	key  string
	tick *widgets.Tick
	// asked says that it is to be ticked before the kit is whole; denied that it was answered with no.
	asked, denied bool
	// paper and state are what a tick says of a paper, both empty of a question.
	paper, state string
	row          fyne.CanvasObject
	// no is the button of the other answer to a question, wrong what was said with it.
	no    *widgets.Button
	wrong *widget.Label
}

// How far questions stand in from their papers, at the usual size of letters.
const indent = 22

// showLines shows the papers; the boxes stay as long as the papers are the same, so that the keyboard
// stays where it is.
func (v *kitView) showLines() {
	if shape := shapeOf(v.kit.Papers); shape != v.shape {
		v.shape, v.lines = shape, nil
		v.list.RemoveAll()
		for i := range v.kit.Papers {
			v.addPaper(&v.kit.Papers[i])
		}
	}
	v.showStates()
}

// shapeOf tells papers with their questions apart from others.
func shapeOf(kit []intake.Paper) string {
	var codes []string
	for i := range kit {
		codes = append(codes, kit[i].Code)
		for _, q := range kit[i].Questions {
			codes = append(codes, q.Code)
		}
	}
	return strings.Join(codes, " ")
}

// addPaper adds a paper with its box, how far its copy is, and the questions about it.
func (v *kitView) addPaper(p *intake.Paper) {
	w := v.window
	title := widgets.Wrapped(p.Title)
	title.TextStyle.Bold = true
	note := p.Note
	if len(p.Checks) > 0 { // which say more
		note = ""
	}
	about := widgets.Small(strings.Join(frame.Filled(w.Say("help_screen.form_"+p.Form, nil), note), " · "))
	about.Importance = widget.LowImportance
	main := v.addLine(&line{key: p.Code, paper: p.Code, state: data.PaperInKit, asked: true})
	main.row = container.New(&widgets.Beside{}, main.tick, container.New(widgets.Snug, title, about))
	v.list.Add(main.row)
	if p.Copy() {
		states := container.New(&widgets.Flow{})
		for _, state := range []string{data.PaperMade, data.PaperCertified, data.PaperReturned} {
			l := v.addLine(&line{key: p.Code + ":" + state, paper: p.Code, state: state})
			words := widget.NewLabel(w.Say("kit.state."+state, nil))
			words.SizeName = theme.SizeNameCaptionText
			l.row = container.New(&widgets.Beside{}, l.tick, words)
			states.Add(l.row)
		}
		v.list.Add(v.indented(states))
	}
	for _, q := range p.Questions {
		v.addQuestion(q)
	}
	if refusals := v.refusals(p); refusals != "" {
		words := widgets.Small(w.Say("intake_screen.refusal", map[string]any{"refusal": refusals}))
		words.Importance = widget.LowImportance
		v.list.Add(v.indented(words))
	}
	v.list.Add(widget.NewSeparator())
}

func (v *kitView) indented(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, indent*v.window.Scale(), 0), o)
}

// addQuestion adds a question with its box for yes and its button for no.
func (v *kitView) addQuestion(q intake.Question) {
	l := v.addLine(&line{key: q.Code, asked: true})
	l.no = widgets.NewButton(v.window.Say("intake_screen.no", nil), nil, func() { v.onNo(q) })
	l.no.Importance, l.no.Aside, l.no.OnEscape = widget.LowImportance, true, v.leave
	l.wrong = widgets.Small("")
	l.wrong.Importance = widget.DangerImportance
	words := container.New(widgets.Snug, widgets.Wrapped(data.Capital(q.Says)), l.wrong)
	l.row = container.NewBorder(nil, nil, nil, container.NewVBox(l.no), container.New(&widgets.Beside{}, l.tick, words))
	l.tick.OnSide = func(step int) {
		if step < 0 {
			v.answer(l, true)
		} else {
			v.onNo(q)
		}
	}
	v.list.Add(v.indented(l.row))
}

// addLine makes the box of a line and puts it behind the others.
func (v *kitView) addLine(l *line) *line {
	l.tick = widgets.NewTick(func(checked bool) { v.onTick(l, checked) })
	l.tick.OnEnter = func() { widgets.Follow(v.scroll, l.row) }
	l.tick.OnEscape, l.tick.OnSubmit = v.leave, v.onReceive
	l.tick.OnMove = func(step int) { v.move(l, step) }
	v.lines = append(v.lines, l)
	return l
}

// move goes from a box to its neighbour; over the first stands the button that ticks them all.
func (v *kitView) move(l *line, step int) {
	switch at := slices.Index(v.lines, l) + step; {
	case at >= len(v.lines):
		v.window.Canvas().Focus(v.receive)
	case at >= 0:
		v.window.Canvas().Focus(v.lines[at].tick)
	case !v.whole.Disabled():
		v.window.Canvas().Focus(v.whole)
	}
}

// refusals are what no to the questions about a paper would bring, each once (UA-087).
func (v *kitView) refusals(p *intake.Paper) string {
	var all []string
	for _, q := range p.Questions {
		if words := v.refusal(q.Refusal); words != "" && !slices.Contains(all, words) {
			all = append(all, words)
		}
	}
	return strings.Join(all, "; ")
}

func (v *kitView) refusal(code string) string {
	if r := v.window.Registrar().Campaign().RefusalReason(code); r != nil {
		return r.Title
	}
	return ""
}

// showStates shows what the registry knows of each line of which nothing is on its way there.
func (v *kitView) showStates() {
	may := v.may()
	for i := range v.kit.Papers {
		p := &v.kit.Papers[i]
		for _, l := range v.lines {
			if l.paper == p.Code && v.sent[l.key] == 0 && v.sent[wholeKey] == 0 {
				l.tick.Set(slices.Contains(p.States, l.state))
			}
		}
		for n := range p.Questions {
			v.showAnswer(&p.Questions[n])
		}
	}
	for _, l := range v.lines {
		widgets.Enable(l.tick, may)
		if l.no != nil {
			widgets.Enable(l.no, may)
		}
	}
}

func (v *kitView) showAnswer(q *intake.Question) {
	at := slices.IndexFunc(v.lines, func(l *line) bool { return l.key == q.Code })
	if at < 0 || v.sent[q.Code] > 0 || v.sent[wholeKey] > 0 {
		return
	}
	l := v.lines[at]
	l.tick.Set(q.Yes())
	l.denied = q.Answer != nil && !q.Yes()
	words := ""
	if l.denied {
		words = v.window.Say("intake_screen.wrong", map[string]any{"fact": frame.FactWords(*q.Answer), "refusal": v.refusal(q.Refusal)})
	}
	widgets.SetWords(l.wrong, words)
	l.wrong.Hidden = words == ""
	l.no.Importance = widget.LowImportance
	if l.denied {
		l.no.Importance = widget.DangerImportance
	}
	l.no.Refresh()
}

// onTick keeps a tick.
func (v *kitView) onTick(l *line, checked bool) {
	switch {
	case l.paper != "":
		v.mark(l)
	case checked:
		v.answer(l, true)
	default:
		v.forget(l)
	}
}

// mark keeps how far a paper is, as its boxes have it.
func (v *kitView) mark(l *line) {
	var states []string
	for _, of := range v.lines {
		if of.paper == l.paper && of.tick.Checked {
			states = append(states, of.state)
		}
	}
	v.change(l.key, v.window.Say("intake_screen.marked", map[string]any{"paper": v.titleOf(l.paper)}), func(ctx context.Context, r *registrar.Registrar, id string) error {
		return r.Intake.Mark(ctx, id, l.paper, states)
	}, v.failed)
}

func (v *kitView) titleOf(paper string) string {
	for i := range v.kit.Papers {
		if v.kit.Papers[i].Code == paper {
			return v.kit.Papers[i].Title
		}
	}
	return paper
}

// answer keeps a yes to a question.
func (v *kitView) answer(l *line, yes bool) {
	l.tick.Set(yes)
	v.change(l.key, v.window.Say("intake_screen.answered", nil), func(ctx context.Context, r *registrar.Registrar, id string) error {
		return r.Intake.Ask(ctx, id, l.key, yes, "")
	}, v.failed)
}

// forget takes a yes back: nobody has answered.
func (v *kitView) forget(l *line) {
	v.change(l.key, v.window.Say("intake_screen.answered", nil), func(ctx context.Context, r *registrar.Registrar, id string) error {
		return r.Table.TakeBack(ctx, id, data.FactAsked, l.key)
	}, v.failed)
}
