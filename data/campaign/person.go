package campaign

import (
	"fmt"
	"slices"

	"github.com/expr-lang/expr"

	"graduand/data"
)

// fieldCentre is the code of the field with the centre of somebody who has another than the school.
const fieldCentre = "centre"

// Person is a graduate as the expressions of a campaign file see one. Lists are
// of codes; what is not filled in is "" or empty.
type Person struct {
	Surname          string            `expr:"surname"`
	GivenName        string            `expr:"given_name"`
	Patronymic       string            `expr:"patronymic"`
	Sex              string            `expr:"sex"`
	BirthDate        string            `expr:"birth_date"`
	Age              int               `expr:"age"` // full years today, 0 when unknown
	Class            string            `expr:"class"`
	Phone            string            `expr:"phone"`
	DocumentKind     string            `expr:"document_kind"`
	DocumentSeries   string            `expr:"document_series"`
	DocumentNumber   string            `expr:"document_number"`
	Mode             string            `expr:"mode"`
	Category         string            `expr:"category"`
	Marks            []string          `expr:"marks"`
	Subjects         []string          `expr:"subjects"`
	Attestation      []string          `expr:"attestation"`
	Levels           map[string]string `expr:"levels"` // subject → level
	Conditions       []string          `expr:"conditions"`
	Privileges       []string          `expr:"privileges"`
	Language         string            `expr:"language"`
	AdditionalReason string            `expr:"additional_reason"`
	CardNumber       string            `expr:"card_number"`
	// Registration is why there is this attempt: first, reregistration or retry.
	Registration string `expr:"registration"`
	// Field holds the campaign's own fields by code.
	Field           map[string]string `expr:"field"`
	InstitutionType string            `expr:"institution_type"`
	// Centre is the graduate's own, else the school's.
	Centre string `expr:"centre"`
	// CentreEmail is the address of Centre in the file, "" where it has none (UA-065).
	CentreEmail string `expr:"centre_email"`
	Today       string `expr:"today"` // ISO day
	Year        int    `expr:"year"`  // of the campaign
	// Clash are the chosen subjects that share their day of the main session with
	// another chosen one.
	Clash []string `expr:"clash"`
	// SpecialLanguage says that the language of study is a special one (UA-024).
	SpecialLanguage bool `expr:"special_language"`
	// Listening says that a chosen subject has a listening part.
	Listening bool `expr:"listening"`
	// Route is the code of the way of submission; empty in the expressions of routes
	// themselves.
	Route string `expr:"route"`
	// Facts are the kinds of what was recorded: finished, called, entered.
	Facts []string `expr:"facts"`
	// Date holds the days of the campaign by code, ISO; a day that is not known is "".
	Date map[string]string `expr:"date"`
}

// Person shows g to the expressions, as a graduate of s (nil for none) on a day.
// The lists are shared with g: a Person is read, never kept.
func (c *Campaign) Person(g *data.Graduate, s *data.School, today data.Date) *Person {
	r := g.Current()
	p := &Person{
		Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic, Sex: string(g.Sex),
		BirthDate: string(g.BirthDate), Class: g.Class, Phone: g.Phone,
		DocumentKind: g.Document.Kind, DocumentSeries: g.Document.Series, DocumentNumber: g.Document.Number,
		Mode: string(g.Mode), Category: g.Category, Marks: g.Marks, Field: g.Fields,
		Conditions: r.Conditions, Privileges: r.Privileges, Language: r.Language,
		AdditionalReason: r.AdditionalReason, CardNumber: r.CardNumber, Registration: string(r.Kind),
		Centre: g.Fields[fieldCentre], Today: string(today), Year: c.Year,
		SpecialLanguage: c.speaksSpecial(g), Date: c.index.days,
	}
	for _, f := range r.Facts {
		p.Facts = append(p.Facts, string(f.Kind))
	}
	if g.BirthDate != "" && readable(g.BirthDate) && today != "" {
		p.Age = g.BirthDate.Years(today)
	}
	if s != nil {
		p.InstitutionType = s.InstitutionType
		if p.Centre == "" {
			p.Centre = s.Centre
		}
	}
	if centre := c.Centre(p.Centre); centre != nil {
		p.CentreEmail = centre.Email
	}
	c.showSubjects(p, r.Subjects)
	if route, err := c.RouteFor(p); err == nil && route != nil {
		p.Route = route.Code
	}
	return p
}

func (c *Campaign) showSubjects(p *Person, choices []data.SubjectChoice) {
	p.Subjects = make([]string, 0, len(choices))
	for _, choice := range choices {
		p.Subjects = append(p.Subjects, choice.Subject)
		if choice.Attestation {
			p.Attestation = append(p.Attestation, choice.Subject)
		}
		if choice.Level != "" {
			if p.Levels == nil {
				p.Levels = map[string]string{}
			}
			p.Levels[choice.Subject] = choice.Level
		}
		if s := c.Subject(choice.Subject); s != nil && s.Listening {
			p.Listening = true
		}
	}
	p.Clash = c.clash(p.Subjects)
}

// clash are those of the subjects that share a day of the main session (UA-112).
func (c *Campaign) clash(subjects []string) []string {
	var clashing []string
	for i, code := range subjects {
		one := c.Subject(code)
		if one == nil || one.On == "" {
			continue
		}
		for j, other := range subjects {
			if s := c.Subject(other); i != j && s != nil && s != one && s.On == one.On {
				clashing = append(clashing, code)
				break
			}
		}
	}
	return clashing
}

// speaksSpecial looks at the language fields of the form's own; the typed one is
// the language of tasks.
func (c *Campaign) speaksSpecial(g *data.Graduate) bool {
	for _, field := range c.index.languageFields {
		if l := c.TaskLanguage(g.Fields[field.Code]); l != nil && l.Special {
			return true
		}
	}
	return false
}

// Holds tells whether an expression of this campaign's file is true for p. An
// empty expression is not. It fails for an expression that is not in the file and
// for one that cannot be reckoned for this person.
func (c *Campaign) Holds(expression string, p *Person) (bool, error) {
	switch expression {
	case "", "false":
		return false, nil
	case "true":
		return true, nil
	}
	program, known := c.programs[expression]
	if !known {
		return false, fmt.Errorf("reckon %q: no such expression in campaign %s", expression, c.ID)
	}
	result, err := expr.Run(program, p)
	if err != nil {
		return false, fmt.Errorf("reckon %q: %w", expression, err)
	}
	return result == true, nil
}

// RouteFor is the way of submission of p: the first route whose When holds, else
// that of p's category, else that of the default category; nil where there is none.
func (c *Campaign) RouteFor(p *Person) (*RegistrationRoute, error) {
	for i := range c.RegistrationRoutes {
		route := &c.RegistrationRoutes[i]
		switch holds, err := c.Holds(route.When, p); {
		case err != nil:
			return nil, err
		case holds:
			return route, nil
		}
	}
	category := c.Category(p.Category)
	if category == nil {
		category = c.DefaultCategory()
	}
	if category == nil {
		return nil, nil
	}
	return c.Route(category.Route), nil
}

// Belongs tells whether p stands on the list of the school: everybody, where the
// file does not say who (UA-133, UA-134).
func (c *Campaign) Belongs(p *Person) (bool, error) {
	if c.List.Includes == "" {
		return true, nil
	}
	return c.Holds(c.List.Includes, p)
}

// Kit are the documents that p's kit needs, in the order of the file.
func (c *Campaign) Kit(p *Person) ([]*KitDocument, error) {
	var kit []*KitDocument
	for i := range c.KitDocuments {
		if c.KitDocuments[i].Apart {
			continue
		}
		needed, err := c.Holds(c.KitDocuments[i].Needed, p)
		if err != nil {
			return nil, err
		}
		if needed {
			kit = append(kit, &c.KitDocuments[i])
		}
	}
	return slices.Clip(kit), nil
}
