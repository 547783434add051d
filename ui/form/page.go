package form

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// stepPage is one step: its fields, the findings that belong to none of them, and the
// documents of the kit where the campaign shows them in it.
type stepPage struct {
	screen *Screen
	title  *widget.Label
	// returned is why the form was given back, hidden where it was not.
	returned *widget.Label
	// codes are those of the inputs in the grid, in their order; fields stay where they
	// are, with their focus, as long as these do not change.
	codes    []string
	grid     *fyne.Container
	fields   *fieldGrid
	required *widget.Label
	kit      *fyne.Container
	days     *fyne.Container
	loose    *field.FindingLines
	body     *fyne.Container
	scroll   *container.Scroll
	// air is the room under a step that is scrolled because something in it grew.
	air *canvas.Rectangle
	// revealed is what had the focus last.
	revealed fyne.CanvasObject
}

func newStepPage(s *Screen) *stepPage {
	p := &stepPage{screen: s, kit: container.NewVBox(), days: container.NewVBox(), air: canvas.NewRectangle(color.Transparent)}
	p.fields = &fieldGrid{wide: map[fyne.CanvasObject]bool{}, kept: map[fyne.CanvasObject]float32{}, anchor: p.focused, moved: p.onMoved}
	p.air.Hide()
	p.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	p.title.SizeName, p.title.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	p.grid = container.New(p.fields)
	p.required = widgets.Small(s.window.Say("form_screen.required", nil))
	p.loose = field.NewFindingLines(s.window, "", s.onGo)
	p.loose.Reveal = p.Reveal
	p.returned = newReturned()
	p.body = container.NewVBox(p.returned, p.title, p.grid, p.days, p.kit, p.loose.Object(), p.required, p.air)
	// The bar of the scroller lies over its content: the padding keeps it off.
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), p.body))
	return p
}

// clear forgets which inputs stand in the grid: another sheet follows.
func (p *stepPage) clear() {
	p.codes = nil
	p.grid.RemoveAll()
	p.title.Text = ""
	p.toTop()
}

// toTop shows the beginning of a step, as if nothing had ever been said in it.
func (p *stepPage) toTop() {
	p.fields.forget()
	p.air.Hide()
	p.scroll.ScrollToTop()
}

// focused is the field in which the focus is, nil for none.
func (p *stepPage) focused(fields []fyne.CanvasObject) fyne.CanvasObject {
	focused, is := p.screen.window.Canvas().Focused().(fyne.CanvasObject)
	if !is {
		return nil
	}
	at := slices.IndexFunc(fields, func(o fyne.CanvasObject) bool { return field.Holds(o, focused) })
	if at < 0 {
		return nil
	}
	return fields[at]
}

// onMoved scrolls by as much as the field with the focus was moved: it stays where it was
// under the eyes and the mouse.
func (p *stepPage) onMoved(by float32) {
	s := p.scroll
	s.Offset.Y = max(0, s.Offset.Y+by)
	s.Content.Move(fyne.NewPos(s.Content.Position().X, -s.Offset.Y))
	p.air.Hide()
	if lacks := s.Offset.Y + s.Size().Height - s.Content.MinSize().Height; lacks > 0 {
		p.air.SetMinSize(fyne.NewSize(0, lacks))
		p.air.Show()
	}
}

// inSight scrolls back to a step that has become shorter than it was scrolled by: nothing but air would
// stand there.
func (p *stepPage) inSight() {
	words := p.body.MinSize().Height
	if p.air.Visible() {
		words -= p.air.MinSize().Height
	}
	if s := p.scroll; s.Offset.Y > 0 && words <= s.Offset.Y+s.Size().Height/2 && words > 0 {
		p.air.Hide()
		widgets.Arrange(s)
		s.ScrollToOffset(fyne.NewPos(0, max(0, words-s.Size().Height)))
	}
}

// show shows a step as it is now; who shows it arranges it.
func (p *stepPage) show(step *form.Step) {
	s := p.screen
	other, giveOn := p.title.Text != step.Title, p.keepFocus()
	s.opened[step.Code] = true
	widgets.SetWords(p.title, step.Title)
	s.tellReturned(p.returned)
	var codes []string
	var inputs []field.Input
	mustFill := false
	for _, f := range step.Fields {
		mustFill = mustFill || f.Required
		in := s.sheet.input(f, &s.form, step.Findings)
		if field.Of(f.Code) == f.Code {
			codes, inputs = append(codes, f.Code), append(inputs, in)
		}
	}
	if !slices.Equal(codes, p.codes) || len(p.grid.Objects) == 0 {
		p.codes = codes
		p.place(inputs)
	}
	widgets.SetHidden(p.required, !mustFill)
	p.showDays(step.Days)
	p.showKit(step.Kit)
	p.loose.Show(s.id, p.looseFindings(step))
	if other {
		p.toTop()
		return
	}
	giveOn()
	p.calm()
}

// place puts other inputs into the grid; those that were there stay the same objects.
func (p *stepPage) place(inputs []field.Input) {
	clear(p.fields.wide)
	p.grid.Objects = nil
	for _, in := range inputs {
		o := in.Object()
		p.fields.wide[o] = field.TakesRow(in)
		p.grid.Objects = append(p.grid.Objects, o)
	}
}

// looseFindings are those of the step that no shown field takes.
func (p *stepPage) looseFindings(step *form.Step) []registrar.Finding {
	var loose []registrar.Finding
	for _, f := range step.Findings {
		if !slices.Contains(p.codes, field.Of(f.Field)) {
			loose = append(loose, f)
		}
	}
	return loose
}

// showDays lists the days of the chosen subjects.
func (p *stepPage) showDays(days []form.ExamDay) {
	p.days.RemoveAll()
	if len(days) == 0 {
		return
	}
	p.days.Add(widgets.FieldCaption(p.screen.window.Say("form_screen.days", nil)))
	for _, d := range days {
		on := slices.DeleteFunc([]string{d.On.Dotted(), d.Additional.Dotted()}, func(day string) bool { return day == "" })
		p.days.Add(container.New(&widgets.Columns{Widths: []float32{dayWidth}, Scale: p.screen.window.Scale()}, widgets.Wrapped(d.Subject), widgets.Small(strings.Join(on, ", "))))
	}
}

// dayWidth is the width of the days of a subject.
const dayWidth = 160

// showKit lists the documents of the kit.
func (p *stepPage) showKit(kit []*registrar.KitDocument) {
	p.kit.RemoveAll()
	w := p.screen.window
	for _, k := range kit {
		words := container.New(&widgets.Tight{}, widgets.Wrapped(k.Title), widgets.Small(frame.Sentences(w.Cite(k.Source), w.Say("help_screen.form_"+k.Form, nil), k.Note)))
		p.kit.Add(container.NewBorder(nil, nil, container.NewVBox(widget.NewIcon(theme.DocumentIcon())), nil, words))
	}
}

// inputs are those of the step, in their order.
func (p *stepPage) inputs() []field.Input {
	inputs := make([]field.Input, len(p.codes))
	for i, code := range p.codes {
		inputs[i] = p.screen.sheet.inputs[code]
	}
	return inputs
}

// wrong is the first field of a step, in the order in which they are shown, that holds up
// the way forwards, with why; nothing when all is well.
func (s *Screen) wrong(step *form.Step) (code, why string) {
	for _, f := range step.Fields {
		if s.sheet.holds(f.Code) {
			return f.Code, s.window.Say("form_screen.not_saved", map[string]any{"field": s.window.Registrar().Campaign().FieldTitle(f.Code)})
		}
		for _, finding := range step.Findings {
			if field.Severe(finding) && finding.Field == f.Code {
				return f.Code, s.window.Phrase(finding)
			}
		}
	}
	for _, finding := range step.Findings {
		if field.Severe(finding) {
			return finding.Field, s.window.Phrase(finding)
		}
	}
	return "", ""
}
