package field

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// framed is what an input brings to its frame.
type framed interface {
	// display shows the stored value.
	display()
	// setAble opens it to changes, or shows it to who may not change it.
	setAble(able bool)
	// Values are what it holds now, in the form in which a person gives it.
	Values() []registrar.Assign
}

// inputFrame is what every input has around it: its title, its hint, why it is closed,
// what was refused and what was found. It saves what the input holds.
type inputFrame struct {
	window *frame.Window
	host   Host
	input  framed
	field  form.Field
	// graduate is the one shown last, as the registry has it.
	graduate *data.Graduate
	// fields are those whose findings stand here.
	fields []string
	may    bool
	draft  draft
	// typedIn says that something was typed or chosen and the keyboard has not gone on yet.
	typedIn bool
	// untitled says that the input shows the title itself.
	untitled bool

	title, hint, closed *widget.Label
	fault               *fyne.Container
	refusal             *widget.Label
	findings            *fyne.Container
	// found are the findings that the host has told last, shown those of them that stand here.
	found, shown []registrar.Finding
	whole        *fyne.Container
	// laidOut are the words of title, closed and refusal when they were laid out last.
	laidOut [3]string
}

func newInputFrame(w *frame.Window, host Host, f form.Field) inputFrame {
	frame := inputFrame{window: w, host: host, field: f, fields: []string{f.Code}, may: w.MayFill(f.Code)}
	frame.draft.lane = &lane{}
	frame.title, frame.hint, frame.closed, frame.refusal = widgets.Small(""), widgets.Small(f.Hint), widgets.Small(""), widgets.Small("")
	frame.hint.Importance, frame.closed.Importance, frame.refusal.Importance = widget.LowImportance, widget.LowImportance, widget.DangerImportance
	icon := widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon()))
	frame.fault = container.New(&widgets.Beside{}, container.NewPadded(icon), frame.refusal)
	frame.fault.Hide()
	frame.findings = container.New(&widgets.Stacked{})
	frame.findings.Hide()
	return frame
}

// assemble puts the frame around an input.
func (f *inputFrame) assemble(input framed, object fyne.CanvasObject) {
	f.input = input
	f.hint.Hidden = f.field.Hint == ""
	link := f.link()
	f.whole = container.New(&widgets.Tight{}, f.title, object, f.hint, link, f.closed, f.fault, f.findings)
	f.name()
	f.close()
	f.laidOut = f.words("")
}

func (f *inputFrame) Object() fyne.CanvasObject { return f.whole }

// Show fills the input. What is being typed into the same graduate stays.
func (f *inputFrame) Show(field form.Field, g *data.Graduate, fresh bool) {
	f.field, f.graduate = field, g
	f.name()
	f.close()
	if fresh {
		f.draft.forget()
		f.draft.lane = &lane{}
	}
	if f.Unsaved() || f.draft.typing {
		return
	}
	f.refuse("")
	f.display()
}

// display shows the stored value; what changes by it is nobody's typing.
func (f *inputFrame) display() {
	f.draft.displaying = true
	f.input.display()
	f.draft.displaying = false
}

// stored is the value in the registry.
func (f *inputFrame) stored() string { return f.field.Value }

// name shows the title, with a star where the field must be filled.
func (f *inputFrame) name() {
	widgets.SetWords(f.title, titleOf(f.window, f.field))
	f.title.Hidden = f.untitled
}

// close disables what cannot be changed and says why (KG-054).
func (f *inputFrame) close() {
	w, words := f.window, ""
	f.closed.Importance = widget.LowImportance
	switch {
	case f.field.Locked:
		f.closed.Importance = widget.WarningImportance
		words = w.Say("input.locked", map[string]any{"day": w.Registrar().Campaign().LockedAfter(f.field.Code).Dotted()})
	case !f.may && w.IsGraduate() && w.May(registrar.RightFill):
		words = w.Say("input.school_fills", nil)
	}
	widgets.SetWords(f.closed, words)
	f.closed.Hidden = words == ""
	f.input.setAble(f.able())
}

// able says that the field can be changed now by who signed in.
func (f *inputFrame) able() bool { return f.may && !f.field.Locked }

// refuse shows why what was typed is not saved, "" for nothing. A form shows all its
// inputs anew after every change, so the frame is laid out again only where it says
// something else.
func (f *inputFrame) refuse(words string) {
	widgets.SetWords(f.refusal, words)
	f.fault.Hidden = words == ""
	if said := f.words(words); said != f.laidOut {
		f.laidOut = said
		widgets.Arrange(f.whole)
	}
}

// words are what the frame says around the input with this refusal.
func (f *inputFrame) words(refusal string) [3]string {
	return [...]string{f.title.Text, f.closed.Text, refusal}
}

// Found shows what is wrong with the field under it.
func (f *inputFrame) Found(list []registrar.Finding) {
	f.found = list
	var own []registrar.Finding
	for _, finding := range list {
		// What was typed is not empty: that it was refused is said already.
		empty := strings.HasPrefix(finding.Rule, "required") && f.Unsaved()
		if slices.Contains(f.fields, finding.Field) && !empty && !f.relieved(finding) {
			own = append(own, finding)
		}
	}
	// The same ones stay: a button among them may have the focus.
	if reflect.DeepEqual(own, f.shown) {
		return
	}
	f.shown = own
	f.answered()
	f.findings.RemoveAll()
	for i, finding := range own {
		// One basis of several is said once, under the last.
		basis := finding.Source
		if i+1 < len(own) && own[i+1].Source == basis {
			basis = ""
		}
		f.findings.Add(f.finding(finding, basis))
	}
	f.findings.Hidden = len(own) == 0
	widgets.Arrange(f.whole)
}

// finding is the line of a finding: what is wrong, which rule says so, and what would mend
// it.
func (f *inputFrame) finding(finding registrar.Finding, source string) fyne.CanvasObject {
	w := f.window
	resource, colour := widgets.SeverityLook(finding.Severity)
	icon := widget.NewIcon(theme.NewColoredResource(resource, colour))
	words := container.New(widgets.Snug, widgets.Small(w.Phrase(finding)))
	if source != "" && !requirement.MatchString(source) {
		basis := widgets.Small(w.Say("input.source", map[string]any{"source": f.window.Cite(source)}))
		basis.Importance = widget.LowImportance
		words.Add(basis)
	}
	parts := container.New(&widgets.Stacked{}, container.New(&widgets.Beside{}, container.NewPadded(icon), words))
	if finding.Proposal != nil && f.able() {
		parts.Add(f.proposal(*finding.Proposal, w.Phrase(finding)))
	}
	for _, button := range settlingButtons(w, f.host.GraduateID(), finding, func(words string, do func()) fyne.CanvasObject { return f.below(words, do) }) {
		parts.Add(container.NewHBox(button))
	}
	return parts
}

// proposal is the button that takes a value; a long one that was not said yet is written
// out beneath.
func (f *inputFrame) proposal(p data.Proposal, said string) fyne.CanvasObject {
	title := f.window.Word(p.Title)
	short := title
	if letters := []rune(title); len(letters) > buttonLetters {
		short = string(letters[:cutLetters]) + "…"
	}
	id, icon := "input.set", theme.ConfirmIcon()
	if p.Value == "" {
		id, icon = "input.clear", theme.DeleteIcon()
	}
	take := f.below(f.window.Say(id, map[string]any{"value": short}), func() { f.onPropose(p) })
	take.SetIcon(icon)
	if short == title || strings.Contains(said, title) {
		return container.NewHBox(take)
	}
	return container.New(&widgets.Stacked{}, container.NewHBox(take), widgets.Small(title))
}

// buttonLetters is how long the value on a button may be, cutLetters what is left of a longer one:
// the button has room in half the width of a form in large letters.
const buttonLetters, cutLetters = 16, 12

// requirement is a source that is no law but a line of our own requirements.
var requirement = regexp.MustCompile(`^[A-Z]+-\d+$`)

// titleOf is what the form calls a field, with a star where it cannot do without.
func titleOf(w *frame.Window, f form.Field) string {
	title := w.TitleOfField(f.Code)
	if f.Required {
		title += " *"
	}
	return title
}
