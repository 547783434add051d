package intake

import (
	"graduand/data"
	"graduand/data/campaign"
)

// warn says what is missing in the kit and what is wrong with it, each with the refusal that it would
// bring (UA-087). Of found are those findings that are about the photo where it goes as a file: nothing
// is glued then, and the file is looked at instead (UA-056).
func (k *Kit) warn(c *campaign.Campaign, found []data.Finding) {
	if c.CardNumber.Used && k.Graduate.Current().CardNumber == "" {
		k.add("kit_no_number", nil)
	}
	for i := range k.Papers {
		k.warnOf(c, &k.Papers[i])
	}
	if k.Route == nil || k.Route.Photos != campaign.PhotosAsFile {
		return
	}
	for _, f := range found {
		if f.Field != "" && f.Field == c.FaceField() {
			k.Warnings = append(k.Warnings, f)
		}
	}
}

// RuleLate is the rule of the warning that a kit is too late to be sent.
const RuleLate = "kit_late"

// warnOfTerm says that the last day to send the kit is over, nil for no such day (UA-091, UA-092).
func (k *Kit) warnOfTerm(c *campaign.Campaign, end *campaign.Date, today data.Date) {
	if end != nil && end.On != "" && today > end.On {
		k.add(RuleLate, data.Args{"until": end.On.Dotted(), "refusal": refusal(c, c.Kits.Late)})
	}
}

// warnOf says of one paper that it is missing, or what is wrong with it or was not looked at.
func (k *Kit) warnOf(c *campaign.Campaign, p *campaign.KitPaper) {
	if !p.InKit() {
		k.add("kit_missing", data.Args{"paper": p.Title, "refusal": refusal(c, c.Kits.Missing)})
		return
	}
	for i := range p.Questions {
		switch q := &p.Questions[i]; {
		case q.Answer == nil:
			k.add("kit_unasked", data.Args{"paper": p.Title, "question": q.Says, "refusal": refusal(c, q.Refusal)})
		case !q.Yes():
			k.add("kit_wrong", data.Args{"paper": p.Title, "question": q.Says, "note": q.Answer.Note, "refusal": refusal(c, q.Refusal)})
		}
	}
}

func (k *Kit) add(rule string, args data.Args) {
	k.Warnings = append(k.Warnings, data.Finding{Graduate: k.Graduate.ID, Rule: rule, Severity: data.SeverityWarning, Args: args})
}

// refusal is a reason for a refusal in the words of the campaign, "" for none.
func refusal(c *campaign.Campaign, code string) string {
	if r := c.RefusalReason(code); r != nil {
		return r.Title
	}
	return ""
}
