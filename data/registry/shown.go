package registry

import (
	"cmp"
	"context"
	"slices"

	"graduand/data"
)

// NoteShown notes that a command has shown data of graduates to the one who signed in, and
// which command: what stands on a terminal can be kept (KG-013). For other programs is an
// export, and asks for the right to print; a reader looks.
func (r *Registry) NoteShown(ctx context.Context, command string, ids []string, forPrograms bool) error {
	right := RightLook
	if forPrograms {
		right = RightPrint
	}
	return r.Write(ctx, right, Signals{HistoryGrew}, func(w *Edit) error {
		return w.Commit(func(c *Change) error { return c.Note(EventShown, EventBody{Note: command, Graduates: ids}) })
	})
}

// leaving are the kinds of events of what leaves the school, or can.
var leaving = []string{EventShown, EventPrinted, EventFileSaved, EventOriginals, EventCollection, EventAccessPrinted,
	EventAccessSaved, EventTakenHome, EventBackedUp}

// addressed puts to whom it goes, as it was said, in the place of whom it usually goes to.
func (c *Change) addressed(kind string, b EventBody) (EventBody, error) {
	if !slices.Contains(leaving, kind) {
		return b, nil
	}
	said, err := data.CleanText(data.Term("history.to_whom"), c.v.options.To)
	b.To = cmp.Or(said, b.To)
	return b, err
}
