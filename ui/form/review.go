package form

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// reviewPage is the last page of a form: what is still wrong, the amount due, everything
// that was entered, and finishing (KG-057…KG-059).
type reviewPage struct {
	screen *Screen
	column *fyne.Container
	found  *field.FindingLines
	thumbs thumbs
	scroll *container.Scroll
}

func newReviewPage(s *Screen) *reviewPage {
	p := &reviewPage{screen: s, column: container.NewVBox(), thumbs: thumbs{window: s.window}, found: field.NewFindingLines(s.window, "", s.onGo)}
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), p.column))
	p.found.Reveal = p.Reveal
	return p
}

func (p *reviewPage) Reveal(o fyne.CanvasObject) { widgets.Follow(p.scroll, o) }

// show shows the form as it is now; who shows it arranges it.
func (p *reviewPage) show() {
	p.thumbs.turnTo(p.screen.id)
	p.found.Show(p.screen.id, field.ErrorsFirst(slices.DeleteFunc(p.screen.form.Findings(), isUnfinished)))
	// They are laid out once all of them are there, not once for each.
	p.column.Objects = p.parts()
}

// parts are those of the page, from above.
func (p *reviewPage) parts() []fyne.CanvasObject {
	s, w := p.screen, p.screen.window
	title := p.head(w.Say("form_screen.review", nil))
	title.SizeName = theme.SizeNameSubHeadingText
	parts := []fyne.CanvasObject{title}
	if s.form.Returned != nil {
		returned := newReturned()
		s.tellReturned(returned)
		parts = []fyne.CanvasObject{returned, title}
	}
	if unsaved := s.unsavedField(); unsaved != "" {
		parts = append(parts, widgets.WarningLine(w.Say("form_screen.not_saved", map[string]any{"field": w.TitleOfField(unsaved)})))
	}
	parts = append(parts, p.state(), p.found.Object())
	if w.Registrar().Campaign().Has(registrar.CapabilityPayments) {
		parts = append(parts, p.due())
	}
	for i := range s.form.Steps {
		if step := &s.form.Steps[i]; len(step.Fields) > 0 {
			parts = append(parts, p.group(i, step))
		}
	}
	if noted := p.noted(); noted != nil {
		parts = append(parts, noted)
	}
	return parts
}

// isUnfinished says that a finding only tells to come here and finish; why a form was given back stands
// on top of it.
func isUnfinished(f registrar.Finding) bool { return f.Rule == "unfinished" || f.Rule == "returned" }

func (p *reviewPage) head(words string) *widget.Label {
	label := widgets.BoldWords(words)
	label.Wrapping = fyne.TextWrapWord
	return label
}

// state says how far the form is: what is still to do, or who finished it and when.
func (p *reviewPage) state() fyne.CanvasObject {
	s, w := p.screen, p.screen.window
	words, icon := w.Say("ui.nothing_missing", nil), theme.ConfirmIcon()
	switch errors := s.errors(); {
	case errors > 0:
		words, icon = w.Say("form_screen.still_wrong", map[string]any{"count": errors}), theme.ErrorIcon()
	case s.form.Finished != nil:
		words = w.Say("form_screen.finished", map[string]any{"day": s.form.Finished.On.Dotted(), "name": s.form.Finished.By})
	case s.finishable():
		words = w.Say("form_screen.ready", nil)
	case len(s.form.Findings()) > 0:
		words, icon = w.Say("form_screen.only_notices", nil), theme.InfoIcon()
	}
	label := widgets.Wrapped(words)
	label.TextStyle.Bold = s.form.Finished != nil && s.errors() == 0
	var back fyne.CanvasObject
	if s.form.Finished != nil && !s.own && w.May(registrar.RightRegister) {
		give := widgets.NewTabbed(w.Say("form_screen.give_back", nil), func() { field.AskGiveBack(w, []string{s.id}) }, p.Reveal)
		back = container.NewCenter(give)
	}
	return container.NewBorder(nil, nil, container.NewVBox(widget.NewIcon(icon)), back, label)
}

// due is the amount with its parts (KG-057).
func (p *reviewPage) due() fyne.CanvasObject {
	s, w := p.screen, p.screen.window
	money := func(amount int, confirmed bool) string {
		return strconv.Itoa(amount) + " " + s.form.Currency + w.Word(registrar.Doubt(confirmed))
	}
	lines := container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()))
	for _, part := range s.form.Parts {
		title := part.Title
		if title == "" {
			title = w.Say("form_screen.main_fee", nil)
		}
		lines.Add(p.row(title, money(part.Amount, part.Confirmed)))
	}
	words := w.Say("form_screen.due", map[string]any{"due": money(s.form.Due, s.form.Confirmed), "paid": money(s.form.Paid, true)})
	if s.form.Due == 0 {
		words = w.Say("form_screen.nothing_due", nil)
	}
	pay := widgets.NewTabbed(w.Say("form_screen.payments", nil), s.onPayments, p.Reveal)
	title := container.NewBorder(nil, nil, nil, container.NewCenter(pay), p.head(words))
	return container.NewVBox(widget.NewSeparator(), title, lines)
}

// group is what was entered in one step.
func (p *reviewPage) group(at int, step *form.Step) fyne.CanvasObject {
	s, w := p.screen, p.screen.window
	edit := widgets.NewTabbed(w.Say("form_screen.change", nil), func() { s.onJump(at) }, p.Reveal)
	edit.Importance, edit.Hidden = widget.LowImportance, !w.May(registrar.RightFill)
	title := container.NewBorder(nil, nil, nil, container.NewCenter(edit), p.head(step.Title))
	files := w.Registrar().Campaign().Attached(s.form.Graduate)
	lines := container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()))
	for _, f := range step.Fields {
		there := slices.DeleteFunc(slices.Clone(files), func(a registrar.Attached) bool { return a.Field != f.Code })
		if len(there) > 0 {
			lines.Add(p.beside(w.TitleOfField(f.Code), p.thumbs.of(s.form.Graduate, there)))
			continue
		}
		if words := p.words(f); words != "" {
			lines.Add(p.row(w.TitleOfField(f.Code), words))
		}
	}
	if len(lines.Objects) == 0 {
		lines.Add(widgets.Small(w.Say("form_screen.nothing_entered", nil)))
	}
	return container.NewVBox(widget.NewSeparator(), title, lines)
}

// words are what was entered in a field, as people read it.
func (p *reviewPage) words(f form.Field) string {
	w := p.screen.window
	if f.Kind == registrar.KindInstitution {
		return w.School().Name
	}
	return w.Word(w.Registrar().Campaign().Words(f.Code, f.Value))
}

func (p *reviewPage) row(title, value string) fyne.CanvasObject {
	return p.beside(title, widgets.Wrapped(value))
}

func (p *reviewPage) beside(title string, value fyne.CanvasObject) fyne.CanvasObject {
	name := widgets.Small(title)
	name.Importance = widget.LowImportance
	return container.New(&twoParts{}, name, value)
}

// finishable says that finishing is all that is left to do.
func (s *Screen) finishable() bool {
	return s.window.Registrar().Campaign().Form.Finish && s.form.Finished == nil && s.errors() == 0 && s.unsavedField() == ""
}

// unsavedField is the first field with something that is not in the registry, "" for none.
func (s *Screen) unsavedField() string {
	for _, step := range s.form.Steps {
		for _, f := range step.Fields {
			if s.sheet.holds(f.Code) {
				return f.Code
			}
		}
	}
	return ""
}

// label puts on the button what the review is there for now.
func (p *reviewPage) label(b *widgets.Button) {
	s, w := p.screen, p.screen.window
	id := "form_screen.exit"
	switch {
	case s.form.FirstIncomplete() < len(s.form.Steps) && s.untouched():
		id = "form_screen.fill"
	case s.form.FirstIncomplete() < len(s.form.Steps), s.unsavedField() != "":
		id = "form_screen.go_on"
	case s.finishable():
		id = "form_screen.finish"
		widgets.Enable(b, w.May(registrar.RightFill))
	}
	b.SetText(w.Say(id, nil))
}

// onMain goes to the first step with an error, finishes the form, or leaves it.
func (p *reviewPage) onMain() {
	s := p.screen
	switch first, unsaved := s.form.FirstIncomplete(), s.unsavedField(); {
	case unsaved != "":
		s.goToField(unsaved)
	case first < len(s.form.Steps):
		s.turnPage(first)
		if field, _ := s.wrong(&s.form.Steps[first]); field != "" {
			s.page.focusField(field)
		}
	case s.finishable():
		p.onFinish()
	default:
		// What was typed was saved before the form was read for this.
		s.remember()
		s.leave()
	}
}

// onFinish makes the draft a finished form (KG-058).
func (p *reviewPage) onFinish() {
	s, w := p.screen, p.screen.window
	r, id := w.Registrar(), s.id
	number, who := int64(0), s.form.Graduate.FullName()
	frame.Run(w, &s.doing, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.Form.Finish(registrar.Numbered(ctx, &number), id)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		s.turned = w.Now()
		p.scroll.ScrollToTop()
		w.DidFor(who, w.Say("form_screen.is_finished", nil), number)
		s.read(true)
	})
}

// twoParts puts a name beside its value: a third and two thirds of the width.
type twoParts struct{ width float32 }

func (t *twoParts) left() float32 { return t.width * 0.36 }

// narrow says that the longest words of a title have no room in their part.
func (t *twoParts) narrow() bool { return t.left() < 9*theme.CaptionTextSize() }

// MinSize is the height of the higher one, or of both below each other.
func (t *twoParts) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if t.width > 0 && t.narrow() {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height-theme.InnerPadding())
	}
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

// Layout puts them side by side, and below each other where that is too narrow.
func (t *twoParts) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if t.width = size.Width; t.narrow() {
		high := widgets.LayOut(objects[0], fyne.Position{}, size.Width)
		widgets.LayOut(objects[1], fyne.NewPos(0, high-theme.InnerPadding()), size.Width)
		return
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(t.left(), size.Height))
	objects[1].Move(fyne.NewPos(t.left(), 0))
	objects[1].Resize(fyne.NewSize(size.Width-t.left(), size.Height))
}

// noted shows what people have recorded by hand: calls to the centre, confirmations, that
// the data stands on its site; nil when there is nothing (UA-142).
func (p *reviewPage) noted() fyne.CanvasObject {
	w := p.screen.window
	lines := container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()))
	for _, f := range p.screen.form.Graduate.Current().Facts {
		if f.Kind != data.FactFinished && f.Kind != data.FactReturned {
			lines.Add(p.notedLine(f))
		}
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	return container.NewVBox(widget.NewSeparator(), p.head(w.Say("form_screen.noted", nil)), lines)
}

// notedLine is one record, which the school's people can take back.
func (p *reviewPage) notedLine(f data.Fact) fyne.CanvasObject {
	w, id := p.screen.window, p.screen.id
	code := data.FactField(f.Kind, f.Of)
	title := w.Word(w.Registrar().Campaign().FieldTitle(code))
	line := p.row(title, w.Word(w.Registrar().Campaign().Words(code, p.screen.form.Graduate.Get(code))))
	if !w.May(registrar.RightRegister) {
		return line
	}
	undo := widgets.NewTabbed(w.Say("ui.undo", nil), func() { field.TakeBack(w, id, f.Kind, f.Of) }, p.Reveal)
	undo.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, container.NewCenter(undo), line)
}
