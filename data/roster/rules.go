package roster

import (
	"slices"
	"time"

	"graduand/data"
	"graduand/data/campaign"
)

// RulesOf are the rules by which a campaign reads class lists and other tables on a day.
func RulesOf(c *campaign.Campaign, today data.Date) Rules {
	rules := Rules{
		PhoneRegion: c.PhoneRegion, PhoneIsLogin: c.PhoneIsLogin, NameScript: c.NameScript, Headers: c.Roster.Headers,
		MinimumAge: c.Roster.MinimumAge, MaximumAge: c.Roster.MaximumAge, Today: today,
		Fields: map[string]string{}, Codes: namesOf(c),
	}
	for _, k := range c.DocumentKinds {
		rules.DocumentKinds = append(rules.DocumentKinds, kindOf(k))
	}
	if zone, err := time.LoadLocation(c.TimeZone); err == nil { // a campaign without one has not been let in
		rules.Zone = zone
	}
	typed := map[string]bool{}
	for _, code := range data.TypedFields() {
		typed[code] = true
	}
	for _, f := range c.AllFields() {
		if !typed[f.Code] && f.Kind != campaign.KindFile && f.Kind != campaign.KindCheckbox {
			rules.Fields[f.Code] = f.Title
		}
	}
	return rules
}

// readOtherwise are the kinds that a roster reads in its own way.
var readOtherwise = []string{campaign.KindSex, campaign.KindDocumentKind, campaign.KindCheckbox}

// namesOf are the names by which a roster may call what the program keeps as codes:
// field → code → names.
func namesOf(c *campaign.Campaign) map[string]map[string][]string {
	fields := map[string]map[string][]string{}
	for _, field := range c.FieldCodes() {
		if slices.Contains(readOtherwise, c.Kind(field).Name) {
			continue
		}
		for _, choice := range c.Codes(field) {
			if fields[field] == nil {
				fields[field] = map[string][]string{}
			}
			fields[field][choice.Code] = append(choice.Names, choice.Title)
		}
	}
	return fields
}

func kindOf(k campaign.DocumentKind) DocumentKind {
	return DocumentKind{Code: k.Code, Names: append([]string{k.Title}, k.Names...),
		SeriesPattern: k.SeriesPattern, NumberPattern: k.NumberPattern, Example: k.Example, ByNameOnly: k.ByNameOnly}
}
