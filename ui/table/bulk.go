package table

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// bulkDialog gives several graduates the same values: in each line a field is chosen, then the
// value by what fits its kind, and it is said whom and what that would change (KG-041). Nothing
// is proposed before a value is given; to empty the field is a choice of its own. All lines are
// one change, and while one of them is refused nothing is changed.
type bulkDialog struct {
	window *frame.Window
	ids    []string
	// marked says that these graduates were ticked: else it is the current one alone.
	marked bool
	names  []string
	fields []table.CollectField

	lines  []*bulkLine
	listed *fyne.Container
	scroll *container.Scroll
	more   *widgets.Button
	// sum says what all lines would do together, where there are several.
	sum *widget.Label
	box *frame.Box

	// agreed are the graduates whom the values as they stand would change.
	agreed []string
	// changes are those changes, one by one.
	changes []table.Proposed
	// leftOut are those whom the form does not ask, field by field.
	leftOut []table.LeftOut
	doing   frame.Turn
	// asking says that what would change is not known yet, wanted that Enter waits for it.
	asking, wanted bool
}

// AskBulk asks what these graduates are to have in common. Marked says that they were
// ticked; where nobody was it is the current one, which the dialog says.
func AskBulk(w *frame.Window, ids []string, marked bool) {
	(&bulkDialog{window: w, ids: ids, marked: marked}).ask()
}

// ask asks the registry for names and fields, and then shows the dialog.
func (d *bulkDialog) ask() {
	r, ids := d.window.Registrar(), d.ids
	frame.Run(d.window, &d.doing, func(context.Context) ([]table.CollectField, error) {
		rows, err := r.Table.List(registrar.Filter{Only: ids})
		if err != nil {
			return nil, err
		}
		d.names = nil
		for _, row := range rows {
			d.names = append(d.names, row.Graduate.FullName())
		}
		return r.Table.CollectFields(registrar.Filter{Only: ids})
	}, d.onFields)
}

func (d *bulkDialog) onFields(fields []table.CollectField, err error) {
	if err != nil {
		d.window.Fail(err)
		return
	}
	d.fields = slices.DeleteFunc(fields, ofOnePerson)
	d.show()
}

// whom says who is meant.
func (d *bulkDialog) whom() fyne.CanvasObject {
	w, args := d.window, map[string]any{"names": d.window.Named(d.names)}
	if !d.marked {
		return widgets.WarningLine(w.Say("bulk_screen.only", args))
	}
	return widgets.Wrapped(w.Say("bulk_screen.whom", args))
}

// ofOnePerson are the fields that two people do not have in common.
func ofOnePerson(f table.CollectField) bool {
	return slices.Contains([]string{registrar.KindName, registrar.KindPhone, registrar.KindEmail, registrar.KindGenitive}, f.Kind) ||
		slices.Contains([]string{data.FieldCardNumber, data.FieldDocumentSeries, data.FieldDocumentNumber}, f.Code)
}

// bulkWidth is the width of the dialog, ticksHeight the height of the ticks of an only line,
// linesHeight the least of all lines.
const (
	bulkWidth   = 560
	ticksHeight = 230
	linesHeight = 160
)

func (d *bulkDialog) show() {
	w := d.window
	d.listed, d.sum = container.NewVBox(), widgets.Wrapped("")
	d.sum.Hide()
	d.scroll = container.NewVScroll(widgets.OffTheBar(d.listed))
	d.more = widgets.NewButton(w.Say("bulk_screen.more", nil), theme.ContentAddIcon(), d.onMore)
	d.more.Aside = true
	content := container.NewVBox(d.whom(), d.scroll, container.NewHBox(d.more, layout.NewSpacer()), d.sum)
	d.box = w.Ask(w.Say("bulk_screen.title", map[string]any{"count": len(d.ids)}), content, bulkWidth,
		frame.Choice{Label: w.Say("bulk_screen.do", nil), Ready: d.onDo}, frame.Choice{Label: w.Say("bulk_screen.keep", nil)})
	d.onMore()
}

// onMore adds a line, for the next field that no line has, and goes to it.
func (d *bulkDialog) onMore() {
	if len(d.lines) == len(d.fields) {
		return
	}
	line := newBulkLine(d, d.next())
	d.lines = append(d.lines, line)
	d.arrange()
	line.onField()
	d.window.Canvas().Focus(line.field)
	d.follow(line)
	// The heights of what is new are known once it has been drawn.
	d.window.After(drawn, func() {
		if d.window.Canvas().Focused() == fyne.Focusable(line.field) {
			d.follow(line)
		}
	})
}

// drawn is when a change has been drawn for certain.
const drawn = 100 * time.Millisecond

// follow scrolls to a line, and where it is higher than the room to its beginning.
func (d *bulkDialog) follow(line *bulkLine) {
	d.window.Reveal(line.whole)
	d.window.Reveal(line.field)
}

// next is the number of the first field that no line has, behind that of the last line, or before
// it where all behind have one.
func (d *bulkDialog) next() int {
	last := 0
	if len(d.lines) > 0 {
		last = max(d.lines[len(d.lines)-1].field.SelectedIndex(), 0)
	}
	for i := range d.fields {
		if at := (last + i) % len(d.fields); d.lineOf(d.fields[at].Code) == nil {
			return at
		}
	}
	return 0
}

// lineOf is the first line of a field, nil for none.
func (d *bulkDialog) lineOf(code string) *bulkLine {
	for _, line := range d.lines {
		if line.chosen().Code == code {
			return line
		}
	}
	return nil
}

// onDrop takes a line away, which is never the only one, and goes to the one before.
func (d *bulkDialog) onDrop(line *bulkLine) {
	at := slices.Index(d.lines, line)
	d.lines = slices.Delete(d.lines, at, at+1)
	d.arrange()
	d.propose()
	d.window.Canvas().Focus(d.lines[max(at-1, 0)].field)
}

// arrange puts the lines below each other. An only line cannot be taken away.
func (d *bulkDialog) arrange() {
	d.listed.RemoveAll()
	alone := len(d.lines) == 1
	for i, line := range d.lines {
		if i > 0 {
			d.listed.Add(widget.NewSeparator())
		}
		line.arrange(alone)
		d.listed.Add(line.whole)
	}
	widgets.SetHidden(d.sum, alone)
	widgets.Enable(d.more, len(d.lines) < len(d.fields))
	d.fit()
}

// fit makes the dialog as high as its lines, which scroll where the window has no room for them.
func (d *bulkDialog) fit() {
	d.listed.Resize(fyne.NewSize(d.listed.Size().Width, d.listed.MinSize().Height))
	others := d.box.Content().MinSize().Height - d.scroll.MinSize().Height
	room := max(d.window.Canvas().Size().Height-others-6*theme.Padding(), linesHeight)
	d.scroll.SetMinSize(fyne.NewSize(0, min(d.scroll.Content.MinSize().Height, room)))
	d.box.Fit(bulkWidth)
}

// bulkAnswer is what the lines would change; err is why they can change nobody, at the number
// of the change that is refused.
type bulkAnswer struct {
	proposals []table.Proposed
	err       error
	at        int
}

// propose says at every line what it would change; before it has a value, what is missing.
func (d *bulkDialog) propose() {
	d.agreed, d.changes, d.leftOut, d.asking, d.wanted = nil, nil, nil, false, false
	d.doing.Void()
	d.sum.SetText("")
	var whole []*bulkLine
	var changes []table.Many
	for _, line := range d.lines {
		if missing := line.missing(); missing != "" {
			line.say(missing, widget.MediumImportance)
			continue
		}
		whole, changes = append(whole, line), append(changes, line.change())
	}
	d.fit()
	if len(whole) == 0 {
		return
	}
	d.asking = true
	r, ids := d.window.Registrar(), d.ids
	frame.Run(d.window, &d.doing, func(context.Context) (a bulkAnswer, err error) {
		if a.proposals, a.err = r.Table.ProposeMany(ids, changes); a.err != nil {
			a.at = refusedOf(r, ids, changes)
		}
		return a, nil
	}, func(a bulkAnswer, _ error) {
		d.asking = false
		d.onProposed(whole, a)
		if d.wanted {
			d.wanted = false
			d.box.Confirm()
		}
	})
}

// refusedOf is the number of the first change that is refused by itself.
func refusedOf(r *registrar.Registrar, ids []string, changes []table.Many) int {
	return max(slices.IndexFunc(changes, func(change table.Many) bool {
		_, err := r.Table.ProposeMany(ids, []table.Many{change})
		return err != nil
	}), 0)
}

func (d *bulkDialog) onProposed(whole []*bulkLine, a bulkAnswer) {
	if a.err != nil {
		for _, line := range whole {
			line.say("", widget.MediumImportance)
		}
		whole[a.at].say(d.window.ExplainBeside(a.err), widget.DangerImportance)
		d.fit()
		return
	}
	good, lost := len(whole) == len(d.lines), 0
	for _, line := range whole {
		code := line.chosen().Code
		of := func(p table.Proposed) bool { return p.Field != code && p.With != code }
		can, loses := line.tell(slices.DeleteFunc(slices.Clone(a.proposals), of))
		good, lost = good && can, lost+loses
	}
	if good {
		for _, p := range a.proposals {
			if !p.Unasked {
				d.changes, d.agreed = append(d.changes, p), append(d.agreed, p.Graduate)
			}
		}
		d.leftOut = table.LeftOutOf(a.proposals)
		d.agreed = slices.Compact(d.agreed)
		d.sum.Importance = importanceOf(0, lost)
		d.sum.SetText(d.window.Say("bulk_screen.sum", map[string]any{"number": len(d.agreed), "all": len(d.ids), "lost": lost}))
	}
	d.fit()
}
