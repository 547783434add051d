package registry

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/campaign"
)

// Receipt is a receipt as a person types it (KG-063).
type Receipt struct {
	// Type is a code of the campaign's payment types; the only one when empty.
	Type string
	// Amount is in whole units of the currency: «370», «1 480 сом».
	Amount string
	Number string
}

// NewReceipt is a receipt of today in the name of by, judged; it has no id yet.
func (v *View) NewReceipt(r Receipt, by string) (data.Payment, error) {
	types := v.Campaign().PaymentTypes
	if r.Type == "" && len(types) > 0 {
		r.Type = types[0].Code
	}
	amount, err := readAmount(v.Campaign(), r.Amount)
	if err != nil {
		return data.Payment{}, err
	}
	number, err := receiptNumber(r.Number)
	if err != nil {
		return data.Payment{}, err
	}
	p := data.Payment{Type: r.Type, Amount: amount, Number: number, Added: v.SignedBy(by, "added", "")}
	return p, v.checkReceipt(&p)
}

// receiptNumber is a number as it is kept.
func receiptNumber(typed string) (string, error) {
	number, err := data.CleanText(data.FieldTitle("payment"), typed)
	return strings.TrimLeft(number, "№ "), err
}

// CheckAmount refuses what is no sum of a receipt, in whole units: payment.bad_amount.
func CheckAmount(c *campaign.Campaign, typed string) error {
	_, err := readAmount(c, typed)
	return err
}

// readAmount reads whole units; «370,00» and «1 480 сом» are as good as «370».
func readAmount(c *campaign.Campaign, typed string) (int, error) {
	text := strings.ToLower(strings.Join(strings.Fields(typed), ""))
	text = strings.TrimSuffix(strings.TrimSuffix(text, strings.ToLower(c.Fee.Words())), strings.ToLower(c.Fee.Currency))
	for _, zeros := range []string{",00", ".00", ",0", ".0"} {
		text = strings.TrimSuffix(text, zeros)
	}
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 || n > maximumAmount {
		return 0, data.Fail("payment.bad_amount", data.Args{"value": typed})
	}
	return n, nil
}

// AddReceipt adds a receipt to those of g, up to [maximumReceipts] (KG-062). It alters g.
func (v *View) AddReceipt(g *data.Graduate, p data.Payment) error {
	if len(g.Current().Payments) >= maximumReceipts {
		return data.Fail("payment.too_many", data.Args{"limit": maximumReceipts})
	}
	g.SetPayment(p)
	return nil
}

// CancelReceipt takes back a receipt with a wrong number, today and in the name of by
// (KG-066). It stays in the list; one that was cancelled, or on which the centre has decided,
// is refused. It alters g.
func (v *View) CancelReceipt(g *data.Graduate, id, reason, by string) error {
	p := g.Current().Payment(id)
	switch {
	case p == nil:
		return data.Fail("payment.unknown", data.Args{"value": id})
	case p.Cancelled != nil:
		return data.Fail("payment.cancelled_already", data.Args{"number": p.Number})
	case p.Verdict != nil:
		return data.Fail("payment.judged_already", data.Args{"number": p.Number})
	}
	reason, err := data.CleanText(data.FieldTitle("note"), reason)
	if err != nil {
		return err
	}
	next, cancelled := *p, v.SignedBy(by, "cancelled", reason)
	next.Cancelled = &cancelled
	g.SetPayment(next)
	return nil
}

// checkReceipt says what a receipt lacks.
func (v *View) checkReceipt(p *data.Payment) error {
	switch {
	case !v.Campaign().Has(CapabilityPayments):
		return data.Fail("payment.none", nil)
	case v.Campaign().PaymentType(p.Type) == nil:
		return data.Fail("payment.unknown_type", data.Args{"value": p.Type})
	case p.Number == "":
		return data.Fail("payment.no_number", nil)
	case utf8.RuneCountInString(p.Number) > longestNumber:
		return data.Fail("value.too_long", data.Args{"field": data.FieldTitle("payment"), "limit": longestNumber})
	case p.Amount <= 0 || p.Amount > maximumAmount:
		return data.Fail("payment.bad_amount", data.Args{"value": p.Amount})
	}
	return nil
}

// CapabilityPayments is the campaign's switch for payments.
const CapabilityPayments = "payments"

// longestNumber bounds the number of a receipt, in signs.
const longestNumber = 40

// maximumReceipts is how many receipts one registration has, the cancelled ones too: a fee in
// parts, and each part's number typed wrong more than once.
const maximumReceipts = 20

// maximumAmount is beyond every fee: a receipt number typed as the sum is told apart.
const maximumAmount = 1_000_000

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

// RepeatedReceipts asks about a receipt number that stands twice, here or with another
// graduate (KG-064): with the own one where both have it. With the id of a receipt it is about that one only.
func (v *View) RepeatedReceipts(g *data.Graduate, only string) []data.Finding {
	if !v.Campaign().Has(CapabilityPayments) || g.Removed != nil {
		return nil
	}
	var found []data.Finding
	keys := receiptKeys(g)
	for i, p := range slices.DeleteFunc(slices.Clone(g.Current().Payments), func(p data.Payment) bool { return p.Cancelled != nil }) {
		var other *data.Graduate
		for _, e := range v.index.receipts[keys[i]] {
			if e.graduate.ID != g.ID {
				other = e.graduate
			}
		}
		own := slices.Contains(keys[:i], keys[i])
		if own {
			other = g
		}
		if other != nil && (only == "" || only == p.ID) {
			found = append(found, data.Finding{Graduate: g.ID, Rule: "payment_repeated", Severity: data.SeverityConfirm, Field: data.PaymentField(p.ID),
				Args: data.Args{"number": p.Number, "other": other.FullName(), "id": other.ID, "own": own}})
		}
	}
	return found
}
