package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

// stepPage is one step: its fields, the findings that belong to none of them, and the
// documents of the kit where the campaign shows them in it.
type stepPage struct {
	screen *formScreen
	title  *widget.Label
	// codes are those of the inputs in the grid, in their order; fields stay where they
	// are, with their focus, as long as these do not change.
	codes    []string
	grid     *fyne.Container
	fields   *fieldGrid
	required *widget.Label
	kit      *fyne.Container
	loose    *findingLines
	body     *fyne.Container
	scroll   *container.Scroll
}

func newStepPage(s *formScreen) *stepPage {
	p := &stepPage{screen: s, fields: &fieldGrid{wide: map[fyne.CanvasObject]bool{}}, kit: container.NewVBox()}
	p.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	p.title.SizeName, p.title.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	p.grid = container.New(p.fields)
	p.required = small(s.window.say("form_screen.required", nil))
	p.loose = newFindingLines(s.window, "", s.onGo)
	p.loose.reveal = p.reveal
	p.body = container.NewVBox(p.title, p.grid, p.kit, p.loose.object(), p.required)
	// The bar of the scroller lies over its content: the padding keeps it off.
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), p.body))
	return p
}

// clear forgets which inputs stand in the grid: another sheet follows.
func (p *stepPage) clear() {
	p.codes = nil
	p.grid.RemoveAll()
}

// show shows a step as it is now.
func (p *stepPage) show(step *registrar.FormStep) {
	s := p.screen
	other := p.title.Text != step.Title
	p.title.SetText(step.Title)
	var codes []string
	var inputs []formInput
	mustFill := false
	for _, f := range step.Fields {
		mustFill = mustFill || f.Required
		in := s.sheet.input(f, &s.form, step.Findings)
		if inputOf(f.Code) == f.Code {
			codes, inputs = append(codes, f.Code), append(inputs, in)
		}
	}
	if !slices.Equal(codes, p.codes) || len(p.grid.Objects) == 0 {
		p.codes = codes
		p.place(inputs)
	}
	setHidden(p.required, !mustFill)
	p.showKit(step.Kit)
	p.loose.show(s.id, p.looseFindings(step))
	p.arrange()
	if other {
		p.scroll.ScrollToTop()
	}
}

// place puts other inputs into the grid; those that were there stay the same objects.
func (p *stepPage) place(inputs []formInput) {
	clear(p.fields.wide)
	p.grid.Objects = nil
	for _, in := range inputs {
		o := in.object()
		p.fields.wide[o] = takesRow(in)
		p.grid.Objects = append(p.grid.Objects, o)
	}
}

// arrange gives everything its place anew when something came, went or grew.
func (p *stepPage) arrange() {
	p.grid.Refresh()
	p.body.Refresh()
	p.scroll.Refresh()
}

// looseFindings are those of the step that no shown field takes.
func (p *stepPage) looseFindings(step *registrar.FormStep) []registrar.Finding {
	var loose []registrar.Finding
	for _, f := range step.Findings {
		if !slices.Contains(p.codes, inputOf(f.Field)) {
			loose = append(loose, f)
		}
	}
	return loose
}

// showKit lists the documents of the kit.
func (p *stepPage) showKit(kit []*registrar.KitDocument) {
	p.kit.RemoveAll()
	w := p.screen.window
	for _, k := range kit {
		words := container.New(&tight{}, wrapped(k.Title), small(sentences(k.Source, w.say("help_screen.form_"+k.Form, nil), k.Note)))
		p.kit.Add(container.NewBorder(nil, nil, container.NewVBox(widget.NewIcon(theme.DocumentIcon())), nil, words))
	}
}

// inputs are those of the step, in their order.
func (p *stepPage) inputs() []formInput {
	inputs := make([]formInput, len(p.codes))
	for i, code := range p.codes {
		inputs[i] = p.screen.sheet.inputs[code]
	}
	return inputs
}

// first is the first thing in the step that takes the focus, nil for none.
func (p *stepPage) first() fyne.Focusable {
	for _, in := range p.inputs() {
		if f := in.focusable(); canFocus(f) {
			return f
		}
	}
	return nil
}

// canFocus tells whether something is there and takes the keyboard.
func canFocus(f fyne.Focusable) bool {
	if f == nil {
		return false
	}
	disabled, can := f.(fyne.Disableable)
	return !can || !disabled.Disabled()
}

// focusField goes to a field of the step; false says that it is not there.
func (p *stepPage) focusField(code string) bool {
	code = inputOf(code)
	if !slices.Contains(p.codes, code) {
		return false
	}
	in := p.screen.sheet.inputs[code]
	p.reveal(in.object())
	if f := in.focusable(); f != nil {
		p.screen.window.Canvas().Focus(f)
	}
	return true
}

func (p *stepPage) reveal(o fyne.CanvasObject) { follow(p.scroll, o) }

// wrong is the first field of a step, in the order in which they are shown, that holds up
// the way forwards, with why; nothing when all is well.
func (s *formScreen) wrong(step *registrar.FormStep) (field, why string) {
	for _, f := range step.Fields {
		if s.sheet.holds(f.Code) {
			return f.Code, s.window.say("form_screen.not_saved", map[string]any{"field": s.window.Registrar().FieldTitle(f.Code)})
		}
		for _, finding := range step.Findings {
			if severe(finding) && finding.Field == f.Code {
				return f.Code, s.window.phrase(finding)
			}
		}
	}
	for _, finding := range step.Findings {
		if severe(finding) {
			return finding.Field, s.window.phrase(finding)
		}
	}
	return "", ""
}
