package registry

import (
	"context"

	"graduand/data"
)

// numbered is the key of where the number of an act is to stand.
type numbered struct{}

// Numbered is a context in which the number of the first event of what is written comes to
// stand in first: by it the act can be taken back, see [View.Act]. It stays 0 where no event
// is made, such as of what a graduate fills in.
func Numbered(ctx context.Context, first *int64) context.Context {
	return context.WithValue(ctx, numbered{}, first)
}

// tellNumber says by which number the act of a transaction is known.
func tellNumber(ctx context.Context, first, last int64) {
	if to, asked := ctx.Value(numbered{}).(*int64); asked && *to == 0 && last >= first {
		*to = first
	}
}

// Recipient is to whom goes what events of a kind are about, where nobody says another: see
// [campaign.Campaign.Recipient].
func Recipient(kind string) string { return leaving[kind] }

// leaving are the kinds of events of what leaves the school, or can, each with to whom it
// usually goes, as a code of package data; who shows a document knows better.
var leaving = map[string]string{
	EventShown: "", EventPrinted: "", EventFileSaved: "", EventOriginals: data.ToCentre,
	EventCollection: data.ToTeacher, EventProblems: data.ToTeacher, EventAccessPrinted: data.ToGraduate, EventHandedOver: data.ToGraduate,
	EventMessageSent: data.ToCentre,
	EventAccessSaved: "", EventTakenHome: data.ToGraduate, EventBackedUp: "",
}

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
