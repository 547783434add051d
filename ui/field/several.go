package field

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// tickInput is one thing that is so or not: «Я льготник» (KG-048).
type tickInput struct {
	inputFrame
	list *tickList
}

func newTickInput(w *frame.Window, host Host, f form.Field) *tickInput {
	t := &tickInput{inputFrame: newInputFrame(w, host, f)}
	t.untitled = true
	t.list = newTickList(host, t.onTaken, t.onEscape)
	t.offer()
	t.assemble(t, t.list.box)
	return t
}

func (t *tickInput) offer() {
	t.list.offer([]registrar.Item{{Code: registrar.Ticked, Title: titleOf(t.window, t.field)}}, t.able())
}

func (t *tickInput) display() {
	t.offer()
	t.list.set(func(string) bool { return t.stored() != "" })
}

func (t *tickInput) setAble(able bool) { t.list.setAble(able) }

func (t *tickInput) Values() []registrar.Assign {
	return []registrar.Assign{{Field: t.field.Code, Value: strings.Join(t.list.ticked(), ",")}}
}

func (t *tickInput) Focusable() fyne.Focusable { return t.list.Focusable() }

// ticksInput is a field of which several things can be ticked: privileges (KG-050), marks
// of a person, and among the chosen subjects those of the additional session.
type ticksInput struct {
	inputFrame
	list *tickList
	none *widget.Label
}

func newTicksInput(w *frame.Window, host Host, f form.Field) *ticksInput {
	t := &ticksInput{inputFrame: newInputFrame(w, host, f), none: widgets.Small(w.Say("input.no_subjects", nil))}
	t.list = newTickList(host, t.onTaken, t.onEscape)
	t.none.Hide()
	t.assemble(t, container.New(&widgets.Stacked{}, t.none, t.list.box))
	return t
}

func (*ticksInput) wide() bool { return true }

// items are what can be ticked now: of subjects, those that are chosen.
func (t *ticksInput) items() []registrar.Item {
	c := t.window.Registrar().Campaign()
	var items []registrar.Item
	if t.field.Kind != registrar.KindSubjects {
		for _, choice := range c.Codes(t.field.Code) {
			items = append(items, t.noted(choice))
		}
		return items
	}
	for _, choice := range t.graduate.Current().Subjects {
		items = append(items, registrar.Item{Code: choice.Subject, Title: c.ChoiceTitle(choice.Subject)})
	}
	return items
}

// noted says of an invented entry that it is one, and of one that no source confirms.
func (t *ticksInput) noted(choice registrar.Choice) registrar.Item {
	item := choice.Item
	switch {
	case item.Example:
		item.Note = strings.TrimSpace(item.Note + " " + t.window.Say("input.example", nil))
	case !choice.Confirmed:
		item.Note = frame.Sentences("", item.Note, t.window.Unconfirmed())
	}
	return item
}

func (t *ticksInput) display() {
	stored := data.SplitList(t.stored())
	items := withStored(t.items(), stored...)
	t.list.offer(items, t.able())
	t.list.set(func(code string) bool { return slices.Contains(stored, code) })
	t.none.Hidden = len(items) > 0
}

func (t *ticksInput) setAble(able bool) { t.list.setAble(able) }

func (t *ticksInput) Values() []registrar.Assign {
	return []registrar.Assign{{Field: t.field.Code, Value: strings.Join(t.list.ticked(), ",")}}
}

func (t *ticksInput) Focusable() fyne.Focusable { return t.list.Focusable() }

// institutionInput shows the school, which is described once for all (UA-034).
type institutionInput struct {
	inputFrame
	school *widget.Label
}

func newInstitutionInput(w *frame.Window, host Host, f form.Field) *institutionInput {
	i := &institutionInput{inputFrame: newInputFrame(w, host, f), school: widgets.Wrapped("")}
	about := widgets.Small(w.Say("input.institution", nil))
	about.Importance = widget.LowImportance
	i.assemble(i, container.New(&widgets.Tight{}, i.school, about))
	return i
}

func (*institutionInput) wide() bool { return true }

func (i *institutionInput) display() {
	name := i.window.School().Name
	if name == "" {
		name = i.window.Say("input.none", nil)
	}
	i.school.SetText(name)
}

func (*institutionInput) setAble(bool) {}

func (*institutionInput) Values() []registrar.Assign { return nil }

func (*institutionInput) Focusable() fyne.Focusable { return nil }

// noInput stands for a field that the input of another shows, see [Of].
type noInput struct{}

func (*noInput) Object() fyne.CanvasObject {
	nothing := container.NewWithoutLayout()
	nothing.Hide()
	return nothing
}

func (*noInput) Show(form.Field, *data.Graduate, bool) {}

func (*noInput) Found([]registrar.Finding) {}

func (*noInput) Focusable() fyne.Focusable { return nil }

func (*noInput) Keep() {}

func (*noInput) Unsaved() bool { return false }
