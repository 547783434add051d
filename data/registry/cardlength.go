package registry

import (
	"strings"

	"graduand/data"
)

// fewCards are too few to say how long the centre's numbers are.
const fewCards = 3

// countCard counts the card number of g among those of its length, once or taken back.
func (x *index) countCard(g *data.Graduate, by int) {
	if key := g.CardKey(); key != "" && data.AllDigits(key) {
		x.cardLengths[len(key)] += by
	}
}

// shortCard asks about a card number with fewer digits than most have: a spreadsheet takes the
// zeros away at its beginning. With these it is proposed.
func (x *index) shortCard(g *data.Graduate) []data.Finding {
	key := g.CardKey()
	if key == "" || !data.AllDigits(key) {
		return nil
	}
	usual, all := 0, -1 // without itself
	for length, count := range x.cardLengths {
		if all += count; count > x.cardLengths[usual] {
			usual = length
		}
	}
	if len(key) >= usual || x.cardLengths[usual] < fewCards || 2*x.cardLengths[usual] <= all {
		return nil
	}
	whole := strings.Repeat("0", usual-len(key)) + key
	return []data.Finding{{Graduate: g.ID, Rule: "card_number_short", Severity: data.SeverityConfirm, Field: data.FieldCardNumber,
		Args: data.Args{"value": key, "count": usual}, Proposal: &data.Proposal{Field: data.FieldCardNumber, Value: whole, Title: whole}}}
}
