// Package payment is the desk for the receipts of fees: adding one, comparing its number
// with the others, taking it back, and noting what the centre says of it.
package payment

import (
	"context"
	"errors"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registry"
)

// Desk answers for the payments of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// State says how far a graduate is with what is owed.
type State = campaign.OwedState

// The states of a [Row].
const (
	Unpaid  = campaign.OwedUnpaid
	Part    = campaign.OwedPart
	Pending = campaign.OwedPending
	Refused = campaign.OwedRefused
	Done    = campaign.OwedDone
	Free    = campaign.OwedFree
	// Doubted chooses those of whom a receipt is to be looked at, however far they are.
	Doubted State = "doubted"
)

// Row is what one graduate owes, has paid, and has still to pay.
type Row struct {
	Graduate *data.Graduate
	campaign.Owed
	// Doubts are what nobody has confirmed yet: that another receipt has the same number or photo.
	Doubts []data.Finding
}

// Doubted says that a receipt of the row is to be looked at.
func (r Row) Doubted(receipt string) bool {
	return slices.ContainsFunc(r.Doubts, func(f data.Finding) bool { return f.Field == data.PaymentField(receipt) })
}

// Is says that the row belongs to a state, "" for all.
func (r Row) Is(state State) bool {
	if state == Doubted {
		return len(r.Doubts) > 0
	}
	return r.Owed.Is(state)
}

// Receipt is a receipt as a person types it (KG-063).
type Receipt struct {
	// Type is a code of the campaign's payment types; the only one when empty.
	Type string
	// Amount is in whole units of the currency: «370», «1 480 сом».
	Amount string
	Number string
	// Picture is a photo or scan of it, nil for none, and PictureName that of its file, "" where it
	// has none; see the desk of forms.
	Picture     []byte
	PictureName string
}

// Add adds a receipt to a graduate's registration (KG-062, KG-064). It counts as
// «under consideration» until the centre answers. A number that another receipt has is
// taken with a warning, and so is a picture that another has.
func (d *Desk) Add(ctx context.Context, id string, receipt Receipt) ([]data.Finding, error) {
	said, err := d.judgePicture(receipt)
	if err != nil {
		return nil, err
	}
	return registry.Write(ctx, d.registry, registry.RightFill, changed, func(w *registry.Edit) ([]data.Finding, error) {
		before, err := w.Active(id)
		if err != nil {
			return nil, err
		}
		p, err := judged(w.View, receipt)
		if err != nil {
			return nil, err
		}
		g := before.Clone()
		if receipt.Picture == nil {
			if err := w.AddReceipt(g, p); err != nil {
				return nil, err
			}
			return filled(w, before, g, p, nil)
		}
		a, err := w.Seal(before, receipt.Picture)
		if err != nil {
			return nil, err
		}
		p.File = a.ID
		g.NotePrint(a.ID, a.Print)
		note(g, a.ID, said)
		if err := errors.Join(w.AddReceipt(g, p), w.RefuseTooManyFiles(g)); err != nil {
			return nil, err
		}
		return filled(w, before, g, p, &a)
	})
}

// filled stores a graduate with a new receipt and its picture, nil for none, and says of what there is
// to warn.
func filled(w *registry.Edit, before, g *data.Graduate, p data.Payment, picture *registry.Attachment) ([]data.Finding, error) {
	found := repeated(w.View, g, p)
	if picture == nil {
		return found, w.Fill(before, g)
	}
	return found, w.FillWith(*picture, before, g)
}

// Compare says of what [Desk.Add] would warn: that a receipt which counts, of this graduate or of
// another, has the same number (KG-064), or that another has the same picture. A receipt that
// could not be added is refused as there. Nothing is added; it needs registry.RightLook.
func (d *Desk) Compare(id string, receipt Receipt) ([]data.Finding, error) {
	said, err := d.judgePicture(receipt)
	if err != nil {
		return nil, err
	}
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]data.Finding, error) {
		now, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		p, err := judged(v, receipt)
		if err != nil {
			return nil, err
		}
		g := now.Clone()
		if receipt.Picture != nil {
			p.File = p.ID // nothing is stored: any id will do
			g.NotePrint(p.File, registry.PrintOf(receipt.Picture))
			note(g, p.File, said)
		}
		if err := v.AddReceipt(g, p); err != nil {
			return nil, err
		}
		return repeated(v, g, p), nil
	})
}

// judgePicture says what the campaign's rules find in the picture of a receipt, nil for nothing, or
// why it is not taken. No lock is held.
func (d *Desk) judgePicture(receipt Receipt) (*data.Judged, error) {
	if receipt.Picture == nil {
		return nil, nil
	}
	return picture.JudgeReceipt(d.registry.Campaign(), receipt.Picture, receipt.PictureName, d.registry.Today())
}

func note(g *data.Graduate, file string, judged *data.Judged) {
	if judged != nil {
		g.NoteJudged(file, judged)
	}
}

// repeated asks about a receipt's number and its photo where another has the same, says what the rules
// find in it, and warns of a sum with which more is paid than is due.
func repeated(v *registry.View, g *data.Graduate, p data.Payment) []data.Finding {
	found := append(v.RepeatedReceipts(g, p.ID), v.RepeatedFile(g, data.PaymentField(p.ID))...)
	if f := v.Campaign().ReceiptPicture(g, &p); f != nil {
		found = append(found, *f)
	}
	return append(found, v.Campaign().Overpaid(g)...)
}

// judged is a receipt, judged and with an id.
func judged(v *registry.View, receipt Receipt) (data.Payment, error) {
	p, err := v.NewReceipt(registry.Receipt{Type: receipt.Type, Amount: receipt.Amount, Number: receipt.Number}, v.Me().Label())
	if err != nil {
		return p, err
	}
	p.ID, err = v.ShortID()
	return p, err
}

// Cancel takes back a receipt with a wrong number (KG-066). It stays in the list,
// and one on which the centre has decided cannot be taken back.
func (d *Desk) Cancel(ctx context.Context, id, payment, reason string) error {
	return d.registry.Write(ctx, registry.RightFill, changed, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		if err := w.CancelReceipt(g, payment, reason, w.Me().Label()); err != nil {
			return err
		}
		return w.Fill(before, g)
	})
}

// Judge notes by hand what the centre's site says of a receipt: one of the
// campaign's external statuses, seen on a day (KG-065). Only the centre decides; a
// message of its own replaces this.
func (d *Desk) Judge(ctx context.Context, id, payment, status string, on data.Date, note string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		if err := w.JudgeReceipt(g, payment, status, on, note); err != nil {
			return err
		}
		return w.Fill(before, g)
	})
}

// Rows are the rows of the chosen graduates that belong to a state, "" for all, in the
// order of the list.
func (d *Desk) Rows(f registry.Filter, state State) ([]Row, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Row, error) {
		chosen, err := v.Choose(f)
		if err != nil {
			return nil, err
		}
		var rows []Row
		for _, g := range chosen {
			row := Row{Graduate: g, Owed: v.Campaign().Owed(g)}
			if row.Doubts, err = v.ReceiptDoubts(g); err != nil {
				return nil, err
			}
			if row.Is(state) {
				rows = append(rows, row)
			}
		}
		return rows, nil
	})
}

// Total is what all of the rows owe together, confirmed where each of them is.
func Total(rows []Row) Row {
	total := Row{Owed: campaign.Owed{Confirmed: true}}
	for _, row := range rows {
		total.Owed = total.And(row.Owed)
	}
	return total
}
