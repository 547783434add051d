package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

// pasteDialog asks which fields the columns of a block without a header fill.
type pasteDialog struct {
	window  *Window
	block   string
	rows    []string
	fields  []registrar.CollectField
	selects []*dialogSelect
	fault   *widget.Label
	box     *box
	doing   turn
}

// onPasteClipboard takes the block that lies on the clipboard.
func (s *graduatesScreen) onPasteClipboard() { s.onPaste(s.window.app.Clipboard().Content()) }

// onPaste reads a block of a spreadsheet for the rows from the current one on. A block
// without a header is asked about.
func (s *graduatesScreen) onPaste(block string) {
	w := s.window
	if len(w.boxes) > 0 || !w.May(registrar.RightRegister) {
		return
	}
	d := &pasteDialog{window: w, block: block}
	for _, row := range s.table.Rows() {
		if len(d.rows) > 0 || row.Key == s.table.Cursor() {
			d.rows = append(d.rows, row.Key)
		}
	}
	d.read(nil, func(err error) {
		if registrar.CodeOf(err) == "paste.more_columns" {
			d.ask(err)
			return
		}
		w.fail(err)
	})
}

func (d *pasteDialog) read(fields []string, failed func(error)) {
	w := d.window
	r, block, rows := w.registrar, d.block, d.rows
	run(w, &d.doing, func(context.Context) (*registrar.Pasted, error) { return r.PasteBlock(block, rows, fields) },
		func(read *registrar.Pasted, err error) {
			if err != nil {
				failed(err)
				return
			}
			if d.box != nil {
				d.box.close()
			}
			d.show(read)
		})
}

// show shows what the block proposes, before anything is taken.
func (d *pasteDialog) show(read *registrar.Pasted) {
	w := d.window
	p := newProposals(w, w.say("paste_screen.from", nil), read.Proposals, read.Problems)
	for _, header := range read.Unread {
		p.say(w.say("paste.unread", map[string]any{"header": header}))
	}
	p.show(w.say("paste_screen.title", nil))
}

// ask asks for the field of each column.
func (d *pasteDialog) ask(refused error) {
	w := d.window
	columns := columnsOf(refused)
	fields, err := w.registrar.CollectFields(registrar.Filter{})
	if err != nil || columns == 0 || columns > maxPasted {
		w.fail(refused)
		return
	}
	d.fields = fields
	titles := []string{w.say("paste_screen.no_field", nil)}
	for _, f := range fields {
		titles = append(titles, w.titleOfField(f.Code))
	}
	d.fault = wrapped("")
	d.fault.Importance = widget.DangerImportance
	d.fault.Hide()
	content := container.NewVBox(wrapped(w.say("paste_screen.ask", map[string]any{"number": columns})))
	for i := range columns {
		choose := newDialogSelect(titles, func() { d.box.leave() })
		d.selects = append(d.selects, choose)
		content.Add(container.NewBorder(nil, nil, widget.NewLabel(w.say("paste_screen.column", map[string]any{"number": i + 1})), nil, choose))
	}
	content.Add(d.fault)
	d.box = w.ask(w.say("paste_screen.title", nil), content, bulkWidth,
		choice{label: w.say("paste_screen.next", nil), ready: d.onFields}, choice{label: w.say("ui.cancel", nil)})
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
		d.onRefused(d.window.say("paste_screen.choose", nil))
		return false
	}
	d.read(fields, func(err error) { d.onRefused(d.window.explain(err)) })
	return false
}

func (d *pasteDialog) onRefused(words string) {
	d.fault.SetText(words)
	d.fault.Show()
	d.box.fit(bulkWidth)
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
