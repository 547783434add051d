package field

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
)

// Unsaved says that something was refused or is not saved yet.
func (f *inputFrame) Unsaved() bool { return f.draft.edits != f.draft.saved }

// onEdited is for a person's typing: it is kept when the field is left.
func (f *inputFrame) onEdited() {
	if f.draft.displaying {
		return
	}
	f.draft.edits++
	f.draft.typing, f.typedIn = true, true
	f.draft.stop()
	f.draft.calm = f.window.After(pause, f.onPause)
	f.relieve()
}

// onPause saves in the middle of typing; what is refused then may become right yet.
func (f *inputFrame) onPause() {
	if f.draft.typing {
		f.save(f.onPauseSaved)
	}
}

func (f *inputFrame) onPauseSaved(s saved, err error) {
	switch {
	case s.id != f.host.GraduateID() || s.edit < f.draft.sent:
		// Leaving has saved a later value, and said what came of it.
	case err != nil:
		f.draft.sent = f.draft.saved
	default:
		f.draft.saved = s.edit
		f.refuse("")
		f.host.Edited()
	}
}

// onTaken is for a person's choice or tick: it is kept at once.
func (f *inputFrame) onTaken() {
	if f.draft.displaying {
		return
	}
	f.draft.edits++
	f.typedIn = true
	f.Keep()
	f.window.ChoiceTaken()
}

// onEscape gives back the stored value.
func (f *inputFrame) onEscape() {
	held := f.Unsaved()
	f.draft.forget()
	f.refuse("")
	f.display()
	f.Found(f.found)
	arrange(f.host)
	if r, tells := f.host.(Restorer); tells && held {
		r.GaveBack()
	}
}

// Keep saves what the input holds, in the background. A refused value stays in it with
// the reason under it.
func (f *inputFrame) Keep() {
	f.draft.stop()
	if f.draft.typing {
		f.draft.typing = false
		f.draft.relief.drop()
		if !f.Unsaved() {
			f.display()
		}
	}
	f.save(f.onSaved)
}

// save gives the registry what the input holds and it has not got yet.
func (f *inputFrame) save(done func(saved, error)) {
	id, w := f.host.GraduateID(), f.window
	if f.draft.edits == f.draft.sent || id == "" || !f.able() {
		return
	}
	f.draft.sent = f.draft.edits
	// The registry this was typed into, whatever is open when it is saved.
	r, edit, values, l := w.Registrar(), f.draft.sent, f.input.Values(), f.draft.lane
	if f.draft.former == nil {
		f.draft.former = f.stand(values)
	}
	s := saved{id: id, edit: edit}
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (saved, error) {
		var err error
		s.warnings, err = l.do(edit, func() ([]registrar.Finding, error) {
			return r.Table.Change(registrar.Numbered(ctx, &s.act), id, values)
		})
		s.who = frame.NameOf(r, id)
		return s, err
	}, done)
}

// saved is an edit of a graduate that the registry has got, by an act of a number.
type saved struct {
	id, who  string
	edit     int
	act      int64
	warnings []registrar.Finding
}

// onSaved shows what came of saving: in the status line, or under the field.
func (f *inputFrame) onSaved(s saved, err error) {
	w := f.window
	f.answered()
	switch {
	case s.id != f.host.GraduateID():
		if err != nil {
			w.Fail(err)
			return
		}
		Tell(w, f.field.Code, s.who, s.act)
		f.warn(s)
	case s.edit < f.draft.sent:
		// A later value is on its way: its answer counts.
	case err != nil:
		f.draft.sent = f.draft.saved
		f.refuse(w.ExplainBeside(err))
		arrange(f.host)
		w.ClearStatus()
		f.host.Edited()
	default:
		f.draft.saved = s.edit
		f.refuse("")
		f.tellSaved(s)
		f.host.Edited()
	}
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
func (f *inputFrame) tellSaved(s saved) {
	w, before, after := f.window, f.draft.former, f.input.Values()
	f.draft.former = nil
	if f.graduate == nil || len(before) == 0 || slices.Equal(before, after) {
		w.Done(w.Say("ui.saved", map[string]any{"name": titled(w, f.field.Code)}), nil)
		f.warn(s)
		return
	}
	c := &change{window: w, id: s.id, graduate: f.graduate.Clone(), field: f.field.Code, before: before, after: after}
	w.Done(c.said("input.saved_of", after), c.undo)
	f.warn(s)
}

// warn says the first warning about what was saved, and of whom it is.
func (f *inputFrame) warn(s saved) {
	if len(s.warnings) == 0 {
		return
	}
	w := f.window
	w.Done(w.Saying(func() string { return s.who + ": " + w.Phrase(s.warnings[0]) }), nil)
	if d, is := f.host.(Doubter); is {
		d.Doubted(s.who, s.warnings[0])
	}
}

// Tell says which field of whom was saved by an act, and lets it go back. Without an act
// nothing was changed.
func Tell(w *frame.Window, code, who string, act int64) {
	args := map[string]any{"name": titled(w, code), "who": who}
	if act == 0 {
		w.Done(w.Say("input.saved_of", args), nil)
		return
	}
	w.Did(w.Say("input.saved_of", args), w.Say("input.taken_back", args), act)
}

// onPropose takes the value that a finding proposes, in whatever field it is for.
func (f *inputFrame) onPropose(p data.Proposal) {
	w, r, id := f.window, f.window.Registrar(), f.host.GraduateID()
	if p.Field == f.field.Code {
		f.onEscape()
	}
	s := saved{id: id}
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (saved, error) {
		_, err := r.Table.Change(registrar.Numbered(ctx, &s.act), id, []registrar.Assign{{Field: p.Field, Value: p.Value}})
		s.who = frame.NameOf(r, id)
		return s, err
	}, func(s saved, err error) { f.onProposed(s, p, err) })
}

func (f *inputFrame) onProposed(s saved, p data.Proposal, err error) {
	w := f.window
	switch {
	case err != nil && s.id == f.host.GraduateID():
		f.refuse(w.Explain(err))
		arrange(f.host)
	case err != nil:
		w.Fail(err)
	default:
		Tell(w, p.Field, s.who, s.act)
		f.host.Edited()
	}
}

// change is one field of a graduate that was saved, with the way back and forth.
type change struct {
	window *frame.Window
	id     string
	// graduate is whose field it is, as somewhen between before and after.
	graduate      *data.Graduate
	field         string
	before, after []registrar.Assign
}

// said names the field and whose it is, by the name that the values leave.
func (c *change) said(id string, values []registrar.Assign) string {
	for _, v := range values {
		c.graduate.Set(v.Field, v.Value)
	}
	return c.window.Say(id, map[string]any{"name": titled(c.window, c.field), "who": c.graduate.FullName()})
}

func (c *change) undo() {
	c.put(c.before, func() { c.window.Undone(c.said("input.taken_back", c.before), c.redo) })
}

func (c *change) redo() {
	c.put(c.after, func() { c.window.Redone(c.said("input.saved_of", c.after), c.undo) })
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
