package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// panelField is one field of the side panel: its name, its entry or choice, and
// under it what is wrong with what was typed.
type panelField struct {
	panel *graduatePanel
	code  string
	entry *widgets.Entry
	date  *widgets.DateEntry
	// choice has codes; it is nil for a field of free text.
	choice *filterSelect
	fault  *widget.Label
	// stored is the value in the registry; dirty says that another was typed.
	stored string
	dirty  bool
	asked  turn
}

func newPanelField(p *graduatePanel, code string) *panelField {
	f := &panelField{panel: p, code: code}
	f.fault = widget.NewLabel("")
	f.fault.Importance, f.fault.Wrapping, f.fault.SizeName = widget.DangerImportance, fyne.TextWrapWord, theme.SizeNameCaptionText
	f.fault.Hide()
	switch codes, word := f.choices(); {
	case codes != nil:
		f.choice = newFilterSelect(p.window.say("ui.not_said", nil), f.onChosen)
		f.choice.offer(codes, word)
	case code == data.FieldBirthDate:
		f.date = p.window.newDateEntry()
		f.entry = &f.date.Entry
		f.date.OnPicked = func(string) { f.keep() }
	default:
		f.entry = widgets.NewEntry("")
	}
	if f.entry != nil {
		f.entry.OnChanged = f.onTyped
		f.entry.OnSubmitted = func(string) { f.keep() }
		f.entry.OnLeave = f.keep
		f.entry.OnEnter = func() { p.reveal(f.entry) }
		f.entry.OnEscape = f.onEscape
	}
	if !p.window.registrar.MayFill(code) {
		f.disable()
	}
	return f
}

// disable shows the field to who may not change it.
func (f *panelField) disable() {
	switch {
	case f.choice != nil:
		f.choice.Disable()
	case f.date != nil:
		f.date.Disable()
	default:
		f.entry.Disable()
	}
}

// choices are the codes of a field that has no free text.
func (f *panelField) choices() (codes []string, word func(string) string) {
	w := f.panel.window
	switch f.code {
	case data.FieldSex:
		return []string{string(data.Male), string(data.Female)}, func(c string) string { return w.say("ui.sex_"+c, nil) }
	case data.FieldMode:
		return []string{string(data.BySchool), string(data.BySelf)}, func(c string) string { return w.say("mode."+c, nil) }
	case data.FieldDocumentKind:
		campaign := w.registrar.Campaign()
		for _, k := range campaign.DocumentKinds {
			codes = append(codes, k.Code)
		}
		return codes, func(c string) string { return campaign.DocumentKind(c).Title }
	}
	return f.ownChoices()
}

// ownChoices are those of a field that only the campaign knows.
func (f *panelField) ownChoices() (codes []string, word func(string) string) {
	campaign := f.panel.window.registrar.Campaign()
	own := campaign.Field(f.code)
	if own == nil {
		return nil, nil
	}
	titles := map[string]string{}
	add := func(code, title string) {
		codes = append(codes, code)
		titles[code] = title
	}
	for _, item := range own.Choices {
		add(item.Code, item.Title)
	}
	if own.Kind == "language" {
		for _, l := range campaign.Languages {
			add(l.Code, l.Title)
		}
	}
	return codes, func(code string) string { return titles[code] }
}

// title is the name of the field.
func (f *panelField) title() string {
	w := f.panel.window
	return fmt.Sprint(w.text.Word(w.registrar.FieldTitle(f.code)))
}

func (f *panelField) object() fyne.CanvasObject {
	name := widget.NewLabel(f.title())
	name.SizeName, name.Importance = theme.SizeNameCaptionText, widget.LowImportance
	var input fyne.CanvasObject = f.choice
	switch {
	case f.date != nil:
		input = f.date
	case f.entry != nil:
		input = f.entry
	}
	return container.New(&tight{}, name, input, f.fault)
}

func (f *panelField) focusable() fyne.Focusable {
	switch {
	case f.date != nil:
		return f.date
	case f.entry != nil:
		return f.entry
	}
	return f.choice
}

// show fills the field. What is being typed into the same graduate stays.
func (f *panelField) show(g *data.Graduate, other bool) {
	f.stored = g.Get(f.code)
	if f.dirty && !other {
		return
	}
	f.dirty = false
	f.fault.Hide()
	f.display()
}

// display shows the stored value as a person reads it.
func (f *panelField) display() {
	switch {
	case f.choice != nil:
		f.choice.choose(f.stored)
	case f.date != nil:
		f.date.SetISO(f.stored)
	case f.code == data.FieldPhone:
		f.entry.SetText(registrar.FormatPhone(f.stored))
	default:
		f.entry.SetText(f.stored)
	}
	f.dirty = false
}

func (f *panelField) onTyped(string) { f.dirty = true }

func (f *panelField) onChosen(string) {
	if code := f.choice.chosen(); code != f.stored {
		f.panel.save(f, code)
	}
}

// onEscape gives back the stored value.
func (f *panelField) onEscape() {
	f.fault.Hide()
	f.display()
}

// keep saves what was typed.
func (f *panelField) keep() {
	if f.entry == nil || !f.dirty {
		return
	}
	f.dirty = false
	f.panel.save(f, f.entry.Text)
}

// onSaved shows what came of saving: in the status line, or under the field.
func (f *panelField) onSaved(id string, warnings []registrar.Finding, err error) {
	w := f.panel.window
	if err != nil {
		if id == f.panel.id {
			f.dirty = true
			f.fault.SetText(w.explain(err))
			f.fault.Show()
			w.status.SetText("")
			return
		}
		w.fail(err)
		return
	}
	message := w.say("ui.saved", map[string]any{"name": f.title()})
	if len(warnings) > 0 {
		message = w.phrase(warnings[0])
	}
	if id == f.panel.id {
		f.fault.Hide()
		f.display()
	}
	w.done(message, nil)
}

// choose shows a code without telling anybody.
func (f *filterSelect) choose(code string) {
	f.Selected = f.all
	for i, known := range f.codes {
		if known == code && code != "" {
			f.Selected = f.Options[i+1]
		}
	}
	f.Refresh()
}

// tight stacks a name, an input and a fault with little air between them.
type tight struct{}

// MinSize is the widest and the sum of the heights.
func (*tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height
		}
	}
	size.Height -= 2 * tightGap
	return size
}

// tightGap is what a label's own padding is reduced by.
const tightGap = 4

// Layout puts them below one another.
func (*tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(-tightGap)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
		if i == 0 {
			y -= tightGap
		}
	}
}
