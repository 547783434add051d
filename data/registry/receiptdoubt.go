package registry

import (
	"slices"

	"graduand/data"
)

// ReceiptDoubts are what the findings of g doubt about receipts: a number or a photo that another
// has too, as long as nobody has confirmed it.
func (v *View) ReceiptDoubts(g *data.Graduate) ([]data.Finding, error) {
	found, err := v.Findings(g)
	return slices.DeleteFunc(slices.Clone(found), func(f data.Finding) bool { return !f.AboutReceipt() }), err
}
