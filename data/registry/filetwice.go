package registry

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// twiceAttached remark that one file stands in two fields of g's form, as when the same picture was
// taken for both sides of a card; where the campaign itself calls that an error of the field, as
// found says, that is enough. One paper may prove several privileges, and receipts are asked about
// otherwise ([View.RepeatedFile]).
func (x *index) twiceAttached(g *data.Graduate, found []data.Finding) (remarks []data.Finding) {
	files := x.counted(g)
	for i, a := range files {
		first := slices.IndexFunc(files[:i], func(b campaign.Attached) bool { return sameFile(g, a, b) && !alikeFields(g, a, b) })
		if first < 0 || x.ownError(found, a.Field) || slices.ContainsFunc(remarks, func(f data.Finding) bool { return f.Field == a.Field }) {
			continue
		}
		args := data.Args{"field": x.campaign.FieldTitle(a.Field), "other": x.campaign.FieldTitle(files[first].Field), "number": ""}
		if p := receiptAt(g, a.Field); p != nil {
			args["number"] = p.Number
		}
		remarks = append(remarks, data.Finding{Graduate: g.ID, Rule: "file_twice", Severity: data.SeverityWarning, Field: a.Field, Args: args})
	}
	return remarks
}

// sameFile says that two files of g have the same bytes.
func sameFile(g *data.Graduate, a, b campaign.Attached) bool {
	return a.ID == b.ID || g.Prints[a.ID] != "" && g.Prints[a.ID] == g.Prints[b.ID]
}

// alikeFields says that two files are for one thing: in one field, or both of receipts.
func alikeFields(g *data.Graduate, a, b campaign.Attached) bool {
	return a.Field == b.Field || receiptAt(g, a.Field) != nil && receiptAt(g, b.Field) != nil
}

// ownError says that a rule of the campaign file has found an error in a field.
func (x *index) ownError(found []data.Finding, field string) bool {
	return slices.ContainsFunc(found, func(f data.Finding) bool {
		return f.Field == field && f.Severity == data.SeverityError &&
			slices.ContainsFunc(x.campaign.Rules, func(r campaign.Rule) bool { return r.Code == f.Rule })
	})
}
