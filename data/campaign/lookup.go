package campaign

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"graduand/data"
)

// index finds the entries of the catalogues by code.
type index struct {
	subjects       map[string]*Subject
	kinds          map[string]*DocumentKind
	centres        map[string]*Centre
	types          map[string]*InstitutionType
	categories     map[string]*Category
	languages      map[string]*Language
	conditions     map[string]*Condition
	reasons        map[string]*AdditionalReason
	routes         map[string]*RegistrationRoute
	dates          map[string]*Date
	marks          map[string]*Item
	privileges     map[string]*Item
	fields         map[string]*Field
	positions      map[string]int
	list           []*Field
	links          map[string]*Link
	paymentTypes   map[string]*Item
	statuses       map[string]*Item
	days           map[string]string
	operators      map[string]*PostalOperator
	places         map[string]*SettlementList
	steps          map[string]string
	holidays       map[data.Date]*Holiday
	languageFields []*Field
	values         map[string]values
}

// patterns are the compiled expressions of the file, over whole texts.
type patterns struct {
	// parts are those of the school's address, by the field for which each is proposed.
	parts          map[string]*regexp.Regexp
	card           *regexp.Regexp
	index, street  *regexp.Regexp
	fields         map[string]*regexp.Regexp
	series, number map[string]*regexp.Regexp
	// tracking are those of the numbers of posted items, by the operator.
	tracking map[string]*regexp.Regexp
}

func byCode[T any](list []T, code func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		m[code(&list[i])] = &list[i]
	}
	return m
}

func itemCode(i *Item) string { return i.Code }

func (c *Campaign) buildIndex() {
	c.index = index{
		subjects:     byCode(c.Subjects, func(s *Subject) string { return s.Code }),
		kinds:        byCode(c.DocumentKinds, func(k *DocumentKind) string { return k.Code }),
		centres:      byCode(c.Centres, func(x *Centre) string { return x.Code }),
		types:        byCode(c.InstitutionTypes, func(t *InstitutionType) string { return t.Code }),
		categories:   byCode(c.Categories, func(x *Category) string { return x.Code }),
		languages:    byCode(c.Languages, func(l *Language) string { return l.Code }),
		conditions:   byCode(c.Conditions, func(x *Condition) string { return x.Code }),
		reasons:      byCode(c.AdditionalReasons, func(r *AdditionalReason) string { return r.Code }),
		routes:       byCode(c.RegistrationRoutes, func(r *RegistrationRoute) string { return r.Code }),
		dates:        byCode(c.Dates, func(d *Date) string { return d.Code }),
		marks:        byCode(c.Marks, itemCode),
		privileges:   byCode(c.Privileges, itemCode),
		links:        byCode(c.Links, func(l *Link) string { return l.Code }),
		paymentTypes: byCode(c.PaymentTypes, itemCode),
		statuses:     byCode(c.ExternalStatuses, itemCode),
		operators:    byCode(c.PostalOperators, func(o *PostalOperator) string { return o.Code }),
		places:       map[string]*SettlementList{},
		steps:        map[string]string{},
		holidays:     map[data.Date]*Holiday{},
		fields:       map[string]*Field{},
		positions:    map[string]int{},
	}
	for i := range c.Steps {
		for j := range c.Steps[i].Fields {
			// The texts have it as it stands within a sentence; a form begins with it.
			c.Steps[i].Fields[j].Title = data.Capital(c.Steps[i].Fields[j].Title)
			c.index.steps[c.Steps[i].Fields[j].Code] = c.Steps[i].Code
			c.indexField(&c.Steps[i].Fields[j])
		}
	}
	c.indexValues()
	for i := range c.Holidays {
		c.index.holidays[c.Holidays[i].On] = &c.Holidays[i]
	}
	for i := range c.SettlementLists {
		for _, name := range c.SettlementLists[i].Names {
			c.index.places[settlementKey(name)] = &c.SettlementLists[i]
		}
	}
}

func (c *Campaign) indexField(f *Field) {
	c.index.positions[f.Code] = len(c.index.list)
	c.index.fields[f.Code] = f
	c.index.list = append(c.index.list, f)
	if _, typed := typedKinds[f.Code]; f.Kind == KindLanguage && !typed {
		c.index.languageFields = append(c.index.languageFields, f)
	}
}

// indexDays follows the dates, which change with the calendar of a school.
func (c *Campaign) indexDays() {
	c.index.days = map[string]string{}
	for i := range c.Dates {
		c.index.days[c.Dates[i].Code] = string(c.Dates[i].On)
	}
}

// settlementKey is a name of a place without what it is: «м. Горлівка» is «горлівка».
func settlementKey(name string) string {
	key := data.SearchKey(name)
	for _, prefix := range []string{"м.", "м ", "місто ", "смт.", "смт ", "селище ", "с-ще ", "с.", "с ", "село ", "г.", "город "} {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			return strings.TrimSpace(rest)
		}
	}
	return key
}

// Subject is the subject with this code, or nil; the look-ups below are alike.
func (c *Campaign) Subject(code string) *Subject { return c.index.subjects[code] }

// Level is a difficulty level of a subject.
func (c *Campaign) Level(subject, level string) *Level {
	s := c.Subject(subject)
	if s == nil {
		return nil
	}
	i := slices.IndexFunc(s.Levels, func(l Level) bool { return l.Code == level })
	if i < 0 {
		return nil
	}
	return &s.Levels[i]
}

// DocumentKind is a kind of identity document.
func (c *Campaign) DocumentKind(code string) *DocumentKind { return c.index.kinds[code] }

// Centre is a regional centre.
func (c *Campaign) Centre(code string) *Centre { return c.index.centres[code] }

// Recipient is to whom a school sends something: its centre by the title, "" where it has
// named none, any other by the code.
func (c *Campaign) Recipient(code string, s *data.School) string {
	if code != data.ToCentre {
		return code
	}
	if centre := c.Centre(s.Centre); centre != nil {
		return centre.Title
	}
	return ""
}

// InstitutionType is a kind of school.
func (c *Campaign) InstitutionType(code string) *InstitutionType { return c.index.types[code] }

// Category is a category of graduate.
func (c *Campaign) Category(code string) *Category { return c.index.categories[code] }

// Blank is a new graduate: what stands there before anybody has said anything.
func (c *Campaign) Blank(id string) *data.Graduate {
	g := &data.Graduate{ID: id, Mode: data.BySchool}
	if category := c.DefaultCategory(); category != nil {
		g.Category = category.Code
	}
	g.Current()
	return g
}

// DefaultCategory is the category that new graduates have; nil where none is marked.
func (c *Campaign) DefaultCategory() *Category {
	for i := range c.Categories {
		if c.Categories[i].Default {
			return &c.Categories[i]
		}
	}
	return nil
}

// TaskLanguage is a language of tasks or of study.
func (c *Campaign) TaskLanguage(code string) *Language { return c.index.languages[code] }

// Condition is a special condition.
func (c *Campaign) Condition(code string) *Condition { return c.index.conditions[code] }

// AdditionalReason is a reason for the additional session.
func (c *Campaign) AdditionalReason(code string) *AdditionalReason { return c.index.reasons[code] }

// Route is a way of submission.
func (c *Campaign) Route(code string) *RegistrationRoute { return c.index.routes[code] }

// Date is a day of the campaign.
func (c *Campaign) Date(code string) *Date { return c.index.dates[code] }

// Mark is a mark of a person.
func (c *Campaign) Mark(code string) *Item { return c.index.marks[code] }

// Privilege is a privilege.
func (c *Campaign) Privilege(code string) *Item { return c.index.privileges[code] }

// KitDocument is a paper of a kit.
func (c *Campaign) KitDocument(code string) *KitDocument {
	i := slices.IndexFunc(c.KitDocuments, func(d KitDocument) bool { return d.Code == code })
	if i < 0 {
		return nil
	}
	return &c.KitDocuments[i]
}

// RefusalReason is a reason for which the centre refuses a registration, nil for none of this code
// (UA-087).
func (c *Campaign) RefusalReason(code string) *Item {
	i := slices.IndexFunc(c.RefusalReasons, func(r Item) bool { return r.Code == code })
	if i < 0 {
		return nil
	}
	return &c.RefusalReasons[i]
}

// Link is a page of the centre.
func (c *Campaign) Link(code string) *Link { return c.index.links[code] }

// PaymentType is a way to pay.
func (c *Campaign) PaymentType(code string) *Item { return c.index.paymentTypes[code] }

// PostalOperator is who carries packages.
func (c *Campaign) PostalOperator(code string) *PostalOperator { return c.index.operators[code] }

// ExternalStatus is a state that the centre gives.
func (c *Campaign) ExternalStatus(code string) *Item { return c.index.statuses[code] }

// StepOf is the code of the step that a field stands in, "" for none.
func (c *Campaign) StepOf(field string) string { return c.index.steps[field] }

// Field is a field of the form.
func (c *Campaign) Field(code string) *Field { return c.index.fields[code] }

// AllFields are the fields of all steps in the order of the form.
func (c *Campaign) AllFields() []*Field { return slices.Clone(c.index.list) }

// EachField gives those of [Campaign.AllFields] one by one.
func (c *Campaign) EachField() iter.Seq[*Field] { return slices.Values(c.index.list) }

// Has tells whether a capability is switched on.
func (c *Campaign) Has(capability string) bool { return slices.Contains(c.Capabilities, capability) }

// Confirmed tells whether a source, or for a day the school, confirms a place of the file
// ("fee.main", "date.reregistration_end"); the program shows the others as unconfirmed.
func (c *Campaign) Confirmed(place string) bool {
	table, code, _ := strings.Cut(place, ".")
	if d := c.Date(code); table == "date" && d != nil && (d.Own || d.Confirmed != nil && !*d.Confirmed) {
		return d.Own
	}
	if x := c.Centre(code); table == "centre" && x != nil && x.Confirmed != nil && !*x.Confirmed {
		return false
	}
	if h := c.index.holidays[data.Date(code)]; table == "holiday" && h != nil && h.Confirmed != nil && !*h.Confirmed {
		return false
	}
	return !slices.Contains(c.Unconfirmed, place) && !c.wholly(table)
}

// wholly says that the file marks all entries of a table at once: by their codes or their
// days.
func (c *Campaign) wholly(table string) bool {
	return slices.ContainsFunc([]string{".code", ".on"}, func(column string) bool {
		return slices.Contains(c.Unconfirmed, table+column)
	})
}

// SizeOf is the size in mm of the document that somebody registers with, as it lies, longer side
// first; 0 where the campaign does not know it.
func (c *Campaign) SizeOf(g *data.Graduate) (width, height float64) {
	if k := c.DocumentKind(g.Document.Kind); k != nil && len(k.SizeMM) == 2 {
		return k.SizeMM[0], k.SizeMM[1]
	}
	return 0, 0
}
