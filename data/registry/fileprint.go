package registry

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registry/ledger"
)

// PrintOf is the print by which a file is told to be the same as another: that of its bytes.
func PrintOf(content []byte) string { return ledger.PrintOf(content) }

// counted are the files that the form and the receipts of g name, without those of receipts
// that were cancelled: what was taken back repeats nobody.
func (x *index) counted(g *data.Graduate) []campaign.Attached {
	return slices.DeleteFunc(x.campaign.Attached(g), func(a campaign.Attached) bool {
		p := receiptAt(g, a.Field)
		return p != nil && p.Cancelled != nil
	})
}

// receiptAt is the receipt of any registration of g that a field names, nil for another field.
func receiptAt(g *data.Graduate, field string) *data.Payment {
	id, is := data.PaymentOf(field)
	if !is {
		return nil
	}
	for i := range g.Registrations {
		if p := g.Registrations[i].Payment(id); p != nil {
			return p
		}
	}
	return nil
}

// printsOf are the prints of the files that count in the form and the receipts of g, each once.
func (x *index) printsOf(g *data.Graduate) []string {
	if len(g.Prints) == 0 || g.Removed != nil {
		return nil
	}
	var prints []string
	for _, a := range x.counted(g) {
		if print := g.Prints[a.ID]; print != "" && !slices.Contains(prints, print) {
			prints = append(prints, print)
		}
	}
	return prints
}

// RepeatedFile asks about the file of one field of g that another has too, or that is the photo
// of another receipt of the same graduate (KG-064).
func (v *View) RepeatedFile(g *data.Graduate, field string) []data.Finding {
	return slices.DeleteFunc(v.index.repeatedFiles(g), func(f data.Finding) bool { return f.Field != field })
}

// repeatedFiles ask about each photo and scan of g that another has too: of many files
// with like names the one of the person before is soon taken.
func (x *index) repeatedFiles(g *data.Graduate) []data.Finding {
	if len(g.Prints) == 0 {
		return nil
	}
	var found []data.Finding
	files := x.counted(g)
	for i, a := range files {
		other := x.otherWith(g, g.Prints[a.ID])
		if other == nil && repeatsReceipt(g, files[:i], a) {
			other = g
		}
		if other == nil {
			continue
		}
		number := ""
		if p := receiptAt(g, a.Field); p != nil {
			number = p.Number
		}
		found = append(found, data.Finding{Graduate: g.ID, Rule: "file_of_other", Severity: data.SeverityConfirm, Field: a.Field,
			Args: data.Args{"other": other.FullName(), "class": other.Class, "id": other.ID, "field": x.campaign.FieldTitle(a.Field), "number": number}})
	}
	return found
}

// likeOthers asks about the portrait of g where another has one that looks the same, though its bytes
// differ: a messenger has sent it once more.
func (x *index) likeOthers(g *data.Graduate) []data.Finding {
	field := x.campaign.FaceField()
	mine := x.portrait(g, field)
	if mine == nil || g.Removed != nil {
		return nil
	}
	for _, f := range x.allFaces(field) {
		if picture.Like(mine.Likeness, f.likeness) && f.of.ID != g.ID && f.sum != mine.SHA256 {
			return []data.Finding{{Graduate: g.ID, Rule: "face_like_other", Severity: data.SeverityConfirm, Field: field,
				Args: data.Args{"other": f.of.FullName(), "class": f.of.Class, "id": f.of.ID, "field": x.campaign.FieldTitle(field)}}}
		}
	}
	return nil
}

// faceOf is somebody's portrait: how it looks, and the sum of its bytes.
type faceOf struct {
	likeness uint64
	sum      string
	of       *data.Graduate
}

// allFaces are the portraits of all who are not removed, in their order, gathered anew when one of
// them has changed.
func (x *index) allFaces(field string) []faceOf {
	if x.faces != nil {
		return x.faces
	}
	x.faces = []faceOf{}
	for _, e := range x.ordered {
		if judged := x.portrait(e.graduate, field); judged != nil && e.graduate.Removed == nil {
			x.faces = append(x.faces, faceOf{judged.Likeness, judged.SHA256, e.graduate})
		}
	}
	return x.faces
}

// portrait is what is said of the photo of somebody's face, nil for none that can be compared.
func (x *index) portrait(g *data.Graduate, field string) *data.Judged {
	if field == "" || len(g.Pictures) == 0 {
		return nil
	}
	if judged := g.Pictures[g.Get(field)].Judged; picture.Comparable(judged) {
		return judged
	}
	return nil
}

// otherWith is another graduate who has a file with a print, nil for nobody.
func (x *index) otherWith(g *data.Graduate, print string) *data.Graduate {
	for _, e := range x.pictures[print] {
		if e.graduate.ID != g.ID {
			return e.graduate
		}
	}
	return nil
}

// repeatsReceipt says that a file is the photo of a receipt, as one of those before it is.
func repeatsReceipt(g *data.Graduate, before []campaign.Attached, a campaign.Attached) bool {
	print := g.Prints[a.ID]
	return print != "" && receiptAt(g, a.Field) != nil && slices.ContainsFunc(before, func(b campaign.Attached) bool {
		return g.Prints[b.ID] == print && receiptAt(g, b.Field) != nil
	})
}
