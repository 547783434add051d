package registry

import (
	"cmp"
	"context"

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

// leaving are the kinds of events of what leaves the school, or can, each with to whom it
// usually goes, as a code of package data; who shows a document knows better.
var leaving = map[string]string{
	EventShown: "", EventPrinted: "", EventFileSaved: "", EventOriginals: data.ToCentre,
	EventCollection: data.ToTeacher, EventProblems: data.ToTeacher, EventAccessPrinted: data.ToGraduate,
	EventAccessSaved: "", EventTakenHome: data.ToGraduate, EventBackedUp: "",
}

// Recipient is to whom goes what events of a kind are about, where nobody says another: see
// [campaign.Campaign.Recipient].
func Recipient(kind string) string { return leaving[kind] }

// goesTo is the key of to whom something goes.
type goesTo struct{}

// GoesTo is a context in which whatever leaves the school goes to whom was said; the
// history keeps it (KG-013). With "" it goes to whom it usually does.
func GoesTo(ctx context.Context, whom string) context.Context {
	return context.WithValue(ctx, goesTo{}, whom)
}

func toWhom(ctx context.Context) string {
	whom, _ := ctx.Value(goesTo{}).(string)
	return whom
}

// addressed puts to whom it goes, as it was said, in the place of whom it usually goes to.
func (c *Change) addressed(kind string, b EventBody) (EventBody, error) {
	usual, leaves := leaving[kind]
	if !leaves {
		return b, nil
	}
	said, err := data.CleanText(data.Term("history.to_whom"), c.to)
	school := c.v.School()
	b.To = cmp.Or(said, b.To, c.v.Campaign().Recipient(usual, &school))
	return b, err
}
