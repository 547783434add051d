package table

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Step is one of the two ways between how people were and how they are: what it does, and
// what is said of so many afterwards.
type Step struct {
	// Title stands over the progress of long work.
	Title string
	Do    func(context.Context) (int, error)
	Said  func(number int) string
}

// Act does something that can be taken back, and then done again, and so on.
func Act(w *frame.Window, there, back Step) { walk(w, there, back, w.Done, w.Undone, w.Redone) }

// actIn is [Act] for a dialog that stays until it is done, with all that was chosen in it where it
// cannot be.
func actIn(b *frame.Box, w *frame.Window, there, back Step) {
	frame.RunLongIn(b, there.Title, there.work, func(n int, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		b.Close()
		Acted(w, there.Said(n), there, back)
	})
}

// work is what the step does, as long work.
func (s Step) work(ctx context.Context, _ frame.Progress) (int, error) { return s.Do(ctx) }

// Acted is [Act] for what was done already, with the words that say so.
func Acted(w *frame.Window, words string, there, back Step) {
	w.Done(words, func() { walk(w, back, there, w.Undone, w.Redone, w.Undone) })
}

// say tells what was done with the way back from it.
type say func(words string, way func())

// walk takes a step. Now tells of it, next of the step back from there, and then again of
// one like the first.
func walk(w *frame.Window, step, other Step, now, next, then say) {
	frame.RunLong(w, step.Title, step.work, func(n int, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		now(step.Said(n), func() { walk(w, other, step, next, then, next) })
	})
}

// onDo makes the change; the dialog stays until it is made, and says what is missing where there
// is nothing to change.
func (d *bulkDialog) onDo() bool {
	for _, line := range d.lines {
		if missing := line.missing(); missing != "" {
			line.say(missing, widget.DangerImportance)
			d.fit()
			d.window.Canvas().Focus(line.input())
			return false
		}
	}
	if d.asking {
		d.wanted = true
		return false
	}
	if len(d.agreed) == 0 {
		d.toRefused()
		return false
	}
	w, r, ids, changes := d.window, d.window.Registrar(), d.agreed, d.asked()
	there := Step{Title: w.Say("bulk_screen.do", nil),
		Do:   func(ctx context.Context) (int, error) { return r.Table.ChangeMany(ctx, ids, changes) },
		Said: d.done()}
	actIn(d.box, w, there, takingBack(w, d.changes))
	return false
}

// toRefused goes to the line that lets nothing be changed, which may be out of sight; where none is
// refused the first says that nothing would change.
func (d *bulkDialog) toRefused() {
	at := slices.IndexFunc(d.lines, func(l *bulkLine) bool { return l.about.Importance == widget.DangerImportance })
	if at < 0 {
		at = 0
		words := d.lines[0].about.Text
		d.lines[0].say(frame.Sentences("", words, d.window.Say("bulk_screen.nothing", nil)), widget.DangerImportance)
		d.fit()
	}
	d.window.Canvas().Focus(d.lines[at].input())
	widgets.Follow(d.scroll, d.lines[at].whole)
}

// asked are the changes of all lines.
func (d *bulkDialog) asked() []table.Many {
	var changes []table.Many
	for _, line := range d.lines {
		changes = append(changes, line.change())
	}
	return changes
}

// done says what was changed, of whom, and who was left out.
func (d *bulkDialog) done() func(int) string {
	var codes []string
	for _, line := range d.lines {
		codes = append(codes, line.chosen().Code)
	}
	words := d.window.Saying(func() string { return d.changed(codes) })
	return func(int) string { return words }
}

// changed says it of the fields of these codes.
func (d *bulkDialog) changed(codes []string) string {
	var fields []string
	for _, code := range codes {
		fields = append(fields, d.window.TitleOfField(code))
	}
	args := about(d.window, d.changes)
	args["field"] = strings.Join(fields, ", ")
	words := d.window.Say("bulk_screen.done", args)
	if brought := table.BroughtAmong(d.changes); len(brought) > 0 {
		words = frame.Sentences("", words, d.window.Say("bulk_screen.brought", map[string]any{"what": namedChanges(d.window, brought)}))
	}
	for _, left := range d.leftOut {
		of := map[string]any{"field": "", "names": d.window.Named(left.Names)}
		if len(fields) > 1 { // one field is named already
			of["field"] = d.window.TitleOfField(left.Field)
		}
		words = frame.Sentences("", words, d.window.Say("bulk_screen.left_out", of))
	}
	return words
}

// takingBack takes back what was changed for many, all or nothing: a value that somebody
// has changed since is not lost.
func takingBack(w *frame.Window, taken []table.Proposed) Step {
	r := w.Registrar()
	var back []table.Proposed
	for _, p := range taken {
		if p.Refused == nil {
			back = append(back, p.Back())
		}
	}
	return Step{Title: w.Say("ui.undo", nil),
		Do:   func(ctx context.Context) (int, error) { return r.Table.TakeProposed(ctx, back, "") },
		Said: func(int) string { return w.Say("bulk_screen.taken_back", about(w, taken)) }}
}

// about counts and names those whom changes are about, each once. The number comes first where
// it is told: the names may be cut.
func about(w *frame.Window, changes []table.Proposed) map[string]any {
	var names []string
	seen := map[string]bool{}
	for _, p := range changes {
		if !seen[p.Graduate] {
			names, seen[p.Graduate] = append(names, p.Name), true
		}
	}
	return map[string]any{"number": len(names), "names": w.Named(names)}
}
