package pick

import (
	"cmp"
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// goTo shows what is in a folder, "" for the places; the name stays.
func (d *dialog) goTo(folder string) {
	if folder == "" {
		d.reading.Void()
		d.show("", d.places())
		return
	}
	endings := d.question.Endings
	zone := d.window.Clock(d.window.Now()).Location()
	frame.Run(d.window, &d.reading, func(context.Context) (listing, error) { return list(folder, endings, zone) }, func(l listing, err error) {
		if err != nil {
			d.fault.SetText(d.window.Say("pick.no_folder", nil))
			d.stand(d.shown)
			return
		}
		d.show(folder, l)
	})
}

func (d *dialog) show(folder string, l listing) {
	w, from := d.window, d.shown
	d.shown = folder
	d.where.SetText(cmp.Or(folder, w.Say("pick.places", nil)))
	widgets.Enable(d.fresh, folder != "")
	d.fault.SetText("")
	d.thumbs.Forget()
	d.picture(l.rows)
	d.table.SetRows(l.rows)
	d.onSight()
	if d.folders {
		d.entry.SetText("")
	}
	d.empty.SetText("")
	if len(l.rows) == 0 {
		d.empty.SetText(w.Say("pick.empty_folder", nil))
	}
	d.hidden.Hide()
	if l.others > 0 && !d.folders {
		d.hidden.SetText(w.Say("pick.other_kinds", map[string]any{"count": l.others}))
		d.hidden.Show()
	}
	d.stand(from)
}

// places are the folders beside the list, as its rows.
func (d *dialog) places() (l listing) {
	for _, at := range d.window.Locations() {
		l.rows = append(l.rows, widgets.Row{Key: at.Path, Cells: []widgets.Cell{{Text: at.Title, Icon: at.Icon}, {}}})
	}
	return l
}

// stand keeps the keyboard in sight: in the list, at the folder that one came from, else at its
// first entry; where it is empty, at the button that leads back. Whoever types goes on typing.
func (d *dialog) stand(from string) {
	c := d.window.Canvas()
	if c.Focused() == fyne.Focusable(d.entry) {
		return
	}
	if d.table.Count() == 0 {
		c.Focus(d.up)
		return
	}
	if d.table.Cursor() == "" && !d.table.StandAt(from) {
		d.table.StandAt(d.table.Keys()[0])
	}
	c.Focus(d.table.Focusable())
}

// onPlace leads into the list of a folder that was chosen beside it.
func (d *dialog) onPlace(folder string) {
	d.window.Canvas().Unfocus()
	d.goTo(folder)
}

// onUp leads to the folder above, from the highest to the places.
func (d *dialog) onUp() {
	above := filepath.Dir(d.shown)
	if above == d.shown || d.shown == "" {
		above = ""
	}
	d.onPlace(above)
}

// onEvery shows files of all kinds: what is chosen then says itself why it cannot be read.
func (d *dialog) onEvery() {
	d.question.Endings = nil
	d.onPlace(d.shown)
}

// onCursor takes the name of the row, unless it is a folder and a file is asked for.
func (d *dialog) onCursor(path string) {
	if frame.IsFolder(path) == d.folders {
		d.name = filepath.Base(path)
		d.entry.SetText(d.name)
	}
}

// onMove goes from the name down to the list.
func (d *dialog) onMove(by int) {
	if by > 0 && d.table.Count() > 0 {
		d.window.Canvas().Focus(d.table.Focusable())
	}
}

// onOpened goes into a folder, or chooses a file.
func (d *dialog) onOpened(path string) {
	if frame.IsFolder(path) {
		d.goTo(path)
		return
	}
	d.entry.SetText(filepath.Base(path))
	d.onSubmitted()
}

// goIntoRow goes into the current row, which is meant where nothing was typed, and reports whether
// that is a folder; of a file that is to be opened it takes the name.
func (d *dialog) goIntoRow() bool {
	row := d.table.Cursor()
	if frame.IsFolder(row) {
		d.goTo(row)
		return true
	}
	if d.opens && row != "" {
		d.entry.SetText(filepath.Base(row))
	}
	return false
}
