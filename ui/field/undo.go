package field

import (
	"context"
	"slices"

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

// stand are the values that the registry has in the fields of others.
func (f *inputFrame) stand(values []registrar.Assign) []registrar.Assign {
	stand := []registrar.Assign{}
	for _, v := range values {
		if f.graduate != nil {
			v.Value = f.graduate.Get(v.Field)
			stand = append(stand, v)
		}
	}
	return stand
}

// tellSaved says what was saved; it can be taken back from then on.
func (f *inputFrame) tellSaved(id string, warnings []registrar.Finding) {
	w, before, after := f.window, f.draft.former, f.input.Values()
	f.draft.former = nil
	if f.graduate == nil || len(before) == 0 || slices.Equal(before, after) {
		w.Done(f.said(warnings), nil)
		return
	}
	c := &change{window: w, id: id, before: before, after: after,
		words: map[string]any{"name": w.Registrar().Campaign().FieldTitle(f.field.Code), "who": f.graduate.FullName()}}
	w.Done(w.Say("input.saved_of", c.words), c.undo)
	if len(warnings) > 0 {
		w.Done(f.said(warnings), nil)
	}
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
