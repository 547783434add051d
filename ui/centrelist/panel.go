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
	screen *Screen
	title  *widget.Label
	fields *fyne.Container
	scroll *container.Scroll
	whole  *fyne.Container
	// decision chooses among decisions, who among persons.
	decision  *widgets.OneOf
	decisions []centrelist.Decision
	who       *widgets.OneOf
}

// panelWidth is that of the panel beside the rows.
const panelWidth = 290

func newPanel(s *Screen) *panel {
	p := &panel{screen: s}
	p.decision = widgets.NewOneOf(p.onDecision)
	p.who = widgets.NewOneOf(p.onWho)
	p.decision.OnEscape, p.who.OnEscape = p.leave, p.leave
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
	p.fields.Objects = nil
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

// addPersons asks whom the row is about.
func (p *panel) addPersons(row *centrelist.Row) {
	s := p.screen
	at, _ := s.rows.current()
	id, said := s.list.Said(at)
	if len(row.Persons) == 0 {
		return
	}
	var options []widgets.Option
	chosen := -1
	if said && id == "" {
		chosen = len(row.Persons)
	}
	for i, person := range row.Persons {
		options = append(options, widgets.Option{Title: person.Name, Note: s.say("person", map[string]any{"class": person.Class, "value": person.CardNumber})})
		if said && person.ID == id {
			chosen = i
		}
	}
	options = append(options, widgets.Option{Title: s.say("nobody_said", nil)})
	p.caption("who")
	p.who.Offer(options...)
	p.who.Set(chosen)
	p.fields.Add(p.who)
}

// onWho says whom the row is about, and compares it with that one.
func (p *panel) onWho(at int) {
	i, row := p.screen.rows.current()
	if row == nil {
		return
	}
	id := ""
	if at < len(row.Persons) {
		id = row.Persons[at].ID
	}
	p.screen.list.Is(i, id)
	p.screen.judge()
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

// focus goes to what is to be said first.
func (p *panel) focus() {
	_, row := p.screen.rows.current()
	switch {
	case row == nil || !row.In() || row.Kind == centrelist.Same:
	case len(row.Persons) > 0:
		p.screen.window.Canvas().Focus(p.who)
	default:
		p.screen.window.Canvas().Focus(p.decision)
	}
}

// leave goes back to the rows.
func (p *panel) leave() { p.screen.window.Canvas().Focus(p.screen.rows.table.Focusable()) }
