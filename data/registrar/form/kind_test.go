package form_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar/desktest"
)

// KG-042: the series tells which document it is, also one that was typed in the letters of
// another alphabet; nobody has to say it twice.
func TestTheKindOfDocumentIsProposedFromItsSeries(t *testing.T) {
	for campaign, rows := range map[string][]struct{ series, number, want, written string }{
		"ort-2021": {{"ID", "1234567", "passport", "ID"}, {"АС", "1234567", "passport", "AC"}, {"AN", "", "passport", "AN"}, {"КР-А", "123456", "birth_certificate", "КР-А"},
			{"ID", "12", "", "ID"}, {"XX", "1234567", "", "XX"}, {"", "1234567", "", ""}},
		"zno-2020": {{"КВ", "123456", "passport_book", "КВ"}, {"І-БК", "123456", "birth_certificate", "І-БК"}, {"", "123456789", "", ""}},
	} {
		r := desktest.MustCreate(t, campaign)
		for _, row := range rows {
			id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Бакыт", "phone=", "document_number="+row.number, "document_series="+row.series)
			form := desktest.MustForm(t, r, id)
			got := ""
			for _, step := range form.Steps {
				for _, f := range step.Findings {
					if f.Field == data.FieldDocumentKind && f.Proposal != nil {
						got = f.Proposal.Value
					}
				}
			}
			if written := form.Graduate.Document.Series; got != row.want || written != row.written {
				t.Errorf("%s %q %q: proposed %q, written %q", campaign, row.series, row.number, got, written)
			}
		}
	}
}
