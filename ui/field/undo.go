package field

import (
	"context"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// change is one field of a graduate that was saved, with the way back and forth.
type change struct {
	window *frame.Window
	id     string
	// words name the field and whose it is.
	words         map[string]any
	before, after []registrar.Assign
}

func (c *change) undo() {
	c.put(c.before, func() { c.window.Undone(c.window.Say("input.taken_back", c.words), c.redo) })
}

func (c *change) redo() {
	c.put(c.after, func() { c.window.Redone(c.window.Say("input.saved_of", c.words), c.undo) })
}

// put gives the registry the values of before, or those of after once more.
func (c *change) put(values []registrar.Assign, done func()) {
	w, r := c.window, c.window.Registrar()
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) ([]registrar.Finding, error) {
		return r.Table.Change(ctx, c.id, values)
	}, func(_ []registrar.Finding, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		done()
	})
}
