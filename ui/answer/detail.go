package answer

import (
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/registrar/answer"
	"graduand/ui/frame"
)

// numberOf is the number of the card, "" for none.
func numberOf(r answer.Row) string {
	if r.Graduate == nil {
		return ""
	}
	return r.Graduate.Current().CardNumber
}

// detail is what there is to know about one row: the attempts with their numbers, what was sent and
// came, and how a withdrawal, an appeal and the envelope stand.
func detail(w *frame.Window, r answer.Row) string {
	parts := attempts(w, r.Graduate)
	for _, day := range []struct {
		id string
		on data.Date
	}{{"sent", r.Sent}, {"received", r.Received}} {
		if day.on != "" {
			parts = append(parts, w.Say("answer_screen.detail_"+day.id, map[string]any{"date": day.on.Dotted()}))
		}
	}
	for _, kind := range []data.FactKind{data.FactAppealed, data.FactAppealDecided, data.FactWithdrawing, data.FactWithdrawalSent, data.FactWithdrawn,
		data.FactEnvelopeSent, data.FactResultEmailed, data.FactEnvelopeKept, data.FactEnvelopeReturned, data.FactEnvelopeArrived, data.FactEnvelopeHanded, data.FactEnvelopeLacked} {
		if f := r.Graduate.Current().Fact(kind, ""); f != nil {
			parts = append(parts, factWords(w, r, *f))
		}
	}
	return strings.Join(parts, " · ")
}

// attempts are the registrations of a graduate with their numbers, the first one first; of one alone
// its number (F-01).
func attempts(w *frame.Window, g *data.Graduate) (parts []string) {
	for i := range g.Registrations {
		r := &g.Registrations[i]
		words := ""
		if len(g.Registrations) > 1 {
			words = strconv.Itoa(i+1) + ") " + w.Say("attempt."+string(r.Kind), nil) + " "
		}
		if r.CardNumber != "" {
			words += w.Say("answer_screen.card_number", map[string]any{"number": r.CardNumber})
		}
		if r.Answer != nil && i < len(g.Registrations)-1 {
			words += " — " + w.Say("status."+string(r.Answer.State), nil)
		}
		if words = strings.TrimSpace(words); words != "" {
			parts = append(parts, words)
		}
	}
	return parts
}

// factWords are what a fact is called, with its verdict, day and note.
func factWords(w *frame.Window, r answer.Row, f data.Fact) string {
	words := w.Say("field.fact_"+string(f.Kind), nil)
	switch f.Kind {
	case data.FactWithdrawalSent:
		words += " (" + w.Say("answer_screen.sent_"+string(r.Withdrawal), nil) + ")"
	case data.FactAppealDecided:
		words += ": " + w.Say("answer_screen.appeal_"+f.Seen, nil)
	}
	return words + " " + frame.FactWords(f)
}
