package graduates

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// graduatePanel is the side panel of one graduate: what is missing, what is next, and the
// basic fields, each of which saves itself.
type graduatePanel struct {
	window *frame.Window
	// id is whose fields are shown, "" while nobody's are; wanted is who is to be shown once
	// the registry has answered.
	id, wanted string
	asked      frame.Turn
	// openForm goes to the whole form of a graduate.
	openForm func(id, field string)
	// leave gives the keyboard to the table.
	leave func()

	// toNext makes the next of the list the current one and reports whether there is one.
	toNext func() bool
	// ahead takes what is typed while the next one is on the way, onward says whose card number
	// was confirmed by Enter and is not saved yet, going that the next one comes by it.
	ahead  *typedAhead
	onward string
	going  bool
	// doubts are card numbers that are to be looked at, doubt the words that name them.
	doubts []cardDoubt
	doubt  *widget.Label

	name  *widget.Label
	about *widget.Label
	// next says what is to be done next, and leads to where.
	next    *frame.NextLine
	missing *fyne.Container
	found   *field.FindingLines
	codes   []string
	inputs  map[string]field.Input
	body    *fyne.Container
	nobody  *widget.Label
	whole   *fyne.Container
	look    *panelLayout
	// lacks scrolls what is missing, scroller the fields.
	lacks, scroller *container.Scroll
}

func newGraduatePanel(w *frame.Window, openForm func(id, field string), leave func(), toNext func() bool) *graduatePanel {
	p := &graduatePanel{window: w, openForm: openForm, leave: leave, toNext: toNext, inputs: map[string]field.Input{}}
	p.name = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	p.name.SizeName, p.name.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	p.about = widget.NewLabel("")
	p.about.SizeName, p.about.Wrapping = theme.SizeNameCaptionText, fyne.TextWrapWord
	p.next = frame.NewNextLine(w, func(to frame.Route) {
		p.Keep()
		w.Go(to)
	})
	p.missing, p.look = container.NewVBox(), &panelLayout{whole: p.wholeFindings}
	p.doubt = widgets.Small("")
	p.doubt.Importance = widget.WarningImportance
	p.doubt.Hide()
	p.found = field.NewFindingLines(w, "", p.onGo)
	p.found.Brief = true
	p.nobody = widget.NewLabel(w.Say("ui.choose_somebody", nil))
	p.nobody.Wrapping = fyne.TextWrapWord
	return p
}

func (p *graduatePanel) build() fyne.CanvasObject {
	form := container.NewVBox()
	for _, code := range p.basic() {
		in := p.newInput(p.formField(code, nil))
		p.codes, p.inputs[code] = append(p.codes, code), in
		if code == data.FieldCardNumber {
			in.Focusable().(*widgets.Entry).OnSubmitted = func(string) { p.onCardEntered() }
		}
		form.Add(in.Object())
	}
	p.lacks = container.NewVScroll(widgets.OffTheBar(p.missing))
	p.whole = container.NewStack(form)
	p.scroller = container.NewVScroll(widgets.OffTheBar(p.whole))
	p.body = container.New(p.look, container.NewVBox(p.name, p.about, p.next.Object), p.lacks, widget.NewSeparator(), p.scroller)
	p.body.Hide()
	p.ahead = newTypedAhead()
	// What types ahead has no size: over the fields it would take every click.
	return container.NewStack(p.nobody, p.body, container.NewWithoutLayout(p.ahead))
}

// basic are the codes of the basic fields, the card number first where the campaign has
// one.
func (p *graduatePanel) basic() []string {
	c := p.window.Registrar().Campaign()
	var codes []string
	if c.CardNumber.Used {
		codes = append(codes, data.FieldCardNumber)
	}
	codes = append(codes, data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldSex, data.FieldBirthDate,
		data.FieldClass, data.FieldPhone, data.FieldDocumentKind, data.FieldDocumentSeries, data.FieldDocumentNumber)
	if c.Has("accesses") {
		codes = append(codes, data.FieldMode)
	}
	return codes
}

// formField is a basic field as the form has it, without its hint: the panel is narrow.
// Of is nil while nobody is shown.
func (p *graduatePanel) formField(code string, of *form.Form) form.Field {
	f := form.Field{Field: &registrar.Field{Code: code, Kind: p.window.Registrar().Campaign().Kind(code).Name}}
	if of == nil {
		return f
	}
	f.Value = of.Graduate.Get(code)
	for _, step := range of.Steps {
		for _, asked := range step.Fields {
			if asked.Code == code {
				f.Title, f.Required, f.Locked = asked.Title, asked.Required, asked.Locked
			}
		}
	}
	return f
}

// newInput is the input of a basic field. Choices fold away: there is no room for them.
func (p *graduatePanel) newInput(f form.Field) field.Input {
	if items, isChoice := field.ChoicesOf(p.window, f.Field); isChoice {
		return field.NewFoldedChoice(p.window, p, f, items)
	}
	return field.New(p.window, p, f)
}

func (p *graduatePanel) GraduateID() string { return p.id }

// Arrange gives the fields their places anew.
func (p *graduatePanel) Arrange() { widgets.Arrange(p.body) }

// panelKnown is what the panel shows of one graduate.
type panelKnown struct {
	row  registrar.Row
	form form.Form
	// settled are doubts that do not stand any more.
	settled []cardDoubt
}

// Edited shows the graduate anew, as the registry has it now.
func (p *graduatePanel) Edited() {
	if p.onward != "" && p.onward == p.id {
		p.cardSaved()
		return
	}
	if r := p.window.Registrar(); r != nil && p.wanted == p.id {
		p.read(p.id, p.onReread)
	}
}

// read asks for a graduate in the background; a later question makes this one void.
func (p *graduatePanel) read(id string, done func(known panelKnown, err error)) {
	r, doubts := p.window.Registrar(), slices.Clone(p.doubts)
	frame.Run(p.window, &p.asked, func(context.Context) (known panelKnown, err error) {
		known.settled = slices.DeleteFunc(doubts, func(d cardDoubt) bool { return d.stands(r) })
		if known.row, err = r.Table.Find(id); err == nil {
			known.form, err = r.Form.Of(id)
		}
		return known, err
	}, done)
}

func (p *graduatePanel) onReread(known panelKnown, err error) {
	if err == nil {
		p.fill(&known, false)
	}
}

// show turns to a graduate, or to nobody. What is being typed is saved first. Until the
// registry has answered nobody's fields are shown: they would be those of the one before.
func (p *graduatePanel) show(id string) {
	if id != p.id {
		p.Keep()
		p.clear()
		p.onward = ""
	}
	p.wanted = id
	if id == "" {
		p.asked.Void()
		p.nobody.SetText(p.window.Say("ui.choose_somebody", nil))
		return
	}
	p.read(id, p.onRead)
}

// clear shows nobody. What has the keyboard in the panel loses it: letters typed on would be
// somebody else's.
func (p *graduatePanel) clear() {
	p.id = ""
	p.nobody.SetText("")
	switch {
	case p.hasFocus() && p.going:
		p.ahead.begin(p.window.Canvas())
	case p.hasFocus():
		p.leave()
	}
	p.body.Hide()
	p.nobody.Show()
}

func (p *graduatePanel) hasFocus() bool {
	focused := p.window.Canvas().Focused()
	if focused == nil {
		return false
	}
	for _, in := range p.inputs {
		if in.Focusable() == focused {
			return true
		}
	}
	return false
}

func (p *graduatePanel) onRead(known panelKnown, err error) {
	if err != nil {
		p.clear()
		p.nobody.SetText(p.window.Explain(err))
		if p.ahead.waits() {
			p.leave()
		}
		return
	}
	other := p.id != p.wanted
	p.id = p.wanted
	p.nobody.Hide()
	p.body.Show()
	p.fill(&known, other)
	if other {
		p.lacks.ScrollToTop()
		p.scroller.ScrollToTop()
	}
	p.arrive()
}

func (p *graduatePanel) describe(row *registrar.Row) string {
	words := p.window.Say("status."+string(row.Status), nil)
	if sent := row.Graduate.Current().EnvelopeSent(); sent != nil && row.Status == data.StatusMailed {
		words += " " + frame.FactWords(*sent)
	}
	if class := row.Graduate.Class; class != "" {
		words = class + " · " + words
	}
	if learner := p.window.Learner(row.Graduate); learner != "" {
		words = learner + " · " + words
	}
	if card := cardWords(p.window, row); card != "" {
		words += " · " + card
	}
	if row.DraftNumber != "" && row.Graduate.Current().CardNumber == "" {
		words += " · " + p.window.Say("ui.draft_number", map[string]any{"number": row.DraftNumber})
	}
	return words
}

// fill shows the graduate: what is missing, and the basic fields.
func (p *graduatePanel) fill(known *panelKnown, fresh bool) {
	widgets.SetWords(p.name, known.row.Graduate.FullName())
	widgets.SetWords(p.about, p.describe(&known.row))
	p.next.Show(known.row.Next, known.row.Graduate.ID)
	p.doubts = slices.DeleteFunc(p.doubts, func(d cardDoubt) bool { return slices.Contains(known.settled, d) })
	if fresh {
		p.look.forget()
	}
	p.showDoubts(fresh)
	p.showMissing(&known.form)
	for _, code := range p.codes {
		p.inputs[code].Show(p.formField(code, &known.form), known.form.Graduate, fresh)
	}
}

// Keep saves the fields that were typed into and not left yet.
func (p *graduatePanel) Keep() {
	for _, code := range p.codes {
		p.inputs[code].Keep()
	}
}

// Unsaved says that a field holds what was refused or is not saved yet.
func (p *graduatePanel) Unsaved() bool {
	for _, in := range p.inputs {
		if in.Unsaved() {
			return true
		}
	}
	return false
}
