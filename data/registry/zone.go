package registry

import (
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/zone"
	"graduand/imaging/mrz"
)

// zoneOf is what the zone of g's identity document says, by the first scan of which it was
// read; nil where there is none.
func (v *View) zoneOf(g *data.Graduate) *data.Zone {
	for _, a := range v.Campaign().Attached(g) {
		f, p := v.Campaign().Field(a.Field), g.Pictures[a.ID]
		if f != nil && f.PictureOf() == campaign.PicturePassport && v.Campaign().IsJudged(f, g, a.ID) && p.Judged.Zone != nil {
			return p.Judged.Zone
		}
	}
	return nil
}

// RuleZoneDiffers is the rule of a field in which form and document say something else.
const RuleZoneDiffers = "zone_differs"

// zoneDiffers asks about each field in which the form says something else than the document: a
// number typed wrong is the commonest reason of a refusal. Nothing is changed by itself.
func (v *View) zoneDiffers(g *data.Graduate) []data.Finding { return v.ZoneDiffers(g, v.zoneOf(g)) }

// ZoneDiffers are the fields of g in which the form says something else than a zone, which may be
// nil; each is asked about.
func (v *View) ZoneDiffers(g *data.Graduate, z *data.Zone) (found []data.Finding) {
	if z == nil {
		return nil
	}
	for _, d := range zone.Differences(asRead(z), zone.Record{DocumentNumber: g.Document.Series + g.Document.Number, Surname: g.Surname, GivenNames: g.GivenName,
		BirthDate: string(g.BirthDate), Sex: string(g.Sex)}) {
		field := fieldOfZone[d.Field]
		why := data.Phrase{ID: d.Code(), Args: data.Args{"zone": v.Campaign().Words(field, d.Zone), "recorded": v.Campaign().Words(field, d.Recorded)}}
		if z.Page > 0 {
			why.Args["page"] = z.Page
		}
		found = append(found, data.Finding{Graduate: g.ID, Rule: RuleZoneDiffers, Severity: data.SeverityConfirm, Field: field, Args: data.Args{"why": why},
			Proposal: v.zoneProposes(g, z, field), Source: v.sourceOf(field)})
	}
	return found
}

// asRead is a kept zone as the reader has given it.
func asRead(z *data.Zone) mrz.Zone {
	return mrz.Zone{DocumentNumber: z.DocumentNumber, BirthDate: string(z.BirthDate), ExpiryDate: string(z.ExpiryDate), Sex: string(z.Sex),
		Country: z.Country, Surname: z.Surname, GivenNames: z.GivenNames, Cut: z.Cut, Lines: z.Lines}
}

// fieldOfZone is where the form has what the zone says.
var fieldOfZone = map[zone.Field]string{zone.DocumentNumber: data.FieldDocumentNumber, zone.Surname: data.FieldSurname, zone.GivenNames: data.FieldGivenName,
	zone.BirthDate: data.FieldBirthDate, zone.Sex: data.FieldSex}

// zoneProposes is what the zone says as the value of a field; nil for names, which it has in
// other letters.
func (v *View) zoneProposes(g *data.Graduate, z *data.Zone, field string) *data.Proposal {
	value := ""
	switch field {
	case data.FieldDocumentNumber:
		value = strings.TrimPrefix(z.DocumentNumber, g.Document.Series)
		if g.Document.Series == "" {
			value = strings.TrimLeftFunc(value, unicode.IsLetter)
		}
	case data.FieldBirthDate:
		value = string(z.BirthDate)
	case data.FieldSex:
		value = string(z.Sex)
	}
	if value == "" {
		return nil
	}
	return &data.Proposal{Field: field, Value: value, Title: v.Campaign().Words(field, value)}
}

// zoneFills proposes what the zone says for the fields that the check has found empty.
func (v *View) zoneFills(g *data.Graduate, found []data.Finding) {
	z := v.zoneOf(g)
	if z == nil {
		return
	}
	for i := range found {
		if f := &found[i]; f.Proposal == nil && strings.HasPrefix(f.Rule, "required") && g.Get(f.Field) == "" {
			f.Proposal = v.zoneProposes(g, z, f.Field)
		}
	}
}
