package season

import (
	"cmp"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Sentence says what there is to do, and for how many; the classes stand beside it.
func (t Task) Sentence(c *campaign.Campaign) Sentence {
	s := Sentence{"overview.task_" + t.Code, map[string]any{"number": t.Number}}
	if t.Field != "" {
		s.Args["field"] = c.FieldTitle(t.Field)
	}
	return s
}

// mostFields is how many fields are named of those that people lack: a longer list is no hint what
// to do now.
const mostFields = 3

// tasks are what there is to do: what must be mended, then what waits, then what comes next.
func (o *overview) tasks() error {
	if len(o.rows) == 0 {
		o.Tasks = []Task{{Code: "import", Severity: data.SeverityConfirm}}
		return nil
	}
	told, refused, err := o.lackingFields()
	if err != nil {
		return err
	}
	number, card, accesses := o.campaign.CardNumber.Used, o.campaign.HasCards(), o.campaign.Has(registry.CapabilityAccesses)
	for _, t := range []struct {
		code     string
		severity data.Severity
		has      bool
		is       func(*registry.Row) bool
	}{
		{"images", data.SeverityError, true, func(r *registry.Row) bool { return refused[r] }},
		{"draft", data.SeverityError, true, func(r *registry.Row) bool { return r.Errors > 0 && !told[r] && !refused[r] }},
		{"images_look", data.SeverityWarning, true, func(r *registry.Row) bool { return r.ImagesHold && !refused[r] }},
		{"images_own", data.SeverityConfirm, true, func(r *registry.Row) bool { return r.Images == data.ImagesIncomplete && !r.ImagesHold && !refused[r] }},
		{"refused", data.SeverityError, o.campaign.Has(registry.CapabilityPayments), func(r *registry.Row) bool { return o.owed(r).State() == campaign.OwedRefused }},
		{"site_changed", data.SeverityError, o.campaign.RecordedOnSite(), func(r *registry.Row) bool { return r.Site == data.SiteChanged }},
		{"card_changed", data.SeverityError, card, func(r *registry.Row) bool { return r.Card == data.CardChanged }},
		{"no_access", data.SeverityWarning, accesses, func(r *registry.Row) bool { return r.Graduate.AwaitsAccess() }},
		{"finish", data.SeverityWarning, true, func(r *registry.Row) bool { return r.Form == data.StatusDraft && r.Errors == 0 }},
		{"number", data.SeverityWarning, number, func(r *registry.Row) bool { return numberlessOnly(o.campaign, r) }},
		{"unpaid", data.SeverityWarning, o.campaign.Has(registry.CapabilityPayments), func(r *registry.Row) bool {
			return o.owed(r).State() == campaign.OwedUnpaid || o.owed(r).State() == campaign.OwedPart
		}},
		{"site", data.SeverityConfirm, o.campaign.RecordedOnSite(), func(r *registry.Row) bool { return !unready(o.campaign, r) && r.Site == data.SiteMissing }},
		{"print_card", data.SeverityConfirm, card, func(r *registry.Row) bool { return r.Status == data.StatusNumbered && r.Card == data.CardMissing }},
		{"sign_card", data.SeverityConfirm, card, func(r *registry.Row) bool { return r.Card == data.CardPrinted || r.Card == data.CardChecked }},
		{"list", data.SeverityConfirm, o.campaign.Has("lists"), func(r *registry.Row) bool { return r.Card == data.CardSigned }},
	} {
		if t.has {
			o.add(Task{Code: t.code, Severity: t.severity}, o.which(t.is))
		}
	}
	if err := o.receipts(); err != nil {
		return err
	}
	if o.Deadline.Unknown > 0 {
		o.Tasks = append(o.Tasks, Task{Code: "calendar", Severity: data.SeverityWarning, Number: o.Deadline.Unknown})
	}
	slices.SortStableFunc(o.Tasks, func(a, b Task) int { return cmp.Compare(rank[a.Severity], rank[b.Severity]) })
	return nil
}

var rank = map[data.Severity]int{data.SeverityError: 0, data.SeverityWarning: 1, data.SeverityConfirm: 2}

// add notes a task for those whom it is about, if anybody.
func (o *overview) add(t Task, whom []*registry.Row) {
	if t.Number = len(whom); t.Number == 0 {
		return
	}
	for _, row := range whom {
		t.Graduates = append(t.Graduates, row.Graduate.ID)
		if class := cmp.Or(row.Graduate.Class, registry.NoClass); !slices.Contains(t.Classes, class) {
			t.Classes = append(t.Classes, class)
		}
	}
	o.Tasks = append(o.Tasks, t)
}

// receipts asks to look at those that another has too (KG-064).
func (o *overview) receipts() error {
	var whom []*registry.Row
	for i := range o.rows {
		found, err := o.view.ReceiptDoubts(o.rows[i].Graduate)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			whom = append(whom, &o.rows[i])
		}
	}
	o.add(Task{Code: "receipts", Severity: data.SeverityWarning}, whom)
	return nil
}

// lackingFields are the fields in which most people have something that must be mended; told are
// those people. Photos and scans have a task of their own, refused are those who have some that must
// be mended.
func (o *overview) lackingFields() (told, refused map[*registry.Row]bool, err error) {
	whom := map[string][]*registry.Row{}
	told, refused = map[*registry.Row]bool{}, map[*registry.Row]bool{}
	var fields []string
	for i := range o.rows {
		row := &o.rows[i]
		found, err := o.view.Findings(row.Graduate)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range found {
			switch of := whom[f.Field]; {
			case f.Severity != data.SeverityError || f.Field == "":
			case o.campaign.Field(f.Field).HoldsFiles():
				refused[row] = true
			case len(of) == 0:
				fields, whom[f.Field] = append(fields, f.Field), []*registry.Row{row}
			case of[len(of)-1] != row:
				whom[f.Field] = append(of, row)
			}
		}
	}
	slices.SortStableFunc(fields, func(a, b string) int { return len(whom[b]) - len(whom[a]) })
	for _, field := range fields[:min(len(fields), mostFields)] {
		o.add(Task{Code: "field", Field: field, Severity: data.SeverityError}, whom[field])
		for _, row := range whom[field] {
			told[row] = true
		}
	}
	return told, refused, nil
}
