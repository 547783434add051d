package registrar

import (
	"graduand/data"
	"graduand/data/papers"
)

// Words is a stored value as people read it; see [papers.Words].
func (r *Registrar) Words(field, value string) any { return papers.Words(r.Campaign(), field, value) }

// PaymentStatus is the state of a receipt in the campaign's words; see
// [papers.PaymentStatus].
func (r *Registrar) PaymentStatus(p *data.Payment) string {
	return papers.PaymentStatus(r.Campaign(), p)
}

// FieldTitle names a field in an error; see [papers.FieldTitle].
func (r *Registrar) FieldTitle(field string) any { return papers.FieldTitle(r.Campaign(), field) }
