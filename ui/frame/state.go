package frame

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registrar"
)

// LacksField begins the state of those who lack a field, in a choice of states.
const LacksField = "lacks:"

// cardState begins the state of those whose printed card is so far.
const cardState = "card:"

// gathered begins the state of those whom another page has gathered; what they have in common follows
// in words.
const gathered = "gathered:"

// Gathered leads to the list of graduates with some of them alone, and with words for what they have
// in common.
func Gathered(words string, ids []string) Route {
	return Route{Screen: Graduates, Chooses: true, State: gathered + words, Only: slices.Clone(ids)}
}

// IsGathered says that a state is that of gathered people.
func IsGathered(code string) bool { return strings.HasPrefix(code, gathered) }

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
	if words, is := strings.CutPrefix(code, gathered); is {
		return words
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
	if IsGathered(code) {
		return registrar.Filter{}
	}
	if next, is := strings.CutPrefix(code, NextStep); is {
		return registrar.Filter{Next: data.Next(next)}
	}
	if card, is := strings.CutPrefix(code, cardState); is {
		return registrar.Filter{Card: registrar.CardState(card)}
	}
	return registrar.Filter{Status: data.Status(code)}
}
