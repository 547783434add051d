package answer

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// planPage leads from an answer to the next attempt: what to do, in order, with ticks (UA-082…086,
// UA-102…105).
type planPage struct {
	screen  *Screen
	id      string
	plan    answer.Plan
	page    *fyne.Container
	scroll  *container.Scroll
	box     *frame.Box
	reading frame.Turn
	// ticks are the boxes of the page, at is the place of the one that was ticked last, -1 for none:
	// the page is new then, and the keyboard stays there.
	ticks []*ticked
	at    int
}

func (s *Screen) onPlan(rows []answer.Row) {
	p := &planPage{screen: s, id: rows[0].Graduate.ID, page: container.New(&widgets.Stacked{}), at: -1}
	p.scroll = container.NewVScroll(widgets.OffTheBar(p.page))
	p.read()
}

// read asks for the plan in the background.
func (p *planPage) read() {
	r := p.screen.Window.Registrar()
	frame.Run(p.screen.Window, &p.reading, func(ctx context.Context) (answer.Plan, error) { return r.Answer.Plan(ctx, p.id) }, p.onRead)
}

func (p *planPage) onRead(plan answer.Plan, err error) {
	if err != nil {
		p.screen.Window.Fail(err)
		return
	}
	begun := p.plan.Begun
	p.plan = plan
	p.page.RemoveAll()
	p.ticks = nil
	p.head()
	for i, step := range plan.Steps {
		p.step(i+1, step)
	}
	if p.box == nil || begun != plan.Begun {
		p.open()
	}
	p.scroll.Refresh()
	if p.at >= 0 && p.at < len(p.ticks) {
		p.screen.Window.Canvas().Focus(p.ticks[p.at].Tick)
	}
}

// open shows the dialog, anew when the attempt has begun.
func (p *planPage) open() {
	w := p.screen.Window
	if p.box != nil {
		p.box.Close()
	}
	choices := []frame.Choice{{Label: w.Say("answer_screen.to_form", nil), Ready: p.onForm}, {Label: w.Say("ui.close", nil)}}
	if !p.plan.Begun && w.May(registrar.RightRegister) {
		choices[0] = frame.Choice{Label: w.Say("answer_screen.yes."+p.kind(), nil), Ready: p.onBegin}
	}
	size := fyne.NewSize(660*w.Scale(), max(w.Canvas().Size().Height-170*w.Scale(), 140))
	p.box = w.Ask(w.Say("answer_screen.title."+p.kind(), nil), container.New(&widgets.FixedSize{Size: size}, p.scroll), 720, choices...)
}

// kind is the id of why there is another attempt.
func (p *planPage) kind() string { return string(p.plan.Kind) }

// head says who it is and what was answered.
func (p *planPage) head() {
	w, a := p.screen.Window, p.plan.Of.Answer
	p.page.Add(widgets.BoldWords(p.plan.Graduate.FullName()))
	words := w.Say("attempt."+string(p.plan.Of.Kind), nil)
	if number := p.plan.Of.CardNumber; number != "" {
		words += ", № " + number
	}
	words += ": " + w.Say("status."+string(p.plan.Of.AnswerState()), nil)
	if a != nil {
		words += " " + a.On.Dotted()
	}
	p.page.Add(widgets.Small(strconv.Itoa(p.plan.Number) + ") " + words))
	if a != nil && a.Added.Note != "" {
		p.page.Add(widgets.Small(a.Added.Note))
	}
}

// step is one thing to do, with what there is to know about it.
func (p *planPage) step(number int, step answer.Step) {
	w := p.screen.Window
	icon := theme.NewColoredResource(theme.RadioButtonIcon(), theme.ColorNamePlaceHolder)
	if step.Done {
		icon = theme.NewColoredResource(theme.ConfirmIcon(), theme.ColorNameSuccess)
	}
	words := widgets.Wrapped(strconv.Itoa(number) + ". " + w.Say("answer_screen.step."+step.Code, nil))
	words.TextStyle.Bold = true
	inside := container.New(&widgets.Stacked{}, words)
	p.inside(step, inside)
	mark := container.NewVBox(container.NewPadded(widget.NewIcon(icon)))
	p.page.Add(container.NewBorder(nil, nil, mark, nil, inside))
}

// inside says what a step is about.
func (p *planPage) inside(step answer.Step, to *fyne.Container) {
	w := p.screen.Window
	switch step.Code {
	case answer.StepService:
		if address := w.Registrar().Campaign().SiteURL; address != "" {
			to.Add(widgets.Small(w.Registrar().Campaign().SiteTitle + ": " + address))
		}
		p.tick(to, data.FactEntered, w.Say("answer_screen.in_service", nil), step.Done, p.onService)
	case answer.StepMend:
		for _, reason := range p.plan.Reasons {
			p.tick(to, data.FactMended, reason.Code+". "+reason.Title, reason.Mended != nil, func(mended bool) { p.onMend(reason.Code, mended) })
		}
	case answer.StepChange:
		for _, c := range p.plan.Changed {
			to.Add(widgets.BulletLine(p.changed(c)))
		}
	case answer.StepCard:
		if number := p.plan.Of.CardNumber; number != "" {
			to.Add(widgets.Small(w.Say("answer_screen.old_number", map[string]any{"number": number})))
		}
	case answer.StepPapers:
		p.papers(to)
	case answer.StepSend:
		p.term(to)
	}
}

// tick is a box that can be ticked once the attempt has begun.
func (p *planPage) tick(to *fyne.Container, of data.FactKind, words string, checked bool, changed func(bool)) {
	at := len(p.ticks)
	t := newTicked(string(of), words, checked, func(checked bool) {
		p.at = at
		changed(checked)
	})
	p.ticks = append(p.ticks, t)
	t.OnEscape = func() { p.box.Leave() }
	t.OnEnter = func() { widgets.Follow(p.scroll, t.row) }
	if !p.plan.Begun || !p.screen.Window.May(registrar.RightRegister) {
		t.Disable()
	}
	to.Add(t.row)
}

// changed is a field that differs from what the centre had answered about.
func (p *planPage) changed(c registrar.FieldChange) string {
	w := p.screen.Window
	said := func(value string) string {
		if value == "" {
			return "—"
		}
		return w.TitleOfCode(c.Field, value)
	}
	return w.TitleOfField(c.Field) + ": " + said(c.Before) + " → " + said(c.After)
}

// papers are those that are made anew, and those that are there.
func (p *planPage) papers(to *fyne.Container) {
	w := p.screen.Window
	for _, anew := range []bool{true, false} {
		id := map[bool]string{true: "answer_screen.papers_new", false: "answer_screen.papers_there"}[anew]
		first := true
		for _, k := range p.plan.Papers {
			if k.New != anew {
				continue
			}
			if first {
				to.Add(widgets.Small(w.Say(id, nil)))
				first = false
			}
			to.Add(widgets.BulletLine(w.Word(k.Wording())))
		}
	}
}

// term says by when it is to be sent; what is late or not known must not be overlooked.
func (p *planPage) term(to *fyne.Container) {
	w, term := p.screen.Window, p.plan.Term
	if p.plan.Via != "" {
		to.Add(widgets.Small(p.plan.Via))
	}
	words := w.Say("answer.term_"+string(term.Verdict), map[string]any{"date": term.Last().Dotted()})
	if p.plan.Sent != "" {
		words = w.Say("answer_screen.detail_sent", map[string]any{"date": p.plan.Sent.Dotted()}) + ". " + words
	}
	if term.InTime() {
		to.Add(widgets.Wrapped(words))
		return
	}
	to.Add(widgets.WarningLine(words))
}

// onBegin begins the attempt; the page stays and shows what follows.
func (p *planPage) onBegin() bool {
	w, r, number, kind := p.screen.Window, p.screen.Window.Registrar(), int64(0), p.plan.Kind
	rows := []answer.Row{p.screen.rows[p.id]}
	frame.RunIn(p.box, func(ctx context.Context) (struct{}, error) {
		ctx = registrar.Numbered(ctx, &number)
		if kind == data.RetryRegistration {
			return struct{}{}, r.Answer.Retry(ctx, p.id)
		}
		return struct{}{}, r.Answer.ReRegister(ctx, p.id)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		p.screen.did(string(kind), rows, number)
		p.read()
	})
	return false
}

// onForm opens the form, where the new number and what has changed is typed.
func (p *planPage) onForm() bool {
	p.box.Close()
	p.screen.OpenForm(frame.Route{Graduate: p.id})
	return false
}

// onMend ticks a reason off, or takes the tick back (UA-104).
func (p *planPage) onMend(reason string, mended bool) {
	p.store(func(ctx context.Context, r *registrar.Registrar) error {
		return r.Answer.Mend(ctx, p.id, reason, mended)
	})
}

// onService notes that the change is made in the centre's service, or was not.
func (p *planPage) onService(done bool) {
	p.store(func(ctx context.Context, r *registrar.Registrar) error {
		if done {
			return r.Table.Record(ctx, []string{p.id}, data.Fact{Kind: data.FactEntered})
		}
		return r.Table.TakeBack(ctx, p.id, data.FactEntered, "")
	})
}

// store saves a tick and reads the plan anew, which shows what is true.
func (p *planPage) store(work func(context.Context, *registrar.Registrar) error) {
	w, r := p.screen.Window, p.screen.Window.Registrar()
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx, r) }, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
		}
		p.read()
	})
}
