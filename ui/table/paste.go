// Package table is what is done to many graduates at once: one value for all, a workbook
// for a class teacher and back, a block of a spreadsheet. What a table from outside would
// change is shown cell by cell before anything is taken.
package table

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// pasteDialog asks which fields the columns of a block without a header fill.
type pasteDialog struct {
	window  *frame.Window
	block   string
	rows    []string
	fields  []table.CollectField
	selects []*widgets.DialogSelect
	fault   *widget.Label
	box     *frame.Box
	doing   frame.Turn
}

// TakeBlock reads a block of a spreadsheet for the graduates of these rows. A block
// without a header is asked about.
func TakeBlock(w *frame.Window, block string, rows []string) {
	d := &pasteDialog{window: w, block: block, rows: rows}
	frame.Run(w, &d.doing, d.reading(nil), d.taking(func(err error) {
		if registrar.CodeOf(err) == "paste.more_columns" {
			d.askFields(err)
			return
		}
		w.Fail(err)
	}))
}

// askFields asks for the fields that there are, and then which columns fill them.
func (d *pasteDialog) askFields(refused error) {
	r := d.window.Registrar()
	frame.Run(d.window, &d.doing, func(context.Context) ([]table.CollectField, error) {
		return r.Table.CollectFields(registrar.Filter{})
	}, func(fields []table.CollectField, err error) {
		columns := columnsOf(refused)
		if err != nil || columns == 0 || columns > maxPasted {
			d.window.Fail(refused)
			return
		}
		d.fields = fields
		d.ask(columns)
	})
}

// reading reads the block; nil for fields that its header names.
func (d *pasteDialog) reading(fields []string) func(context.Context) (*table.Pasted, error) {
	r, block, rows := d.window.Registrar(), d.block, d.rows
	return func(context.Context) (*table.Pasted, error) { return r.Table.Paste(block, rows, fields) }
}

// taking shows what was read in the place of the question, or tells why nothing was.
func (d *pasteDialog) taking(failed func(error)) func(*table.Pasted, error) {
	return func(read *table.Pasted, err error) {
		if err != nil {
			failed(err)
			return
		}
		if d.box != nil {
			d.box.Close()
		}
		d.show(read)
	}
}

// show shows what the block proposes, before anything is taken.
func (d *pasteDialog) show(read *table.Pasted) {
	w := d.window
	p := newProposals(w, w.Say("paste_screen.from", nil), read.Proposals, read.Problems)
	for _, header := range read.Unread {
		p.say(w.Say("paste.unread", map[string]any{"header": header}))
	}
	p.show(w.Say("paste_screen.title", nil))
}

// ask asks for the field of each column.
func (d *pasteDialog) ask(columns int) {
	w := d.window
	titles := []string{w.Say("paste_screen.no_field", nil)}
	for _, f := range d.fields {
		titles = append(titles, w.TitleOfField(f.Code))
	}
	d.fault = widgets.Wrapped("")
	d.fault.Importance = widget.DangerImportance
	d.fault.Hide()
	content := container.NewVBox(widgets.Wrapped(w.Say("paste_screen.ask", map[string]any{"number": columns})))
	for i := range columns {
		choose := widgets.NewDialogSelect(titles, func() { d.box.Leave() })
		d.selects = append(d.selects, choose)
		content.Add(container.NewBorder(nil, nil, widget.NewLabel(w.Say("paste_screen.column", map[string]any{"number": i + 1})), nil, choose))
	}
	content.Add(d.fault)
	d.box = w.Ask(w.Say("paste_screen.title", nil), content, bulkWidth,
		frame.Choice{Label: w.Say("paste_screen.next", nil), Ready: d.onFields}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	d.box.Topic = frame.Table
	w.Canvas().Focus(d.selects[0])
}

// maxPasted is how many columns without a header somebody can be asked about.
const maxPasted = 8

// onFields reads the block as it was said; the dialog stays until that works.
func (d *pasteDialog) onFields() bool {
	fields, chosen := make([]string, len(d.selects)), false
	for i, choose := range d.selects {
		if at := choose.SelectedIndex(); at > 0 {
			fields[i], chosen = d.fields[at-1].Code, true
		}
	}
	if !chosen {
		d.onRefused(d.window.Say("paste_screen.choose", nil))
		return false
	}
	frame.RunIn(d.box, d.reading(fields), d.taking(func(err error) { d.onRefused(d.window.Explain(err)) }))
	return false
}

func (d *pasteDialog) onRefused(words string) {
	d.fault.SetText(words)
	d.fault.Show()
	d.box.Fit(bulkWidth)
}

// columnsOf is how many columns the refused block has.
func columnsOf(refused error) int {
	var e *registrar.Error
	if !errors.As(refused, &e) {
		return 0
	}
	columns, _ := e.Args["columns"].(int)
	return columns
}
