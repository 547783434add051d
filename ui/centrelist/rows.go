package centrelist

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar/centrelist"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// rows counts the rows by what they are, shows those of one kind, and decides of many at once.
type rows struct {
	screen  *Screen
	shown   centrelist.Kind
	filters map[centrelist.Kind]*widgets.Button
	bulk    map[centrelist.Decision]*widgets.Button
	whom    *widget.Label
	classes *fyne.Container
	table   *widgets.Table
	nobody  *widget.Label
	// first says that no comparison was shown yet, so the filter is not the user's.
	first bool
}

func newRows(s *Screen) *rows {
	return &rows{screen: s, shown: centrelist.Different, filters: map[centrelist.Kind]*widgets.Button{}, bulk: map[centrelist.Decision]*widgets.Button{}}
}

// buildFilters makes a button for each kind.
func (r *rows) buildFilters() fyne.CanvasObject {
	filters := container.New(&widgets.Flow{})
	for _, k := range centrelist.Kinds() {
		r.filters[k] = widgets.NewButton("", kindIcon(k), func() { r.onFilter(k) })
		filters.Add(r.filters[k])
	}
	return filters
}

// buildBulk makes the decisions for many; class asks for that of who is added.
func (r *rows) buildBulk(class fyne.CanvasObject) fyne.CanvasObject {
	s := r.screen
	r.whom = widget.NewLabel("")
	bulk := container.New(&widgets.Flow{}, r.whom)
	for _, d := range []centrelist.Decision{centrelist.TakeNumber, centrelist.TakeAll, centrelist.Add, centrelist.Leave} {
		r.bulk[d] = widgets.NewButton(s.say("bulk_"+string(d), nil), nil, func() { r.onBulk(d) })
		bulk.Add(r.bulk[d])
	}
	r.classes = container.NewHBox(widget.NewLabel(s.say("class", nil)), class)
	bulk.Add(r.classes)
	return bulk
}

// body makes the table.
func (r *rows) body() fyne.CanvasObject {
	r.table = widgets.NewTable(r.columns())
	r.table.OnCursor = func(string) { r.screen.panel.refresh() }
	r.table.OnSelected = r.refreshBulk
	r.table.OnOpened = func(string) { r.screen.panel.focus() }
	r.nobody = &widget.Label{Alignment: fyne.TextAlignCenter, Importance: widget.LowImportance, Wrapping: fyne.TextWrapWord}
	return container.NewStack(r.table, container.NewVBox(widgets.ImportAir(), widgets.ImportAir(), r.nobody))
}

func (r *rows) columns() []widgets.Column {
	w, s := r.screen.window, r.screen
	return []widgets.Column{
		{Name: "row", Title: s.say("row", nil), Width: 60, Right: true, Drop: 1},
		{Name: "name", Title: w.Say("column.name", nil), Width: 170, TwoLines: true},
		{Name: "what", Title: s.say("what", nil), Width: 180, TwoLines: true, Stretch: true},
		{Name: "decision", Title: s.say("decision", nil), Width: 110, TwoLines: true}}
}

// refresh shows the rows of the kind; at first those that ask for a person most.
func (r *rows) refresh() {
	l := r.screen.list
	if r.first {
		kinds := centrelist.Kinds()
		if at := slices.IndexFunc(kinds, func(k centrelist.Kind) bool { return l.Count(k) > 0 }); at >= 0 {
			r.shown = kinds[at]
		}
		r.first = false
	}
	for k, b := range r.filters {
		b.Importance = widget.LowImportance
		if k == r.shown {
			b.Importance = widget.MediumImportance
		}
		b.SetText(r.screen.say("filter_"+string(k), map[string]any{"number": l.Count(k)}))
		widgets.SetHidden(b, k != r.shown && l.Count(k) == 0)
	}
	var lines []widgets.Row
	for i := range l.Rows {
		if l.Rows[i].Kind == r.shown {
			lines = append(lines, r.line(i))
		}
	}
	near := r.table.Near(lines)
	r.nobody.SetText(r.screen.say("none_"+string(r.shown), nil))
	r.nobody.Hidden = len(lines) > 0
	r.table.SetRows(lines)
	if near == "" && len(lines) > 0 {
		near = lines[0].Key
	}
	if near != "" {
		r.table.StandAt(near)
	}
	r.refreshBulk()
}

// line is a row of the table.
func (r *rows) line(i int) widgets.Row {
	s, row := r.screen, &r.screen.list.Rows[i]
	number := "—"
	if row.In() {
		number = s.list.RowName(row)
	}
	decision := widgets.Cell{}
	if row.In() && row.Kind != centrelist.Same {
		decision = widgets.Cell{Text: s.window.Say("centre_list.decision."+string(row.Decision), nil), Colour: theme.ColorNamePlaceHolder}
		if row.Decision != centrelist.Leave {
			decision.Colour, decision.Icon = theme.ColorNameSuccess, theme.ConfirmIcon()
		}
	}
	return widgets.Row{Key: strconv.Itoa(i), Cells: []widgets.Cell{{Text: number, Sort: fmt.Sprintf("%s %06d", row.Place.Sheet, row.Place.Row)}, {Text: row.Name}, {Text: s.difference(row)}, decision}}
}

// difference says in one line what a row and the registry have in common, and what not.
func (s *Screen) difference(row *centrelist.Row) string {
	var parts []string
	for _, p := range row.Doubts {
		parts = append(parts, p.Sentence(s.window.Text()))
	}
	for _, v := range row.Values {
		parts = append(parts, s.valueTitle(v)+": "+s.valueWords(v, v.Here)+" → "+s.valueWords(v, v.There))
	}
	switch {
	case row.Kind == centrelist.MissingThere && row.CardNumber != "":
		parts = append(parts, s.say("there_numbered", map[string]any{"value": row.CardNumber}))
	case row.Kind == centrelist.MissingThere:
		parts = append(parts, s.say("there_without", nil))
	case row.Kind == centrelist.MissingHere || row.Kind == centrelist.Same:
		if row.CardNumber != "" {
			parts = append(parts, s.say("numbered", map[string]any{"value": row.CardNumber}))
		}
	}
	return frame.OneLine(strings.Join(parts, " · "))
}

// valueTitle is what the field of a difference is called.
func (s *Screen) valueTitle(v centrelist.Value) string {
	return data.Capital(s.window.Word(v.Title(s.window.Registrar().Campaign())))
}

// valueWords are a stored value as people read it; a stroke for none.
func (s *Screen) valueWords(v centrelist.Value, value string) string {
	if value == "" {
		return "—"
	}
	return s.window.Word(v.Words(s.window.Registrar().Campaign(), value))
}

func (r *rows) onFilter(k centrelist.Kind) {
	r.shown = k
	r.refresh()
	r.screen.panel.refresh()
}

// meant are the rows that a decision for many is about: the ticked ones, else all that are shown.
func (r *rows) meant() func(*centrelist.Row) bool {
	meant := map[*centrelist.Row]bool{}
	keys := r.table.Keys()
	if r.table.Marked() > 0 {
		keys = r.table.Selected()
	}
	for _, key := range keys {
		if i, err := strconv.Atoi(key); err == nil {
			meant[&r.screen.list.Rows[i]] = true
		}
	}
	return func(row *centrelist.Row) bool { return meant[row] }
}

// onBulk decides of many rows; those in doubt stay as they are.
func (r *rows) onBulk(d centrelist.Decision) {
	s := r.screen
	n := s.list.DecideAll(d, r.meant())
	s.window.Done(s.say("bulk_done", map[string]any{"number": n, "decision": s.window.Say("centre_list.decision."+string(d), nil)}), nil)
	s.refresh()
}

// refreshBulk offers what some row that is meant offers; where there is nothing to take, nothing is
// to be left either.
func (r *rows) refreshBulk() {
	s, meant := r.screen, r.meant()
	r.whom.SetText(s.say("bulk_shown", nil))
	if n := r.table.Marked(); n > 0 {
		r.whom.SetText(s.say("bulk_ticked", map[string]any{"number": n}))
	}
	takes := false
	for _, d := range []centrelist.Decision{centrelist.TakeNumber, centrelist.TakeAll, centrelist.Add} {
		shown, joins := false, false
		for i := range s.list.Rows {
			row := &s.list.Rows[i]
			shown = shown || row.Kind == r.shown && row.In() && row.Offers(d)
			joins = joins || meant(row) && row.Joins(d)
		}
		takes = takes || shown
		widgets.SetHidden(r.bulk[d], !shown)
		widgets.Enable(r.bulk[d], joins)
	}
	for _, o := range []fyne.CanvasObject{r.whom, r.bulk[centrelist.Leave]} {
		widgets.SetHidden(o, !takes)
	}
	widgets.SetHidden(r.classes, r.bulk[centrelist.Add].Hidden)
}

// current is the row of the cursor, nil for none.
func (r *rows) current() (int, *centrelist.Row) {
	i, err := strconv.Atoi(r.table.Cursor())
	if err != nil || i >= len(r.screen.list.Rows) {
		return -1, nil
	}
	return i, &r.screen.list.Rows[i]
}
