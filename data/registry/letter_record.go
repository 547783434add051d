package registry

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"

	"graduand/data"
)

// takeRecord takes over what a graduate may record: that the form is finished, a new
// receipt, or the cancelling of one. Each is made anew, in the graduate's own name and of
// today, whatever the letter says of it. Verdicts, calls and the rest are the school's. It
// says which field it has altered.
func (v *View) takeRecord(g *data.Graduate, c FieldChange, l *letter) (field string, err error) {
	if c.Field == data.FactField(data.FactFinished, "") && c.After != "" {
		return c.Field, v.Finish(g, g.FullName())
	}
	id, receipt := data.PaymentOf(c.Field)
	if !receipt || c.After == "" {
		return "", v.foreign(c.Field)
	}
	var told data.Payment
	if err := json.Unmarshal([]byte(c.After), &told); err != nil {
		return "", data.FailWith(fmt.Errorf("read payment: %w", err), "payment.damaged", nil)
	}
	switch known := g.Current().Payment(id); {
	case known == nil:
		id, err = v.takeReceipt(g, id, told, l)
	case told.Cancelled == nil:
		err = v.foreign(c.Field)
	}
	if err == nil && told.Cancelled != nil && g.Current().Payment(id).Cancelled == nil {
		err = v.CancelReceipt(g, id, told.Cancelled.Note, g.FullName())
	}
	return data.PaymentField(id), err
}

// takeReceipt adds a receipt of a letter under an id of its own, unless an earlier letter
// has brought it.
func (v *View) takeReceipt(g *data.Graduate, told string, of data.Payment, l *letter) (id string, err error) {
	p, err := v.NewReceipt(Receipt{of.Type, strconv.Itoa(of.Amount), of.Number}, g.FullName())
	if err != nil {
		return "", err
	}
	if p.ID, err = v.receiptID(g.ID, told); err != nil {
		return "", err
	}
	p.File = of.File
	if known := g.Current().Payment(p.ID); known != nil {
		if known.Type != p.Type || known.Amount != p.Amount || known.Number != p.Number || known.File != p.File {
			err = v.foreign(data.PaymentField(p.ID))
		}
		return p.ID, err
	}
	if err := l.came(p.File); err != nil && !v.named(g)[p.File] {
		return "", err
	}
	if err := v.AddReceipt(g, p); err != nil {
		return "", err
	}
	return p.ID, v.RefuseTooManyFiles(g)
}

// receiptID is the id of a receipt that a letter brings. It follows from the letter's own,
// so that a letter that comes twice brings it once, and cannot be chosen by who writes it.
func (v *View) receiptID(graduate, told string) (string, error) {
	print, err := v.ledger.Tag(graduate, "receipt|"+told)
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(print[:8]), nil
}
