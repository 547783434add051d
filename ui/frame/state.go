package frame

import (
	"strings"

	"graduand/data"
	"graduand/data/registrar"
)

// LacksField begins the state of those who lack a field, in a choice of states.
const LacksField = "lacks:"

// cardState begins the state of those whose printed card is so far.
const cardState = "card:"

// NextStep begins the state of those with whom the same is to be done next.
const NextStep = "next:"

// States are the codes by which people are chosen: how far their registration is, then their
// printed card.
func States(c *registrar.CampaignFile) []string {
	var codes []string
	for _, status := range registrar.Statuses(c) {
		codes = append(codes, string(status))
	}
	for _, state := range registrar.CardStates(c) {
		codes = append(codes, cardState+string(state))
	}
	return codes
}

// StateWords is what a code of [States], or one with [LacksField] or [NextStep], says.
func StateWords(w *Window, code string) string {
	if state, is := strings.CutPrefix(code, cardState); is {
		return w.Say("graduates_screen.card_"+state, nil)
	}
	if next, is := strings.CutPrefix(code, NextStep); is {
		return data.Capital(w.Say("next."+next, nil))
	}
	if field, is := strings.CutPrefix(code, LacksField); is {
		return w.Say("graduates_screen.lacks", map[string]any{"field": data.Small(w.TitleOfField(field))})
	}
	return w.Say("status."+code, nil)
}

// InState is the filter that chooses those of a code, or all for none.
func InState(code string) registrar.Filter {
	if field, is := strings.CutPrefix(code, LacksField); is {
		return registrar.Filter{Lacks: field}
	}
	if next, is := strings.CutPrefix(code, NextStep); is {
		return registrar.Filter{Next: data.Next(next)}
	}
	if card, is := strings.CutPrefix(code, cardState); is {
		return registrar.Filter{Card: registrar.CardState(card)}
	}
	return registrar.Filter{Status: data.Status(code)}
}
