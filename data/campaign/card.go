package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"graduand/data"
)

// HasCards says that the campaign has cards, which are printed, checked and signed: what its
// centre numbers. Where it numbers nothing the printed registration is a form, which nobody signs.
func (c *Campaign) HasCards() bool { return c.CardNumber.Used }

// CardNumberFits says that a number looks like the centre's; any does where the file shows no pattern.
func (c *Campaign) CardNumberFits(number string) bool {
	return c.patterns.card == nil || c.patterns.card.MatchString(number)
}

// CardState is how far the card of g is, printed being what [Campaign.CardSeen] said when it was
// printed last, "" for never; "" where the campaign has no cards.
func (c *Campaign) CardState(g *data.Graduate, printed string) data.CardState {
	if !c.HasCards() {
		return ""
	}
	return data.CardStateOf(g, c.CardSeen(g), printed)
}

// CardSeen tells the values of g that stand on the printed card apart from later ones: the
// beginning of the SHA-256 of them all. It is "" of a draft, which is no card yet.
func (c *Campaign) CardSeen(g *data.Graduate) string {
	if !c.HasCards() || g.Current().CardNumber == "" {
		return ""
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", g.Current().CardNumber)
	for _, f := range c.AllFields() {
		if f.OnCard == nil || *f.OnCard {
			fmt.Fprintf(h, "%s=%q\n", f.Code, g.Get(f.Code))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
