package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
)

// graduatePanel is the side panel of one graduate: what is missing, what is next, and the
// basic fields, each of which saves itself.
type graduatePanel struct {
	window *Window
	id     string
	asked  turn
	// openForm goes to the whole form of a graduate.
	openForm func(id, field string)

	name     *widget.Label
	about    *widget.Label
	missing  *fyne.Container
	found    *findingLines
	codes    []string
	inputs   map[string]formInput
	body     *fyne.Container
	nobody   *widget.Label
	whole    *fyne.Container
	scroller *container.Scroll
}

func newGraduatePanel(w *Window, openForm func(id, field string)) *graduatePanel {
	p := &graduatePanel{window: w, openForm: openForm, inputs: map[string]formInput{}}
	p.name = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	p.name.SizeName, p.name.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	p.about = widget.NewLabel("")
	p.about.SizeName, p.about.Wrapping = theme.SizeNameCaptionText, fyne.TextWrapWord
	p.missing = container.NewVBox()
	p.found = newFindingLines(w, "", p.onGo)
	p.found.brief = true
	p.nobody = widget.NewLabel(w.say("ui.choose_somebody", nil))
	p.nobody.Wrapping = fyne.TextWrapWord
	return p
}

func (p *graduatePanel) build() fyne.CanvasObject {
	form := container.NewVBox()
	for _, code := range p.basic() {
		in := p.newInput(p.formField(code, nil))
		p.codes, p.inputs[code] = append(p.codes, code), in
		form.Add(in.object())
	}
	// The list has a height of its own, so that fields stay where they are while it
	// grows and shrinks.
	missing := container.New(&fixedSize{fyne.NewSize(0, 128*p.window.scale())}, container.NewVScroll(p.missing))
	p.body = container.NewVBox(p.name, p.about, missing, widget.NewSeparator(), form)
	p.body.Hide()
	p.whole = container.NewStack(p.nobody, p.body)
	// The bar of the scroller lies over its content: the padding keeps it off.
	p.scroller = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), p.whole))
	return p.scroller
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
// Form is nil while nobody is shown.
func (p *graduatePanel) formField(code string, form *registrar.Form) registrar.FormField {
	f := registrar.FormField{Field: &registrar.Field{Code: code, Kind: p.window.Registrar().Campaign().Kind(code).Name}}
	if form == nil {
		return f
	}
	f.Value = form.Graduate.Get(code)
	for _, step := range form.Steps {
		for _, asked := range step.Fields {
			if asked.Code == code {
				f.Title, f.Required, f.Locked = asked.Title, asked.Required, asked.Locked
			}
		}
	}
	return f
}

// newInput is the input of a basic field. Choices fold away: there is no room for them.
func (p *graduatePanel) newInput(f registrar.FormField) formInput {
	if items, isChoice := choicesOf(p.window, f.Field); isChoice {
		return newFoldedChoice(p.window, p, f, items)
	}
	return newFormInput(p.window, p, f)
}

func (p *graduatePanel) graduateID() string { return p.id }

// edited shows the graduate anew, as the registry has it now.
func (p *graduatePanel) edited() {
	w, r, id := p.window, p.window.Registrar(), p.id
	if r == nil {
		return
	}
	run(w, &p.asked, func(context.Context) (registrar.Row, error) { return r.Find(id) }, p.onRead)
}

func (p *graduatePanel) onRead(row registrar.Row, err error) {
	if err == nil && row.Graduate.ID == p.id {
		p.show(&row)
	}
}

// show fills the panel with a graduate, or empties it. What is being typed is saved
// before another graduate takes its place.
func (p *graduatePanel) show(row *registrar.Row) {
	if row == nil || row.Graduate.ID != p.id {
		p.keep()
	}
	if row == nil {
		p.id = ""
		p.body.Hide()
		p.nobody.Show()
		return
	}
	other := p.id != row.Graduate.ID
	p.id = row.Graduate.ID
	p.nobody.Hide()
	p.body.Show()
	p.name.SetText(row.Graduate.FullName())
	p.about.SetText(p.describe(row))
	p.fill(other)
	if other {
		p.scroller.ScrollToTop()
	}
}

func (p *graduatePanel) describe(row *registrar.Row) string {
	words := p.window.say("status."+string(row.Status), nil)
	if class := row.Graduate.Class; class != "" {
		words = class + " · " + words
	}
	if row.DraftNumber != "" && row.Graduate.Current().CardNumber == "" {
		words += " · " + p.window.say("ui.draft_number", map[string]any{"number": row.DraftNumber})
	}
	return words
}

// fill shows the form of the graduate: what is missing, and the basic fields.
func (p *graduatePanel) fill(fresh bool) {
	form, err := p.window.Registrar().Form(p.id)
	if err != nil {
		p.missing.RemoveAll()
		p.missing.Add(wrapped(p.window.explain(err)))
		return
	}
	p.showMissing(&form)
	for _, code := range p.codes {
		p.inputs[code].show(p.formField(code, &form), form.Graduate, fresh)
	}
}

// showMissing lists the findings, each with its icon; one click goes to the field.
func (p *graduatePanel) showMissing(form *registrar.Form) {
	var findings []registrar.Finding
	for _, step := range form.Steps {
		findings = append(findings, step.Findings...)
	}
	findings = append(findings, form.Rest...)
	title := p.window.say("ui.missing", nil)
	if len(findings) == 0 {
		title = p.window.say("ui.nothing_missing", nil)
	}
	p.missing.RemoveAll()
	p.missing.Add(widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	p.found.show(p.id, errorsFirst(findings))
	p.missing.Add(p.found.object())
	p.body.Refresh()
}

// onGo goes to what a finding is about: in the panel where it has the field, else in the
// form.
func (p *graduatePanel) onGo(f registrar.Finding) {
	if p.inputs[f.Field] != nil {
		p.focusField(f.Field)
		return
	}
	p.openForm(p.id, f.Field)
}

func (p *graduatePanel) focusField(code string) {
	if in := p.inputs[code]; in != nil {
		p.window.Canvas().Focus(in.focusable())
	}
}

// reveal scrolls to a field that has got the focus.
func (p *graduatePanel) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.whole).Y
	view := p.scroller.Size().Height
	switch offset := p.scroller.Offset.Y; {
	case top < offset:
		p.scroller.ScrollToOffset(fyne.NewPos(0, max(top-revealGap, 0)))
	case top+o.Size().Height > offset+view:
		p.scroller.ScrollToOffset(fyne.NewPos(0, top+o.Size().Height-view+revealGap))
	}
}

// revealGap is the room around a field that was scrolled to.
const revealGap = 28

// focus goes to the first field.
func (p *graduatePanel) focus() {
	if p.id != "" && len(p.codes) > 0 {
		p.focusField(p.codes[0])
	}
}

// keep saves the fields that were typed into and not left yet.
func (p *graduatePanel) keep() {
	for _, code := range p.codes {
		p.inputs[code].keep()
	}
}

// unsaved says that a field holds what was refused or is not saved yet.
func (p *graduatePanel) unsaved() bool {
	for _, in := range p.inputs {
		if in.unsaved() {
			return true
		}
	}
	return false
}
