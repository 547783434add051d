package registry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// CheckPayment says what a receipt lacks, typed or brought by a file.
func (v *View) CheckPayment(p *data.Payment) error {
	number, err := CleanText(data.Term("field.payment"), p.Number)
	switch {
	case err != nil:
		return err
	case number != p.Number:
		return data.Fail("value.bad_letters", data.Args{"field": data.Term("field.payment")})
	case !v.Campaign().Has(CapabilityPayments):
		return data.Fail("payment.none", nil)
	case v.Campaign().PaymentType(p.Type) == nil:
		return data.Fail("payment.unknown_type", data.Args{"value": p.Type})
	case p.Number == "":
		return data.Fail("payment.no_number", nil)
	case utf8.RuneCountInString(p.Number) > longestNumber:
		return data.Fail("value.too_long", data.Args{"field": data.Term("field.payment"), "limit": longestNumber})
	case p.Amount <= 0 || p.Amount > MaximumAmount:
		return data.Fail("payment.bad_amount", data.Args{"value": p.Amount})
	}
	return nil
}

// CapabilityPayments is the campaign's switch for payments.
const CapabilityPayments = "payments"

// longestNumber bounds the number of a receipt, in signs.
const longestNumber = 40

// MaximumAmount is beyond every fee: a receipt number typed as the sum is told apart.
const MaximumAmount = 1_000_000

// receiptKey is a number as it is compared: letters and digits alone.
func receiptKey(number string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, data.SearchKey(number))
}

// receiptKeys are the numbers of the receipts of g that were not cancelled.
func receiptKeys(g *data.Graduate) []string {
	var keys []string
	for _, p := range g.Current().Payments {
		if p.Cancelled == nil {
			keys = append(keys, receiptKey(p.Number))
		}
	}
	return keys
}

// RepeatedReceipts warns of a receipt number that stands twice, here or with another
// graduate (KG-064); with a number, of that one only.
func (v *View) RepeatedReceipts(g *data.Graduate, only string) []data.Finding {
	if !v.Campaign().Has(CapabilityPayments) || g.Removed != nil {
		return nil
	}
	var found []data.Finding
	keys := receiptKeys(g)
	for i, p := range slices.DeleteFunc(slices.Clone(g.Current().Payments), func(p data.Payment) bool { return p.Cancelled != nil }) {
		other := ""
		if slices.Contains(keys[:i], keys[i]) {
			other = g.FullName()
		}
		for _, e := range v.index.receipts[keys[i]] {
			if e.graduate.ID != g.ID {
				other = e.graduate.FullName()
			}
		}
		if other != "" && (only == "" || only == p.Number) {
			found = append(found, data.Finding{Graduate: g.ID, Rule: "payment_repeated", Severity: data.SeverityWarning,
				Args: data.Args{"number": p.Number, "other": other}, Source: "KG-064"})
		}
	}
	return found
}
