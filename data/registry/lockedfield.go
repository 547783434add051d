package registry

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// Locked says that the time of a field is over for g (KG-054).
func (v *View) Locked(g *data.Graduate, field string) (bool, error) {
	f := v.Campaign().Field(field)
	if f == nil || f.Locked == "" {
		return false, nil
	}
	return v.Campaign().Holds(f.Locked, v.Person(g))
}

// RefuseLocked refuses a change of a field whose time is over for g.
func (v *View) RefuseLocked(g *data.Graduate, field string) error {
	locked, err := v.Locked(g, field)
	if locked {
		return data.Fail("value.locked", data.Args{"field": v.Campaign().FieldTitle(field)})
	}
	return err
}

// RefuseLockedAmong refuses changes of g when the time of any of the fields is over.
func (v *View) RefuseLockedAmong(g *data.Graduate, changes []FieldChange) error {
	for _, c := range changes {
		if err := v.RefuseLocked(g, c.Field); err != nil {
			return err
		}
	}
	return nil
}

// notTheirs are the fields that a graduate sees and the school fills: the login, the
// class, the number that the centre gives.
var notTheirs = []string{data.FieldPhone, data.FieldClass, data.FieldCardNumber, data.FieldMode, data.FieldCategory}

// refuseForeign refuses what is not a graduate's to fill: a field that the own form does not
// have, or that the school fills. What is recorded, that the form is finished and the
// receipts, has rules of its own (KG-069).
func (v *View) refuseForeign(field string) error {
	if isRecord(field) || v.Campaign().Field(field) != nil && !slices.Contains(notTheirs, field) {
		return nil
	}
	return v.foreign(field)
}

func (v *View) foreign(field string) error {
	return data.Fail("account.not_your_field", data.Args{"field": v.Campaign().FieldTitle(field)})
}

// isRecord tells the fields that hold a fact or a payment.
func isRecord(field string) bool {
	_, _, fact := data.FactOf(field)
	_, payment := data.PaymentOf(field)
	return fact || payment
}

// saysOfPicture tells the fields that hold what people have said of a photo or scan.
func saysOfPicture(field string) bool {
	_, _, _, is := data.PictureOf(field)
	return is
}

// TakesFile says why no file can be put into a field of g's form, or into that place of it:
// of is the privilege that it proves, "" where a field takes one file.
func (v *View) TakesFile(g *data.Graduate, field, of string) error {
	f := v.Campaign().Field(field)
	switch {
	case !f.HoldsFiles(),
		f.Kind == campaign.KindFile && of != "",
		f.Kind == campaign.KindFiles && v.Campaign().Privilege(of) == nil:
		return data.Fail("attachment.no_field", data.Args{"field": field})
	}
	return v.RefuseLocked(g, field)
}

// maximumFiles is how many photos and scans one graduate's form and receipts may name: two
// sides of a passport, a face, a receipt for each of [maximumReceipts], and two pages for
// each of a dozen privileges leave some to spare.
const maximumFiles = 50

// RefuseTooManyFiles refuses a form that names more photos and scans than one has.
func (v *View) RefuseTooManyFiles(g *data.Graduate) error {
	if len(v.Campaign().Attached(g)) > maximumFiles {
		return data.Fail("attachment.too_many", data.Args{"limit": maximumFiles})
	}
	return nil
}
