package centrelist

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/centrelist"
	"graduand/ui/widgets"
)

// panel shows one row: what is in doubt, whom it may be about, each difference, and the decision.
type panel struct {
	screen    *Screen
	title     *widget.Label
	fields    *fyne.Container
	scroll    *container.Scroll
	whole     *fyne.Container
	decision  *widgets.OneOf
	decisions []centrelist.Decision
	// first is what is to be answered first, nil for nothing.
	first fyne.Focusable
}

// panelWidth is that of the panel beside the rows.
const panelWidth = 290

func newPanel(s *Screen) *panel {
	p := &panel{screen: s}
	p.decision = widgets.NewOneOf(p.onDecision)
	p.decision.OnEscape = p.leave
	return p
}

func (p *panel) build() fyne.CanvasObject {
	p.title = &widget.Label{TextStyle: fyne.TextStyle{Bold: true}, Wrapping: fyne.TextWrapWord}
	p.fields = container.NewVBox()
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), p.fields))
	p.whole = container.New(&widgets.FixedWidth{Width: panelWidth * p.screen.window.Scale()}, widgets.Panel(container.NewBorder(p.title, nil, nil, nil, p.scroll)))
	return p.whole
}

// refresh shows the row of the cursor.
func (p *panel) refresh() {
	_, row := p.screen.rows.current()
	p.whole.Hidden = row == nil
	p.fields.Objects, p.first = nil, nil
	if row != nil {
		p.show(row)
	}
	p.screen.page.Refresh()
	p.fields.Refresh()
	p.scroll.ScrollToTop()
}

func (p *panel) show(row *centrelist.Row) {
	s := p.screen
	p.title.SetText(row.Name)
	if row.In() {
		p.title.SetText(s.say("panel_title", map[string]any{"row": s.list.RowName(row), "name": row.Name}))
	}
	for _, doubt := range row.Doubts {
		p.addDoubt(doubt)
	}
	p.addPersons(row)
	if row.Here != "" && row.Here != row.Name {
		p.caption("here_called")
		p.fields.Add(widgets.Wrapped(row.Here))
	}
	p.addDecision(row)
	for _, v := range row.Values {
		p.addValue(v)
	}
	for _, v := range row.Brings {
		p.fields.Add(widgets.FieldCaption(s.valueTitle(v)))
		p.fields.Add(widgets.Wrapped(s.valueWords(v, v.There)))
	}
	if !row.In() {
		p.fields.Add(widgets.Wrapped(s.say("there_explained", nil)))
	}
}

func (p *panel) caption(id string) { p.fields.Add(widgets.FieldCaption(p.screen.say(id, nil))) }

// addDoubt says what somebody must look at, and in which column.
func (p *panel) addDoubt(doubt centrelist.Problem) {
	s := p.screen
	words := doubt.Sentence(s.window.Text())
	if doubt.Column != "" {
		words = s.say("in_column", map[string]any{"column": doubt.Column, "header": doubt.Header, "words": words})
	}
	label := widgets.Wrapped(words)
	label.Importance, label.SizeName = widget.WarningImportance, theme.SizeNameCaptionText
	p.fields.Add(label)
}

// addPersons asks whom the row is about. What was said can be taken back.
func (p *panel) addPersons(row *centrelist.Row) {
	s := p.screen
	at, _ := s.rows.current()
	if _, said := s.list.Said(at); said {
		p.addAnswer(s.say("say_again", nil), theme.ContentUndoIcon(), func() { s.list.Unsay(at) })
		return
	}
	if len(row.Persons) == 0 {
		return
	}
	p.caption("who")
	for _, person := range row.Persons {
		words := widgets.Wrapped(s.say("person", map[string]any{"name": person.Name, "class": person.Class, "value": person.CardNumber}))
		words.TextStyle.Bold = true
		p.fields.Add(words)
		p.addAnswer(s.say("this_person", nil), theme.AccountIcon(), func() { s.list.Is(at, person.ID) })
	}
	p.addAnswer(s.say("nobody_said", nil), theme.CancelIcon(), func() { s.list.Is(at, "") })
}

// addAnswer adds the button of an answer, by which the row is compared anew.
func (p *panel) addAnswer(label string, icon fyne.Resource, say func()) {
	b := widgets.NewButton(label, icon, func() {
		say()
		p.screen.judge()
		p.leave()
	})
	if p.first == nil {
		p.first = b
	}
	p.fields.Add(b)
}

// addDecision offers what can become of the row.
func (p *panel) addDecision(row *centrelist.Row) {
	if !row.In() || row.Kind == centrelist.Same {
		return
	}
	s := p.screen
	if p.decisions = row.Decisions(); len(p.decisions) < 2 {
		return
	}
	var options []widgets.Option
	for _, d := range p.decisions {
		options = append(options, widgets.Option{Title: s.say("decide_"+string(d), nil)})
	}
	p.caption("decision")
	p.decision.Offer(options...)
	p.decision.Set(slices.Index(p.decisions, row.Decision))
	p.fields.Add(p.decision)
	if p.first == nil {
		p.first = p.decision
	}
}

func (p *panel) onDecision(at int) {
	s := p.screen
	i, row := s.rows.current()
	if row == nil {
		return
	}
	s.list.Decide(i, p.decisions[at])
	s.rows.refresh()
	s.refreshWrite()
}

// addValue shows what is here and what is there.
func (p *panel) addValue(v centrelist.Value) {
	s := p.screen
	p.fields.Add(widgets.FieldCaption(s.valueTitle(v)))
	p.fields.Add(widgets.Wrapped(s.say("here", map[string]any{"value": s.valueWords(v, v.Here)})))
	there := widgets.Wrapped(s.say("there", map[string]any{"value": s.valueWords(v, v.There)}))
	there.TextStyle.Bold = true
	p.fields.Add(there)
	if v.Refused != nil {
		refused := widgets.Wrapped(s.window.ExplainBeside(v.Refused))
		refused.Importance, refused.SizeName = widget.DangerImportance, theme.SizeNameCaptionText
		p.fields.Add(refused)
	}
}

// focus goes to what is to be answered first.
func (p *panel) focus() {
	if p.first != nil {
		p.screen.window.Canvas().Focus(p.first)
	}
}

// leave goes back to the rows.
func (p *panel) leave() { p.screen.window.Canvas().Focus(p.screen.rows.table.Focusable()) }
