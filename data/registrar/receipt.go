package registrar

import "graduand/data"

// CompareReceipt says of what [Registrar.AddPayment] would warn: that a receipt which
// counts, of this graduate or of another, has the same number (KG-064). A receipt that
// could not be added is refused as there. Nothing is added; it needs RightLook.
func (r *Registrar) CompareReceipt(id string, receipt Receipt) (warnings []data.Finding, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.visible(id)
	if err != nil {
		return nil, err
	}
	p, err := r.payment(receipt)
	if err != nil {
		return nil, err
	}
	g := e.graduate.Clone()
	g.SetPayment(p)
	return r.repeatedReceipts(g, p.Number), nil
}
