package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"graduand/data"
)

// CardSeen tells the values of g that stand on the printed card apart from later ones: the
// beginning of the SHA-256 of them all.
func (c *Campaign) CardSeen(g *data.Graduate) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", g.Current().CardNumber)
	for _, f := range c.AllFields() {
		if f.OnCard == nil || *f.OnCard {
			fmt.Fprintf(h, "%s=%q\n", f.Code, g.Get(f.Code))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
