package registrar

import (
	"context"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// Receipt is a receipt as a person types it (KG-063).
type Receipt struct {
	// Type is a code of the campaign's payment types; the only one when empty.
	Type string
	// Amount is in whole units of the currency: «370», «1 480 сом».
	Amount string
	Number string
	// Picture is a photo or scan of it, nil for none; see [Registrar.Attach].
	Picture []byte
}

// AddPayment adds a receipt to a graduate's registration (KG-062, KG-064). It counts as
// «under consideration» until the centre answers. A number that another receipt has is
// taken with a warning.
func (r *Registrar) AddPayment(ctx context.Context, id string, receipt Receipt) (warnings []data.Finding, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	if receipt.Picture != nil {
		if _, err := DecodePicture(receipt.Picture); err != nil {
			return nil, err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.fillable(id)
	if err != nil {
		return nil, err
	}
	p, err := r.payment(receipt)
	if err != nil {
		return nil, err
	}
	g := e.graduate.Clone()
	if receipt.Picture == nil {
		g.SetPayment(p)
		return r.repeatedReceipts(g, p.Number), r.keepFilled(ctx, e.graduate, g)
	}
	a, err := r.sealAttachment(e, receipt.Picture)
	if err != nil {
		return nil, err
	}
	p.File = a.ID
	g.SetPayment(p)
	return r.repeatedReceipts(g, p.Number), r.storeAttachment(ctx, a, g, difference(e.graduate, g))
}

// payment is a receipt, judged and with an id.
func (r *Registrar) payment(receipt Receipt) (data.Payment, error) {
	types := r.Campaign().PaymentTypes
	if receipt.Type == "" && len(types) > 0 {
		receipt.Type = types[0].Code
	}
	amount, err := r.readAmount(receipt.Amount)
	if err != nil {
		return data.Payment{}, err
	}
	number, err := cleanText(data.Term("field.payment"), receipt.Number)
	if err != nil {
		return data.Payment{}, err
	}
	p := data.Payment{Type: receipt.Type, Amount: amount, Number: strings.TrimLeft(number, "№ "),
		Added: data.Fact{Kind: "added", On: r.Today(), By: r.who.label()}}
	if err := r.checkPayment(&p); err != nil {
		return p, err
	}
	p.ID, err = shortID(r.options.Rand)
	return p, err
}

// checkPayment says what a receipt lacks.
func (r *Registrar) checkPayment(p *data.Payment) error {
	switch {
	case !r.Campaign().Has(CapabilityPayments):
		return data.Fail("payment.none", nil)
	case r.Campaign().PaymentType(p.Type) == nil:
		return data.Fail("payment.unknown_type", data.Args{"value": p.Type})
	case p.Number == "":
		return data.Fail("payment.no_number", nil)
	case utf8.RuneCountInString(p.Number) > longestNumber:
		return data.Fail("value.too_long", data.Args{"field": data.Term("field.payment"), "limit": longestNumber})
	case p.Amount <= 0 || p.Amount > maximumAmount:
		return data.Fail("payment.bad_amount", data.Args{"value": p.Amount})
	}
	return nil
}

// CapabilityPayments is the campaign's switch for payments.
const CapabilityPayments = "payments"

// longestNumber bounds the number of a receipt, in signs.
const longestNumber = 40

// maximumAmount is beyond every fee: a receipt number typed as the sum is told apart.
const maximumAmount = 1_000_000

// readAmount reads whole units; «370,00» and «1 480 сом» are as good as «370».
func (r *Registrar) readAmount(typed string) (int, error) {
	text := strings.ToLower(strings.Join(strings.Fields(typed), ""))
	text = strings.TrimSuffix(strings.TrimSuffix(text, strings.ToLower(r.Campaign().Fee.Words())), strings.ToLower(r.Campaign().Fee.Currency))
	for _, zeros := range []string{",00", ".00", ",0", ".0"} {
		text = strings.TrimSuffix(text, zeros)
	}
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 || n > maximumAmount {
		return 0, data.Fail("payment.bad_amount", data.Args{"value": typed})
	}
	return n, nil
}

// shortID is an id within one registration: 64 random bits.
func shortID(random io.Reader) (string, error) {
	var b [8]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(b[:]), nil
}

// CancelPayment takes back a receipt with a wrong number (KG-066). It stays in the list,
// and one on which the centre has decided cannot be taken back.
func (r *Registrar) CancelPayment(ctx context.Context, id, payment, reason string) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	e, g, p, err := r.paymentOf(id, payment)
	switch {
	case err != nil:
		return err
	case p.Cancelled != nil:
		return data.Fail("payment.cancelled_already", data.Args{"number": p.Number})
	case p.Verdict != nil:
		return data.Fail("payment.judged_already", data.Args{"number": p.Number})
	}
	if reason, err = cleanText(data.Term("field.note"), reason); err != nil {
		return err
	}
	p.Cancelled = &data.Fact{Kind: "cancelled", On: r.Today(), By: r.who.label(), Note: reason}
	g.SetPayment(*p)
	return r.keepFilled(ctx, e.graduate, g)
}

// JudgePayment notes by hand what the centre's site says of a receipt: one of the
// campaign's external statuses, seen on a day (KG-065). Only the centre decides; a
// message of its own replaces this.
func (r *Registrar) JudgePayment(ctx context.Context, id, payment, status string, on data.Date, note string) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return err
	}
	if on == "" {
		on = r.Today()
	}
	e, g, p, err := r.paymentOf(id, payment)
	switch {
	case err != nil:
		return err
	case p.Cancelled != nil:
		return data.Fail("payment.cancelled_already", data.Args{"number": p.Number})
	case r.Campaign().ExternalStatus(status) == nil:
		return data.Fail("payment.unknown_status", data.Args{"value": status})
	case on > r.Today():
		return data.Fail("fact.future_day", data.Args{"value": on.Dotted()})
	}
	if note, err = cleanText(data.Term("field.note"), note); err != nil {
		return err
	}
	p.Verdict = &data.Fact{Kind: data.FactKind(status), On: on, By: r.who.label(), Note: note}
	if status == r.Campaign().Fee.Pending {
		p.Verdict = nil
	}
	g.SetPayment(*p)
	return r.keepFilled(ctx, e.graduate, g)
}

// paymentOf is a receipt of a copy of the graduate that may be altered.
func (r *Registrar) paymentOf(id, payment string) (*entry, *data.Graduate, *data.Payment, error) {
	e, err := r.fillable(id)
	if err != nil {
		return nil, nil, nil, err
	}
	g := e.graduate.Clone()
	p := g.Current().Payment(payment)
	if p == nil {
		return nil, nil, nil, data.Fail("payment.unknown", data.Args{"value": payment})
	}
	return e, g, p, nil
}

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

// repeatedReceipts warns of a receipt number that stands twice, here or with another
// graduate (KG-064); with a number, of that one only.
func (r *Registrar) repeatedReceipts(g *data.Graduate, only string) []data.Finding {
	if !r.Campaign().Has(CapabilityPayments) || g.Removed != nil {
		return nil
	}
	var found []data.Finding
	keys := receiptKeys(g)
	for i, p := range slices.DeleteFunc(slices.Clone(g.Current().Payments), func(p data.Payment) bool { return p.Cancelled != nil }) {
		other := ""
		if slices.Contains(keys[:i], keys[i]) {
			other = g.FullName()
		}
		for _, e := range r.index.receipts[keys[i]] {
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
