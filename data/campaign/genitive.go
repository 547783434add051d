package campaign

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/genitive"
)

// genitiveFormat is the first format that has the kind "genitive".
const genitiveFormat = 3

// The rules about the genitive of the surname: it was written by hand when the surname was
// another, or the orthography leaves more than one form.
const (
	RuleGenitiveFormer = "genitive_former"
	RuleGenitiveUnsure = "genitive_unsure"
)

// Genitive is the surname of a graduate in the genitive (UA-045).
type Genitive struct {
	// Text is what to write: what somebody has written by hand, else what is proposed; "" where
	// nobody has and nothing can be proposed.
	Text string
	// Certain says that nobody need look at it: it was written by hand for this surname, was
	// looked at, or is the only form that the rules give.
	Certain bool
	// Proposed is what the rules give, "" for nothing; Others are what else they allow.
	Proposed string
	Others   []string
	// Written is what somebody has written by hand, Former the surname then where that is
	// another now.
	Written, Former string
}

// Genitive is that of g: what somebody has written by hand counts as long as the surname is the
// one that it was written for, or a person has confirmed it for the new one.
func (c *Campaign) Genitive(g *data.Graduate) Genitive {
	x := proposedGenitive(g)
	f := c.GenitiveField()
	if f == nil {
		return x
	}
	x.Written, x.Former = g.Get(f.Code), formerSurname(g)
	switch {
	case x.Written == "":
		x.Former = ""
		x.Certain = x.Certain || x.Text != "" && looked(g, RuleGenitiveUnsure)
	case x.Former == "", x.Written == x.Proposed, slices.Contains(x.Others, x.Written), looked(g, RuleGenitiveFormer):
		x.Text, x.Certain, x.Former = x.Written, true, ""
	default:
		x.Certain = false
	}
	return x
}

// GenitiveField is the field of the form for a genitive written by hand, nil where the campaign
// wants none.
func (c *Campaign) GenitiveField() *Field {
	at := slices.IndexFunc(c.index.list, func(f *Field) bool { return f.Kind == KindGenitive })
	if at < 0 {
		return nil
	}
	return c.index.list[at]
}

// proposedGenitive is what the rules say; the patronymic tells the sex where that is not given.
func proposedGenitive(g *data.Graduate) Genitive {
	form := genitive.Surname(g.Surname, cmp.Or(g.Sex, genitive.SexOf(g.Patronymic)))
	if !form.Known {
		return Genitive{}
	}
	return Genitive{Text: form.Text, Certain: form.Certain(), Proposed: form.Text, Others: form.Others}
}

// formerSurname is the surname for which the genitive was written where that is another than now.
// What a graduate has written is for the surname beside it, until the school takes it over.
func formerSurname(g *data.Graduate) string {
	fact := g.Current().Fact(data.FactDeclined, "")
	if fact == nil || fact.Seen == g.Surname {
		return ""
	}
	return fact.Seen
}

// looked says that a person has confirmed what a rule about the genitive asks, for the surname
// as it is now.
func looked(g *data.Graduate, rule string) bool {
	doubt := data.Finding{Rule: rule, Severity: data.SeverityConfirm, Field: data.FieldSurname}
	return g.Settles(doubt)
}

// genitive asks to look at the genitive of the surname where the rules leave it open, and where it
// was written for another surname. Both are about the surname: when that changes they are asked
// again.
func (i *inspection) genitive() error {
	f := i.c.GenitiveField()
	if f == nil {
		return nil
	}
	if shown, err := i.c.Shows(f, i.p); err != nil || !shown {
		return err
	}
	x, title := i.c.Genitive(i.g), i.c.fieldTitle(f.Code)
	switch {
	case x.Former != "":
		i.add(RuleGenitiveFormer, data.SeverityConfirm, data.FieldSurname, data.Args{"value": x.Written, "former": x.Former, "genitive": title})
	case x.Written == "" && x.Text != "" && !x.Certain:
		i.add(RuleGenitiveUnsure, data.SeverityConfirm, data.FieldSurname, data.Args{"value": x.Proposed, "others": strings.Join(x.Others, ", "), "genitive": title})
	default:
		return nil
	}
	i.found[len(i.found)-1].Source = f.Source
	if x.Proposed != "" {
		i.propose(f.Code, x.Proposed)
	}
	return nil
}
