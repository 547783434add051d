package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// graduatePanel is the side panel of one graduate: what is missing, what is next,
// and the basic fields. Each field saves itself when it is left or Enter is pressed.
type graduatePanel struct {
	window *Window
	id     string

	name    *widget.Label
	about   *widget.Label
	missing *fyne.Container
	fields  []*panelField
	files   []*panelFile
	checks  []*panelChecks
	// full shows every field of the campaign's form that the panel knows how to ask
	// for, and its files.
	full     bool
	body     *fyne.Container
	nobody   *widget.Label
	whole    *fyne.Container
	scroller *container.Scroll
}

func newGraduatePanel(w *Window) *graduatePanel {
	p := &graduatePanel{window: w}
	p.name = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	p.name.SizeName, p.name.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	p.about = widget.NewLabel("")
	p.about.SizeName, p.about.Wrapping = theme.SizeNameCaptionText, fyne.TextWrapWord
	p.missing = container.NewVBox()
	p.nobody = widget.NewLabel(w.say("ui.choose_somebody", nil))
	p.nobody.Wrapping = fyne.TextWrapWord
	return p
}

func (p *graduatePanel) build() fyne.CanvasObject {
	form := container.NewVBox()
	for _, code := range p.codes() {
		f := newPanelField(p, code)
		p.fields = append(p.fields, f)
		form.Add(f.object())
	}
	if p.full {
		for _, f := range p.window.registrar.Campaign().AllFields() {
			if checks := newPanelChecks(p, f.Code, f.Kind, f.Title); checks != nil {
				p.checks = append(p.checks, checks)
				form.Add(checks.object())
			}
			if f.Kind == "file" {
				file := newPanelFile(p, f.Code, f.Title)
				p.files = append(p.files, file)
				form.Add(file.object())
			}
		}
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

// codes are the basic fields, the card number first where the campaign has one.
func (p *graduatePanel) codes() []string {
	c := p.window.registrar.Campaign()
	var codes []string
	if c.CardNumber.Used {
		codes = append(codes, data.FieldCardNumber)
	}
	codes = append(codes, data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldSex, data.FieldBirthDate,
		data.FieldClass, data.FieldPhone, data.FieldDocumentKind, data.FieldDocumentSeries, data.FieldDocumentNumber)
	if c.Has("accesses") && !p.full {
		codes = append(codes, data.FieldMode)
	}
	if p.full {
		codes = p.withOwn(codes)
	}
	return codes
}

// askable are the kinds of the campaign's fields that take one text or one choice.
var askable = []string{"text", "settlement", "email", "phone", "date", "choice", "language"}

// withOwn adds the campaign's own fields that are not there yet.
func (p *graduatePanel) withOwn(codes []string) []string {
	for _, f := range p.window.registrar.Campaign().AllFields() {
		if f.Code != data.FieldMode && slices.Contains(askable, f.Kind) && !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	return codes
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
	p.showMissing(row)
	for _, f := range p.fields {
		f.show(row.Graduate, other)
	}
	for _, f := range p.files {
		f.show(row.Graduate)
	}
	for _, f := range p.checks {
		f.show(row.Graduate)
	}
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

// showMissing lists the findings, each with its icon; one click goes to the field.
func (p *graduatePanel) showMissing(row *registrar.Row) {
	w := p.window
	p.missing.RemoveAll()
	findings, err := w.registrar.Check(registrar.Filter{Only: []string{row.Graduate.ID}, Removed: row.Graduate.Removed != nil})
	if err != nil {
		p.missing.Add(widget.NewLabel(w.explain(err)))
		return
	}
	title := w.say("ui.missing", nil)
	if len(findings) == 0 {
		title = w.say("ui.nothing_missing", nil)
	}
	p.missing.Add(widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	for _, f := range findings {
		p.missing.Add(p.findingLine(f))
	}
	p.body.Refresh()
}

func (p *graduatePanel) findingLine(f registrar.Finding) fyne.CanvasObject {
	resource, colour := severityLook(f.Severity)
	icon := canvas.NewImageFromResource(theme.NewColoredResource(resource, colour))
	icon.SetMinSize(fyne.NewSquareSize(theme.Size(theme.SizeNameInlineIcon)))
	icon.FillMode = canvas.ImageFillContain
	words := widget.NewLabel(p.window.phrase(f))
	words.Wrapping = fyne.TextWrapWord
	line := container.NewBorder(nil, nil, container.NewCenter(icon), nil, words)
	if p.field(f.Field) == nil && p.file(f.Field) == nil {
		return line
	}
	goTo := widgets.NewButton("", theme.NavigateNextIcon(), func() { p.focusField(f.Field) })
	goTo.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, container.NewCenter(goTo), line)
}

func (p *graduatePanel) field(code string) *panelField {
	for _, f := range p.fields {
		if f.code == code {
			return f
		}
	}
	return nil
}

func (p *graduatePanel) file(code string) *panelFile {
	for _, f := range p.files {
		if f.code == code {
			return f
		}
	}
	return nil
}

func (p *graduatePanel) focusField(code string) {
	if f := p.field(code); f != nil {
		p.window.window.Canvas().Focus(f.focusable())
	}
	if f := p.file(code); f != nil {
		p.reveal(f.choose)
		p.window.window.Canvas().Focus(f.choose)
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
	if p.id != "" && len(p.fields) > 0 {
		p.window.window.Canvas().Focus(p.fields[0].focusable())
	}
}

// keep saves the fields that were typed into and not left yet.
func (p *graduatePanel) keep() {
	for _, f := range p.fields {
		f.keep()
	}
}

// save writes one field of the shown graduate. A refused value stays in its field
// with the reason under it.
func (p *graduatePanel) save(f *panelField, value string) {
	id, w := p.id, p.window
	if id == "" {
		return
	}
	r := w.registrar // the one this was typed into, whatever is open when it is saved
	run(w, &f.asked, func(ctx context.Context) ([]registrar.Finding, error) {
		return r.Change(ctx, id, []registrar.Assign{{Field: f.code, Value: value}})
	}, func(warnings []registrar.Finding, err error) { f.onSaved(id, warnings, err) })
}
