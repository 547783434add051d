package printing

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// buildMarks are the buttons by which those in a printed card are noted as checked and as
// signed.
func (s *Screen) buildMarks() {
	button := func(id string, kind data.FactKind) *widgets.Button {
		return widgets.NewButton(s.say(id), nil, func() { s.onMark(kind) })
	}
	s.marks = container.NewVBox(widgets.Small(s.say("printing_screen.marks")), container.NewGridWithColumns(2,
		button("printing_screen.mark_checked", data.FactChecked), button("printing_screen.mark_signed", data.FactSigned)))
	s.marks.Hide()
}

// offerMarks shows them beside cards, of which one at least has a number of the centre: a draft is
// neither checked nor signed.
func (s *Screen) offerMarks(printed printing.Printed) {
	s.marks.Hidden = s.again != 0 || s.job().Document != printing.Card || !s.registrar.Campaign().HasCards() || len(numbered(&printed)) == 0 || !s.window.May(registrar.RightRegister)
}

// numbered are the ids of those who stand in a document with a number of the centre.
func numbered(printed *printing.Printed) []string {
	draft := func(id string) bool {
		return slices.ContainsFunc(printed.Drafts, func(d printing.Unready) bool { return d.ID == id })
	}
	return slices.DeleteFunc(slices.Clone(printed.IDs), draft)
}

// onMark asks on which day the cards in the document were checked, or signed.
func (s *Screen) onMark(kind data.FactKind) {
	s.whenMade(func() {
		if !s.marks.Hidden {
			s.askMark(kind)
		}
	})
}

// askMark asks it of those who have a number, and names who has none.
func (s *Screen) askMark(kind data.FactKind) {
	w, r, ids := s.window, s.registrar, numbered(&s.named)
	f := frame.NewRecordForm(w)
	who, number := w.Say("ui.count", map[string]any{"count": len(ids)}), int64(0)
	f.Fields.Add(widgets.BoldWords(who))
	s.addNamed(f.Fields, "printing_screen.mark_drafts", namesOf(s.named.Drafts), frame.RecordWidth)
	f.Fields.Add(widgets.Wrapped(s.say("printing_screen.mark_about")))
	f.Day("printing_screen.mark_day")
	title := s.say("field.fact_" + string(kind))
	f.Ask(title, "printing_screen.mark_yes", false, func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		fact := data.Fact{Kind: kind, On: f.TypedDay()}
		f.Save(func(ctx context.Context) error { return r.Table.Record(registrar.Numbered(ctx, &number), ids, fact) },
			func() { w.DidFor(who, title, number) })
	})
}
