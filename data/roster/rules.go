package roster

import (
	"slices"
	"time"

	"graduand/data"
	"graduand/data/campaign"
)

// Rules are what a campaign says about rosters.
type Rules struct {
	// PhoneRegion is the country of numbers without a country code: "UA".
	PhoneRegion string
	// PhoneIsLogin says that graduates sign in with their telephone: nobody else's is
	// taken for it.
	PhoneIsLogin bool
	// NameScript is the script of names: "cyrillic", "latin", or "" for any.
	NameScript string
	// Language is that of the campaign, whose keyboard is likely the one that was meant.
	Language      string
	DocumentKinds []DocumentKind
	// Headers adds spellings of column headers: field → spellings.
	Headers map[string][]string
	// Fields are the other fields of the campaign's form: code → title. A column
	// headed by the title fills the field.
	Fields map[string]string
	// Patterns are regular expressions for the whole value of a field: code → pattern.
	Patterns map[string]string
	// Codes are the names of the codes that a field of codes holds: field → code →
	// names. A cell that lists names becomes codes. Without them no header is taken
	// for the subjects, whose cells are words.
	Codes map[string]map[string][]string
	// One are the fields of Codes that hold one code only: a cell that names several says none.
	One map[string]bool
	// MinimumAge and MaximumAge in full years bound a believable birth date; 0 for
	// no bound.
	MinimumAge, MaximumAge int
	Today                  data.Date
	// Zone is where people's days begin and end; nil where that is not known.
	Zone *time.Location
}

// DocumentKind is one kind of identity document. Patterns are regular expressions
// for the whole series and the whole number; an empty SeriesPattern says that the
// kind has no series.
type DocumentKind struct {
	Code  string
	Names []string
	// SeriesPattern and NumberPattern hold for the whole text, in capitals.
	SeriesPattern, NumberPattern string
	Example                      string
	// ByNameOnly says that the numbers of the kind look like anything: it is taken
	// only where the row or the header names it.
	ByNameOnly bool
}

// RulesOf are the rules by which a campaign reads class lists and other tables on a day.
func RulesOf(c *campaign.Campaign, today data.Date) Rules {
	rules := Rules{
		PhoneRegion: c.PhoneRegion, PhoneIsLogin: c.PhoneIsLogin, NameScript: c.NameScript, Language: c.Language, Headers: c.Roster.Headers,
		MinimumAge: c.Roster.MinimumAge, MaximumAge: c.Roster.MaximumAge, Today: today,
		Fields: map[string]string{}, Patterns: map[string]string{}, Codes: namesOf(c), One: map[string]bool{},
	}
	for field := range rules.Codes {
		rules.One[field] = c.Kind(field).One()
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
			if f.Pattern != "" {
				rules.Patterns[f.Code] = f.Pattern
			}
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
